"""Where an amount stands is said for sellers and buyers alike."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.measures.over_capture import Side
from winjournal.domain.placing import place_of, say_place
from winjournal.domain.terms import Direction, Terms, Unit

SELLS = Terms(
    unit=Unit.MONEY, currency="EUR", direction=Direction.MORE,
    fair_low=Decimal(38000), fair_high=Decimal(46000), walk_away=Decimal(36000),
)  # fmt: skip
BUYS = Terms(
    unit=Unit.MONEY, currency="EUR", direction=Direction.LESS,
    fair_low=Decimal(1000), fair_high=Decimal(1100), walk_away=Decimal(1300),
)  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "amount", "said"),
    [
        (SELLS, 41000, "inside your fair range"),
        (SELLS, 46000, "inside your fair range"),
        (SELLS, 47000, "1,000 EUR above your fair range"),
        (SELLS, 37000, "1,000 EUR below your fair range"),
        (SELLS, 36000, "2,000 EUR below your fair range"),
        (
            SELLS,
            35000,
            "3,000 EUR below your fair range; below your line",
        ),
        (BUYS, 900, "100 EUR below your fair range, better for you"),
        (BUYS, 1200, "100 EUR above your fair range, worse for you"),
        (
            BUYS,
            1400,
            "300 EUR above your fair range, worse for you; above your line",
        ),
        (Terms(), 5, ""),
        (Terms(unit=Unit.POINTS, walk_away=Decimal(80)), 70, "below your line"),
        (Terms(unit=Unit.POINTS, walk_away=Decimal(80)), 90, ""),
    ],
)
def test_an_amount_is_placed_in_words(terms: Terms, amount: int, said: str) -> None:
    assert say_place(Decimal(amount), terms) == said


def test_what_was_sealed_is_said_so_where_it_was_left() -> None:
    assert say_place(Decimal(47000), SELLS, sealed=True) == (
        "1,000 EUR above the range you sealed"
    )
    assert say_place(Decimal(46000), SELLS, sealed=True) == "inside your fair range"


def test_a_single_figure_has_its_band() -> None:
    point = Terms(unit=Unit.MONEY, direction=Direction.MORE, fair_low=Decimal(1000))
    assert place_of(Decimal(1050), point).side is Side.WITHIN
    assert place_of(Decimal(1051), point).side is Side.OVER


@given(st.integers(0, 10**6))
def test_over_for_one_is_under_for_the_other(amount: int) -> None:
    turned = {Side.OVER: Side.UNDER, Side.UNDER: Side.OVER, Side.WITHIN: Side.WITHIN}
    seller = place_of(Decimal(amount), SELLS).side
    mirror = Terms(
        unit=Unit.MONEY, direction=Direction.LESS, fair_low=SELLS.fair_low,
        fair_high=SELLS.fair_high,
    )  # fmt: skip
    buyer = place_of(Decimal(amount), mirror).side
    assert seller is not None
    assert buyer is turned[seller]
