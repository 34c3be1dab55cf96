"""The user's own templates for exports, as files beside the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.exchange.templates import NAMES, Source, Templates
from winjournal.reading_files import read_text

if TYPE_CHECKING:
    from winjournal.paths import Paths

SIZE_MAX = 1024 * 1024
"""Bytes of a template."""


def page_templates(paths: Paths) -> Templates | None:
    """Return the user's templates for exports; None where there are none.

    They lie in the folder `templates` beside the settings, as `negotiation.md`,
    `entry.md`, `line.md` and `week.md`.

    Raises:
        NoJournal: One cannot be read.
    """
    folder = paths.config.parent / "templates"
    files = [folder / f"{name}.md" for name in NAMES]
    sources = {
        file.stem: Source(str(file), read_text(file, SIZE_MAX))
        for file in files
        if file.exists()
    }
    return Templates(sources) if sources else None
