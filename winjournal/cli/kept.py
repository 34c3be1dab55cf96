"""What was written but could not be saved is kept in a file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.domain.errors import WinJournalError
from winjournal.files import make_folder, write_atomic

if TYPE_CHECKING:
    from datetime import datetime


def keep_text(state: Path, text: str, now: datetime) -> str:
    """Keep a text in a file of mode 0600, and return a sentence that says where.

    Args:
        state: The program's folder of state; where it takes nothing, the folder
            of temporary files is used.
        text: What was written.
        now: The time, for the file's name.
    """
    name = f"kept-{now:%Y%m%dT%H%M%S%f}.md"
    for folder in (state, Path(tempfile.gettempdir())):
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            make_folder(folder)
            write_atomic(folder / name, text)
        except (WinJournalError, OSError):
            continue
        return f"What you wrote is kept in {folder / name}."
    return "What you wrote could not be kept."
