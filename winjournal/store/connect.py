"""Connections to a journal, set up as RELIABILITY.md 3.2 found it safe.

Imports neither SQLAlchemy nor SQLModel: quick capture connects here too.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlcipher3 import dbapi2

from winjournal.domain.errors import MovedJournal, WinJournalError
from winjournal.store.door import door
from winjournal.store.files import Identity, check_header, identity
from winjournal.store.places import ALLOW, on_network

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT = 5.0
"""Seconds that a write waits for another process."""

NEEDS = (3, 51, 3)
"""The first SQLite without the WAL-reset bug; it has FTS5 secure-delete too."""

_SETTINGS = (
    "temp_store=MEMORY",  # no file in /tmp with what is in the journal
    "trusted_schema=OFF",  # a file from elsewhere calls no function of ours
    "cell_size_check=ON",
    "secure_delete=ON",
    "fullfsync=1",
    "checkpoint_fullfsync=1",
    "journal_size_limit=4194304",
    "mmap_size=0",
)

_open: Counter[Identity] = Counter()
"""How many connections this process has to each file.

POSIX locks belong to a process and its files: reading the header of a file that
is open would drop the locks of every connection to it, so this must be known.
"""


class Connection(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection that is counted until it is closed."""

    file: Identity | None = None

    def close(self) -> None:
        """Close; closing twice does no harm."""
        if self.file is not None:
            _open[self.file] -= 1
            self.file = None
        super().close()


def connect(
    path: Path,
    *,
    timeout: float = TIMEOUT,
    foreign_keys: bool = True,
    expected: Identity | None = None,
) -> Any:
    """Return a connection to an existing journal, in autocommit mode.

    Args:
        path: A real path, as `files.locate` gives it.
        timeout: Seconds to wait for another process.
        foreign_keys: Off only for migrations, which move whole tables.
        expected: The file it must still be; None takes what is there.

    Raises:
        NoJournal: The file is none.
        DamagedJournal: It is damaged, or no longer the file expected.
        WinJournalError: As `door` says.
    """
    connection = _connect(path, "rw", timeout, expected)
    try:
        with door(path):
            _set_up(connection, foreign_keys, logs=_may_log(path))
    except BaseException:
        connection.close()
        raise
    return connection


def look(path: Path, *, timeout: float = TIMEOUT) -> Any:
    """Return a connection that cannot write, not even move the log into the file.

    Raises:
        NoJournal: The file is none.
        WinJournalError: As `door` says.
    """
    return _connect(path, "ro", timeout, None)


def _connect(path: Path, mode: str, timeout: float, expected: Identity | None) -> Any:
    file = identity(path)
    if file is None or (expected is not None and file != expected):
        raise moved(path)
    if _open[file] == 0:
        check_header(path)
    # mode=rw: a file that has just gone must not come back as an empty journal.
    uri = f"file:{quote(os.fsencode(path))}?mode={mode}"
    with door(path):
        connection = dbapi2.connect(
            uri,
            timeout=timeout,
            isolation_level=None,
            check_same_thread=False,
            factory=Connection,
            uri=True,
        )
        connection.file = file
        _open[file] += 1
        try:
            connection.execute("PRAGMA cipher_log_level=NONE")
        except BaseException:
            connection.close()
            raise
    return connection


def _may_log(path: Path) -> bool:
    """Whether SQLite's log works there; on a network, where that is allowed, not."""
    return not (os.environ.get(ALLOW) and on_network(path))


def _set_up(connection: Any, foreign_keys: bool, *, logs: bool) -> None:
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    mode = "WAL" if logs else "DELETE"
    if connection.execute(f"PRAGMA journal_mode={mode}").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=FULL")
    if connection.execute("PRAGMA synchronous").fetchone()[0] != 2:
        raise WinJournalError("SQLite does not promise to keep what it is given.")


def moved(path: Path) -> WinJournalError:
    """Return the error for a journal that is no longer where it was opened."""
    return MovedJournal(
        f"The journal {path} was moved, deleted or replaced while it was open.",
        "Nothing was written. Put the file back, or start WinJournal again.",
    )


def check_library() -> None:
    """Check that the SQLite underneath is one that keeps its promises.

    Raises:
        WinJournalError: It is too old.
    """
    if dbapi2.sqlite_version_info < NEEDS:
        raise WinJournalError(
            f"SQLite {dbapi2.sqlite_version} loses data in rare cases.",
            "Install sqlcipher3 0.6.4 or newer.",
        )
