"""The log of faults: what kind and where, never a word of the user's."""

from __future__ import annotations

import contextlib
import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from winjournal.paths import FILE_MODE, FOLDER_MODE


def record_fault(log: Path, error: BaseException) -> None:
    """Add a fault to the log: time, kind, and the lines of the program it passed.

    The message of the exception is left out, for it may hold what was written.
    A log that cannot be written costs only itself.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{_module(f.filename)}:{f.lineno}" for f in reversed(frames))
    line = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {type(error).__name__} {places}\n"
    with contextlib.suppress(OSError):
        log.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        with os.fdopen(os.open(log, flags, FILE_MODE), "a", encoding="utf-8") as file:
            file.write(line)


def _module(filename: str) -> str:
    path = Path(filename)
    return "/".join(path.parts[-2:])
