"""What something is worth is read as people write it, and added where it can be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.errors import Invalid
from winjournal.domain.worth import ValueItem
from winjournal.domain.worth_words import read_worth, say_sums, say_worth


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("12-15k EUR a year", 12_000, 15_000, "EUR a year"),
        ("12k to 15k", 12_000, 15_000, None),
        ("12k \u2013 15k EUR/y", 12_000, 15_000, "EUR/y"),
        ("4000-8000 once", 4000, 8000, "once"),
        ("3 hours", 3, None, "hours"),
        ("40", 40, None, None),
        ("1,250.50 USD", Decimal("1250.50"), None, "USD"),
        ("€ 900", 900, None, None),
        ("0.5-1m EUR", 500_000, 1_000_000, "EUR"),
        ("goodwill", None, None, "goodwill"),
        ("", None, None, None),
        ("5km of road", None, None, "5km of road"),
    ],
)
def test_worth_is_read_as_it_is_written(
    text: str, low: int | None, high: int | None, unit: str | None
) -> None:
    assert read_worth(text) == (low, high, unit)


@pytest.mark.parametrize(
    "text", ["15-12", "a unit that goes on and on", "3 " + "x" * 21]
)
def test_what_cannot_stand_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        read_worth(text)


@given(
    st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from([None, "EUR", "days"])
)
def test_what_is_said_is_read_again(low: int, more: int, unit: str | None) -> None:
    worth = (Decimal(low), Decimal(low + more), unit)
    assert read_worth(say_worth(*worth)) == worth


def item(text: str, worth: str, evidence: str | None = None) -> ValueItem:
    low, high, unit = read_worth(worth)
    return ValueItem(
        id=text, negotiation_id="d", text=text, low=low, high=high, unit=unit,
        evidence=evidence,
    )  # fmt: skip


def test_items_are_added_where_units_agree() -> None:
    items = [
        item("uptime", "12-15k EUR", "report"),
        item("on-call", "3k eur", "roster"),
        item("brand", "goodwill"),
        item("know-how", "4-8k EUR"),
        item("care", "3 days", "diary"),
    ]
    assert say_sums(items) == (
        "3 days with evidence",
        "15k to 18k EUR with evidence",
        "4,000 to 8,000 EUR without evidence",
    )
    assert say_sums([]) == ()
