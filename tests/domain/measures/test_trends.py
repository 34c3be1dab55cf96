from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.measures.laws import law
from winjournal.domain.measures.kendall import mann_kendall
from winjournal.domain.measures.trends import (
    ShareTrend,
    TrendState,
    ValueTrend,
    checkpoints,
    trend_of_a_share,
    trend_of_a_value,
)

FLIPPED = {
    TrendState.WATCH_UP: TrendState.WATCH_DOWN,
    TrendState.WATCH_DOWN: TrendState.WATCH_UP,
    TrendState.CHANGED_UP: TrendState.CHANGED_DOWN,
    TrendState.CHANGED_DOWN: TrendState.CHANGED_UP,
}

RISING_A_LITTLE = [
    *(1.9, 0.8, -0.4, 0.0, -0.8, 0.5, 0.0, 1.4),
    *(-0.6, 0.6, 0.2, 0.4, 1.9, 1.4, 2.0, 2.7),
]
RISING_LESS = [
    *(0.7, -1.0, -0.2, -0.2, 2.4, 0.4, 1.3, 1.3),
    *(0.5, -0.7, 2.0, 0.7, 1.9, -0.0, 1.0, 2.8),
]


@pytest.mark.parametrize(
    ("n", "ends"),
    [
        (0, ()),
        (15, ()),
        (16, (16,)),
        (19, (16,)),
        (20, (20, 16)),
        (23, (20, 16)),
        (24, (24, 20)),
        (10_001, (10_000, 9_996)),
    ],
)
def test_checkpoints_lie_four_apart_from_sixteen(n: int, ends: tuple[int, ...]) -> None:
    assert checkpoints(n) == ends


def test_fifteen_are_too_few() -> None:
    assert trend_of_a_share([True] * 15) == ShareTrend(TrendState.TOO_FEW, None, None)
    rising = [float(i) for i in range(15)]
    assert trend_of_a_value(rising) == ValueTrend(TrendState.TOO_FEW, None)
    assert trend_of_a_share([]).state is TrendState.TOO_FEW
    assert trend_of_a_value([]).state is TrendState.TOO_FEW


def test_one_marked_checkpoint_is_worth_a_look() -> None:
    flags = [True] * 6 + [False] * 9 + [True]
    assert trend_of_a_share(flags) == ShareTrend(TrendState.WATCH_DOWN, 6, 1)


def test_two_marked_alike_are_a_change() -> None:
    flags = [True] * 12 + [False] * 8
    assert trend_of_a_share(flags) == ShareTrend(TrendState.CHANGED_DOWN, 8, 0)


def test_what_comes_after_the_checkpoint_waits_for_the_next() -> None:
    flags = [True] * 6 + [False] * 9 + [True]
    for more in ([True], [True] * 2, [True] * 3):
        assert trend_of_a_share(flags + more) == trend_of_a_share(flags)
    assert trend_of_a_share([*flags, *[True] * 4]) != trend_of_a_share(flags)


def test_two_marks_that_disagree_are_only_worth_a_look() -> None:
    flags = [False] * 6 + [True, False] + [True] * 5 + [False] * 7
    assert trend_of_a_share(flags[:16]) == ShareTrend(TrendState.WATCH_UP, 1, 5)
    assert trend_of_a_share(flags) == ShareTrend(TrendState.WATCH_DOWN, 5, 1)


def test_only_the_two_latest_checkpoints_count() -> None:
    old_fall = [True] * 12 + [False] * 8
    assert trend_of_a_share(old_fall + [False] * 8).state is TrendState.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    ("before", "last", "state"),
    [
        (4, 1, TrendState.NO_CLEAR_CHANGE),
        (5, 1, TrendState.WATCH_DOWN),
        (1, 4, TrendState.NO_CLEAR_CHANGE),
        (1, 5, TrendState.WATCH_UP),
    ],
)
def test_where_the_mark_of_a_share_begins(
    before: int, last: int, state: TrendState
) -> None:
    flags = [i < before for i in range(8)] + [i < last for i in range(8)]
    assert trend_of_a_share(flags) == ShareTrend(state, before, last)


def test_a_value_that_falls_has_changed_down() -> None:
    falling = [0.4 - 0.02 * i for i in range(20)]
    trend = trend_of_a_value(falling)
    assert trend.state is TrendState.CHANGED_DOWN
    assert trend.latest == mann_kendall(falling[4:20])


def test_only_the_last_sixteen_values_are_tested() -> None:
    wild_past = [float(i % 7) for i in range(12)]
    flat = [1.0] * 16
    assert trend_of_a_value(wild_past + flat).latest == mann_kendall(flat)


def test_values_all_the_same_show_no_clear_change() -> None:
    assert trend_of_a_value([0.2] * 24).state is TrendState.NO_CLEAR_CHANGE


def test_p_up_to_a_tenth_marks_and_more_does_not() -> None:
    assert mann_kendall(RISING_A_LITTLE).p == pytest.approx(0.0568, abs=5e-5)
    assert trend_of_a_value(RISING_A_LITTLE).state is TrendState.WATCH_UP
    assert mann_kendall(RISING_LESS).p == pytest.approx(0.1046, abs=5e-5)
    assert trend_of_a_value(RISING_LESS).state is TrendState.NO_CLEAR_CHANGE


def test_values_after_the_checkpoint_wait_for_the_next() -> None:
    before = trend_of_a_value(RISING_A_LITTLE)
    assert trend_of_a_value([*RISING_A_LITTLE, -9.0, -9.0, -9.0]) == before
    assert trend_of_a_value([*RISING_A_LITTLE, *[-9.0] * 4]) != before


@law
@given(st.lists(st.booleans(), max_size=40))
def test_the_opposite_share_moves_the_other_way(flags: list[bool]) -> None:
    state = trend_of_a_share(flags).state
    opposite = trend_of_a_share([not flag for flag in flags]).state
    assert opposite is FLIPPED.get(state, state)


@law
@given(st.lists(st.integers(-5, 5).map(float), max_size=40))
def test_the_negative_value_moves_the_other_way(values: list[float]) -> None:
    state = trend_of_a_value(values).state
    opposite = trend_of_a_value([-value for value in values]).state
    assert opposite is FLIPPED.get(state, state)
