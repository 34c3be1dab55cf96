"""Counting over a record: what a period holds, and what a trend may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
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
    SHORT_ONE_PERSON,
    SHORT_TAGGED_LESS,
    WINDOWS,
    short_state,
    state_words,
)
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

V = TypeVar("V")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class View:
    """A record as one period sees it.

    Attributes:
        record: All of it.
        period: What is counted and listed.
        today: The local date, for what is due.
        talks: Negotiations up to the period's end, in closing order, open ones last.
        is_inside: Of each of them, whether it lies in the period.
        is_looked_at: Whether a trend may look at it: closed, and not sealed late.
        inside: Those of the period, in the same order.
        by_id: Every negotiation by its id.
        mine: Own moments of the period by tag: the negotiation and how many.
    """

    record: Record
    period: Period
    today: date
    talks: Sequence[Facts]
    is_inside: Sequence[bool]
    is_looked_at: Sequence[bool]
    inside: Sequence[Facts]
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
    inside = [talk for talk in upto if talk.on >= start]
    mine: defaultdict[str, list[tuple[Facts, int]]] = defaultdict(list)
    for talk in inside:
        for (actor, tag), count in talk.counts.items():
            if actor is Actor.ME and count:
                mine[tag].append((talk, count))
    return View(
        record=record,
        period=period,
        today=today,
        talks=upto,
        is_inside=[talk.on >= start for talk in upto],
        is_looked_at=[t.closed_on is not None and not is_late(t) for t in upto],
        inside=inside,
        by_id={talk.id: talk for talk in record.deals},
        mine=dict(mine),
    )


@dataclass(frozen=True, slots=True)
class Series(Generic[V]):
    """What negotiations say, one beside the other: a pair for each would cost more.

    Attributes:
        talks: The negotiations, in closing order.
        said: What each says.
    """

    talks: list[Facts] = field(default_factory=list)
    said: list[V] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tally(Generic[V]):
    """The eligible negotiations of one measure, each with what it says.

    Attributes:
        inside: Those of the period.
        looked_at: Those that a trend may look at, up to the period's end.
    """

    inside: Series[V]
    looked_at: Series[V]

    @property
    def talks(self) -> Sequence[Facts]:
        """The eligible negotiations of the period."""
        return self.inside.talks

    def __len__(self) -> int:
        return len(self.inside.talks)

    def split(self, key: Callable[[V], K]) -> dict[K, list[Facts]]:
        """Return the negotiations of the period by what they say; [] for no other."""
        found: defaultdict[K, list[Facts]] = defaultdict(list)
        for talk, said in zip(self.inside.talks, self.inside.said, strict=True):
            found[key(said)].append(talk)
        return found

    def without(self, talks: Iterable[Facts]) -> list[Facts]:
        """Return those of some negotiations that are not eligible in the period."""
        eligible = {talk.id for talk in self.inside.talks}
        return [talk for talk in talks if talk.id not in eligible]


def tally(seen: View, says: Callable[[Facts], V | None]) -> Tally[V]:
    """Return what every negotiation says; those that say None are not eligible."""
    inside: Series[V] = Series()
    looked_at: Series[V] = Series()
    # One pass over all talks for each measure: the methods are looked up once.
    add_talk, add_said = inside.talks.append, inside.said.append
    look_at_talk, look_at_said = looked_at.talks.append, looked_at.said.append
    for talk, is_inside, is_looked_at in zip(
        seen.talks, seen.is_inside, seen.is_looked_at, strict=True
    ):
        said = says(talk)
        if said is None:
            continue
        if is_inside:
            add_talk(talk)
            add_said(said)
        if is_looked_at:
            look_at_talk(talk)
            look_at_said(said)
    return Tally(inside, looked_at)


def ids(talks: Iterable[Facts]) -> tuple[str, ...]:
    """Return the ids of negotiations in their order."""
    return tuple([talk.id for talk in talks])


def share_trend(series: Series[bool], n: int) -> Trend:
    """Return the trend of a share.

    Args:
        series: Whether it was true of each negotiation.
        n: The count of the period's block; below five no trend word stands by it.
    """
    trend = trend_of_a_share(series.said)
    if trend.state is TrendState.TOO_FEW or n < TIER_ENOUGH:
        return Trend(n=len(series.talks))
    if held := held_back(series.talks):
        return held
    counts = WINDOWS.format(k1=trend.before, k2=trend.last)
    return Trend(
        state=trend.state,
        clause=f"{state_words(trend.state)} {counts}.",
        short=short_state(trend.state, counts),
        n=len(series.talks),
        before=trend.before,
        last=trend.last,
    )


def value_trend(series: Series[float], n: int, *, with_pairs: bool) -> Trend:
    """Return the trend of a value.

    Args:
        series: The value of each negotiation.
        n: The count of the period's block; below five no trend word stands by it.
        with_pairs: Whether the pairs in which the later is lower are told.
    """
    trend = trend_of_a_value(series.said)
    if trend.latest is None or n < TIER_ENOUGH:
        return Trend(n=len(series.talks))
    if held := held_back(series.talks):
        return held
    test = trend.latest
    pairs = LATER_LOWER.format(c=test.falling, pairs=test.untied_pairs)
    words = state_words(trend.state)
    return Trend(
        state=trend.state,
        clause=f"{words} {pairs}" if with_pairs else words,
        short=short_state(trend.state),
        n=len(series.talks),
    )


def held_back(talks: Sequence[Facts]) -> Trend | None:
    """Return what stands for a trend word that may not be said (MEASURES.md 3.0).

    Because less was tagged, which must not look like being better, or because all of
    the latest sixteen are with one counterparty, whose talks depend on one another.
    None where it may be said.
    """
    before, last = latest_windows(talks)
    if marks := fewer_marks(talks):
        words = ALSO_TAGGED_LESS.format(before=marks[0], last=marks[1])
        short = SHORT_TAGGED_LESS
    elif len({talk.person_id for talk in chain(before, last)}) == 1:
        words, short = ALL_ONE_PERSON, SHORT_ONE_PERSON
    else:
        return None
    return Trend(clause=words, short=short, n=len(talks), held_back=True)


def latest_windows(
    talks: Sequence[Facts],
) -> tuple[Sequence[Facts], Sequence[Facts]]:
    """Return the two eights of the latest checkpoint; both empty below sixteen."""
    ends = checkpoints(len(talks))
    if not ends:
        return (), ()
    window = talks[ends[0] - TIER_TREND : ends[0]]
    return window[:TREND_WINDOW], window[TREND_WINDOW:]


def fewer_marks(talks: Sequence[Facts]) -> tuple[int, int] | None:
    """Return own marks in both windows where they fell by half or more per talk.

    Only marks of my own count: to tag the other side more must not hide that one
    looked less at oneself.
    """
    before, last = (
        [my_marks(talk) for talk in window if talk.reviewed]
        for window in latest_windows(talks)
    )
    return (sum(before), sum(last)) if tagging_fell(before, last) else None
