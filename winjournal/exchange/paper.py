"""Text folded for paper and for plain terminals, by the cells that it takes."""

from __future__ import annotations

import unicodedata

from winjournal.exchange.cleaning import cleaned

ELLIPSIS = "…"


def cells(text: str) -> int:
    """Return how many cells of fixed width a line of text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def fold_words(text: str, width: int, most: int | None = None) -> list[str]:
    """Return a text in lines of at most `width` cells, broken between words.

    Its own line ends become blanks, control characters go, and a word wider than a
    line is broken where the line ends. A text without a word is no line.

    Args:
        text: What was typed.
        width: Cells of a line, 2 or more.
        most: So many lines; the last ends in `…` where more would follow.
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(cleaned(text).split(), width):
        longer = f"{line} {word}" if line else word
        if cells(longer) <= width:
            line = longer
            continue
        lines.append(line)
        line = word
    lines += [line] if line else []
    if most is None or len(lines) <= most:
        return lines
    last = cut_cells(lines[most - 1], width - 1)
    return [*lines[: most - 1], last.rstrip() + ELLIPSIS]


def cut_cells(text: str, width: int) -> str:
    """Return the beginning of a text that takes at most `width` cells."""
    room, end = width, 0
    for end, sign in enumerate(text):
        room -= _cells(sign)
        if room < 0:
            return text[:end]
    return text


def _pieces(words: list[str], width: int) -> list[str]:
    pieces: list[str] = []
    for word in words:
        rest = word
        while cells(rest) > width:
            piece = cut_cells(rest, width) or rest[:1]
            pieces.append(piece)
            rest = rest[len(piece) :]
        pieces += [rest] if rest else []
    return pieces


def _cells(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
