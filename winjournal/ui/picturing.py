"""A picture of the screen as it is seen, names hidden where they are hidden on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from winjournal.domain.errors import CannotCreate, WinJournalError

if TYPE_CHECKING:
    from winjournal.ui.lockable_app import LockableApp

_MOST = 99
_ELSEWHERE = re.compile(r"@font-face\s*\{.*?\}|<!--.*?-->", re.DOTALL)
"""Fonts that a browser would fetch from a server, and who made the file."""


def take_picture(app: LockableApp) -> None:
    """Write the screen as SVG to the folder of exports, readable by nobody else."""
    picture = _ELSEWHERE.sub("", app.export_screenshot(title="WinJournal"))
    try:
        name = _written(app, picture)
    except WinJournalError as error:
        app.notify(str(error), severity="error", timeout=10)
        return
    app.notify(f"Written: {name}.", timeout=4)


def _written(app: LockableApp, picture: str) -> str:
    """Write a picture under a name that is free, and return where.

    Raises:
        WinJournalError: It cannot be written.
    """
    stem = f"winjournal-{app.setting.now():%Y%m%d-%H%M%S}"
    for number in range(1, _MOST + 1):
        more = f"-{number}" if number > 1 else ""
        path = app.setting.export_folder / f"{stem}{more}.svg"
        if path.exists() and number < _MOST:
            continue
        app.setting.write_file(path, (picture,), False)
        return str(path)
    raise CannotCreate("There are too many pictures of this second.")
