"""Saving a journal whose file was moved, deleted or replaced while it was open.

SQLite goes on reporting success there, and all of it is gone at the end
(RELIABILITY.md, finding 14); the open connection still has every row.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from winjournal.store.backup import check_whole, own_name
from winjournal.store.door import door
from winjournal.store.files import (
    Identity,
    flush,
    identity,
    is_missing,
    make_folder,
    premake,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def rescue(connection: Any, path: Path, now: datetime) -> Path:
    """Write all that a connection has to a new file beside its old place.

    Args:
        connection: A raw connection of the DB-API.
        path: Where the journal was.
        now: For the name of the file.

    Returns:
        The new file, read again.

    Raises:
        WinJournalError: It cannot be written.
    """
    make_folder(path.parent)
    target = _unused(path, now)
    premake(target)
    try:
        with door(target):
            cursor = connection.cursor()
            cursor.execute("VACUUM INTO ?", (str(target),))
            cursor.close()
        check_whole(target)
        flush(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    flush(path.parent)
    return target


def log_of(path: Path) -> Identity | None:
    """Return which file is SQLite's log of a journal now; None where there is none."""
    return identity(path.with_name(path.name + "-wal"))


def set_log_aside(path: Path, log: Identity | None) -> None:
    """Rename the log that a rescued journal left, if it is still that one."""
    there = path.with_name(path.name + "-wal")
    if log is None or identity(there) != log:
        return
    there.rename(there.with_name(f"{there.name}.rescued"))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)


def _unused(path: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    name, number = f"{own_name(path)}-rescued-{stamp}", 1
    target = path.with_name(f"{name}.db")
    while not is_missing(target):
        number += 1
        target = path.with_name(f"{name}-{number}.db")
    return target
