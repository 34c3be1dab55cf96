"""The journal as a file: its backups, putting one back, and what is wrong with it.

For the shell and for the screens. Imports are inside the functions, as in
`bootstrap`: each path through the program loads only what it needs.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from winjournal.domain.copies import Kept, Preview, Restored
    from winjournal.domain.findings import Finding


def back_up_journal(path: Path, reason: str, now: datetime) -> Path:
    """Copy a journal beside itself, checked; the old copies it replaces go.

    Args:
        path: The journal's file.
        reason: Why, for the copy's name; one of `domain.copies.REASONS`.
        now: When, for the copy's name.

    Returns:
        The copy.

    Raises:
        WinJournalError: It is not whole, or no copy could be made.
    """
    from winjournal.store.copies import keep_copy
    from winjournal.store.schema import ensure_schema

    return keep_copy(ensure_schema(path, now), reason, now)


def backups_of(path: Path) -> tuple[Kept, ...]:
    """Return the backups of a journal, the newest first; there may be no journal.

    Raises:
        WinJournalError: The folder may not be read.
    """
    from winjournal.store.copies import copies_of

    return copies_of(_real(path))


def backup_meant(path: Path, name: str | None) -> Kept:
    """Return the backup of a name, or of how it begins.

    For None it is the newest one that is sound.

    Raises:
        NotFound: There is none, or more than one.
        DamagedJournal: None is sound.
    """
    from winjournal.domain.errors import DamagedJournal
    from winjournal.store.copies import copies_of, copy_meant, fault_of

    newest = copy_meant(_real(path), name)
    if name is not None:
        return newest
    for kept in copies_of(_real(path)):
        if not fault_of(kept.path):
            return kept
    raise DamagedJournal("No backup is sound.", "Nothing was changed.")


def check_backup(file: Path) -> None:
    """Read a backup whole.

    Raises:
        DamagedJournal: It is not what was written.
    """
    from winjournal.store.copies import check_copy

    check_copy(file)


def fault_of_backup(file: Path) -> str:
    """Return what is wrong with a backup, as a sentence; empty where nothing is."""
    from winjournal.store.copies import fault_of

    return fault_of(file)


def drop_backups(path: Path, names: list[str]) -> tuple[Kept, ...]:
    """Delete backups; the last one that is sound stays.

    Raises:
        NotFound: One of them is none.
        Conflict: No sound one would be left.
    """
    from winjournal.domain.errors import Conflict
    from winjournal.store.copies import copies_of, copy_meant, fault_of, forget

    real = _real(path)
    going = [copy_meant(real, name) for name in dict.fromkeys(names)]
    gone = {kept.path for kept in going}
    stays = (kept for kept in copies_of(real) if kept.path not in gone)
    if all(fault_of(kept.path) for kept in stays):
        raise Conflict(
            "No sound backup would be left.",
            "wj backup make makes one first. Nothing was deleted.",
        )
    forget(going)
    return tuple(going)


def renew_backups(path: Path, now: datetime) -> tuple[Path, int]:
    """Back up the journal as it is now, then delete all older backups of it.

    Returns:
        The backup, and how many were deleted.

    Raises:
        WinJournalError: No true copy could be made; nothing was deleted then.
    """
    from winjournal.store.copies import renew
    from winjournal.store.schema import ensure_schema

    return renew(ensure_schema(path, now), now)


def preview_restore(path: Path, kept: Kept) -> Preview:
    """Return what putting a backup back would change; the backup is read whole.

    Raises:
        DamagedJournal: The backup is damaged.
    """
    from winjournal.domain.copies import Preview
    from winjournal.domain.errors import WinJournalError
    from winjournal.store.copies import check_copy
    from winjournal.store.restoring import side_of

    check_copy(kept.path)
    now = None
    with contextlib.suppress(WinJournalError):
        now = side_of(_real(path))
    return Preview(kept=kept, now=now, then=side_of(kept.path))


def restore_journal(path: Path, kept: Kept, now: datetime) -> Restored:
    """Put a backup in the place of a journal that nobody has open.

    Raises:
        WinJournalError: It cannot be done; nothing was changed then.
    """
    from winjournal.store.restoring import restore

    return restore(path, kept.path, now)


def examine_journal(
    path: Path, now: datetime, *, fix: bool = False, accept: bool = False
) -> tuple[Finding, ...]:
    """Look for what is wrong with a journal, and with `fix` mend what can be.

    Args:
        path: The journal's file; there may be none.
        now: For the name of a backup.
        fix: Whether to mend; without it nothing is changed.
        accept: Whether damaged rows are taken as they stand.
    """
    from winjournal.domain.findings import State
    from winjournal.store.doctor import examine

    found = examine(path, now, fix=fix, accept=accept)
    forms = [one.state for one in found if one.check == "form"]
    return (*found, *_chains(path)) if forms == [State.FINE] else found


def _chains(path: Path) -> tuple[Finding, ...]:
    """Walk the chains of seals of a journal at head."""
    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.findings import Finding, State
    from winjournal.services.clock import SystemClock
    from winjournal.services.ids import RandomIds
    from winjournal.services.saying import say_count
    from winjournal.services.verifying import verify
    from winjournal.store.store import open_store

    try:
        store = open_store(path, SystemClock(), RandomIds())
        try:
            walked = verify(store)
        finally:
            store.close()
    except WinJournalError as error:
        return (
            Finding(check="seals", state=State.DAMAGED, said=error.sentence,
                    remedy=error.remedy),
        )  # fmt: skip
    if not walked.broken:
        held = f"{say_count(walked.chains, 'chain holds', 'chains hold')}."
        said = held if walked.chains else "Nothing is sealed yet."
        return (Finding(check="seals", state=State.FINE, said=said),)
    count = say_count(len(walked.broken), "chain does", "chains do")
    return (
        Finding(
            check="seals",
            state=State.DAMAGED,
            said=f"{count} not hold.",
            remedy="wj verify says which, and why.",
            ids=tuple(broken.chain for broken in walked.broken),
        ),
    )


def said_of_place(path: Path) -> tuple[str, ...]:
    """Return what is to be said of where a journal is, at the start."""
    from winjournal.store.places import warning_of

    said = warning_of(path)
    return (said,) if said else ()


def keep_daily(path: Path, now: datetime) -> None:
    """Make the backup of the day, once a day and only after a change.

    It is the end of the screens: what is wrong with the journal or the disk is said
    at the next start and by `wj doctor`, and keeps nobody from leaving.
    """
    from winjournal.domain.errors import WinJournalError
    from winjournal.store.copies import keep_daily as keep

    with contextlib.suppress(WinJournalError, OSError):
        keep(_real(path), now)


def _real(path: Path) -> Path:
    """Return where a journal really is; backups lie beside that."""
    return path.parent.resolve() / path.name if not path.exists() else path.resolve()
