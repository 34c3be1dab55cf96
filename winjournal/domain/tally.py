"""Counting over a record: what a period holds, and what a trend may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from winjournal.domain.evidence import is_late, my_marks
from winjournal.domain.facts import Facts, Record
from winjournal.domain.measures.guards import tagging_fell
from winjournal.domain.measures.settings import TIER_ENOUGH, TIER_TREND, TREND_WINDOW
from winjournal.domain.measures.trends import (
    TrendState,
    checkpoints,
    trend_of_a_share,
    trend_of_a_value,
)
from winjournal.domain.periods import Period
from winjournal.domain.report import Trend
from winjournal.domain.statements import (
    ALL_ONE_PERSON,
    ALSO_TAGGED_LESS,
    LATER_LOWER,
    WINDOWS,
    short_state,
    state_words,
)
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class View:
    """A record as one period sees it.

    Attributes:
        record: All of it.
        period: What is counted and listed.
        today: The local date, for what is due.
        talks: Negotiations up to the period's end, in closing order, open ones last;
            each with whether it lies in the period, and whether a trend may look at
            it: closed, and not sealed late.
        inside: Those of the period, in the same order.
        by_id: Every negotiation by its id.
        mine: Own moments of the period by tag: the negotiation and how many.
    """

    record: Record
    period: Period
    today: date
    talks: tuple[tuple[Facts, bool, bool], ...]
    inside: tuple[Facts, ...]
    by_id: dict[str, Facts]
    mine: dict[str, list[tuple[Facts, int]]]

    def marked(self, tag: str) -> Sequence[tuple[Facts, int]]:
        """Return the negotiations of the period with own moments of a tag."""
        return self.mine.get(tag, ())


def view(record: Record, period: Period, today: date) -> View:
    """Return a record as one period sees it, whatever order its rows are in."""
    start, end = period.start, period.end
    upto = [talk for talk in record.deals if talk.on <= end]
    upto.sort(key=lambda t: (t.closed_on is None, t.closed_on or t.on, t.id))
    inside = tuple(talk for talk in upto if talk.on >= start)
    mine: defaultdict[str, list[tuple[Facts, int]]] = defaultdict(list)
    for talk in inside:
        for (actor, tag), count in talk.counts.items():
            if actor is Actor.ME and count:
                mine[tag].append((talk, count))
    return View(
        record=record,
        period=period,
        today=today,
        talks=tuple(
            (t, t.on >= start, t.closed_on is not None and not is_late(t)) for t in upto
        ),
        inside=inside,
        by_id={talk.id: talk for talk in record.deals},
        mine=dict(mine),
    )


@dataclass(frozen=True, slots=True)
class Tally(Generic[V]):
    """The eligible negotiations of one measure, each with what it says.

    Attributes:
        inside: Those of the period, in closing order.
        series: Those that a trend may look at, up to the period's end.
    """

    inside: Sequence[tuple[Facts, V]]
    series: Sequence[tuple[Facts, V]]

    @property
    def talks(self) -> tuple[Facts, ...]:
        """The eligible negotiations of the period."""
        return tuple(talk for talk, _ in self.inside)

    def that(self, holds: Callable[[V], bool]) -> tuple[Facts, ...]:
        """Return the eligible negotiations of the period of which something holds."""
        return tuple(talk for talk, said in self.inside if holds(said))

    def without(self, talks: Iterable[Facts]) -> tuple[Facts, ...]:
        """Return those of some negotiations that are not eligible in the period."""
        eligible = {talk.id for talk, _ in self.inside}
        return tuple(talk for talk in talks if talk.id not in eligible)


def tally(seen: View, says: Callable[[Facts], V | None]) -> Tally[V]:
    """Return what every negotiation says; those that say None are not eligible."""
    inside: list[tuple[Facts, V]] = []
    series: list[tuple[Facts, V]] = []
    for talk, is_inside, is_looked_at in seen.talks:
        said = says(talk)
        if said is None:
            continue
        pair = (talk, said)
        if is_inside:
            inside.append(pair)
        if is_looked_at:
            series.append(pair)
    return Tally(inside, series)


def ids(talks: Iterable[Facts]) -> tuple[str, ...]:
    """Return the ids of negotiations in their order."""
    return tuple(talk.id for talk in talks)


def share_trend(tallied: Tally[bool], n: int) -> Trend:
    """Return the trend of a share.

    Args:
        tallied: What was counted.
        n: The count of the period's block; below five no trend word stands by it.
    """
    series = tallied.series
    trend = trend_of_a_share([said for _, said in series])
    if trend.state is TrendState.TOO_FEW or n < TIER_ENOUGH:
        return Trend(n=len(series))
    if held := held_back(series):
        return held
    counts = WINDOWS.format(k1=trend.before, k2=trend.last)
    return Trend(
        state=trend.state,
        clause=f"{state_words(trend.state)} {counts}.",
        short=short_state(trend.state, counts),
        n=len(series),
        before=trend.before,
        last=trend.last,
    )


def value_trend(
    series: Sequence[tuple[Facts, float]], n: int, *, with_pairs: bool
) -> Trend:
    """Return the trend of a value.

    Args:
        series: The value of each negotiation, in closing order.
        n: The count of the period's block; below five no trend word stands by it.
        with_pairs: Whether the pairs in which the later is lower are told.
    """
    trend = trend_of_a_value([value for _, value in series])
    if trend.latest is None or n < TIER_ENOUGH:
        return Trend(n=len(series))
    if held := held_back(series):
        return held
    test = trend.latest
    pairs = LATER_LOWER.format(c=test.falling, pairs=test.untied_pairs)
    words = state_words(trend.state)
    return Trend(
        state=trend.state,
        clause=f"{words} {pairs}" if with_pairs else words,
        short=short_state(trend.state),
        n=len(series),
    )


def held_back(series: Sequence[tuple[Facts, object]]) -> Trend | None:
    """Return what stands for a trend word that may not be said (MEASURES.md 3.0).

    Because less was tagged, which must not look like being better, or because all of
    the latest sixteen are with one counterparty, whose talks depend on one another.
    None where it may be said.
    """
    before, last = latest_windows(series)
    if marks := fewer_marks(series):
        words = ALSO_TAGGED_LESS.format(before=marks[0], last=marks[1])
    elif len({talk.person_id for talk in chain(before, last)}) == 1:
        words = ALL_ONE_PERSON
    else:
        return None
    return Trend(clause=words, short=words, n=len(series), held_back=True)


def latest_windows(
    series: Sequence[tuple[Facts, object]],
) -> tuple[Sequence[Facts], Sequence[Facts]]:
    """Return the two eights of the latest checkpoint; both empty below sixteen."""
    ends = checkpoints(len(series))
    if not ends:
        return (), ()
    window = [talk for talk, _ in series[ends[0] - TIER_TREND : ends[0]]]
    return window[:TREND_WINDOW], window[TREND_WINDOW:]


def fewer_marks(series: Sequence[tuple[Facts, object]]) -> tuple[int, int] | None:
    """Return own marks in both windows where they fell by half or more per talk.

    Only marks of my own count: to tag the other side more must not hide that one
    looked less at oneself.
    """
    before, last = (
        [my_marks(talk) for talk in window if talk.reviewed]
        for window in latest_windows(series)
    )
    return (sum(before), sum(last)) if tagging_fell(before, last) else None
