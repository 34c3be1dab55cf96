"""An offer and a promise in one line."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from tests.services.stories import TERMS
from tests.ui.bad_inputs import bad_inputs
from winjournal.domain.short_lines import (
    OfferLine,
    read_offer,
    read_promise,
    read_vow,
    say_offer,
    say_promise,
)
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Wednesday."""

ME, THEM = Actor.ME, Actor.THEM


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("41k them", OfferLine(THEM, Decimal(41000), None)),
        ("them 41k", OfferLine(THEM, Decimal(41000), None)),
        ("41k", OfferLine(ME, Decimal(41000), None)),
        ("41k EUR them, 45-day terms", OfferLine(THEM, Decimal(41000), "45-day terms")),
        ("Dana: 39,500", OfferLine(THEM, Decimal(39500), None)),
        ("me 42k if they sign", OfferLine(ME, Decimal(42000), "if they sign")),
        ("a named contact", OfferLine(ME, None, "a named contact")),
        ("them", OfferLine(THEM, None, None)),
        ("", OfferLine(ME, None, None)),
    ],
)  # fmt: skip
def test_an_offer_is_a_side_an_amount_and_words(line: str, offer: OfferLine) -> None:
    assert read_offer(line, TERMS, "Dana") == offer


def test_without_a_unit_a_number_is_a_word() -> None:
    assert read_offer("2 visits them", Terms()).text == "2 visits them"


def test_an_offer_is_said_back() -> None:
    offer = read_offer("41k them, 45-day terms", TERMS)

    assert say_offer(offer, TERMS) == "theirs  41k EUR  45-day terms"


@pytest.mark.parametrize(
    ("line", "words", "due"),
    [
        ("send the SLA draft by fri", "send the SLA draft", date(2026, 3, 6)),
        ("send it BY tomorrow", "send it", date(2026, 3, 5)),
        ("stand by the price", "stand by the price", None),
        ("stand by the price by 14 march", "stand by the price", date(2026, 3, 14)),
        ("by friday", "by friday", None),
        (" a list ", "a list", None),
        ("", "", None),
    ],
)
def test_a_promise_may_end_in_its_date(line: str, words: str, due: date | None) -> None:
    assert read_promise(line, NOW) == (words, due)


def test_a_promise_is_said_back() -> None:
    assert say_promise("SLA draft by fri", NOW) == "SLA draft  due Fri 6 Mar 2026"
    assert say_promise("SLA draft", NOW) == "SLA draft  no date"


@pytest.mark.parametrize("value", bad_inputs().values(), ids=bad_inputs().keys())
def test_no_text_is_too_odd_to_be_read(value: str) -> None:
    words, _ = read_promise(value, NOW)
    offer = read_offer(value, TERMS)

    assert words == value.strip() or words in value
    assert offer.text is None or set(offer.text.split()) <= set(value.split()) | {""}


@pytest.mark.parametrize(
    ("typed", "vow"),
    [
        ("IF they sigh THEN I wait", ("they sigh", "I wait")),
        ("if they sigh, then wait.", ("they sigh", "wait")),
        ("they go quiet then I count", ("they go quiet", "I count")),
        ("if then", None),
        ("if they sigh", None),
        ("then I wait", None),
        ("if they strengthen it, then I ask", ("they strengthen it", "I ask")),
    ],
)
def test_a_vow_has_two_halves(typed: str, vow: tuple[str, str] | None) -> None:
    assert read_vow(typed) == vow
