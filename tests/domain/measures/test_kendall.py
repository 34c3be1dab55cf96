from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, permutations
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.measures.laws import few_values, law
from winjournal.domain.measures.kendall import (
    MannKendall,
    mann_kendall,
    theil_sen_per_90_days,
)

SERIES = [0.22, 0.15, 0.18, 0.05, 0.10, 0.02, -0.04, 0.03]
CLOSED_ON = [
    date(2026, 1, 10),
    date(2026, 2, 3),
    date(2026, 2, 24),
    date(2026, 3, 20),
    date(2026, 4, 15),
    date(2026, 5, 6),
    date(2026, 6, 2),
    date(2026, 6, 28),
]


def s_of(values: tuple[float, ...]) -> int:
    return sum((b > a) - (b < a) for a, b in combinations(values, 2))


@law
@given(st.lists(st.integers(0, 3).map(float), max_size=6))
def test_p_is_the_part_of_all_orders_as_far_out(values: list[float]) -> None:
    test = mann_kendall(values)
    orders = list(permutations(values))
    as_far = sum(abs(s_of(order)) >= abs(test.s) for order in orders)
    assert test.s == s_of(tuple(values))
    assert test.p == pytest.approx(as_far / len(orders))


def test_the_law_s_own_series() -> None:
    test = mann_kendall(SERIES)
    assert (test.s, test.untied_pairs) == (-20, 28)
    assert test.p == pytest.approx(0.0141, abs=5e-5)
    assert (test.falling, test.rising) == (24, 4)


@pytest.mark.parametrize(("n", "p"), [(4, 0.0833), (5, 0.0167)])
def test_the_least_p_that_so_few_can_reach(n: int, p: float) -> None:
    assert mann_kendall([float(i) for i in range(n)]).p == pytest.approx(p, abs=5e-5)


def test_a_hundred_values_that_only_rise() -> None:
    test = mann_kendall([float(i) for i in range(100)])
    assert test == MannKendall(s=4950, untied_pairs=4950, p=2 / factorial(100))


@pytest.mark.parametrize("values", [[], [1.0], [2.0, 2.0, 2.0]])
def test_nothing_to_compare_is_no_trend(values: list[float]) -> None:
    assert mann_kendall(values) == MannKendall(s=0, untied_pairs=0, p=1.0)


def test_zero_has_no_sign() -> None:
    assert mann_kendall([0.0, -0.0, 0.0]).untied_pairs == 0


@law
@given(few_values)
def test_turned_round_a_rise_is_a_fall(values: list[float]) -> None:
    there, back = mann_kendall(values), mann_kendall(values[::-1])
    assert (back.s, back.untied_pairs, back.p) == (
        -there.s,
        there.untied_pairs,
        there.p,
    )
    assert mann_kendall([-value for value in values]) == back


@law
@given(few_values)
def test_only_the_order_of_values_matters(values: list[float]) -> None:
    assert mann_kendall([value**3 * 7 + 2 for value in values]) == mann_kendall(values)


@law
@given(few_values)
def test_pairs_that_differ_rise_or_fall(values: list[float]) -> None:
    test = mann_kendall(values)
    assert test.rising + test.falling == test.untied_pairs
    assert test.rising - test.falling == test.s


def test_slope_of_the_law_s_series() -> None:
    slope = theil_sen_per_90_days(CLOSED_ON, SERIES)
    assert slope == pytest.approx(-0.1204, abs=5e-5)


def test_slope_of_a_line_is_the_line_s_also_with_one_far_out() -> None:
    days = [date(2026, 1, 1) + timedelta(days=30 * i) for i in range(7)]
    values = [0.1 * i for i in range(7)]
    assert theil_sen_per_90_days(days, values) == pytest.approx(0.3)
    values[6] = 1_000.0
    assert theil_sen_per_90_days(days, values) == pytest.approx(0.3)


def test_values_of_one_day_have_no_slope() -> None:
    day = date(2026, 1, 1)
    assert theil_sen_per_90_days([day, day], [1.0, 2.0]) is None
    assert theil_sen_per_90_days([day], [1.0]) is None
    assert theil_sen_per_90_days([], []) is None
    later = day + timedelta(days=90)
    slope = theil_sen_per_90_days([day, day, later], [1.0, 1.0, 2.0])
    assert slope == pytest.approx(1.0)


def test_a_slope_does_not_ask_in_which_order_points_come() -> None:
    points = list(zip(CLOSED_ON, SERIES, strict=True))
    turned = points[5:] + points[:5]
    slope = theil_sen_per_90_days([d for d, _ in turned], [v for _, v in turned])
    assert slope == pytest.approx(-0.1204, abs=5e-5)


def test_a_slope_needs_a_date_for_each_value() -> None:
    with pytest.raises(ValueError, match="zip"):
        theil_sen_per_90_days([date(2026, 1, 1)], [1.0, 2.0])
