"""Own moments by step over time: slips and handled apart, nothing averaged away."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from winjournal.domain.report import Cell, Moments
from winjournal.domain.tags import TAXONOMY, Actor, Polarity, Step

if TYPE_CHECKING:
    from winjournal.domain.tally import View

_SHORT = timedelta(days=62)
"""Up to two months are told by week, more by month."""

_LONG = timedelta(days=1100)
"""A period of more than three years begins where there is something to see."""

_MINE = {
    (Actor.ME, tag.slug): (tag.step, tag.polarity is Polarity.HANDLED)
    for tag in TAXONOMY
    if tag.polarity is not Polarity.NEUTRAL
}


@dataclass(slots=True)
class _Sum:
    """What is being counted into one cell; ids in closing order."""

    handled: int = 0
    slips: int = 0
    handled_ids: dict[str, None] = field(default_factory=dict)
    slip_ids: dict[str, None] = field(default_factory=dict)

    def add(self, talk_id: str, count: int, *, is_handled: bool) -> None:
        if is_handled:
            self.handled += count
            self.handled_ids[talk_id] = None
        else:
            self.slips += count
            self.slip_ids[talk_id] = None

    def cell(self) -> Cell:
        return Cell(
            handled=self.handled,
            slips=self.slips,
            handled_ids=tuple(self.handled_ids),
            slip_ids=tuple(self.slip_ids),
        )


def moments(seen: View) -> Moments:
    """Return own handled and slips of each step, by month or in short periods by week.

    A moment is counted where its negotiation is listed. Theirs, neutral and
    undecided ones and a user's own tags are not counted.
    """
    by_week = seen.period.end - seen.period.start < _SHORT
    sums: defaultdict[tuple[Step, date], _Sum] = defaultdict(_Sum)
    first: dict[date, date] = {}
    # Talk by talk, and not tag by tag: a big journal goes through the memory once.
    for talk in seen.inside:
        span = first.get(talk.on)
        if span is None:
            span = first[talk.on] = _first_of(talk.on, by_week=by_week)
        for act, count in talk.counts.items():
            counted = _MINE.get(act)
            if counted is not None and count:
                step, is_handled = counted
                sums[step, span].add(talk.id, count, is_handled=is_handled)
    spans = _spans(seen, by_week=by_week)
    empty = Cell()
    rows = {
        step: tuple(
            sums[step, span].cell() if (step, span) in sums else empty for span in spans
        )
        for step in Step
    }
    return Moments(spans=spans, by_week=by_week, rows=rows)


def _first_of(day: date, *, by_week: bool) -> date:
    """Return the first day of the month or week that a day lies in."""
    if by_week:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1)


def _spans(seen: View, *, by_week: bool) -> tuple[date, ...]:
    """Return the first days of all spans from the period's start to now, or its end."""
    days = [talk.on for talk in seen.inside]
    start, end = seen.period.start, seen.period.end
    if end - start > _LONG:
        start = max(start, min(days, default=seen.today))
    end = min(end, max([seen.today, *days]))
    spans = []
    span = _first_of(start, by_week=by_week)
    while span <= end:
        spans.append(span)
        span = _first_of(span + timedelta(days=7 if by_week else 31), by_week=by_week)
    return tuple(spans)
