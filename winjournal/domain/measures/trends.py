"""One trend machine for all measures, computed afresh from the data each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from winjournal.domain.measures.kendall import MannKendall, mann_kendall
from winjournal.domain.measures.settings import (
    CHECKPOINT_STEP,
    SHARE_MARK,
    TIER_TREND,
    TREND_WINDOW,
    VALUE_MARK,
)
from winjournal.domain.measures.shares import probability_of_increase


class TrendState(StrEnum):
    """What may be said about a change. None of them says that nothing changed."""

    TOO_FEW = "too-few"
    """Below sixteen entries: nothing is said."""

    NO_CLEAR_CHANGE = "no-clear-change"
    """The latest checkpoint is not marked: too little to tell either way."""

    WATCH_UP = "watch-up"
    """The latest checkpoint is marked up: worth a look, often chance."""

    WATCH_DOWN = "watch-down"
    """The latest checkpoint is marked down: worth a look, often chance."""

    CHANGED_UP = "changed-up"
    """The two latest checkpoints are marked up."""

    CHANGED_DOWN = "changed-down"
    """The two latest checkpoints are marked down."""


class Mark(IntEnum):
    """What one checkpoint saw."""

    DOWN = -1
    NONE = 0
    UP = 1


@dataclass(frozen=True, slots=True)
class ShareTrend:
    """The trend of a share and the two windows that its latest checkpoint compared.

    Attributes:
        state: What may be said.
        before: How many of the eight before it was true of; None if there are too few.
        last: How many of the last eight it was true of; None if there are too few.
    """

    state: TrendState
    before: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class ValueTrend:
    """The trend of a value and the test of the sixteen at its latest checkpoint.

    Attributes:
        state: What may be said.
        latest: The test behind the state; None if there are too few.
    """

    state: TrendState
    latest: MannKendall | None


def checkpoints(n: int) -> tuple[int, ...]:
    """Return the latest checkpoints among n entries, newest first: two, one or none.

    Checkpoints lie at 16, 20, 24, ... entries; a state needs the latest two.
    """
    latest = n - (n - TIER_TREND) % CHECKPOINT_STEP
    return tuple(end for end in (latest, latest - CHECKPOINT_STEP) if end >= TIER_TREND)


def trend_of_a_share(oldest_first: Sequence[bool]) -> ShareTrend:
    """Return how a yes or no has moved over the entries, in closing order.

    A checkpoint sets its last eight entries against the eight before and is marked
    when the probability of an increase is at least 0.95, or at most 0.05.
    """
    ends = checkpoints(len(oldest_first))
    windows = [_two_windows(oldest_first, end) for end in ends]
    if not windows:
        return ShareTrend(TrendState.TOO_FEW, None, None)
    state = _state([_mark_of_counts(before, last) for before, last in windows])
    return ShareTrend(state, *windows[0])


def trend_of_a_value(oldest_first: Sequence[float]) -> ValueTrend:
    """Return how a value has moved over the entries, in closing order.

    A checkpoint tests its last sixteen entries by exact Mann-Kendall and is marked in
    the direction of S when p is at most 0.10. All the same: no clear change.
    """
    tests = [
        mann_kendall(oldest_first[end - TIER_TREND : end])
        for end in checkpoints(len(oldest_first))
    ]
    if not tests:
        return ValueTrend(TrendState.TOO_FEW, None)
    return ValueTrend(_state([_mark_of_test(test) for test in tests]), tests[0])


def _two_windows(oldest_first: Sequence[bool], end: int) -> tuple[int, int]:
    middle = end - TREND_WINDOW
    before = sum(oldest_first[middle - TREND_WINDOW : middle])
    return before, sum(oldest_first[middle:end])


def _mark_of_counts(before: int, last: int) -> Mark:
    increase = probability_of_increase(before, TREND_WINDOW, last, TREND_WINDOW)
    if increase is not None and increase >= SHARE_MARK:
        return Mark.UP
    if increase is not None and increase <= 1 - SHARE_MARK:
        return Mark.DOWN
    return Mark.NONE


def _mark_of_test(test: MannKendall) -> Mark:
    if test.p > VALUE_MARK:
        return Mark.NONE
    return Mark.UP if test.s > 0 else Mark.DOWN


def _state(newest_first: Sequence[Mark]) -> TrendState:
    """Return the state from the marks of one or two checkpoints."""
    latest = newest_first[0]
    if latest is Mark.NONE:
        return TrendState.NO_CLEAR_CHANGE
    repeated = len(newest_first) > 1 and newest_first[1] is latest
    if latest is Mark.UP:
        return TrendState.CHANGED_UP if repeated else TrendState.WATCH_UP
    return TrendState.CHANGED_DOWN if repeated else TrendState.WATCH_DOWN
