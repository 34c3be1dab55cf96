from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.measures.laws import law
from winjournal.domain.measures.interval import Interval
from winjournal.domain.measures.medians import Median, median_interval


def covered(depth: int, n: int) -> float:
    """Return the coverage of the depth-th smallest and largest, counted in whole."""
    return 1 - 2 * sum(comb(n, i) for i in range(depth)) / (1 << n)


def test_the_law_s_own_series() -> None:
    middle = median_interval([0.22, 0.15, 0.18, 0.05, 0.10, 0.02, -0.04, 0.03])
    assert middle is not None
    assert middle.median == pytest.approx(0.0750)
    assert middle.interval == Interval(0.02, 0.18)
    assert middle.coverage == pytest.approx(0.9297, abs=5e-5)


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_below_five_there_is_no_interval(n: int) -> None:
    middle = median_interval([float(i) for i in range(n)])
    assert middle == Median((n - 1) / 2, None, None)


def test_five_give_their_ends() -> None:
    middle = median_interval([5.0, 3.0, 1.0, 4.0, 2.0])
    assert middle is not None
    assert (middle.median, middle.interval) == (3.0, Interval(1.0, 5.0))
    assert middle.coverage == pytest.approx(0.9375)


def test_nothing_has_no_median() -> None:
    assert median_interval([]) is None


def test_all_the_same_is_a_point() -> None:
    middle = median_interval([0.1] * 7)
    assert middle is not None
    assert (middle.median, middle.interval) == (0.1, Interval(0.1, 0.1))


@pytest.mark.parametrize("n", [*range(5, 40), 200, 1_000])
def test_the_innermost_pair_that_covers_enough(n: int) -> None:
    middle = median_interval([float(i) for i in range(1, n + 1)])
    assert middle is not None
    assert middle.interval is not None
    depth = int(middle.interval.low)
    assert middle.interval.high == n + 1 - depth
    assert middle.coverage == pytest.approx(covered(depth, n), abs=1e-9)
    assert covered(depth, n) >= 0.9 > covered(depth + 1, n)


@law
@given(st.lists(st.integers(-50, 50).map(float), min_size=5, max_size=30))
def test_order_does_not_matter_and_a_flip_mirrors(values: list[float]) -> None:
    middle = median_interval(values)
    flipped = median_interval([-value for value in values])
    assert median_interval(sorted(values)) == middle
    assert middle is not None
    assert flipped is not None
    assert middle.interval is not None
    assert flipped.interval == Interval(-middle.interval.high, -middle.interval.low)
    assert middle.interval.low <= middle.median <= middle.interval.high
