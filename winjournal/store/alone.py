"""One process at a time: for making a journal and for migrating it."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from winjournal.domain.errors import Busy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 60.0
_PAUSE = 0.02


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder; the lock goes with the process, also when it is killed.

    The folder itself is locked, so no lock file is left behind. Where there is
    no flock (Windows) nothing is held: renaming refuses to overwrite there, and
    a migration holds SQLite's own lock anyway.

    Raises:
        Busy: Another process held it for a minute.
    """
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _wait_for(handle, folder)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, folder: Path) -> None:
    import fcntl  # not on Windows

    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Busy(
                    f"Another program is making or updating a journal in {folder}.",
                    "Try again when it is done. Nothing was changed.",
                ) from None
            time.sleep(_PAUSE)
        else:
            return
