"""What a user typed is text: shown as it is, never obeyed.

`plain` makes it a `Content`, which no markup can reach. `DisplayFilter` takes what a
terminal would obey, or what would reorder a line, out of everything that is drawn.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.content import Content
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_REORDERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_OBEYED = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_REORDERING}]")
"""Control characters (C0, C1), and those that reorder a line."""

_OBEYED_BUT_LINES = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_REORDERING}]")
"""The same, but for the line feed and the tab."""

_SURROGATES = re.compile("[\ud800-\udfff]")
"""Halves of a character: no terminal can be sent one."""

_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_BLANKS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def plain(value: str, style: str = "") -> Content:
    """Return text as content that no markup can reach, in one style.

    Line ends are kept, as line feeds; what a terminal would obey is left out.

    Args:
        value: What was typed, or anything else.
        style: A style of Textual's, such as "bold $gold".
    """
    shown = _whole(_OBEYED_BUT_LINES.sub("", _LINE_ENDS.sub("\n", value)))
    return Content.styled(shown, style) if style else Content(shown)


def one_line(value: str) -> str:
    """Return text on one line: line ends and tabs become a blank, controls go."""
    return _whole(_OBEYED.sub("", _BLANKS.sub(" ", value)))


def cut(value: str, width: int, ellipsis: str = "…") -> str:
    """Return text on one line and not wider than `width` cells.

    Args:
        value: The text; of very long text only the beginning is looked at.
        width: The room in cells.
        ellipsis: What ends text that was cut.
    """
    # No character that counts is narrower than one cell, but combining marks are
    # none wide: four characters a cell is more than any writing needs.
    shown = one_line(value[: 4 * max(width, 0) + 4])
    if cell_len(shown) <= width:
        return shown
    room = width - cell_len(ellipsis)
    if room < 0:
        return ""
    return set_cell_size(shown, room).rstrip() + ellipsis


def fit(content: Content, width: int, ellipsis: str = "…") -> Content:
    """Return content on one line, not wider than `width` cells, styles kept."""
    line = content
    if "\n" in content.plain:
        line = Content(" ").join(content.split(include_separator=False))
    if line.cell_length <= width:
        return line
    room = width - cell_len(ellipsis)
    if room < 0:
        return Content("")
    return line.truncate(room).rstrip() + ellipsis


def wrap(value: str | Content, width: int) -> list[Content]:
    """Return text in lines of at most `width` cells, broken between words.

    A word wider than a line is broken where the line ends. Text without a word is one
    empty line.
    """
    content = plain(value) if isinstance(value, str) else value
    return content.wrap(max(width, 2))


@lru_cache(maxsize=4096)
def _harmless(text: str) -> str:
    return _whole(_OBEYED.sub("", text))


def _whole(text: str) -> str:
    return _SURROGATES.sub("\ufffd", text)


class DisplayFilter(LineFilter):
    """Takes out of every drawn segment what a terminal would obey.

    The characters taken out are zero cells wide, so nothing moves. Put into
    `App.get_line_filters`, it stands behind every widget, Textual's own included.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without such characters; `background` is not used."""
        return [
            segment
            if segment.text.isascii() and segment.text.isprintable()
            else Segment(_harmless(segment.text), segment.style, segment.control)
            for segment in segments
        ]
