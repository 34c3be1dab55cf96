"""Putting a backup in the place of the journal: shown first, then whole or not at all.

Nothing is thrown away: what stands there now is backed up, or, where it is too
damaged for that, kept beside the journal under another name.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC
from typing import TYPE_CHECKING

from winjournal.domain.copies import Restored, Side
from winjournal.domain.errors import Busy, Conflict, WinJournalError
from winjournal.services.writing import first_line
from winjournal.store.backup import back_up, true_copy
from winjournal.store.connect import connect, look
from winjournal.store.copies import check_copy, state_in, state_of
from winjournal.store.door import door
from winjournal.store.files import (
    file_error,
    flush,
    is_missing,
    locate,
    make_folder,
    premake,
)
from winjournal.store.schema import revision_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a journal; next to another file it would damage that."""

NEWEST = 3

_COUNTED = {
    "negotiation": "negotiations",
    "entry": "entries",
    "inbox": "logged lines",
    "moment": "moments",
    "promise": "promises",
    "counterparty": "people",
    "week_review": "weeks",
}

_LATEST = (
    "SELECT on_date, said FROM ("
    " SELECT id, created_at, substr(listed_on, 1, 10) AS on_date, title AS said"
    " FROM negotiation UNION ALL"
    " SELECT id, created_at, written_date, substr(body, 1, 200) FROM entry UNION ALL"
    " SELECT id, logged_at, substr(at, 1, 10), substr(line, 1, 200) FROM inbox"
    " WHERE filed_at IS NULL"
    f") ORDER BY created_at DESC, id DESC LIMIT {NEWEST}"
)


def side_of(file: Path) -> Side:
    """Return what a file holds.

    Raises:
        WinJournalError: It cannot be read.
    """
    connection = look(file)
    try:
        with door(file):
            counts = {
                words: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
                for name, words in _COUNTED.items()
            }
            latest = connection.execute(_LATEST).fetchall()
    finally:
        connection.close()
    newest = tuple((str(on), first_line(said)) for on, said in latest)
    return Side(counts=counts, newest=newest)


def restore(path: Path, file: Path, now: datetime) -> Restored:
    """Put a backup in the place of a journal that nobody has open.

    Args:
        path: The journal as the user names it; there may be none.
        file: The backup.
        now: For the name of what is kept.

    Raises:
        DamagedJournal: The backup is damaged; nothing was changed.
        Busy: Another program has the journal open.
        Conflict: It was written to meanwhile.
        WinJournalError: It cannot be written.
    """
    check_copy(file)
    target = path.parent.resolve() / path.name if is_missing(path) else locate(path)
    make_folder(target.parent)
    partial = target.with_name(f".{target.name}.partial")
    partial.unlink(missing_ok=True)
    premake(partial)
    try:
        true_copy(file, partial)
        check_copy(partial)
        flush(partial)
        kept = _replace(target, partial, now)
    except OSError as error:
        raise file_error(error, target) from error
    finally:
        partial.unlink(missing_ok=True)
    flush(target.parent)
    check_copy(target)
    return Restored(path=target, kept=kept)


def _replace(target: Path, partial: Path, now: datetime) -> Path | None:
    if is_missing(target):
        _sweep_logs(target)
        partial.replace(target)
        return None
    kept = _kept_whole(target, now)
    if kept is None:
        return _set_aside(target, partial, now)
    with _held(target, kept):
        _sweep_logs(target)
        partial.replace(target)
    return kept


def _kept_whole(target: Path, now: datetime) -> Path | None:
    """Back up what is to be replaced; None where it is too damaged for that."""
    try:
        return back_up(target, "restore", revision_of(target), now)
    except Busy:
        raise
    except WinJournalError:
        return None


@contextmanager
def _held(target: Path, kept: Path) -> Iterator[None]:
    """Hold a journal for this process alone, with an empty log."""
    connection = connect(target, timeout=0.5)
    try:
        try:
            # leaving WAL needs the file for oneself, and moves the log into it
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except Exception as error:
            raise Busy(
                f"Another program has {target} open.",
                "Close it, then try again. Nothing was changed.",
            ) from error
        if state_of(connection) != state_in(kept):
            raise Conflict(
                "The journal was written to meanwhile.",
                "Try again. Nothing was changed.",
            )
        yield
    finally:
        connection.close()


def _set_aside(target: Path, partial: Path, now: datetime) -> Path:
    """Keep a damaged journal under another name, with what belongs to it."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = target.with_name(f"{target.name}.damaged-{stamp}")
    number = 1
    while not is_missing(aside):
        number += 1
        aside = target.with_name(f"{target.name}.damaged-{stamp}-{number}")
    for end in LOGS:
        log = target.with_name(target.name + end)
        if not is_missing(log):
            log.rename(aside.with_name(aside.name + end))
    target.rename(aside)
    partial.replace(target)
    return aside


def _sweep_logs(target: Path) -> None:
    for end in LOGS:
        target.with_name(target.name + end).unlink(missing_ok=True)
