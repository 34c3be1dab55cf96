"""What may be said of a change, and how much was written meanwhile."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from winjournal.domain.evidence import my_marks
from winjournal.domain.measures.settings import TIER_ENOUGH
from winjournal.domain.measures.trends import (
    TrendState,
    trend_of_a_share,
    trend_of_a_value,
)
from winjournal.domain.panels import Amount
from winjournal.domain.report import Trend
from winjournal.domain.statements import (
    ALL_ONE_PERSON,
    ALSO_TAGGED_LESS,
    LATER_LOWER,
    SHORT_ONE_PERSON,
    SHORT_TAGGED_LESS,
    SHORT_WINDOWS,
    WINDOWS,
    short_state,
    state_words,
)
from winjournal.domain.statements_after import (
    AMOUNTS,
    AMOUNTS_DEBRIEFED,
    SHORT_AMOUNTS,
    UNTIL_THEN,
)
from winjournal.domain.tally import Series, View, fewer_marks, latest_windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.facts import Facts


def share_trend(series: Series[bool], n: int, seen: View) -> Trend:
    """Return the trend of a share.

    Args:
        series: Whether it was true of each negotiation.
        n: The count of the period's block; below five no trend word stands by it.
        seen: The record, for how much was written meanwhile.
    """
    trend = trend_of_a_share(series.said)
    if trend.state is TrendState.TOO_FEW or n < TIER_ENOUGH:
        return Trend(n=len(series.talks))
    if held := held_back(series.talks):
        return _with_amounts(held, series.talks, seen)
    counts = WINDOWS.format(k1=trend.before, k2=trend.last)
    found = Trend(
        state=trend.state,
        clause=f"{state_words(trend.state)} {counts}.",
        short=short_state(
            trend.state, SHORT_WINDOWS.format(k1=trend.before, k2=trend.last)
        ),
        n=len(series.talks),
        before=trend.before,
        last=trend.last,
    )
    return _with_amounts(found, series.talks, seen)


def value_trend(
    series: Series[float], n: int, seen: View, *, with_pairs: bool
) -> Trend:
    """Return the trend of a value.

    Args:
        series: The value of each negotiation.
        n: The count of the period's block; below five no trend word stands by it.
        seen: The record, for how much was written meanwhile.
        with_pairs: Whether the pairs in which the later is lower are told.
    """
    trend = trend_of_a_value(series.said)
    if trend.latest is None or n < TIER_ENOUGH:
        return Trend(n=len(series.talks))
    if held := held_back(series.talks):
        return _with_amounts(held, series.talks, seen)
    test = trend.latest
    pairs = LATER_LOWER.format(c=test.falling, pairs=test.untied_pairs)
    words = state_words(trend.state)
    found = Trend(
        state=trend.state,
        clause=f"{words} {pairs}" if with_pairs else words,
        short=short_state(trend.state),
        n=len(series.talks),
    )
    return _with_amounts(found, series.talks, seen)


def amount_of(talks: Sequence[Facts], seen: View) -> Amount:
    """Return how much was written about some talks, and about those of their days."""
    reviewed = [talk for talk in talks if talk.reviewed]
    first, last = min(talk.on for talk in talks), max(talk.on for talk in talks)
    start, end = bisect_left(seen.days, first), bisect_right(seen.days, last)
    return Amount(
        marks=sum(my_marks(talk) for talk in reviewed),
        reviewed=len(reviewed),
        talks=end - start,
        debriefed=seen.debriefs[end] - seen.debriefs[start],
    )


def _with_amounts(trend: Trend, talks: Sequence[Facts], seen: View) -> Trend:
    """Return a trend with how much was written in both windows beside it.

    It uses all data up to the period's end (MEASURES.md 3.2), which must be said where
    the period holds not all that it looked at.
    """
    windows = latest_windows(talks)
    before, last = (amount_of(window, seen) for window in windows)
    said = {
        "m1": before.marks, "m2": last.marks, "d1": before.debriefed,
        "t1": before.talks, "d2": last.debriefed, "t2": last.talks,
    }  # fmt: skip
    is_outside = any(talk.on < seen.period.start for talk in chain(*windows))
    scope = UNTIL_THEN if is_outside else ""
    clause = f"{scope[:1].upper()}{scope[1:]}{trend.clause}" if scope else trend.clause
    return replace(
        trend,
        clause=clause,
        short=f"{scope}{trend.short}",
        amounts=f"{AMOUNTS}{AMOUNTS_DEBRIEFED}".format(**said),
        short_amounts=tuple(part.format(**said) for part in SHORT_AMOUNTS),
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
