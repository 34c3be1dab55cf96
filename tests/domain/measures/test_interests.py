from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.measures.laws import law
from winjournal.domain.measures.interests import (
    Grade,
    InterestBalance,
    Landing,
    Tilt,
    interest_balance,
    landing,
    rating_met,
)

quarters = st.integers(0, 4).map(lambda quarter: quarter / 4)
deals = st.lists(st.tuples(quarters, quarters), max_size=12)


def balance(mine: list[float], theirs: list[float]) -> InterestBalance:
    measured = interest_balance(mine, theirs)
    assert measured is not None
    return measured


def limits(measured: InterestBalance) -> tuple[float, float]:
    assert measured.interval is not None
    return measured.interval.low, measured.interval.high


def test_the_law_s_six_deals_are_not_tilted() -> None:
    measured = balance(
        [1, 0.8333, 0.6667, 1, 0.5, 0.8333], [0.5, 0.6667, 0.6667, 0.3333, 0.8333, 0.5]
    )
    assert measured.angle == pytest.approx(35.9099, abs=5e-5)
    assert limits(measured) == pytest.approx((24.1969, 47.6229), abs=5e-5)
    assert measured.reach == pytest.approx(0.7033, abs=5e-5)
    assert measured.gap == pytest.approx(-0.2222, abs=5e-5)
    assert measured.tilt is None


def test_equal_deals_do_not_fake_certainty() -> None:
    measured = balance([0.5] * 5, [0.5] * 5)
    assert measured.angle == pytest.approx(45.0)
    assert limits(measured) == pytest.approx((37.3729, 52.6271), abs=5e-5)


def test_one_and_two_deals_have_no_interval() -> None:
    one = balance([1], [0.5])
    assert one.angle == pytest.approx(26.5651, abs=5e-5)
    assert one.interval is None
    assert one.tilt is None
    assert balance([1, 0.5], [0.5, 1]).interval is None
    assert balance([1, 0.5, 1], [0.5, 1, 0.5]).interval is not None


def test_nothing_met_has_no_direction() -> None:
    assert interest_balance([0.0], [0.0]) is None
    assert interest_balance([0.0] * 6, [0.0] * 6) is None
    assert interest_balance([], []) is None


def test_one_deal_that_carries_all_gives_no_interval() -> None:
    measured = balance([1, 0, 0, 0], [0.5, 0, 0, 0])
    assert measured.angle == pytest.approx(26.5651, abs=5e-5)
    assert measured.interval is None


def test_the_interval_stays_between_the_axes() -> None:
    mine_only = balance([1] * 6, [0] * 6)
    assert (mine_only.angle, limits(mine_only)[0]) == (0.0, 0.0)
    theirs_only = balance([0] * 6, [1] * 6)
    assert theirs_only.angle == pytest.approx(90.0)
    assert limits(theirs_only)[1] == 90.0


def test_tilted_when_the_whole_interval_is_on_one_side() -> None:
    assert balance([1] * 6, [0.25] * 6).tilt is Tilt.MINE
    assert balance([0.25] * 6, [1] * 6).tilt is Tilt.THEIRS


def test_equal_and_little_is_shared_misery() -> None:
    little = balance([0.1] * 5, [0.1] * 5)
    assert little.angle == pytest.approx(45.0)
    assert little.reach == pytest.approx(0.1)
    assert balance([1] * 5, [1] * 5).reach == pytest.approx(1.0)


def test_both_lists_speak_of_the_same_deals() -> None:
    with pytest.raises(ValueError, match="zip"):
        interest_balance([0.5], [])


@law
@given(deals)
def test_the_other_side_of_the_table_sees_the_mirror(
    pairs: list[tuple[float, float]],
) -> None:
    mine, theirs = [x for x, _ in pairs], [y for _, y in pairs]
    here, there = interest_balance(mine, theirs), interest_balance(theirs, mine)
    assert (here is None) == (there is None)
    if here is None or there is None:
        return
    assert there.angle == pytest.approx(90 - here.angle, abs=1e-9)
    assert there.gap == pytest.approx(-here.gap, abs=1e-12)
    assert there.reach == pytest.approx(here.reach)
    if here.interval is not None:
        low, high = limits(here)
        assert limits(there) == pytest.approx((90 - high, 90 - low), abs=1e-6)
        assert 0 <= low <= here.angle <= high <= 90


@law
@given(deals, st.integers(1, 4))
def test_the_angle_asks_for_the_ratio_alone(
    pairs: list[tuple[float, float]], parts: int
) -> None:
    here = interest_balance([x for x, _ in pairs], [y for _, y in pairs])
    less = interest_balance(
        [x / parts for x, _ in pairs], [y / parts for _, y in pairs]
    )
    if here is None:
        assert less is None
        return
    assert less is not None
    assert less.angle == pytest.approx(here.angle)
    assert less.reach == pytest.approx(here.reach / parts)


def test_ratings_as_shares_met() -> None:
    assert [rating_met(rating) for rating in (1, 4, 7)] == [0.0, 0.5, 1.0]


@pytest.mark.parametrize("rating", [0, 8])
def test_a_rating_outside_the_scale(rating: int) -> None:
    with pytest.raises(ValueError, match=str(rating)):
        rating_met(rating)


@pytest.mark.parametrize(
    ("my_rating", "their_rating", "criteria", "told", "expected"),
    [
        (7, 4, (1.0, 0.0), True, Landing(1.0, 0.5, Grade.A)),
        (7, None, (0.5, 0.0), True, Landing(0.5, 0.0, Grade.B)),
        (None, 4, (0.5, 0.0), True, Landing(0.5, 0.0, Grade.B)),
        (7, None, (0.5, 0.0), False, Landing(0.5, 0.0, Grade.C)),
        (7, None, (0.5, None), True, None),
        (7, None, (None, 0.5), True, None),
        (None, None, (None, None), False, None),
    ],
)
def test_the_best_account_there_is(
    my_rating: int | None,
    their_rating: int | None,
    criteria: tuple[float | None, float | None],
    told: bool,
    expected: Landing | None,
) -> None:
    found = landing(
        my_rating=my_rating,
        their_rating=their_rating,
        my_criteria=criteria[0],
        their_criteria=criteria[1],
        their_criteria_told=told,
    )
    assert found == expected
