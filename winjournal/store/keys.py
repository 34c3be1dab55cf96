"""The keys of encrypted journals: made from a passphrase once, then kept here.

SQLCipher's own format: AES-256 by pages with HMAC-SHA512, the key from PBKDF2, its
salt the first bytes of the file. So there is no side file to lose, and other programs
that know SQLCipher open the file with the same passphrase.

A key is known by its salt, which a backup shares with its journal: whatever opens one
opens the other, and no room above the store ever holds a key.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Asker = Callable[[Path], Iterable[str]]
    """Gives the passphrases to try for a journal, one after the other."""

SALT = 16
"""Bytes of salt at the beginning of a file."""

_ROUNDS, _LENGTH = 256_000, 32
_NOT_DUMPABLE = 4  # PR_SET_DUMPABLE


class Key:
    """What opens one encrypted file; never shown, also not in a trace.

    Args:
        derived: The 32 bytes that the passphrase gave.
        salt: The first bytes of the file.
    """

    __slots__ = ("_derived", "salt")

    def __init__(self, derived: bytes, salt: bytes) -> None:
        self._derived, self.salt = derived, salt

    def __repr__(self) -> str:
        return "Key()"

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it raw: hex digits alone, so nothing to quote."""
        return f"x'{self._derived.hex()}{self.salt.hex()}'"


def make_key(passphrase: str, salt: bytes | None = None) -> Key:
    """Return the key that a passphrase gives; about 0.3 s, which is the point.

    Args:
        passphrase: As typed; in any of Unicode's forms.
        salt: Of the file to open; None makes one for a new file.

    Raises:
        Invalid: The passphrase is empty.
    """
    if not passphrase:
        raise Invalid("passphrase", "A passphrase has at least one character.")
    from hashlib import pbkdf2_hmac  # some 3 ms, for an encrypted journal only

    salt = salt or os.urandom(SALT)
    typed = unicodedata.normalize("NFC", passphrase)
    secret = typed.encode("utf-8", "surrogateescape")
    return Key(pbkdf2_hmac("sha512", secret, salt, _ROUNDS, _LENGTH), salt)


class KeyRing:
    """The keys that this process knows now, and who is asked for a passphrase."""

    def __init__(self) -> None:
        self._keys: dict[bytes, Key] = {}
        self.ask: Asker | None = None
        """Where passphrases come from; None asks nobody, and what is locked stays."""

    @property
    def has_any(self) -> bool:
        """Whether a key is known."""
        return bool(self._keys)

    def of(self, salt: bytes) -> Key | None:
        """Return the key of the file with this salt, if it is known."""
        return self._keys.get(salt)

    def keep(self, key: Key) -> None:
        """Keep a key until it is forgotten, and the process out of core dumps."""
        if not self._keys:
            keep_out_of_dumps()
        self._keys[key.salt] = key

    def forget(self) -> None:
        """Forget every key."""
        self._keys.clear()


KEYS = KeyRing()
"""Of this process; connections belong to a process, and so do the keys to them."""


def keep_out_of_dumps() -> None:
    """See to it that no core dump is written, and on Linux that nobody may trace.

    Where the system has no such thing nothing is done.
    """
    if sys.platform == "win32":
        return
    import resource

    # The hard limit as well: nothing that is started from here may raise it.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # some 5 ms, for an encrypted journal only

        ctypes.CDLL(None).prctl(_NOT_DUMPABLE, 0, 0, 0, 0)
