"""A measure over time, drawn in cells: single marks, or a curve within its interval.

The curve is a heavy line in a shaded band, so that it reads without colour; ASCII has
signs of its own. The axis at the left has the unit over it, the one below dates, and
under it stands how much was written meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.calendar_words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.domain.panels import Amount, Dot, Plot, Point
    from winjournal.ui.glyphs import Glyphs

ROWS = 9
"""Lines of a curve: eight of eight, seven of eight and so on have one each."""

_AXIS = 11
"""Cells at the left for figures and names; the last of them is blank."""
_NARROWEST = 24
_TICK, _TICKS = 14, 6
"""Cells that a date needs under the curve, and how many stand there at the most."""


def plot_lines(plot: Plot, width: int, glyphs: Glyphs) -> list[Content]:
    """Return a plot for the width there is; nothing where there is nothing to see."""
    if plot.points and width >= _AXIS + _NARROWEST:
        return _curve(plot, width, glyphs)
    return dot_lines(plot.dots, width, glyphs)


def dot_lines(
    dots: Sequence[Dot], width: int, glyphs: Glyphs, *, counts: bool = True
) -> list[Content]:
    """Return single marks, oldest first, with the days of the first and the last.

    Args:
        dots: The marks.
        width: The room in cells; where it does not hold all, the latest are drawn.
        glyphs: The signs of the terminal.
        counts: Whether it is said how many are left out.
    """
    if not dots or width < _NARROWEST:
        return []
    shown = dots[-((width + 1) // 2) :]
    cells: list[tuple[str, str]] = []
    for dot in shown:
        cells += [dot_cell(dot.counted, glyphs), (" ", "")]
    first, last = _day(shown[0].on), _day(shown[-1].on)
    ends = first if len(shown) == 1 else f"{first} {glyphs.to} {last}"
    if counts and len(shown) < len(dots):
        ends = f"the latest {len(shown)}, {ends}"
    counted, other = dot_cell(True, glyphs)[0], dot_cell(False, glyphs)[0]
    said = f"{ends}   {counted} counted, {other} not"
    return [
        Content.assemble(*cells).simplify().truncate(width),
        Content.styled(said, "$ink-faint").truncate(width),
    ]


def dot_cell(counted: bool, glyphs: Glyphs) -> tuple[str, str]:
    """Return the sign of one entry and its style; no verdict, so in blue or grey."""
    return (glyphs.met, "$key") if counted else (glyphs.unmet, "$ink-soft")


def _curve(plot: Plot, width: int, glyphs: Glyphs) -> list[Content]:
    room = width - _AXIS
    columns = _spread(plot.points, room)
    lines = [Content.styled(f"{'':>{_AXIS}}{plot.unit}", "$ink-faint")]
    for row in range(ROWS):
        label = _label(plot, row)
        cells = [_cell(plot, point, row, glyphs) for point in columns]
        axis = (f"{label:>{_AXIS - 1}} ", "$ink-faint")
        lines.append(Content.assemble(axis, *cells).simplify())
    lines += _under(plot.points, room)
    return [line.truncate(width) for line in lines]


def _spread(points: Sequence[Point], room: int) -> list[Point]:
    """Return a point for each column, so that the first and the last are seen."""
    last = len(points) - 1
    return [points[round(at * last / max(room - 1, 1))] for at in range(room)]


def _row_of(plot: Plot, value: float) -> int:
    span = plot.high - plot.low
    share = (value - plot.low) / span if span else 0.5
    return round((1 - min(max(share, 0.0), 1.0)) * (ROWS - 1))


def _cell(plot: Plot, point: Point, row: int, glyphs: Glyphs) -> tuple[str, str]:
    if row == _row_of(plot, point.value):
        return glyphs.heavy, "$key"
    if point.low is not None and point.high is not None:
        top, bottom = _row_of(plot, point.high), _row_of(plot, point.low)
        if top <= row <= bottom:
            return glyphs.shade, "$interval"
    if plot.equal is not None and row == _row_of(plot, plot.equal):
        return glyphs.hair, "$hair"
    return " ", ""


def _label(plot: Plot, row: int) -> str:
    """Return the figure beside a line: at both ends, the middle, and where equal is."""
    if plot.equal is not None and row == _row_of(plot, plot.equal):
        return f"{plot.equal:.0f}"
    if row in (0, ROWS - 1) or (plot.equal is None and row == ROWS // 2):
        value = plot.high + (plot.low - plot.high) * row / (ROWS - 1)
        return f"{value:.0f}"
    return ""


def _under(points: Sequence[Point], room: int) -> list[Content]:
    """Return dates under the curve, and how much was written about the eight there."""
    count = min(max(room // _TICK, 2), _TICKS, len(points))
    last = len(points) - 1
    chosen = [points[round(at * last / (count - 1))] for at in range(count)]
    rows = (
        ("", [_day(point.on) for point in chosen]),
        ("my marks", [str(point.amount.marks) for point in chosen]),
        ("debriefed", [_debriefed(point.amount) for point in chosen]),
    )
    return [
        Content.styled(f"{name:>{_AXIS - 1}} {_apart(words, room)}", "$ink-faint")
        for name, words in rows
    ]


def _debriefed(amount: Amount) -> str:
    return f"{amount.debriefed} of {amount.talks}"


def _apart(words: Sequence[str], room: int) -> str:
    """Return words spread over a line: the first at its start, the last at its end."""
    last = len(words) - 1
    line = ""
    for at, word in enumerate(words):
        middle = at * (room - 1) / last
        shift = 0 if at == 0 else len(word) - 1 if at == last else len(word) // 2
        start = max(round(middle) - shift, len(line) + 1 if line else 0)
        line = f"{line:<{start}}{word}"
    return line


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
