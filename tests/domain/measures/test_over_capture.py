from __future__ import annotations

from decimal import Decimal, getcontext, localcontext

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.measures.laws import amounts, law
from winjournal.domain.measures.over_capture import (
    OverCapture,
    Side,
    over_capture,
    over_captures,
)
from winjournal.domain.measures.shares import share

MIRRORED = {Side.OVER: Side.UNDER, Side.UNDER: Side.OVER, Side.WITHIN: Side.WITHIN}


def deal(
    captured: str, low: str, high: str | None = None, *, more: bool = True
) -> OverCapture:
    """Return how a deal ended, from amounts as text."""
    ended = over_capture(
        Decimal(captured),
        Decimal(low),
        None if high is None else Decimal(high),
        more_is_better=more,
    )
    assert ended is not None
    return ended


def test_a_seller_above_the_range() -> None:
    over = deal("12000", "9000", "11000")
    assert over == OverCapture(Decimal("0.2000"), Side.OVER, Decimal(2000))
    assert str(over.index) == "0.2000"


def test_a_buyer_who_paid_less_than_fair() -> None:
    over = deal("900", "1000", more=False)
    assert over == OverCapture(Decimal("0.1000"), Side.OVER, Decimal(100))


def test_less_than_fair() -> None:
    under = deal("170", "200")
    assert under == OverCapture(Decimal("-0.1500"), Side.UNDER, Decimal(-30))


def test_a_middle_of_zero_keeps_side_and_distance() -> None:
    assert deal("40", "0") == OverCapture(None, Side.OVER, Decimal(40))
    assert deal("0", "0") == OverCapture(None, Side.WITHIN, Decimal(0))
    assert deal("-1", "-2", "2") == OverCapture(None, Side.WITHIN, Decimal(-1))


@pytest.mark.parametrize(
    ("captured", "side"), [("9000", "within"), ("11000", "within")]
)
def test_the_ends_belong_to_the_range(captured: str, side: str) -> None:
    assert deal(captured, "9000", "11000").side == side
    assert deal(captured, "9000", "11000", more=False).side == side


@pytest.mark.parametrize("high", [None, "100", "100.00"])
def test_a_single_figure_has_a_band_of_five_per_cent(high: str | None) -> None:
    assert deal("105", "100", high).side is Side.WITHIN
    assert deal("95", "100", high).side is Side.WITHIN
    assert deal("105.01", "100", high).side is Side.OVER
    assert deal("94.99", "100", high).side is Side.UNDER


def test_a_range_has_no_band() -> None:
    assert deal("11000.01", "9000", "11000").side is Side.OVER


def test_a_loss_shared_is_measured_by_its_size() -> None:
    assert deal("-80", "-100").index == Decimal("0.2000")
    assert deal("-95", "-100").side is Side.WITHIN


def test_what_is_missing_is_not_eligible() -> None:
    some = Decimal(1)
    assert over_capture(None, some, some, more_is_better=True) is None
    assert over_capture(some, None, some, more_is_better=True) is None


def test_the_index_is_rounded_half_to_even() -> None:
    assert deal("100.005", "100").index == Decimal("0.0000")
    assert deal("100.015", "100").index == Decimal("0.0002")


def test_the_caller_s_precision_changes_nothing() -> None:
    large = ("12345678901234567890123456789.15", "0.12", "0.16")
    expected = deal(*large)
    assert expected.distance == Decimal("12345678901234567890123456789.01")
    with localcontext() as context:
        context.prec = 3
        assert deal(*large) == expected
    assert getcontext().prec == 28


@law
@given(amounts, amounts, amounts, st.booleans(), st.integers(1, 5_000))
def test_another_currency_changes_no_index(
    captured: Decimal, low: Decimal, high: Decimal, more: bool, hundredths: int
) -> None:
    rate = Decimal(hundredths) / 100
    here = over_capture(captured, low, high, more_is_better=more)
    there = over_capture(captured * rate, low * rate, high * rate, more_is_better=more)
    assert here is not None
    assert there is not None
    assert (there.index, there.side) == (here.index, here.side)
    assert there.distance == here.distance * rate


@law
@given(amounts, amounts, st.none() | amounts)
def test_the_other_side_of_the_table_sees_the_mirror(
    captured: Decimal, low: Decimal, high: Decimal | None
) -> None:
    seller = over_capture(captured, low, high, more_is_better=True)
    buyer = over_capture(captured, low, high, more_is_better=False)
    assert seller is not None
    assert buyer is not None
    assert buyer.distance == -seller.distance
    assert buyer.side is MIRRORED[seller.side]
    if seller.index is not None:
        assert buyer.index == -seller.index


@law
@given(amounts, amounts, amounts)
def test_the_ends_may_come_in_either_order(
    captured: Decimal, low: Decimal, high: Decimal
) -> None:
    assume(low != high)
    there = over_capture(captured, low, high, more_is_better=True)
    assert over_capture(captured, high, low, more_is_better=True) == there


def test_deals_together() -> None:
    series = ["122", "115", "118", "105", "110", "102", "96", "103"]
    together = over_captures(deal(captured, "100") for captured in series)
    assert together.over == share(4, 8)
    assert together.under == share(0, 8)
    assert together.index is not None
    assert together.index.median == pytest.approx(0.075)


def test_a_deal_without_an_index_still_counts() -> None:
    together = over_captures([deal("40", "0"), deal("90", "100")])
    assert (together.over.k, together.under.k, together.over.n) == (1, 1, 2)
    assert together.index is not None
    assert together.index.median == pytest.approx(-0.1)


def test_no_deal_has_neither_interval_nor_median() -> None:
    nothing = over_captures([])
    assert (nothing.over, nothing.under) == (share(0, 0), share(0, 0))
    assert nothing.index is None
