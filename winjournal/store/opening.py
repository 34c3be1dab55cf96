"""One connection to one file: its locks, its key, and what may be known of it.

For `connect`, which sets up what is opened here.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlcipher3 import dbapi2

from winjournal.domain.errors import MovedJournal, WinJournalError
from winjournal.store.door import door
from winjournal.store.files import (
    Identity,
    check_header,
    identity,
    journal_of,
    size_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from winjournal.store.keys import Key

_open: Counter[Identity] = Counter()
"""How many connections this process has to each file.

POSIX locks belong to a process and its files: reading the header of a file that
is open would drop the locks of every connection to it, so this must be known.
"""

_salts: dict[Identity, bytes | None] = {}
"""The salt of each file that is open, None for a plain one; read before it was."""


class Connection(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection that is counted until it is closed."""

    file: Identity | None = None

    def close(self) -> None:
        """Close; closing twice does no harm."""
        if self.file is not None:
            _open[self.file] -= 1
            self.file = None
        super().close()


def there(path: Path, expected: Identity | None) -> Identity:
    """Return which file stands at a path.

    Raises:
        MovedJournal: None does, or not the one expected.
    """
    file = identity(path)
    if file is None or (expected is not None and file != expected):
        raise moved(path)
    return file


def salt_of(path: Path, file: Identity) -> bytes | None:
    """Return the salt of an encrypted file; None for a plain one.

    Raises:
        WinJournalError: As `check_header` says.
    """
    if _open[file] == 0:
        _salts[file] = check_header(path)
    return _salts[file]


def raw_connection(
    path: Path, mode: str, timeout: float, file: Identity, key: Key | None
) -> Any:
    """Return a connection that is counted and has its key, and nothing more.

    Args:
        path: The real path.
        mode: `ro` or `rw`.
        timeout: Seconds to wait for another process.
        file: Which file it is.
        key: What opens it; None for a plain one.

    Raises:
        WinJournalError: As `door` says.
    """
    if mode == "ro" and size_of(journal_of(path)):
        _roll_back(path, timeout, file, key)
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
            # before the key: a wrong one would be told on the terminal
            connection.execute("PRAGMA cipher_log_level=NONE")
            if key is not None:
                connection.execute(f'PRAGMA key="{key.literal}"')
        except BaseException:
            connection.close()
            raise
    return connection


def _roll_back(path: Path, timeout: float, file: Identity, key: Key | None) -> None:
    """Have SQLite take back what a killed process had begun to write.

    A connection that cannot write could not, and so could read nothing. What was
    begun too little to be taken back is removed: it holds a page as it was.
    """
    connection = raw_connection(path, "rw", timeout, file, key)
    try:
        # what is wrong with it is told to whoever reads it
        with suppress(dbapi2.DatabaseError):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            # while this is open nobody else can begin such a change
            if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                journal_of(path).unlink(missing_ok=True)
    finally:
        connection.close()


def check_same(path: Path, file: Identity | None) -> None:
    """Check that a journal is still the file that was opened.

    To be asked once more when the write lock is held: a change of encryption or a
    restore puts another file in its place, and only under that lock.

    Raises:
        MovedJournal: It was moved, deleted or replaced; SQLite would report
            success and lose what it is given.
    """
    if identity(path) != file:
        raise moved(path)


def moved(path: Path) -> WinJournalError:
    """Return the error for a journal that is no longer where it was opened."""
    return MovedJournal(
        f"The journal {path} was moved, deleted or replaced while it was open.",
        "Nothing was written. Put the file back, or start WinJournal again.",
    )
