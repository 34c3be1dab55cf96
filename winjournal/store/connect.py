"""Connections to a journal, set up as RELIABILITY.md 3.2 found it safe.

Imports neither SQLAlchemy nor SQLModel: quick capture connects here too.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from winjournal.domain.errors import (
    Locked,
    WinJournalError,
    WrongPassphrase,
)
from winjournal.store.door import door
from winjournal.store.files import APPLICATION_ID, belongs_elsewhere
from winjournal.store.keys import KEYS, Key, make_key
from winjournal.store.opening import raw_connection, salt_of, there
from winjournal.store.places import ALLOW, on_network

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from winjournal.store.files import Identity

TIMEOUT = 5.0
"""Seconds that a write waits for another process."""

NEEDS = (3, 51, 3)
"""The first SQLite without the WAL-reset bug; it has FTS5 secure-delete too."""

_NOTADB = 26

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
        Locked: It is encrypted, and nobody gave its passphrase.
        WrongPassphrase: None of those given opens it.
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
        Locked: It is encrypted, and nobody gave its passphrase.
        WrongPassphrase: None of those given opens it.
        WinJournalError: As `door` says.
    """
    return _connect(path, "ro", timeout, None)


def unlock(path: Path, passphrases: Iterable[str]) -> None:
    """Find the passphrase that opens a journal, and keep its key.

    A plain journal asks for none; of the passphrases only as many are taken as are
    tried.

    Args:
        path: A real path.
        passphrases: What to try, one after the other.

    Raises:
        Locked: There was none to try.
        WrongPassphrase: None opens it.
        WinJournalError: The file is none, or as `door` says.
    """
    salt = salt_of(path, there(path, None))
    if salt is not None and KEYS.of(salt) is None:
        _try(path, salt, passphrases)


def is_encrypted(path: Path) -> bool:
    """Whether a journal is encrypted, also while this process has it open.

    Raises:
        WinJournalError: It is none.
    """
    return salt_of(path, there(path, None)) is not None


def _try(path: Path, salt: bytes, passphrases: Iterable[str]) -> Key:
    tried = False
    for passphrase in passphrases:
        tried = True
        key = make_key(passphrase, salt) if passphrase else None
        if key is not None and _opens(path, key):
            KEYS.keep(key)
            return key
    if tried:
        raise WrongPassphrase
    raise Locked(
        f"The journal {path} is locked.",
        "Give its passphrase on a terminal, by --passphrase-fd or --passphrase-file.",
    )


def _opens(path: Path, key: Key) -> bool:
    """Whether a key opens a file, which is then a journal of ours.

    Raises:
        NoJournal: It opens a database of another program.
        WinJournalError: As `door` says.
    """
    with door(path):
        connection = raw_connection(path, "ro", TIMEOUT, there(path, None), key)
        try:
            found = connection.execute("PRAGMA application_id").fetchone()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == _NOTADB:
                return False
            raise
        finally:
            connection.close()
    if found != (APPLICATION_ID,):
        raise belongs_elsewhere(path)
    return True


def _connect(path: Path, mode: str, timeout: float, expected: Identity | None) -> Any:
    file = there(path, expected)
    salt = salt_of(path, file)
    key = KEYS.of(salt) if salt is not None else None
    if salt is not None and key is None:
        key = _try(path, salt, KEYS.ask(path) if KEYS.ask is not None else ())
    return raw_connection(path, mode, timeout, file, key)


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
