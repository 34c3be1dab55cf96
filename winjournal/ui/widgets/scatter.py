"""Where deals landed: mine to the right, theirs upwards; equal is the dotted line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.ui.text import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.panels import Felt, Spot
    from winjournal.ui.glyphs import Glyphs

_ROWS, _COLUMNS = 9, 33
"""A cell is twice as high as wide, more or less: this is nearly a square."""

_AXIS = 11
_NARROWEST = _AXIS + 21
_MOST = 9


def scatter_lines(spots: Sequence[Spot], width: int, glyphs: Glyphs) -> list[Content]:
    """Return where deals landed; several on one place are told by their number."""
    if not spots or width < _NARROWEST:
        return []
    columns = min(_COLUMNS, width - _AXIS)
    told = Counter(_place(spot, columns) for spot in spots if not spot.guessed)
    every = Counter(_place(spot, columns) for spot in spots)
    lines = [Content.styled(f"{'':>{_AXIS}}{_ends(columns, 'theirs only', 'both met')}",
                            "$ink-faint")]  # fmt: skip
    for row in range(_ROWS):
        label = {0: "theirs 1", _ROWS // 2: glyphs.half_word, _ROWS - 1: "0"}.get(
            row, ""
        )
        cells = [
            _cell(every[row, at], told[row, at], _is_equal(row, at, columns), glyphs)
            for at in range(columns)
        ]
        axis = (f"{label:>{_AXIS - 1}} ", "$ink-faint")
        lines.append(Content.assemble(axis, *cells).simplify())
    lines += [
        _faint(_ends(columns, "neither", "mine only")),
        _faint(_halved(columns, glyphs)),
        *_legend(spots, glyphs, width),
    ]
    return [line.truncate(width) for line in lines]


def felt_lines(felt: Sequence[Felt], width: int, glyphs: Glyphs) -> list[Content]:
    """Return how much more pleased I thought they were: one mark a talk.

    Where the marks do not fit, each stands for several.
    """
    if not felt or width < _NARROWEST:
        return []
    gaps = Counter(one.gap for one in felt)
    room = width - _AXIS - 5
    each = -(-max(gaps.values()) // room)
    lines = [_faint("points of 7 that I thought them more pleased than they said")]
    for gap in range(max(gaps), min(gaps) - 1, -1):
        marks = glyphs.dot * -(-gaps[gap] // each)
        figure = "0" if gap == 0 else f"{gap:+d}"
        lines.append(
            Content.assemble(
                (f"{figure:>{_AXIS - 1}} ", "$ink-faint"), (marks, "$key"),
                (f" {gaps[gap]}" if gaps[gap] else "", "$ink-soft"),
            )
        )  # fmt: skip
    if each > 1:
        lines.append(_faint(f"one mark is up to {each} talks"))
    return [line.truncate(width) for line in lines]


def _place(spot: Spot, columns: int) -> tuple[int, int]:
    return (
        round((1 - spot.theirs) * (_ROWS - 1)),
        round(spot.mine * (columns - 1)),
    )


def _is_equal(row: int, at: int, columns: int) -> bool:
    """Whether both sides are met alike here, as near as a cell tells."""
    return round((_ROWS - 1 - row) * (columns - 1) / (_ROWS - 1)) == at


def _cell(deals: int, told: int, is_equal: bool, glyphs: Glyphs) -> tuple[str, str]:
    if not deals:
        return (glyphs.between, "$hair") if is_equal else (" ", "")
    if deals == 1:
        return (glyphs.met, "$key") if told else (glyphs.unmet, "$ink-soft")
    number = str(deals) if deals <= _MOST else "+"
    return number, "bold $key" if told else "$ink-soft"


def _legend(spots: Sequence[Spot], glyphs: Glyphs, width: int) -> list[Content]:
    said = f"{glyphs.met} by both accounts"
    if any(spot.guessed for spot in spots):
        said += f", {glyphs.unmet} theirs is my guess"
    said += "; a figure is so many deals, + ten or more"
    return [_faint(part.plain) for part in wrap(said, width - _AXIS)]


def _halved(columns: int, glyphs: Glyphs) -> str:
    half = (columns - 1) // 2
    return f"0{glyphs.half_word:>{half}}{'mine 1':>{columns - 1 - half}}"


def _ends(columns: int, first: str, last: str) -> str:
    return f"{first}{last:>{columns - len(first)}}"


def _faint(text: str) -> Content:
    return Content.styled(" " * _AXIS + text, "$ink-faint")
