"""A prep as the text of its form, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.dates import read_date_strictly
from winjournal.domain.errors import Invalid, NotUnderstood
from winjournal.domain.goalposts import Source
from winjournal.domain.negotiation import Sphere, TrustCall
from winjournal.domain.terms import Direction, FairBasis, Terms, Unit, read_amount
from winjournal.services.forms.values import (
    Values,
    choice_of,
    say_wishes,
    text_of,
    wishes_of_values,
)
from winjournal.services.forms.worth_values import (
    brings_of_values,
    gaps_of_values,
    values_of_worth,
)
from winjournal.services.prep import CRITERIA_MAX, UNKNOWN_WIN, Prep

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

_NUMBERS = ("fair_low", "fair_high", "target")
_TEXTS = ("kind", "smallest_promise", "my_win", "value_case", "alternative", "ego_risk")


def values_of_prep(prep: Prep) -> dict[str, str]:
    """Return what the form shows of a prep."""
    terms = prep.terms
    line = terms.walk_away_text or _say(terms.walk_away)
    their_win = prep.their_win if prep.their_win != UNKNOWN_WIN else None
    values: dict[str, str] = {
        "title": prep.title,
        "person": prep.person,
        "sphere": prep.sphere,
        "planned_for": _say_time(prep.planned_for),
        "opened_on": prep.opened_on.isoformat() if prep.opened_on else "",
        "trust_call": prep.trust_call or "",
        "their_win": their_win or "",
        "their_source": prep.their_source or "",
        "unit": terms.unit,
        "currency": terms.currency or "",
        "direction": terms.direction or "",
        "fair_basis": terms.fair_basis or "",
        "fair_basis_note": terms.fair_basis_note or "",
        "walk_away": line,
    }
    values |= {name: getattr(prep, name) or "" for name in _TEXTS}
    values |= {name: _say(getattr(terms, name)) for name in _NUMBERS}
    values |= say_wishes("my_criterion", prep.my_criteria, CRITERIA_MAX)
    values |= say_wishes("their_criterion", prep.their_criteria, CRITERIA_MAX)
    return values | values_of_worth(prep)


def prep_of_values(values: Values, now: datetime, before: Prep | None = None) -> Prep:
    """Read a prep from its form.

    Args:
        values: What the form holds.
        now: An aware time, for dates in words.
        before: The prep the form started from.

    Raises:
        Invalid: A field cannot be read; its name says which.
    """
    had = before or Prep(title="", person="")
    return Prep(
        title=text_of(values, "title") or "",
        person=text_of(values, "person") or "",
        sphere=choice_of(values, "sphere", Sphere) or Sphere.PROFESSIONAL,
        planned_for=time_of(values, "planned_for", now, future=True),
        opened_on=day_of(values, "opened_on", now),
        trust_call=choice_of(values, "trust_call", TrustCall),
        my_criteria=wishes_of_values(
            values, "my_criterion", CRITERIA_MAX, had.my_criteria
        ),
        their_win=text_of(values, "their_win"),
        their_source=choice_of(values, "their_source", Source),
        their_criteria=wishes_of_values(
            values, "their_criterion", CRITERIA_MAX, had.their_criteria
        ),
        terms=terms_of_values(values),
        value_items=brings_of_values(values, had),
        information_gaps=gaps_of_values(values, had),
        **{name: text_of(values, name) for name in _TEXTS},
    )


def terms_of_values(values: Values) -> Terms:
    """Read the terms; without a unit only a walk-away line in words is read.

    Raises:
        Invalid: A number is none; its field's name says which.
    """
    unit = choice_of(values, "unit", Unit) or Unit.NONE
    line = text_of(values, "walk_away")
    if unit is Unit.NONE:
        return Terms(walk_away_text=line)
    if unit is not Unit.PERCENT:
        _refuse_percent(values)
    number, words = _line_of(line)
    currency = text_of(values, "currency")
    return Terms(
        unit=unit,
        currency=currency.upper() if currency and unit is Unit.MONEY else None,
        direction=choice_of(values, "direction", Direction),
        fair_basis=choice_of(values, "fair_basis", FairBasis),
        fair_basis_note=text_of(values, "fair_basis_note"),
        walk_away=number,
        walk_away_text=words,
        **{name: amount_of(values, name) for name in _NUMBERS},
    )


def _refuse_percent(values: Values) -> None:
    """Refuse a percentage where the deal turns on something else.

    Raises:
        Invalid: A number ends in a percent sign.
    """
    for name in (*_NUMBERS, "walk_away"):
        text = text_of(values, name)
        if text is not None and text.endswith("%") and text[0].isdigit():
            raise Invalid(name, "This turns on no percentage.", "Leave the % out.")


def amount_of(values: Values, name: str) -> Decimal | None:
    """Return an amount; None where the field is empty.

    Raises:
        Invalid: It is no number.
    """
    text = text_of(values, name)
    return None if text is None else read_amount(name, text)


def time_of(
    values: Values, name: str, now: datetime, *, future: bool = False
) -> datetime | None:
    """Return a time in words; None where the field is empty.

    Raises:
        Invalid: It is no time.
    """
    text = text_of(values, name)
    if text is None:
        return None
    try:
        return read_date_strictly(text, now, future=future).at
    except NotUnderstood as error:
        raise Invalid(name, error.sentence, error.remedy) from None


def day_of(values: Values, name: str, now: datetime) -> date | None:
    """Return a local date as it was typed; None where it is empty.

    Raises:
        Invalid: It is no date.
    """
    at = time_of(values, name, now)
    return at.date() if at else None


def _line_of(text: str | None) -> tuple[Decimal | None, str | None]:
    """Return a walk-away line as a number where it is one, else as words."""
    if text is None:
        return None, None
    try:
        return read_amount("walk_away", text), None
    except Invalid:
        return None, text


def _say(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"


def _say_time(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""
