"""Files made for a user: whole or not at all, readable by nobody else.

A file is written under another name in the same folder, put safely on the disk
and only then given its name, so that a full disk or a lost machine leaves what
was there before.
"""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.domain.errors import (
    CannotCreate,
    DiskTrouble,
    NotPermitted,
    WinJournalError,
)
from winjournal.paths import FOLDER_MODE

if TYPE_CHECKING:
    from collections.abc import Iterable

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}


def write_atomic(path: Path, text: str, force: bool = False) -> None:
    """Write a file of mode 0600, whole or not at all.

    Args:
        path: Where; its folder must be there. A link is replaced, not followed.
        text: All of it, written as UTF-8.
        force: Whether a file that is there may be replaced.

    Raises:
        CannotCreate: There is a file already, or it cannot be made.
        DiskTrouble: The disk is full or fails.
        NotPermitted: The folder may not be written.
    """
    write_pieces(path, (text,), force=force)


def write_pieces(path: Path, pieces: Iterable[str], *, force: bool = False) -> None:
    """Write a file piece by piece, whole or not at all, as `write_atomic` does.

    Raises:
        CannotCreate: There is a file already, or it cannot be made.
        DiskTrouble: The disk is full or fails.
        NotPermitted: The folder may not be written.
    """
    if not force and os.path.lexists(path):
        raise _exists(path)
    # About 8 ms, and few verbs write files.
    import tempfile

    try:
        handle, name = tempfile.mkstemp(prefix=".winjournal-", dir=path.parent)
    except OSError as error:
        raise trouble_with(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        _give_name(temporary, path, force=force)
    except OSError as error:
        raise trouble_with(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder of mode 0700 where there is none; those above it must be there.

    Raises:
        CannotCreate: A file is in its place, or it cannot be made.
        NotPermitted: The folder above may not be written.
    """
    try:
        path.mkdir(mode=FOLDER_MODE, exist_ok=True)
    except OSError as error:
        raise trouble_with(path, error) from error


def trouble_with(path: Path, error: OSError) -> WinJournalError:
    """Return what the system said about a file that is to be written, as a sentence."""
    reason = error.strerror or type(error).__name__
    sentence = f"{path} cannot be written: {reason}."
    if error.errno in _DISK:
        return DiskTrouble(sentence, "Nothing was changed; make room and try again.")
    if error.errno in _FORBIDDEN:
        return NotPermitted(sentence, "Nothing was changed; choose another place.")
    if error.errno == errno.ENOENT:
        sentence = f"There is no folder {path.parent}."
        return CannotCreate(sentence, "Make it first, or choose another place.")
    return CannotCreate(sentence, "Nothing was changed; choose another place.")


def _give_name(temporary: Path, path: Path, *, force: bool) -> None:
    if force:
        temporary.replace(path)
        return
    try:
        # Unlike a rename, a link never replaces what appeared there meanwhile.
        path.hardlink_to(temporary)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        temporary.replace(path)


def _exists(path: Path) -> CannotCreate:
    return CannotCreate(f"{path} is there already.", "Use --force to replace it.")


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk too; some file systems cannot, and need not."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
