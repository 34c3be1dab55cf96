"""What the screens remember by themselves, such as the theme."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from winjournal.paths import FILE_MODE, FOLDER_MODE


def recall(path: Path) -> dict[str, str]:
    """Return what the screens remember; nothing where the file cannot be read."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(raw, dict):
        return {}
    return {str(k): v for k, v in raw.items() if isinstance(v, str)}


def remember(path: Path, **values: str) -> None:
    """Add to what the screens remember; a disk that refuses costs only that.

    The file is replaced whole, 0600 in a folder of 0700.
    """
    kept = {**recall(path), **values}
    temporary: str | None = None
    try:
        path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            os.fchmod(file.fileno(), FILE_MODE)
            json.dump(kept, file, sort_keys=True)
        Path(temporary).replace(path)
    except OSError:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
