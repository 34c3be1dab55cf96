"""A debrief as the text of its form, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from winjournal.domain.debrief import (
    Debrief,
    InfoGap,
    NoDealReason,
    Outcome,
    YesNoUnsure,
)
from winjournal.domain.errors import Invalid
from winjournal.domain.tags import Step
from winjournal.services.forms.prep_values import amount_of, time_of
from winjournal.services.forms.values import (
    Values,
    choice_of,
    met_of,
    rating_of,
    say_yes_no,
    text_of,
    yes_no_of,
)
from winjournal.services.vows import VowAnswer

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.writing import Vow

STEPS = (Step.TRUST, Step.WINNING, Step.VALUE, Step.SHARE, Step.EGO)
"""The five steps that are rated, in the order of the article."""

TEXTS = ("better_for_both", "lesson", "happened", "why", "next_time", "true_sentence")
_RATINGS = ("my_sat", "their_sat_pred", "deal_again_prob")


def values_of_debrief(debrief: Debrief, dossier: Dossier) -> dict[str, str]:
    """Return what the form shows of a debrief and of the criteria's answers."""
    number = debrief.final_offer if debrief.captured is None else debrief.captured
    closed = dossier.negotiation.closed_on
    # One that was never saved has not been told that it is still open.
    is_blank = dossier.debrief is None and debrief.outcome is Outcome.OPEN
    values = {
        "outcome": "" if is_blank else debrief.outcome,
        "number": "" if number is None else f"{number:f}",
        "closed_on": closed.isoformat() if closed else "",
        "below_line": debrief.below_line or "",
        "no_deal_reason": debrief.no_deal_reason or "",
        "info_gap": debrief.info_gap or "",
        "my_win_changed": say_yes_no(debrief.my_win_changed) or "",
        "their_win_changed": say_yes_no(debrief.their_win_changed) or "",
        "moments_reviewed": "yes" if debrief.moments_reviewed else "",
    }
    for name in _RATINGS:
        rating = getattr(debrief, name)
        values[name] = "" if rating is None else str(rating)
    for place, step in enumerate(STEPS):
        rated = debrief.step_self
        values[f"step_{step}"] = str(rated[place]) if rated else ""
    for criterion in dossier.criteria:
        met = criterion.met
        values[f"met_{criterion.id}"] = "" if met is None else f"{met.normalize():f}"
    values |= {name: getattr(debrief, name) or "" for name in TEXTS}
    return values


def debrief_of_values(values: Values, before: Debrief) -> Debrief:
    """Read a debrief from its form.

    Args:
        values: What the form holds.
        before: The debrief it started from, for its id and time.

    Raises:
        Invalid: A field cannot be read; its name says which.
    """
    outcome = choice_of(values, "outcome", Outcome) or Outcome.OPEN
    number = amount_of(values, "number")
    agreed = outcome is Outcome.AGREED
    return replace(
        before,
        outcome=outcome,
        captured=number if agreed else None,
        final_offer=number,
        below_line=choice_of(values, "below_line", YesNoUnsure),
        no_deal_reason=None if agreed else choice_of(
            values, "no_deal_reason", NoDealReason
        ),
        info_gap=choice_of(values, "info_gap", InfoGap),
        my_win_changed=yes_no_of(values, "my_win_changed"),
        their_win_changed=yes_no_of(values, "their_win_changed"),
        moments_reviewed=yes_no_of(values, "moments_reviewed") or False,
        step_self=_steps_of(values),
        **_many_of(values),
    )  # fmt: skip


def met_of_values(values: Values, dossier: Dossier) -> dict[str, Decimal | None]:
    """Return the answer of every criterion by its id."""
    return {c.id: met_of(values, f"met_{c.id}") for c in dossier.criteria}


def values_of_test(dossier: Dossier, vow: Vow | None) -> dict[str, str]:
    """Return what the form shows of how a vow fared."""
    tests = [t for t in dossier.vow_tests if vow is not None and t.vow_id == vow.id]
    if not tests:
        return {}
    test = tests[-1]
    return {
        "vow_occurred": say_yes_no(test.occurred) or "",
        "vow_kept": say_yes_no(test.kept) or "",
    }


def vow_of_values(values: Values, vow: Vow | None) -> VowAnswer | None:
    """Return how the vow fared; None where that was not answered."""
    occurred = yes_no_of(values, "vow_occurred")
    if vow is None or occurred is None:
        return None
    kept = yes_no_of(values, "vow_kept")
    return VowAnswer(vow_id=vow.id, occurred=occurred, kept=kept)


def closing_of_values(values: Values, now: datetime) -> date | None:
    """Return the local date of the outcome; None where the field is empty.

    Raises:
        Invalid: It is no date, or lies ahead.
    """
    at = time_of(values, "closed_on", now)
    if at is None:
        return None
    if at.date() > now.date():
        raise Invalid("closed_on", "An outcome cannot lie ahead.")
    return at.date()


def _many_of(values: Values) -> dict[str, Any]:
    """Return the ratings and texts by the names of their fields."""
    ratings = {name: rating_of(values, name) for name in _RATINGS}
    return {**ratings, **{name: text_of(values, name) for name in TEXTS}}


def _steps_of(values: Values) -> tuple[int, int, int, int, int] | None:
    """Return the five ratings; None while one of them is missing."""
    ratings = [rating_of(values, f"step_{step}") for step in STEPS]
    one, two, three, four, five = ratings
    if None in (one, two, three, four, five):
        return None
    return (one or 0, two or 0, three or 0, four or 0, five or 0)
