"""Files that come from elsewhere: whole, of a known size, and nothing but text."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from winjournal.domain.errors import NoJournal

if TYPE_CHECKING:
    from pathlib import Path

MIB = 1024 * 1024


def read_bytes(path: Path, most: int) -> bytes:
    """Return what a file holds.

    The size is looked at first, and no more than that is read: a file may grow, and
    what is no file (a device, a pipe) may never end.

    Args:
        path: Which.
        most: The most bytes that are read.

    Raises:
        NoJournal: There is no such file, it may not be read, or it is too large.
    """
    try:
        # Without waiting: to open a pipe that nobody writes to would never end.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise NoJournal(f"{path} is no file.")
            data = file.read(most + 1) if found.st_size <= most else None
    except FileNotFoundError:
        raise NoJournal(f"There is no file {path}.") from None
    except OSError as error:
        raise NoJournal(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError:
        raise NoJournal(f"{path!r} cannot be a file's name.") from None
    if data is None or len(data) > most:
        raise NoJournal(
            f"{path} is larger than {most // MIB} MiB, which is the most.",
            "Nothing was read; split it into parts.",
        )
    return data


def read_text(path: Path, most: int) -> str:
    """Return a file of UTF-8 as text, as it is, without a byte order mark.

    Raises:
        NoJournal: As `read_bytes`, or it is no text.
    """
    return as_text(read_bytes(path, most), str(path))


def as_text(data: bytes, place: str) -> str:
    """Return bytes of UTF-8 as text, without a byte order mark.

    Raises:
        NoJournal: It is no text.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoJournal(f"{place} is no text in UTF-8.") from None
