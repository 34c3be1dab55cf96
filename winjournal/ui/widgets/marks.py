"""Marks: what was handled, what slipped, what is undecided, and how far it was met.

Colour says it once more; the shape says it alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.content import Content

if TYPE_CHECKING:
    from winjournal.ui.glyphs import Glyphs

Mark = Literal["handled", "slip", "undecided", "met", "half", "unmet"]
"""What a mark says."""

STYLES: dict[Mark, str] = {
    "handled": "$handled",
    "slip": "$slip",
    "undecided": "$gold",
    "met": "$handled",
    "half": "$ink-soft",
    "unmet": "$ink-soft",
}
"""The style of each mark of one's own."""

THEIRS = "$ink-soft"
"""The style of every mark of theirs."""


REPAIRED = "~"
"""What a mark gains once it was put right; in ASCII as it is."""


def glyph_of(kind: Mark, glyphs: Glyphs) -> str:
    """Return the sign of a mark."""
    sign: str = getattr(glyphs, kind)
    return sign


def mark(kind: Mark, glyphs: Glyphs, *, theirs: bool = False) -> Content:
    """Return a mark, one cell wide.

    Args:
        kind: What it says.
        glyphs: The signs of the terminal.
        theirs: True where it is about the other side: drawn in grey.
    """
    return Content.styled(glyph_of(kind, glyphs), THEIRS if theirs else STYLES[kind])


def tagged(
    kind: Mark, tag: str, glyphs: Glyphs, *, strength: int = 1, theirs: str = "",
    repaired: bool = False,
) -> Content:  # fmt: skip
    """Return a mark with its tag, and its strength as a figure where it is not 1.

    Args:
        kind: What it says.
        tag: The tag as it is read, such as "ego-released".
        glyphs: The signs of the terminal.
        strength: 1 to 3.
        theirs: Whose it is, where it is not one's own: all of it in grey.
        repaired: Whether it was put right since; the mark stays and gains a sign.
    """
    style = THEIRS if theirs else ""
    words = f" {theirs} {tag}" if theirs else f" {tag}"
    parts: list[Content | tuple[str, str]] = [
        mark(kind, glyphs, theirs=bool(theirs)),
        (words, style),
    ]
    if strength > 1:
        parts.append((f" {strength}", THEIRS if theirs else STYLES[kind]))
    if repaired:
        parts.append((f" {REPAIRED}", "$handled"))
    return Content.assemble(*parts)
