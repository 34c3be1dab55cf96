from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from tests.services.stories import LEAST, WHOLE
from winjournal.domain.errors import Invalid
from winjournal.domain.goalposts import Source
from winjournal.domain.terms import Unit
from winjournal.services.forms.prep_values import prep_of_values, values_of_prep
from winjournal.services.prep import UNKNOWN_WIN, Wish

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    "prep",
    [
        LEAST,
        WHOLE,
        replace(WHOLE, planned_for=NOW),
        replace(WHOLE, terms=replace(WHOLE.terms, walk_away=None,
                                     walk_away_text="under 12 months")),
    ],
)  # fmt: skip
def test_a_form_gives_back_what_it_was_given(prep: object) -> None:
    assert prep_of_values(values_of_prep(prep), NOW, prep) == prep  # type: ignore[arg-type]


def test_a_win_that_is_not_known_is_not_shown_as_words() -> None:
    prep = replace(WHOLE, their_win=UNKNOWN_WIN, their_source=Source.NOT_ASKED)
    assert values_of_prep(prep)["their_win"] == ""


def test_a_weight_is_typed_behind_the_words() -> None:
    prep = prep_of_values(
        {"title": "x", "person": "y", "my_criterion_1": "named contact !3",
         "my_criterion_3": "one invoice"}, NOW,
    )  # fmt: skip
    assert prep.my_criteria == (
        Wish(text="named contact", weight=3),
        Wish(text="one invoice"),
    )


def test_a_criterion_keeps_its_id_by_words_then_by_place() -> None:
    had = replace(LEAST, my_criteria=(Wish(text="a", id="1"), Wish(text="b", id="2")))
    values = {"my_criterion_1": "b", "my_criterion_2": "c"}
    after = prep_of_values(values, NOW, had)
    assert [(w.text, w.id) for w in after.my_criteria] == [("b", "2"), ("c", None)]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("41k", "41000"), ("1,250.50", "1250.50"), ("1.250,50", "1250.50"),
        ("€ 900", "900"), ("1.2m", "1200000"), ("12,5", "12.5"), ("1,000", "1000"),
        ("0.125", "0.125"), ("-3", "-3"),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_type_them(typed: str, amount: str) -> None:
    values = {"unit": "money", "fair_low": typed}
    terms = prep_of_values({"title": "x", "person": "y", **values}, NOW).terms
    assert terms.fair_low == Decimal(amount)


@pytest.mark.parametrize("typed", ["abc", "1e999999", "NaN", "--", "\u0661x", "1k2"])
def test_what_is_no_amount_names_its_field(typed: str) -> None:
    with pytest.raises(Invalid) as caught:
        prep_of_values({"unit": "money", "target": typed}, NOW)
    assert caught.value.field == "target"


def test_a_line_in_words_stays_words() -> None:
    terms = prep_of_values(
        {"unit": "money", "walk_away": "no named contact"}, NOW
    ).terms
    assert (terms.walk_away, terms.walk_away_text) == (None, "no named contact")


def test_without_a_unit_numbers_are_not_kept() -> None:
    terms = prep_of_values(
        {"unit": "none", "fair_low": "9", "walk_away": "9"}, NOW
    ).terms
    assert (terms.unit, terms.fair_low, terms.walk_away_text) == (Unit.NONE, None, "9")


def test_a_date_that_is_none_names_its_field() -> None:
    with pytest.raises(Invalid) as caught:
        prep_of_values({"planned_for": "2026-02-30"}, NOW)
    assert caught.value.field == "planned_for"


def test_a_plan_lies_ahead() -> None:
    prep = prep_of_values({"planned_for": "fri 14:00"}, NOW)
    assert prep.planned_for == datetime(2026, 3, 6, 14, tzinfo=NOW.tzinfo)


def test_a_choice_that_is_none_is_refused() -> None:
    with pytest.raises(Invalid):
        prep_of_values({"sphere": "office"}, NOW)


def test_a_percentage_stands_only_where_the_deal_turns_on_one() -> None:
    terms = prep_of_values({"unit": "percent", "walk_away": "15 %"}, NOW).terms
    assert terms.walk_away == Decimal(15)
    with pytest.raises(Invalid) as caught:
        prep_of_values({"unit": "money", "walk_away": "15%"}, NOW)
    assert caught.value.field == "walk_away"
