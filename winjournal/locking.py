"""A journal's encryption, for the command line and the screens: what locks and opens.

The store is imported inside each function, so that none costs a call that has a plain
journal.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from winjournal.services.conversion import Converted
    from winjournal.store.keys import Asker
    from winjournal.ui.setting import Lock


def is_encrypted(path: Path) -> bool:
    """Whether a journal that this process does not hold open is encrypted.

    Raises:
        WinJournalError: There is something that is no journal.
    """
    from winjournal.store import files

    return files.is_encrypted(path)


def take_passphrases_from(ask: Asker | None) -> None:
    """Say who is asked where an encrypted journal is to be opened; None: nobody."""
    from winjournal.store.keys import KEYS

    KEYS.ask = ask


def may_ask() -> bool:
    """Whether anybody is asked."""
    from winjournal.store.keys import KEYS

    return KEYS.ask is not None


def has_key() -> bool:
    """Whether this process has opened an encrypted journal and not locked it again."""
    from winjournal.store.keys import KEYS

    return KEYS.has_any


def unlock(path: Path, passphrase: str | None = None) -> None:
    """Find the key of a journal, and keep it until it is forgotten.

    Args:
        path: The journal; where there is none, or a plain one, nothing is needed.
        passphrase: What to try; None asks who gives passphrases.

    Raises:
        Locked: There is nobody to ask.
        WrongPassphrase: It does not open the journal.
        WinJournalError: The file is none.
    """
    from winjournal.store import connect
    from winjournal.store.files import is_missing, locate
    from winjournal.store.keys import KEYS

    if is_missing(path):
        return
    real = locate(path)
    if passphrase is not None:
        connect.unlock(real, (passphrase,))
    else:
        connect.unlock(real, KEYS.ask(real) if KEYS.ask is not None else ())


def forget_keys() -> None:
    """Forget every key: what is encrypted cannot be opened without being asked."""
    from winjournal.store.keys import KEYS

    KEYS.forget()


def make_journal(path: Path, passphrase: str | None) -> Path:
    """Make an empty journal; with a passphrase an encrypted one.

    Returns:
        The real path.

    Raises:
        CannotCreate: There is something already, or the folder cannot be made.
        Invalid: The passphrase is empty.
        WinJournalError: It cannot be written.
    """
    from winjournal.domain.errors import CannotCreate
    from winjournal.store.create import create
    from winjournal.store.files import is_missing
    from winjournal.store.keys import KEYS, make_key

    if not is_missing(path):
        raise CannotCreate(f"There is something at {path} already.")
    if passphrase is None:
        return create(path)
    key = make_key(passphrase)
    KEYS.keep(key)
    return create(path, key)


def encrypt(path: Path, passphrase: str, now: datetime) -> Converted:
    """Encrypt a plain journal, whole or not at all; a copy is made first.

    Raises:
        Conflict: It is encrypted already.
        WinJournalError: It could not be done; nothing was changed.
    """
    from winjournal.store import conversion

    return conversion.encrypt(path, passphrase, now)


def decrypt(path: Path, now: datetime) -> Converted:
    """Make an encrypted journal plain, whole or not at all; a copy is made first.

    Raises:
        Conflict: It is plain already.
        WinJournalError: It could not be done; nothing was changed.
    """
    from winjournal.store import conversion

    return conversion.decrypt(path, now)


def change_passphrase(path: Path, passphrase: str, now: datetime) -> Converted:
    """Encrypt a journal under another passphrase; a copy is made first.

    Raises:
        Conflict: It is not encrypted.
        WinJournalError: It could not be done; nothing was changed.
    """
    from winjournal.store import conversion

    return conversion.change_passphrase(path, passphrase, now)


def remove_copies(converted: Converted, now: datetime) -> Path:
    """Remove the copies in the old form, after one in the new was made.

    Returns:
        The new copy.

    Raises:
        WinJournalError: It could not be made, or one could not be removed.
    """
    from winjournal.store import conversion

    return conversion.remove_copies(converted, now)


def seconds_gone() -> float:
    """Return seconds that nobody sets back, and that go on while the machine sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


def lock_of(path: Path, minutes: int) -> Lock | None:
    """Return the lock of a journal that is encrypted; None for any other.

    Args:
        path: The journal's file.
        minutes: Minutes without a key after which it is locked; 0 never.
    """
    from winjournal.domain.errors import WinJournalError

    try:
        encrypted = is_encrypted(path)
    except WinJournalError:
        return None  # opening it says why
    if not encrypted:
        return None
    from winjournal.ui.setting import Lock

    return Lock(
        open=lambda passphrase: unlock(path, passphrase),
        forget=forget_keys,
        asks_first=not (has_key() or may_ask()),
        after=60.0 * minutes,
        clock=seconds_gone,
    )
