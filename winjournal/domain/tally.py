"""Counting over a record: what a period holds, and what a trend may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

from winjournal.domain.evidence import is_late, my_marks
from winjournal.domain.facts import Facts, Record
from winjournal.domain.measures.guards import tagging_fell
from winjournal.domain.measures.settings import TIER_TREND, TREND_WINDOW
from winjournal.domain.measures.trends import checkpoints
from winjournal.domain.periods import Period
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
        days: The days by which the talks are listed, in order.
        debriefs: How many of the talks up to each of these days have a debrief; 0
            before the first.
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
    days: Sequence[date]
    debriefs: Sequence[int]

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
    by_day = sorted((talk.on, talk.debriefed_on is not None) for talk in upto)
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
        days=[day for day, _ in by_day],
        debriefs=[0, *accumulate(debriefed for _, debriefed in by_day)],
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
