"""Looking for what is wrong with a journal, and mending it where that is asked.

Each check yields what it found, and with it what would mend it. Nothing here mends
by itself, and what changes the journal is done after a backup was made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.errors import WinJournalError
from winjournal.domain.findings import Finding, State
from winjournal.store.checks_of_files import file_checks
from winjournal.store.checks_of_rows import row_checks
from winjournal.store.copies import keep_copy
from winjournal.store.files import is_missing, locate

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from winjournal.store.found import Found


def examine(
    path: Path, now: datetime, *, fix: bool = False, accept: bool = False
) -> tuple[Finding, ...]:
    """Look at a journal, and with `fix` mend what can be.

    Args:
        path: The journal as the user names it.
        now: For the name of a backup.
        fix: Whether to mend.
        accept: Whether damaged rows are taken as they stand, after a backup.
    """
    if is_missing(path):
        said = f"There is no journal at {path} yet."
        return (Finding(check="file", state=State.NOTE, said=said),)
    try:
        real = locate(path)
    except WinJournalError as error:
        return (_refused("file", error),)
    healer = _Healer(real, now, fix)
    findings = [healer.treat(found) for found in file_checks(real, now)]
    try:
        findings += [healer.treat(found) for found in row_checks(real, accept=accept)]
    except WinJournalError as error:
        findings.append(_refused("pages", error))
    if accept:
        healer.keep_again()
    return tuple(findings)


def _refused(check: str, error: WinJournalError) -> Finding:
    return Finding(
        check=check, state=State.DAMAGED, said=error.sentence, remedy=error.remedy
    )


class _Healer:
    """Mends what was found, once a backup stands for what changes the journal."""

    def __init__(self, path: Path, now: datetime, fix: bool) -> None:
        self._path, self._now, self._fix = path, now, fix
        self._is_kept = False

    def keep_again(self) -> None:
        """Back up what was taken as it stands, so that the newest copy is sound."""
        if self._is_kept:
            keep_copy(self._path, "mend", self._now)

    def treat(self, found: Found) -> Finding:
        """Return a finding, mended where that was asked for and could be done."""
        if not self._fix or found.cure is None:
            return found.finding
        try:
            if found.touches and not self._is_kept:
                keep_copy(self._path, "mend", self._now)
                self._is_kept = True
            found.cure()
        except (WinJournalError, OSError) as error:
            said = f"{found.finding.said} It could not be mended: {error}"
            return replace(found.finding, said=said)
        return replace(found.finding, state=State.MENDED)
