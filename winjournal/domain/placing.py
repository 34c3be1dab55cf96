"""Where an amount stands against the fair range and the walk-away line, in words.

Said, not shouted: a place on the ruler and a distance, no judgement.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from winjournal.domain.measures.over_capture import Side, over_capture
from winjournal.domain.terms import Direction, say_amount

if TYPE_CHECKING:
    from winjournal.domain.terms import Terms


@dataclass(frozen=True, slots=True)
class Place:
    """Where an amount stands.

    Attributes:
        side: Within the fair range, over it in my favour, or under it; None without
            a range or a direction. A single figure has a band of 5 % (M1).
        beyond: How far past the nearest end of the range, 0 or more, in the unit.
        past_line: Whether it is worse for me than the walk-away line; None where
            the line is no number. Equal is not worse (M6).
    """

    side: Side | None
    beyond: Decimal
    past_line: bool | None


def place_of(amount: Decimal, terms: Terms) -> Place:
    """Return where an amount stands against the terms."""
    more = terms.direction is not Direction.LESS
    found = over_capture(amount, terms.fair_low, terms.fair_high, more_is_better=more)
    beyond = Decimal(0)
    if terms.fair_low is not None:
        low = terms.fair_low
        high = low if terms.fair_high is None else terms.fair_high
        beyond = max(low - amount, amount - high, Decimal(0))
    line = terms.walk_away
    past = None if line is None else amount < line if more else amount > line
    known = found is not None and terms.direction is not None
    return Place(found.side if found and known else None, beyond, past)


def say_place(amount: Decimal, terms: Terms, *, sealed: bool = False) -> str:
    """Return where an amount stands: `1,000 EUR above the range you sealed`.

    Empty where neither a range nor a line is written.

    Args:
        amount: What was agreed, or the last offer, in the unit of the terms.
        terms: With the range and the line.
        sealed: Whether the range was sealed before the talk.
    """
    range_ = "the range you sealed" if sealed else "your fair range"
    place = place_of(amount, terms)
    said: list[str] = []
    if place.side is Side.WITHIN:
        said.append("inside your fair range")
    elif place.side is not None:
        is_higher = (place.side is Side.OVER) == (terms.direction is Direction.MORE)
        far = say_amount(place.beyond, terms.unit, terms.currency)
        where = "above" if is_higher else "below"
        turn = ""
        if terms.direction is Direction.LESS:
            turn = ", better for you" if place.side is Side.OVER else ", worse for you"
        said.append(f"{far} {where} {range_}{turn}")
    if place.past_line:
        side = "above" if terms.direction is Direction.LESS else "below"
        said.append(f"{side} your line")
    return "; ".join(said)
