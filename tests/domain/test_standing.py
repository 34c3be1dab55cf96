"""What a user says back to the journal has its reason and its range."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from winjournal.domain.errors import Invalid
from winjournal.domain.own_tags import OwnTag
from winjournal.domain.standing import (
    BlindRating,
    StatementResponse,
    contested_periods,
)
from winjournal.domain.tags import Step

AT = datetime(2026, 3, 4, tzinfo=UTC)
AGREED = StatementResponse(
    id="r", block="ego", period="all", answered_at=AT, agrees=True, sentence="So."
)
RATED = BlindRating(id="b", negotiation_id="d", rated_at=AT, my_sat=7)
TAG = OwnTag(id="t", slug="price-talk", label="Price talk", step=Step.VALUE)


def test_agreeing_needs_no_reason_and_contesting_does() -> None:
    AGREED.check()
    replace(AGREED, agrees=False, reason="they set the price").check()
    with pytest.raises(Invalid):
        replace(AGREED, agrees=False, reason="  ").check()


@pytest.mark.parametrize(
    "long", [{"reason": "x" * 201}, {"sentence": "x" * 601}], ids=["reason", "sentence"]
)
def test_a_response_too_long_is_refused(long: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        StatementResponse(
            id="r", block="ego", period="all", answered_at=AT, agrees=True,
            **{"sentence": "So.", **long},
        ).check()  # fmt: skip


def test_a_blind_rating_is_one_to_seven_and_not_nothing() -> None:
    RATED.check()
    for wrong in (
        replace(RATED, my_sat=8),
        replace(RATED, step_self=(0, 1, 2, 3, 4)),
        replace(RATED, my_sat=None),
    ):
        with pytest.raises(Invalid):
            wrong.check()


@pytest.mark.parametrize(
    "slug", ["", "Price", "price talk", "price_talk", "-price", "ego", "x" * 41]
)
def test_an_own_tag_is_a_new_word_of_small_letters(slug: str) -> None:
    TAG.check()
    with pytest.raises(Invalid):
        replace(TAG, slug=slug).check()


def test_an_own_tag_has_a_label() -> None:
    with pytest.raises(Invalid):
        replace(TAG, label=" ").check()


def said(id_: str, day: int, period: str, *, agrees: bool) -> StatementResponse:
    return StatementResponse(
        id=id_,
        block="share",
        period=period,
        answered_at=datetime(2026, 3, day, tzinfo=UTC),
        agrees=agrees,
        reason=None if agrees else "a reason",
        sentence="You take more.",
    )


def test_the_last_word_on_a_statement_counts() -> None:
    found = contested_periods(
        [
            said("c", 3, "Q4 2025", agrees=False),
            said("a", 1, "February 2026", agrees=False),
            said("b", 2, "February 2026", agrees=True),
            said("d", 4, "January 2026", agrees=True),
            said("e", 5, "January 2026", agrees=False),
            said("f", 6, "someday", agrees=False),
        ]
    )
    assert [period.name for period in found] == ["Q4 2025", "January 2026"]
