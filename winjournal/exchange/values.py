"""Times, amounts and answers as an export writes them: exact, and the same for ever."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms, Unit

if TYPE_CHECKING:
    from datetime import datetime
    from enum import StrEnum

HALF = Decimal("0.5")


def at_offset(at: datetime) -> str:
    """Return a time with its offset: `2026-03-04 15:12 +01:00`, seconds if any."""
    precise = at.second or at.microsecond
    text = at.isoformat(" ", "seconds" if precise else "minutes")
    clock = 19 if precise else 16
    return f"{text[:clock]} {text[clock:]}".rstrip()


def amount(value: Decimal, terms: Terms) -> str:
    """Return an amount in full with its unit: `41,000.00 EUR`, `62 %`, `5 points`."""
    units = {
        Unit.MONEY: terms.currency or "",
        Unit.PERCENT: "%",
        Unit.POINTS: "points",
        Unit.NONE: "",
    }
    return f"{value:,f} {units[terms.unit]}".rstrip()


def words(value: StrEnum) -> str:
    """Return a value of an enumeration as words: `third party`, `I kept it`."""
    text = value.value.replace("-", " ")
    return f"I {text[2:]}" if text.startswith("i ") else text


def yes_or_no(value: bool) -> str:
    """Return `yes` or `no`."""
    return "yes" if value else "no"


def met(value: Decimal | None) -> str:
    """Return how far a criterion was met: 0, ½, 1, or that nobody said."""
    if value is None:
        return "not answered"
    return "½" if value == HALF else f"{value:f}"


def whose(actor: Actor) -> str:
    """Return `mine` or `theirs`."""
    return "mine" if actor is Actor.ME else "theirs"
