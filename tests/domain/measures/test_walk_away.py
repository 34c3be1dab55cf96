from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from tests.domain.measures.laws import amounts, law
from winjournal.domain.measures.shares import share
from winjournal.domain.measures.walk_away import (
    Leaving,
    below_line,
    below_line_in_words,
    leaving,
    walk_aways,
)


@pytest.mark.parametrize(
    ("outcome", "offer", "line", "more", "kind"),
    [
        ("agreed", 95, 90, True, Leaving.SOUND_DEAL),
        ("agreed", 90, 90, True, Leaving.SOUND_DEAL),
        ("agreed", 85, 90, True, Leaving.STAYED_TOO_LONG),
        ("walked-away", 85, 90, True, Leaving.WALKED_WELL),
        ("walked-away", 90, 90, True, Leaving.LEFT_WORKABLE_OFFER),
        ("agreed", 95, 90, False, Leaving.STAYED_TOO_LONG),
        ("agreed", 90, 90, False, Leaving.SOUND_DEAL),
        ("walked-away", 95, 90, False, Leaving.WALKED_WELL),
    ],
)
def test_the_four_ways(
    outcome: str, offer: int, line: int, more: bool, kind: Leaving
) -> None:
    below = below_line(Decimal(offer), Decimal(line), more_is_better=more)
    assert leaving(outcome, below=below) is kind


@pytest.mark.parametrize("outcome", ["they-walked", "both-stopped", "open", None])
def test_who_did_not_leave_says_nothing_about_leaving(outcome: str | None) -> None:
    assert leaving(outcome, below=True) is None
    assert leaving(outcome, below=False) is None


def test_without_a_line_or_an_offer_nothing_is_known() -> None:
    some = Decimal(90)
    assert below_line(None, some, more_is_better=True) is None
    assert below_line(some, None, more_is_better=True) is None
    assert leaving("agreed", below=None) is None
    assert leaving("walked-away", below=None) is None


def test_a_line_in_words() -> None:
    assert below_line_in_words("yes") is True
    assert below_line_in_words("no") is False
    assert below_line_in_words("unsure") is None
    assert below_line_in_words(None) is None


def test_words_that_are_none() -> None:
    with pytest.raises(ValueError, match="'perhaps'"):
        below_line_in_words("perhaps")
    with pytest.raises(ValueError, match="'won'"):
        leaving("won", below=True)


@law
@given(amounts, amounts)
def test_a_buyer_s_line_is_a_seller_s_turned_round(
    offer: Decimal, line: Decimal
) -> None:
    seller = below_line(offer, line, more_is_better=True)
    assert below_line(line, offer, more_is_better=False) is seller


def test_talks_together() -> None:
    hard = [Leaving.WALKED_WELL] * 3 + [Leaving.STAYED_TOO_LONG]
    easy = [Leaving.SOUND_DEAL] * 8 + [Leaving.LEFT_WORKABLE_OFFER]
    together = walk_aways(hard + easy)
    assert together.hard_cases == share(3, 4)
    assert together.left_workable == share(1, 9)


def test_no_hard_case_has_no_interval() -> None:
    together = walk_aways([Leaving.SOUND_DEAL])
    assert together.hard_cases.interval is None
    assert (together.left_workable.k, together.left_workable.n) == (0, 1)
    assert walk_aways([]).left_workable.n == 0
