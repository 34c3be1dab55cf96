"""Counting over a record: what a period holds, and what a trend may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, compress
from operator import and_
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from winjournal.domain.evidence import is_deal, is_late, my_marks
from winjournal.domain.facts import Facts, Record
from winjournal.domain.measures.guards import tagging_fell
from winjournal.domain.measures.settings import TIER_TREND, TREND_WINDOW
from winjournal.domain.measures.trends import checkpoints
from winjournal.domain.periods import Period
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        deals: Those of the period in which both sides agreed.
        by_id: Every negotiation by its id.
        days: The days by which the talks are listed, in order.
        debriefs: How many of the talks up to each of these days have a debrief; 0
            before the first.
        tallies: What was tallied over it before: several parts of the report ask for
            the same, and some of it is dear.
    """

    record: Record
    period: Period
    today: date
    talks: Sequence[Facts]
    is_inside: Sequence[bool]
    is_looked_at: Sequence[bool]
    inside: Sequence[Facts]
    deals: Sequence[Facts]
    by_id: dict[str, Facts]
    days: Sequence[date]
    debriefs: Sequence[int]
    tallies: dict[Callable[[Facts], Any], Tally[Any]] = field(default_factory=dict)

    def marked(self, tag: str) -> Sequence[tuple[Facts, int]]:
        """Return the negotiations of the period with own moments of a tag."""
        act = Actor.ME, tag
        # A few tags are asked for; to sort all marks by theirs would take longer.
        return [(talk, n) for talk in self.inside if (n := talk.counts.get(act, 0))]


def view(record: Record, period: Period, today: date) -> View:
    """Return a record as one period sees it, whatever order its rows are in."""
    start, end = period.start, period.end
    upto = [talk for talk in record.deals if talk.on <= end]
    upto.sort(key=lambda t: (t.closed_on is None, t.closed_on or t.on, t.id))
    inside = [talk for talk in upto if talk.on >= start]
    by_day = sorted((talk.on, talk.debriefed_on is not None) for talk in upto)
    return View(
        record=record,
        period=period,
        today=today,
        talks=upto,
        is_inside=[talk.on >= start for talk in upto],
        is_looked_at=[t.closed_on is not None and not is_late(t) for t in upto],
        inside=inside,
        deals=[talk for talk in inside if is_deal(talk)],
        by_id={talk.id: talk for talk in record.deals},
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
        keys = map(key, self.inside.said)
        for talk, of in zip(self.inside.talks, keys, strict=True):
            found[of].append(talk)
        return found

    def where(self, holds: Callable[[V], bool]) -> Tally[V]:
        """Return the tally of those alone whose word holds."""
        series = []
        for one in (self.inside, self.looked_at):
            chosen = list(map(holds, one.said))
            talks, said = compress(one.talks, chosen), compress(one.said, chosen)
            series.append(Series(list(talks), list(said)))
        return Tally(*series)

    def without(self, talks: Iterable[Facts]) -> list[Facts]:
        """Return those of some negotiations that are not eligible in the period."""
        eligible = {talk.id for talk in self.inside.talks}
        return [talk for talk in talks if talk.id not in eligible]


def tally(seen: View, says: Callable[[Facts], V | None]) -> Tally[V]:
    """Return what every negotiation says; those that say None are not eligible."""
    found = seen.tallies.get(says)
    if found is None:
        found = seen.tallies[says] = _tallied(seen, says)
    return found


def _tallied(seen: View, says: Callable[[Facts], V | None]) -> Tally[V]:
    # By columns, for this runs over all talks there are, measure by measure.
    said = list(map(says, seen.talks))
    can_say = [one is not None for one in said]
    series = []
    for wanted in (seen.is_inside, seen.is_looked_at):
        chosen = list(map(and_, can_say, wanted))
        told = cast("list[V]", list(compress(said, chosen)))
        series.append(Series(list(compress(seen.talks, chosen)), told))
    return Tally(*series)


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
