"""Own moments by step over time: slips and handled apart, nothing averaged away."""

from __future__ import annotations

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

_STEPS = tuple(Step)
_HALVES = {
    (Actor.ME, tag.slug): 2 * _STEPS.index(tag.step) + (tag.polarity is Polarity.SLIP)
    for tag in TAXONOMY
    if tag.polarity is not Polarity.NEUTRAL
}
"""Which half of which step's cell a moment is counted in: handled, then slips."""


@dataclass(slots=True)
class _Half:
    """What is being counted into one half of a cell; ids in closing order."""

    count: int = 0
    ids: list[str] = field(default_factory=list)


def moments(seen: View) -> Moments:
    """Return own handled and slips of each step, by month or in short periods by week.

    A moment is counted where its negotiation is listed. Theirs, neutral and
    undecided ones and a user's own tags are not counted.
    """
    by_week = seen.period.end - seen.period.start < _SHORT
    spans = _spans(seen, by_week=by_week)
    sums = _summed(seen, by_week=by_week)
    rows = {
        step: tuple([_cell(sums.get(span), at) for span in spans])
        for at, step in enumerate(_STEPS)
    }
    return Moments(spans=spans, by_week=by_week, rows=rows)


def _summed(seen: View, *, by_week: bool) -> dict[date, list[_Half]]:
    """Return by span the halves of the steps' cells."""
    sums: dict[date, list[_Half]] = {}
    on_day: dict[date, list[_Half]] = {}
    # Talk by talk, and not tag by tag: a big journal goes through the memory once.
    for talk in seen.inside:
        halves = on_day.get(talk.on)
        if halves is None:
            span = _first_of(talk.on, by_week=by_week)
            if span not in sums:
                sums[span] = [_Half() for _ in range(2 * len(_STEPS))]
            halves = on_day[talk.on] = sums[span]
        id_ = talk.id
        for act, count in talk.counts.items():
            at = _HALVES.get(act)
            if at is None or not count:
                continue
            half = halves[at]
            half.count += count
            if not half.ids or half.ids[-1] != id_:
                half.ids.append(id_)
    return sums


_EMPTY = Cell()


def _cell(halves: list[_Half] | None, at: int) -> Cell:
    """Return the cell of one step, by its place among the steps."""
    if halves is None:
        return _EMPTY
    handled, slips = halves[2 * at], halves[2 * at + 1]
    return Cell(
        handled=handled.count,
        slips=slips.count,
        handled_ids=tuple(handled.ids),
        slip_ids=tuple(slips.ids),
    )


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
