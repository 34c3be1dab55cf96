"""The backups of a journal: listed, read again, and the old ones let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from winjournal.domain.copies import Copy, Kept, copy_named, may_go
from winjournal.domain.errors import DamagedJournal, NotFound, WinJournalError
from winjournal.store.backup import back_up, check_whole, folder_of, own_name
from winjournal.store.connect import look
from winjournal.store.door import door
from winjournal.store.files import file_error, flush
from winjournal.store.schema import HEAD, known_revisions
from winjournal.store.sums import has_sums, misfits

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def copies_of(path: Path) -> tuple[Kept, ...]:
    """Return the backups of a journal, the newest first.

    Those that an older program made name no journal, and are listed for each.

    Raises:
        WinJournalError: The folder may not be read.
    """
    folder, name = folder_of(path), own_name(path)
    found = []
    try:
        for file in folder.iterdir() if folder.is_dir() else ():
            copy = copy_named(file.name)
            if copy is not None and copy.journal in ("", name) and file.is_file():
                found.append(Kept(path=file, copy=copy, size=file.stat().st_size))
    except OSError as error:
        raise file_error(error, folder) from error
    return tuple(sorted(found, key=lambda kept: kept.copy.order, reverse=True))


def copy_meant(path: Path, name: str | None) -> Kept:
    """Return the backup of this name, or of these first letters; the newest for None.

    Raises:
        NotFound: There is none, or more than one.
    """
    found = copies_of(path)
    if not found:
        raise NotFound("There is no backup yet.", "wj backup make makes one.")
    if name is None:
        return found[0]
    for wanted in found:
        if name in (wanted.copy.name, wanted.copy.name.removesuffix(".db")):
            return wanted
    some = [kept for kept in found if _begins(kept.copy, name)]
    if len(some) != 1:
        what = "No backup" if not some else "More than one backup"
        raise NotFound(f"{what} is called {name[:80]}.", "wj backup lists them.")
    return some[0]


def _begins(copy: Copy, typed: str) -> bool:
    short = copy.name.removeprefix(f"{copy.journal}.")
    return bool(typed) and (copy.name.startswith(typed) or short.startswith(typed))


def check_copy(file: Path) -> None:
    """Read a backup whole: its header, pages, references and the sum of each row.

    Raises:
        DamagedJournal: It is not what was written; the sentence names the first row.
        NoJournal: It is no journal.
    """
    check_whole(file)
    connection = look(file)
    try:
        with door(file):
            revision = _revision(connection)
            known = revision == HEAD or revision in known_revisions()
            damaged = misfits(connection).rows if has_sums(connection) else ()
    finally:
        connection.close()
    if not known:
        raise DamagedJournal(
            f"{file} does not say a version that this WinJournal knows.",
            "Nothing was changed.",
        )
    if damaged:
        first = damaged[0]
        raise DamagedJournal(
            f"{file} is damaged: {len(damaged)} of its rows are not as they were"
            f" written, {first.kind} {first.ref} the first.",
            "Take another backup; nothing was changed.",
        )


def fault_of(file: Path) -> str:
    """Return what is wrong with a backup, as a sentence; empty where nothing is."""
    try:
        check_copy(file)
    except WinJournalError as error:
        return error.sentence
    return ""


def keep_copy(path: Path, reason: str, now: datetime) -> Path:
    """Make a backup and let go of those that it makes needless.

    Args:
        path: The real path of a journal at head.
        reason: Why, for the name; one of `domain.copies.REASONS`.
        now: When, for the name.

    Raises:
        WinJournalError: It is not whole, or no true copy could be made.
    """
    made = back_up(path, reason, HEAD, now)
    copy = copy_named(made.name)
    # of a journal with a damaged row no sound backup goes
    if copy is not None and not fault_of(made):
        known = {kept.copy.name: kept for kept in copies_of(path)}
        forget([known[gone.name] for gone in may_go(_all(known), copy)])
    return made


def forget(copies: list[Kept]) -> None:
    """Delete backups.

    Raises:
        WinJournalError: One cannot be deleted.
    """
    for kept in copies:
        try:
            kept.path.unlink(missing_ok=True)
        except OSError as error:
            raise file_error(error, kept.path) from error
    if copies:
        flush(copies[0].path.parent)


def renew(path: Path, now: datetime) -> tuple[Path, int]:
    """Back up the journal as it is now, then delete all older backups of it.

    For what was purged: the older ones still hold it.

    Returns:
        The backup, and how many were deleted.

    Raises:
        WinJournalError: The journal is damaged, or no true copy could be made;
            nothing was deleted then.
    """
    older = [kept for kept in copies_of(path) if kept.copy.journal]
    made = back_up(path, "purged", HEAD, now)
    check_copy(made)
    forget(older)
    return made, len(older)


def keep_daily(path: Path, now: datetime) -> Path | None:
    """Make the backup of the day where the journal differs from the latest one.

    Called at the end of the screens, so whatever is wrong only costs the copy: the
    next start checks the journal, and `wj doctor` says what is wrong with backups.
    """
    latest = next(iter(copies_of(path)), None)
    if latest is not None:
        is_same_day = latest.copy.at.astimezone(now.tzinfo).date() == now.date()
        if is_same_day or state_in(path) == state_in(latest.path):
            return None
    return keep_copy(path, "day", now)


def state_in(file: Path) -> tuple[Any, ...]:
    """Return what every act and every logged line changes, whatever the clock says."""
    connection = look(file)
    try:
        with door(file):
            return state_of(connection)
    finally:
        connection.close()


def state_of(connection: Any) -> tuple[Any, ...]:
    """Return the same of an open journal."""
    found = connection.execute(
        "SELECT (SELECT max(number) FROM act), (SELECT max(id) FROM act),"
        " (SELECT count(*) FROM inbox), (SELECT max(id) FROM inbox)"
    ).fetchone()
    return tuple(found)


def _all(known: dict[str, Kept]) -> list[Copy]:
    return [kept.copy for kept in known.values()]


def _revision(connection: Any) -> str:
    found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(found[0][0]) if len(found) == 1 else ""
