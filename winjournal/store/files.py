"""The journal as a file: where it is, whose it is, and who may read it.

Everything here looks before SQLite does: SQLite would take an empty file for an
empty journal and make a missing one (RELIABILITY.md 2.4).
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from winjournal.domain.errors import (
    CannotCreate,
    DamagedJournal,
    DiskTrouble,
    NoJournal,
    NotPermitted,
    WinJournalError,
)

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x574A4E4C
"""`WJNL`: what says that an SQLite file is a journal."""

_LOGS = ("-wal", "-journal")
"""What may hold a part of the journal beside it while somebody writes."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_PAGE = 4096
_SALT = 16
_OTHER_FILE = "Name another file with --db."

Identity = tuple[int, int]
"""Device and inode: the file itself, whatever it is called."""


def is_missing(path: Path) -> bool:
    """Whether there is nothing at `path`, not even a link to nowhere."""
    return not os.path.lexists(path)


def locate(path: Path) -> Path:
    """Return the real path of an existing journal; links are followed once.

    Raises:
        NoJournal: Nothing there, a link to nowhere, or no plain file.
        NotPermitted: It may not be read or written.
        CannotCreate: The file has a second name (a hard link).
    """
    try:
        real = path.resolve(strict=True)
        found = real.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise NoJournal(f"{path} points to a file that is not there.") from None
        raise NoJournal(f"There is no journal at {path}.", _OTHER_FILE) from None
    except (OSError, RuntimeError) as error:
        raise file_error(error, path) from error
    if stat.S_ISDIR(found.st_mode):
        raise NoJournal(f"{path} is a folder, not a journal.", _OTHER_FILE)
    if not stat.S_ISREG(found.st_mode):
        raise NoJournal(f"{path} is not a plain file.", _OTHER_FILE)
    if found.st_nlink > 1:
        raise CannotCreate(
            f"{path} has a second name (a hard link); changes could be lost.",
            "Remove the other name, then try again.",
        )
    _check_access(real)
    return real


def _check_access(real: Path) -> None:
    for place, wanted in ((real, os.R_OK | os.W_OK), (real.parent, os.W_OK | os.X_OK)):
        if not os.access(place, wanted):
            what = "the folder" if place != real else "the file"
            raise NotPermitted(
                f"The journal cannot be opened: {what} {place} may not be"
                " read and written.",
                "Change its permissions, or name another file with --db.",
            )


def identity(path: Path) -> Identity | None:
    """Return which file stands at `path` now; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check_header(path: Path) -> bytes | None:
    """Check the first bytes of a file that no connection of this process holds.

    Opening and closing a file drops the locks that this process has on it, so
    this must run before the first connection (RELIABILITY.md, finding 8).

    Returns:
        The salt of an encrypted file; None for a plain one.

    Raises:
        NoJournal: Empty, no SQLite file, or another program's.
        DamagedJournal: The file is shorter than it says it is.
        NotPermitted: It may not be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_PAGE)
        # After the header, so that a checkpoint in between only adds.
        waiting = any(size_of(path.with_name(path.name + end)) for end in _LOGS)
        size = path.stat().st_size
    except OSError as error:
        raise file_error(error, path) from error
    if not head:
        raise NoJournal(f"{path} is empty, so it is no journal.", _OTHER_FILE)
    if not head.startswith(_MAGIC):
        return _salt(path, head, size)
    if len(head) < _HEADER:
        raise _cut_off(path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise belongs_elsewhere(path)
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if not waiting and size < pages * (65536 if page == 1 else page):
        raise _cut_off(path)
    return None


def _salt(path: Path, head: bytes, size: int) -> bytes:
    """Return the salt of what looks encrypted: whole pages that are no text.

    Raises:
        NoJournal: It does not look so.
    """
    if size % _PAGE == 0 and len(head) == _PAGE:
        try:
            head.decode()
        except UnicodeDecodeError:
            return head[:_SALT]
    raise NoJournal(f"{path} is not a journal.", _OTHER_FILE)


def is_encrypted(path: Path) -> bool:
    """Whether a journal is encrypted; False where there is none.

    Only for a file that no connection of this process holds.

    Raises:
        WinJournalError: As `locate` and `check_header` say.
    """
    return not is_missing(path) and check_header(locate(path)) is not None


def belongs_elsewhere(path: Path) -> WinJournalError:
    """Return the error for an SQLite file that is no journal."""
    return NoJournal(f"{path} belongs to another program.", _OTHER_FILE)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps a change that is not finished, to undo it."""
    return path.with_name(f"{path.name}-journal")


def size_of(path: Path) -> int:
    """Return the bytes of a file, 0 where there is none (any more)."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _cut_off(path: Path) -> DamagedJournal:
    return DamagedJournal(
        f"{path} was cut off: a part of the journal is missing.",
        "wj restore puts a backup in its place; nothing was changed.",
    )


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, if it is not there.

    Raises:
        CannotCreate: It cannot be made.
        NotPermitted: It may not be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except PermissionError as error:
        raise file_error(error, folder) from error
    except OSError as error:
        raise CannotCreate(f"The folder {folder} cannot be made.") from error


def premake(path: Path) -> None:
    """Make an empty file that only its owner may read, where none is.

    SQLite itself would make it readable for all; what it makes beside a file
    takes that file's mode.

    Raises:
        CannotCreate: There is something already.
        NotPermitted: It may not be made.
        DiskTrouble: The disk is full or fails.
    """
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
    try:
        made = os.open(path, flags, 0o600)
    except FileExistsError:
        raise CannotCreate(f"There is something at {path} already.") from None
    except OSError as error:
        raise file_error(error, path) from error
    os.close(made)


def flush(path: Path) -> None:
    """Have the disk keep a file, or the names in a folder, for good."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(path: Path) -> None:
    """Remove a file that was being made, and what SQLite keeps beside it."""
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def partial_of(path: Path) -> Path:
    """Return where a journal is made before it gets its name."""
    return path.with_name(f".{path.name}.partial")


def file_error(error: BaseException, path: Path) -> WinJournalError:
    """Return the domain's error for one of the operating system."""
    if isinstance(error, PermissionError):
        return NotPermitted(
            f"{path} may not be read or written.",
            "Change its permissions, or name another file with --db.",
        )
    if isinstance(error, OSError) and error.errno is not None:
        return DiskTrouble(
            f"The disk did not give {path}: {os.strerror(error.errno).lower()}.",
            "Nothing was changed.",
        )
    return NoJournal(f"{path} cannot be followed to a file.", _OTHER_FILE)
