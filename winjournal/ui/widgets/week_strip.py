"""Weeks of marks as a strip: one line a step, one place a week, the newest last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.text import one_line
from winjournal.ui.widgets.marks import STYLES, Mark, glyph_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.geometry import Size

_KINDS: tuple[Mark, ...] = ("handled", "slip", "undecided")
_WIDEST, _USUAL, _NARROWEST = 7, 5, 2
_GAP = 2


@dataclass(frozen=True, slots=True)
class WeekMarks:
    """How much was marked in one week, in one step."""

    handled: int = 0
    slips: int = 0
    undecided: int = 0

    @property
    def counts(self) -> tuple[int, int, int]:
        """The counts in the order in which they are drawn."""
        return self.handled, self.slips, self.undecided


@dataclass(frozen=True, slots=True)
class StripLine:
    """One step: its name and its weeks, the oldest first."""

    label: str
    weeks: tuple[WeekMarks, ...]


class WeekStrip(Widget):
    """Marks by step and week, with how many there are at the end of each line."""

    DEFAULT_CSS = "WeekStrip { height: auto; }"

    def __init__(
        self,
        lines: Iterable[StripLine] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Make a strip.

        Args:
            lines: The steps, top to bottom, each with the same number of weeks.
            id: The widget's id.
            classes: The widget's classes.
        """
        super().__init__(id=id, classes=classes)
        self._lines = tuple(lines)

    def show(self, lines: Iterable[StripLine]) -> None:
        """Show other marks."""
        self._lines = tuple(lines)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the strip for the width there is."""
        glyphs: Glyphs = getattr(self.app, "glyphs", UNICODE)
        return Content("\n").join(strip_lines(self._lines, self.size.width, glyphs))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one line a step."""
        return len(self._lines)


def strip_lines(
    lines: Sequence[StripLine], width: int, glyphs: Glyphs
) -> list[Content]:
    """Return the strip line by line.

    Where it does not fit, what is undecided is no longer summed up first; then the
    words at the end become signs, and then the weeks narrower. A week with more marks
    than fit shows a figure after its sign.
    """
    labels = [one_line(line.label) for line in lines]
    label = max(map(cell_len, labels), default=0) + _GAP
    weeks = max((len(line.weeks) for line in lines), default=0)
    totals = [_totals(line) for line in lines]
    worded = [_tail(total, totals, glyphs, worded=True) for total in totals]
    brief = [_tail(t[:2], totals, glyphs, worded=True) for t in totals]
    signed = [_tail(total, totals, glyphs, worded=False) for total in totals]
    tails, cell = signed, _NARROWEST
    for tried, least in ((worded, _USUAL), (brief, _USUAL), (signed, _NARROWEST)):
        end = max((tail.cell_length for tail in tried), default=0) + _GAP
        room = (width - label - end) // max(weeks, 1)
        if room >= least:
            most = _USUAL if tried is signed else _WIDEST
            tails, cell = tried, min(room, most)
            break
    drawn: list[Content] = []
    for name, line, tail in zip(labels, lines, tails, strict=True):
        parts: list[Content | tuple[str, str]] = [
            (name + " " * (label - cell_len(name)), "$ink-soft")
        ]
        parts += [_week(week, cell, glyphs) for week in line.weeks]
        drawn.append(Content.assemble(*parts, " " * _GAP, tail).truncate(width))
    return drawn


def _totals(line: StripLine) -> tuple[int, ...]:
    return tuple(map(sum, zip(*(week.counts for week in line.weeks), strict=True)))


def _tail(
    counts: tuple[int, ...],
    all_counts: Sequence[tuple[int, ...]],
    glyphs: Glyphs,
    *,
    worded: bool,
) -> Content:
    parts: list[str] = []
    for kind, count, column in zip(
        _KINDS, counts, zip(*all_counts, strict=True), strict=False
    ):
        if not any(column):
            continue
        word = _word(kind, count) if worded else glyph_of(kind, glyphs)
        wide = max(len(_word(kind, other)) for other in column) if worded else 1
        digits = len(str(max(column)))
        shown = f"{count:>{digits}} {word:<{wide}}" if count else ""
        parts.append(f"{shown:<{digits + 1 + wide}}")
    return Content.styled("   ".join(parts).rstrip(), "$ink-soft")


def _word(kind: Mark, count: int) -> str:
    if kind == "slip":
        return "slip" if count == 1 else "slips"
    return kind


def _week(week: WeekMarks, width: int, glyphs: Glyphs) -> Content:
    room = width - 1
    kinds = [
        (kind, count)
        for kind, count in zip(_KINDS, week.counts, strict=True)
        if count > 0
    ]
    drawn = [(glyph_of(kind, glyphs) * count, STYLES[kind]) for kind, count in kinds]
    if _wide(drawn) > room:
        drawn = [
            (glyph_of(kind, glyphs) + (str(count) if count > 1 else ""), STYLES[kind])
            for kind, count in kinds
        ]
    if _wide(drawn) > room:
        drawn = [(glyph_of(kind, glyphs), STYLES[kind]) for kind, _ in kinds]
        drawn = [*drawn[: room - 1], ("+", "$ink-soft")]
    return Content.assemble(*drawn, " " * max(width - _wide(drawn), 0))


def _wide(drawn: Iterable[tuple[str, str]]) -> int:
    return sum(cell_len(text) for text, _ in drawn)
