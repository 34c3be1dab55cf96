"""The chapters of the manual, offline: `wj help finding`."""

from __future__ import annotations

import re

from winjournal.resources import manual_file

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def chapters() -> dict[str, str]:
    """Return the chapters of the manual by their headings."""
    _, *parts = _HEADING.split(manual_file().read_text(encoding="utf-8"))
    return {
        heading: f"## {heading}\n\n{text.strip()}\n"
        for heading, text in zip(parts[::2], parts[1::2], strict=True)
    }


def chapter_named(words: str) -> str | None:
    """Return the one chapter whose heading holds these words; None: none, or more."""
    wanted = words.casefold()
    every = chapters()
    whole = [text for name, text in every.items() if name.casefold() == wanted]
    held = [text for name, text in every.items() if wanted in name.casefold()]
    found = whole or held
    return found[0] if len(found) == 1 else None
