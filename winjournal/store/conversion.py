"""Encrypting a journal, decrypting it, giving it another passphrase: whole or not.

The journal is written anew beside itself, compared, and then takes the old one's
name, so that at each moment either the old file opens or the new one does. All the
while nobody else can open it: what they wrote would be left in the old file.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from winjournal.domain.errors import (
    Busy,
    Conflict,
    DamagedJournal,
    DiskTrouble,
    WinJournalError,
)
from winjournal.services.conversion import Converted
from winjournal.store.alone import alone_in
from winjournal.store.backup import back_up, check_whole, fingerprint, free_space
from winjournal.store.connect import connect, is_encrypted, look
from winjournal.store.door import door
from winjournal.store.files import (
    APPLICATION_ID,
    flush,
    partial_of,
    premake,
    sweep,
)
from winjournal.store.keys import KEYS, Key, make_key
from winjournal.store.older_copies import older_copies
from winjournal.store.schema import HEAD, ensure_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_ROOM = 32 * 1024 * 1024


def encrypt(path: Path, passphrase: str, now: datetime) -> Converted:
    """Encrypt a plain journal.

    Raises:
        Conflict: It is encrypted already.
        Invalid: The passphrase is empty.
        WinJournalError: As `_convert` says; nothing was changed.
    """
    real = ensure_schema(path, now)
    if is_encrypted(real):
        raise Conflict(
            f"The journal {real} is encrypted already.",
            "wj passphrase gives it another passphrase.",
        )
    return _convert(real, make_key(passphrase), "encrypt", now)


def decrypt(path: Path, now: datetime) -> Converted:
    """Make an encrypted journal a plain one.

    Raises:
        Conflict: It is plain already.
        WinJournalError: As `_convert` says; nothing was changed.
    """
    real = _encrypted(path, now)
    return _convert(real, None, "decrypt", now)


def change_passphrase(path: Path, passphrase: str, now: datetime) -> Converted:
    """Encrypt a journal under another passphrase.

    Raises:
        Conflict: It is not encrypted.
        Invalid: The passphrase is empty.
        WinJournalError: As `_convert` says; nothing was changed.
    """
    real = _encrypted(path, now)
    return _convert(real, make_key(passphrase), "passphrase", now)


def _encrypted(path: Path, now: datetime) -> Path:
    real = ensure_schema(path, now)
    if not is_encrypted(real):
        raise Conflict(
            f"The journal {real} is not encrypted.", "wj encrypt encrypts it."
        )
    return real


def _convert(real: Path, key: Key | None, reason: str, now: datetime) -> Converted:
    """Write a journal anew under another key, or under none.

    Raises:
        Busy: Another program has it open.
        DiskTrouble: There is not enough room, or the disk fails.
        DamagedJournal: It is not whole, so it stays as it is.
    """
    if free_space(real.parent) < _ROOM + 3 * real.stat().st_size:
        raise DiskTrouble(
            f"There is not enough space beside {real} to write it anew.",
            "Free some space, then try again. Nothing was changed.",
        )
    with alone_in(real.parent):
        backup = back_up(real, reason, HEAD, now)
        try:
            _replace(real, key)
        except Busy:
            # nothing was begun, so nothing needs this copy
            backup.unlink(missing_ok=True)
            raise
    # back to how it is used, and read once more under its name
    connect(real).close()
    return Converted(path=real, backup=backup, older=older_copies(real))


def _replace(real: Path, key: Key | None) -> None:
    partial = partial_of(real)
    sweep(partial)
    try:
        with _held(real) as connection:
            premake(partial)
            before = _write_anew(connection, real, partial, key)
            if key is not None:
                KEYS.keep(key)
            check_whole(partial)
            copied = look(partial)
            try:
                if fingerprint(copied) != before:
                    raise DamagedJournal(
                        f"No true copy of {real} could be made.",
                        "It is as it was; try again.",
                    )
            finally:
                copied.close()
            flush(partial)
            partial.rename(real)
            flush(real.parent)
    except BaseException:
        sweep(partial)
        raise


@contextmanager
def _held(real: Path) -> Iterator[Any]:
    """Hold a journal so that no other connection is, or can be, open on it.

    Leaving the write-ahead log needs that nobody else has the file open, reading or
    not; the exclusive lock then keeps everybody out until the connection is closed.
    """
    connection = connect(real)
    try:
        with door(real):
            _take(connection)
        yield connection
    except Busy as error:
        raise Busy(
            f"The journal {real} is open in another program.",
            "Close it there, then try again. Nothing was changed.",
        ) from error
    finally:
        connection.close()


def _take(connection: Any) -> None:
    connection.execute("PRAGMA main.journal_mode=DELETE")
    connection.execute("PRAGMA main.locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    # between the two somebody may have come, and gone back to the log
    if connection.execute("PRAGMA main.journal_mode").fetchone()[0] != "delete":
        raise Busy("The journal is open elsewhere.")
    connection.execute("COMMIT")  # the lock stays: that is its locking mode


def _write_anew(
    connection: Any, real: Path, partial: Path, key: Key | None
) -> dict[str, tuple[int, str]]:
    """Write a journal into an empty file, and return what it holds.

    Raises:
        WinJournalError: As `door` says.
    """
    literal = key.literal if key is not None else ""
    with door(real):
        (version,) = connection.execute("PRAGMA main.user_version").fetchone()
        connection.execute("ATTACH ? AS anew KEY ?", (str(partial), literal))
        # not EXCLUSIVE: to write both would leave a third file where it is killed
        connection.execute("BEGIN")
        before = fingerprint(connection)
        connection.execute("SELECT sqlcipher_export('anew')")
        # what the export leaves out
        connection.execute(f"PRAGMA anew.user_version = {int(version)}")
        connection.execute(f"PRAGMA anew.application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
        connection.execute("DETACH anew")
    return before


def remove_copies(converted: Converted, now: datetime) -> Path:
    """Remove the copies of the old form, once there is one of the new.

    Returns:
        The new copy.

    Raises:
        WinJournalError: No true copy could be made, or one could not be removed.
    """
    made = back_up(converted.path, "kept", HEAD, now)
    for copy in converted.older:
        try:
            copy.unlink(missing_ok=True)
        except OSError as error:
            raise WinJournalError(
                f"{copy} could not be removed: {error.strerror}.", "Remove it by hand."
            ) from error
    flush(made.parent)
    return made
