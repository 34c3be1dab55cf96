"""The ruler: a hair line for the scale, a heavy one for the range, a dot for the value.

The same ruler stands for terms, intervals and trends. `ruler_line` is its one line, for
a row of a ledger; `Ruler` has words above it and figures under it that never overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.text import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.geometry import Size

_GAP = 2
_MARGIN = 0.15


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the scale: a word above it, a figure under it."""

    at: float
    word: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What a ruler shows. Numbers are only for the drawing; words are written as given.

    The caller turns money into floats here, and nowhere else.
    """

    low: float
    high: float
    """The ends of the hair line; `low` may be the greater one."""

    interval: tuple[Tick, Tick] | None = None
    """The ends of the heavy line, each with its figure."""

    interval_word: str = ""
    """What the heavy line is, such as "fair range"."""

    value: Tick | None = None
    """The dot; its figure is bold."""

    ticks: tuple[Tick, ...] = ()
    """Other places, such as where one leaves and what was asked."""


def around(values: Iterable[float]) -> tuple[float, float]:
    """Return the ends of a scale that shows all values with some room at both ends."""
    known = sorted(values)
    if not known:
        return 0.0, 1.0
    room = (known[-1] - known[0]) * _MARGIN or abs(known[0]) * _MARGIN or 1.0
    return known[0] - room, known[-1] + room


def ruler_line(scale: Scale, width: int, glyphs: Glyphs) -> Content:
    """Return the line of a ruler, `width` cells wide."""
    cells = [(glyphs.hair, "$hair")] * max(width, 0)
    if not cells:
        return Content("")
    for tick in scale.ticks:
        cells[place_on(scale, tick.at, width)] = (glyphs.tick, "$ink-faint")
    if scale.interval:
        first, last = sorted(place_on(scale, end.at, width) for end in scale.interval)
        for at in range(first, last + 1):
            cells[at] = (glyphs.heavy, "$interval")
    if scale.value:
        cells[place_on(scale, scale.value.at, width)] = (glyphs.dot, "$key")
    return Content.assemble(*cells).simplify()


def ruler_lines(scale: Scale, width: int, glyphs: Glyphs) -> list[Content]:
    """Return the words, the line and the figures of a ruler."""
    above = [_Label(tick.at, tick.word, "$ink-soft") for tick in scale.ticks]
    below = [_Label(tick.at, tick.figure, "$ink-soft") for tick in scale.ticks]
    if scale.interval:
        first, last = scale.interval
        middle = (first.at + last.at) / 2
        above.append(_Label(middle, scale.interval_word, "$ink-soft"))
        below += [_Label(end.at, end.figure, "$ink-soft") for end in scale.interval]
    if scale.value:
        above.append(_Label(scale.value.at, scale.value.word, "$ink-soft"))
        below.append(_Label(scale.value.at, scale.value.figure, "bold $ink"))
    return [
        *_labels(scale, above, width, glyphs),
        ruler_line(scale, width, glyphs),
        *_labels(scale, below, width, glyphs),
    ]


class Ruler(Widget):
    """A ruler with its words and figures."""

    DEFAULT_CSS = "Ruler { height: auto; }"

    def __init__(
        self,
        scale: Scale | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Make a ruler.

        Args:
            scale: What it shows; None: nothing yet.
            id: The widget's id.
            classes: The widget's classes.
        """
        super().__init__(id=id, classes=classes)
        self._scale = scale

    def show(self, scale: Scale | None) -> None:
        """Show something else."""
        self._scale = scale
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the ruler for the width there is."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it needs at a width."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        glyphs: Glyphs = getattr(self.app, "glyphs", UNICODE)
        return ruler_lines(self._scale, width, glyphs) if self._scale else []


@dataclass(frozen=True, slots=True)
class _Label:
    at: float
    text: str
    style: str


def place_on(scale: Scale, at: float, width: int) -> int:
    """Return the cell of a value on a ruler, 0 to `width` - 1; beyond, the end."""
    span = scale.high - scale.low
    share = (at - scale.low) / span if span else 0.5
    return round(min(max(share, 0.0), 1.0) * (width - 1))


def _labels(
    scale: Scale, labels: Sequence[_Label], width: int, glyphs: Glyphs
) -> list[Content]:
    placed = sorted(
        (
            (place_on(scale, label.at, width), label.style, shown)
            for label in labels
            if (shown := cut(label.text, width, glyphs.ellipsis))
        ),
        key=lambda one: one[0],
    )
    return [
        _drawn(lane, width) for lane in _lanes([one for one in placed if one], width)
    ]


def _lanes(
    labels: Sequence[tuple[int, str, str]], width: int
) -> list[list[tuple[int, str, str]]]:
    lanes: list[list[tuple[int, str, str]]] = []
    for label in labels:
        wide = cell_len(label[2])
        for lane in lanes:
            taken = sum(cell_len(text) + _GAP for _, _, text in lane)
            if taken + wide <= width:
                lane.append(label)
                break
        else:
            lanes.append([label])
    return lanes


def _drawn(lane: Sequence[tuple[int, str, str]], width: int) -> Content:
    starts: list[int] = []
    free = 0
    for middle, _, text in lane:
        start = max(middle - cell_len(text) // 2, free)
        starts.append(start)
        free = start + cell_len(text) + _GAP
    # Then from the right: nothing ends beyond the line, and each gives way.
    limit = width
    for index in range(len(lane) - 1, -1, -1):
        wide = cell_len(lane[index][2])
        starts[index] = max(min(starts[index], limit - wide), 0)
        limit = starts[index] - _GAP
    parts: list[tuple[str, str]] = []
    at = 0
    for start, (_, style, text) in zip(starts, lane, strict=True):
        parts += [(" " * (start - at), ""), (text, style)]
        at = start + cell_len(text)
    return Content.assemble(*parts)
