"""Our own beta, gamma and t against scipy's."""

from __future__ import annotations

from math import isnan, nan
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from tests.domain.measures.laws import law
from winjournal.domain.measures.beta import beta_cdf, beta_interval, beta_quantile
from winjournal.domain.measures.gamma import gamma_cdf, gamma_quantile
from winjournal.domain.measures.interval import Interval
from winjournal.domain.measures.quantile import quantile
from winjournal.domain.measures.student import spread_of, t_factor, t_interval

shapes = st.floats(0.5, 20_000)
probabilities = st.floats(0.001, 0.999)


@law
@given(st.floats(0, 1), shapes, shapes)
def test_beta_cdf(x: float, a: float, b: float) -> None:
    assert beta_cdf(x, a, b) == pytest.approx(special.betainc(a, b, x), abs=1e-9)


@law
@given(probabilities, shapes, shapes)
def test_beta_quantile(p: float, a: float, b: float) -> None:
    expected = special.betaincinv(a, b, p)
    assert beta_quantile(p, a, b) == pytest.approx(expected, rel=1e-8)


@law
@given(st.floats(0, 40_000), shapes)
def test_gamma_cdf(x: float, shape: float) -> None:
    assert gamma_cdf(x, shape) == pytest.approx(special.gammainc(shape, x), abs=1e-9)


@law
@given(probabilities, shapes)
def test_gamma_quantile(p: float, shape: float) -> None:
    expected = special.gammaincinv(shape, p)
    assert gamma_quantile(p, shape) == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 7, 30, 9_999, 1_000_000])
def test_t_factor(degrees: int) -> None:
    expected = special.stdtrit(degrees, 0.95)
    assert t_factor(degrees) == pytest.approx(expected, rel=1e-7)


@pytest.mark.parametrize(("x", "expected"), [(-1.0, 0.0), (0.0, 0.0), (1.0, 1.0)])
def test_beta_cdf_outside_its_range(x: float, expected: float) -> None:
    assert beta_cdf(x, 2, 3) == expected
    assert beta_cdf(x + (x > 0), 2, 3) == expected


def test_gamma_cdf_below_its_range() -> None:
    assert gamma_cdf(0.0, 2.0) == 0.0
    assert gamma_cdf(-1.0, 2.0) == 0.0


def test_the_uniform_distribution_is_its_own_quantile() -> None:
    assert beta_quantile(0.05, 1, 1) == pytest.approx(0.05)
    interval = beta_interval(1, 1)
    assert (interval.low, interval.high) == pytest.approx((0.05, 0.95))


def test_a_quantile_at_the_very_end_is_found_and_ends() -> None:
    at_zero = quantile(
        0.5,
        cdf=lambda x: 1.0,
        density=lambda x: 0.0,
        bracket=(0.0, 1.0),
        start=0.5,
    )
    assert at_zero == pytest.approx(0.0, abs=1e-50)


def test_what_is_no_number_gives_none_and_ends() -> None:
    assert isnan(beta_cdf(nan, 2, 3))
    assert isnan(gamma_cdf(nan, 2))


def test_a_t_interval_is_symmetric_about_its_centre() -> None:
    interval = t_interval(2.0, 3.0, 9)
    assert interval.low + interval.high == pytest.approx(4.0)
    assert interval.high - 2.0 == pytest.approx(1.859548 * 3 / 3, abs=1e-6)


def test_one_value_has_no_spread() -> None:
    with pytest.raises(ValueError, match="at least two values"):
        t_interval(1.0, 1.0, 1)


@pytest.mark.parametrize(
    ("low", "high", "clipped"),
    [(-3, 95, (0, 90)), (10, 20, (10, 20)), (-9, -3, (0, 0)), (91, 99, (90, 90))],
)
def test_clipping(low: float, high: float, clipped: tuple[float, float]) -> None:
    assert Interval(low, high).clipped(0, 90) == Interval(*clipped)


@law
@given(st.lists(st.floats(-1000, 1000), min_size=2, max_size=30))
def test_a_spread_is_the_standard_deviation_of_a_sample(values: list[float]) -> None:
    assert spread_of(values) == pytest.approx(stdev(values), rel=1e-12, abs=1e-12)


def test_equal_values_have_no_spread_and_one_alone_has_none_to_tell() -> None:
    assert spread_of([4, 4, 4]) == 0.0
    with pytest.raises(ValueError, match="two values"):
        spread_of([4])
