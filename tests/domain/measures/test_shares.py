from __future__ import annotations

from math import asin, cos, exp, log, pi, sin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, special

from tests.domain.measures.laws import counts_of, law
from winjournal.domain.measures.shares import (
    Share,
    probability_of_increase,
    share,
    share_interval,
    share_of,
)


def limits(k: int, n: int) -> tuple[float, float]:
    interval = share_interval(k, n)
    assert interval is not None
    return interval.low, interval.high


def by_integral(k1: int, n1: int, k2: int, n2: int) -> float:
    """Return P(p2 > p1) by quadrature over x = sin^2 of an angle.

    The angle is cut to where the later share has its mass.
    """
    a1, b1, a2, b2 = k1 + 0.5, n1 - k1 + 0.5, k2 + 0.5, n2 - k2 + 0.5
    scale = log(2) - special.betaln(a2, b2)

    def density_and_below(angle: float) -> float:
        logs = special.xlogy(2 * k2, sin(angle)) + special.xlogy(
            2 * (n2 - k2), cos(angle)
        )
        return float(exp(logs + scale) * special.betainc(a1, b1, sin(angle) ** 2))

    middle, reach = asin(sqrt(a2 / (a2 + b2))), 8 / sqrt(n2 + 1)
    low, high = max(0.0, middle - reach), min(pi / 2, middle + reach)
    return float(integrate.quad(density_and_below, low, high, limit=200)[0])


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (4, 8, 0.2393, 0.7607),
        (5, 8, 0.3428, 0.8499),
        (2, 6, 0.1043, 0.6592),
        (3, 6, 0.2089, 0.7911),
        (1, 8, 0.0225, 0.3967),
        (11, 12, 0.7169, 0.9851),
        (3, 4, 0.3493, 0.9540),
        (1, 9, 0.0199, 0.3607),
        (5, 7, 0.4071, 0.9119),
        (7, 9, 0.5084, 0.9327),
    ],
)
def test_the_law_s_own_examples(k: int, n: int, low: float, high: float) -> None:
    assert limits(k, n) == pytest.approx((low, high), abs=5e-5)


@law
@given(counts_of)
def test_limits_are_scipy_s(counted: tuple[int, int]) -> None:
    k, n = counted
    low = special.betaincinv(k + 0.5, n - k + 0.5, 0.05) if k else 0.0
    high = special.betaincinv(k + 0.5, n - k + 0.5, 0.95) if k < n else 1.0
    assert limits(k, n) == pytest.approx((low, high), rel=1e-9)


@law
@given(counts_of)
def test_one_more_non_event_never_raises_a_limit(counted: tuple[int, int]) -> None:
    k, n = counted
    for before, after in zip(limits(k, n), limits(k, n + 1), strict=True):
        assert after <= before


@law
@given(counts_of)
def test_one_more_event_never_lowers_a_limit(counted: tuple[int, int]) -> None:
    k, n = counted
    for before, after in zip(limits(k, n), limits(k + 1, n + 1), strict=True):
        assert after >= before


@law
@given(counts_of)
def test_the_opposite_has_the_mirrored_limits(counted: tuple[int, int]) -> None:
    k, n = counted
    low, high = limits(k, n)
    assert limits(n - k, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@law
@given(counts_of)
def test_the_share_lies_within_its_limits(counted: tuple[int, int]) -> None:
    k, n = counted
    low, high = limits(k, n)
    assert 0 <= low <= k / n <= high <= 1


def test_the_ends_reach_the_ends() -> None:
    assert limits(0, 5)[0] == 0.0
    assert limits(5, 5)[1] == 1.0
    assert limits(0, 1)[0] == 0.0
    assert limits(1, 1)[1] == 1.0


def test_ten_thousand_entries_are_as_sure_as_they_should_be() -> None:
    assert limits(5_000, 10_000) == pytest.approx((0.491776, 0.508224), abs=1e-6)
    assert limits(1, 10_000) == pytest.approx((1.7593e-05, 3.9067e-04), rel=1e-4)


def test_nothing_has_no_interval() -> None:
    assert share_interval(0, 0) is None
    assert share_of([]) == Share(0, 0, None)
    assert probability_of_increase(0, 0, 3, 8) is None
    assert probability_of_increase(3, 8, 0, 0) is None


def test_a_share_counts_flags() -> None:
    assert share_of([True, False, True]) == share(2, 3)
    assert share(2, 3).interval == share_interval(2, 3)


@pytest.mark.parametrize(("k", "n"), [(-1, 3), (4, 3), (0, -1)])
def test_impossible_counts_are_refused(k: int, n: int) -> None:
    with pytest.raises(ValueError, match="no possible count"):
        share(k, n)
    with pytest.raises(ValueError, match="no possible count"):
        probability_of_increase(k, n, 1, 2)
    with pytest.raises(ValueError, match="no possible count"):
        probability_of_increase(1, 2, k, n)


@pytest.mark.parametrize(
    ("k1", "n1", "k2", "n2", "expected"),
    [(2, 6, 3, 6, 0.7190), (5, 8, 1, 8, 0.0174), (2, 8, 2, 8, 0.5)],
)
def test_increases_of_the_law(
    k1: int, n1: int, k2: int, n2: int, expected: float
) -> None:
    increase = probability_of_increase(k1, n1, k2, n2)
    assert increase == pytest.approx(expected, abs=5e-5)


@law
@given(counts_of, counts_of)
def test_an_increase_is_the_integral_of_both_posteriors(
    earlier: tuple[int, int], later: tuple[int, int]
) -> None:
    increase = probability_of_increase(*earlier, *later)
    assert increase == pytest.approx(by_integral(*earlier, *later), abs=1e-7)


@law
@given(counts_of, counts_of)
def test_an_increase_read_backwards_is_a_decrease(
    earlier: tuple[int, int], later: tuple[int, int]
) -> None:
    forwards = probability_of_increase(*earlier, *later)
    backwards = probability_of_increase(*later, *earlier)
    assert forwards is not None
    assert backwards == pytest.approx(1 - forwards, abs=1e-9)


@law
@given(st.integers(0, 8), st.integers(0, 7))
def test_more_events_later_are_never_less_of_an_increase(k1: int, k2: int) -> None:
    fewer = probability_of_increase(k1, 8, k2, 8)
    more = probability_of_increase(k1, 8, k2 + 1, 8)
    assert fewer is not None
    assert more is not None
    assert more > fewer


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ((5_000, 10_000), (5_000, 10_000)),
        ((5_000, 10_000), (4_900, 10_000)),
        ((30, 10_000), (40, 10_000)),
        ((9_000, 10_000), (1_000, 10_000)),
        ((1_000, 10_000), (9_000, 10_000)),
        ((0, 10_000), (1, 10)),
    ],
)
def test_large_counts_do_not_run_dry(
    earlier: tuple[int, int], later: tuple[int, int]
) -> None:
    increase = probability_of_increase(*earlier, *later)
    assert increase == pytest.approx(by_integral(*earlier, *later), abs=1e-7)
    assert increase is not None
    assert 0 <= increase <= 1
