from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from tests.domain.measures.laws import law
from winjournal.domain.measures.ego import MomentRate, ego_moments, moment_rate


def rate_of(counts: list[int]) -> MomentRate:
    rate = moment_rate(counts)
    assert rate is not None
    return rate


def limits(rate: MomentRate) -> tuple[float, float]:
    return rate.interval.low, rate.interval.high


def test_the_law_s_spread_out_moments() -> None:
    rate = rate_of([2, 0, 1, 0, 0, 1, 1, 0])
    assert (rate.moments, rate.talks_with_one) == (5, 4)
    assert rate.per_negotiation == pytest.approx(0.6250)
    assert limits(rate) == pytest.approx((0.2859, 1.2297), abs=5e-5)
    assert rate.overdispersion == 1.0


def test_as_many_moments_in_one_talk_are_less_sure() -> None:
    rate = rate_of([5, 0, 0, 0, 0, 0, 0, 0])
    assert (rate.moments, rate.talks_with_one) == (5, 1)
    assert rate.per_negotiation == pytest.approx(0.6250)
    assert limits(rate) == pytest.approx((0.0442, 1.9917), abs=5e-5)
    assert rate.overdispersion == pytest.approx(5.0)


def test_six_talks_without_one() -> None:
    rate = rate_of([0] * 6)
    assert (rate.per_negotiation, rate.overdispersion) == (0.0, 1.0)
    assert limits(rate) == pytest.approx((0.0, 0.3201), abs=5e-5)
    assert rate.interval.low == 0.0


def test_one_talk_has_no_spread() -> None:
    rate = rate_of([3])
    assert (rate.per_negotiation, rate.overdispersion) == (3.0, 1.0)
    expected = special.gammaincinv(3.5, [0.05, 0.95])
    assert limits(rate) == pytest.approx(tuple(expected), rel=1e-9)


def test_no_reviewed_talk_has_no_rate() -> None:
    assert moment_rate([]) is None


def test_fewer_than_no_moments_are_refused() -> None:
    with pytest.raises(ValueError, match="fewer than no moments"):
        moment_rate([1, -1])


@law
@given(st.lists(st.integers(0, 6), min_size=1, max_size=30))
def test_one_more_talk_without_a_moment_never_raises_the_rate(
    counts: list[int],
) -> None:
    before, after = rate_of(counts), rate_of([*counts, 0])
    assert after.per_negotiation <= before.per_negotiation
    assert before.interval.low <= before.per_negotiation <= before.interval.high
    assert before.overdispersion >= 1


@law
@given(st.lists(st.integers(0, 6), min_size=1, max_size=20))
def test_the_order_of_talks_does_not_matter(counts: list[int]) -> None:
    assert limits(rate_of(sorted(counts))) == pytest.approx(limits(rate_of(counts)))


@pytest.mark.parametrize(
    ("tags", "moments"),
    [
        (["ego", "stayed-for-ego", "left-for-ego"], 3),
        (["ego", "ego", "ego-released"], 2),
        (["ego-released", "misled"], 0),
        ([], 0),
    ],
)
def test_which_tags_are_moments_of_ego(tags: list[str], moments: int) -> None:
    assert ego_moments(tags) == moments
