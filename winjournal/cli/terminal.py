"""What a terminal would obey, taken out; and how wide text is on it."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

_REORDERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_OBEYED = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_REORDERING}]")
"""Control characters (C0, C1) but LF and TAB, and those that reorder a line."""

_COLUMNS, _LINES = 80, 24

_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")

_NO_GLYPHS = frozenset({"dumb", "linux", "vt100", "vt220"})
"""Terminals whose fonts lack the marks, whatever the locale says."""


def harmless(text: str) -> str:
    """Return text without what a terminal would obey or what reorders a line."""
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATES.sub("\ufffd", _OBEYED.sub("", text))


def one_line(text: str) -> str:
    """Return text on one line: every run of white space becomes one blank."""
    return _BLANKS.sub(" ", text)


def width_of(text: str) -> int:
    """Return how many cells a line of text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def cut(text: str, width: int, ellipsis: str) -> str:
    """Return a line of text that takes at most `width` cells."""
    if width_of(text) <= width:
        return text
    room, kept = width - width_of(ellipsis), []
    for letter in text:
        room -= _cells(letter)
        if room < 0:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + ellipsis


def size_of(stream: TextIO) -> tuple[int, int]:
    """Return columns and lines of a terminal; 80 and 24 where it does not tell.

    The same as `shutil.get_terminal_size`, whose import takes 3 ms.
    """
    try:
        told = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        told = os.terminal_size((0, 0))
    asked = os.environ.get("COLUMNS", "")
    columns = int(asked) if asked.isascii() and asked.isdigit() else told.columns
    return columns or _COLUMNS, told.lines or _LINES


def draws_marks(encoding: str) -> bool:
    """Return whether a terminal or a file of this encoding can show the marks."""
    is_utf8 = encoding.lower().replace("-", "").replace("_", "") == "utf8"
    return is_utf8 and os.environ.get("TERM", "") not in _NO_GLYPHS


def is_dumb() -> bool:
    """Return whether the terminal can neither move its cursor nor show colour."""
    return os.environ.get("TERM", "") == "dumb"


def _cells(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
