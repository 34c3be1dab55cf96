"""Offers as a ladder: who moved by how much, and how far both are apart.

Facts about numbers on the table, no reading of motives.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from winjournal.domain.negotiation import Offer
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Unit, short_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.terms import Terms


@dataclass(frozen=True, slots=True)
class Rung:
    """One offer on the ladder.

    Attributes:
        offer: What was offered.
        step: By how much it differs from that side's offer before, signed, in the
            unit; None for a side's first number and for an offer in words.
    """

    offer: Offer
    step: Decimal | None

    @property
    def amount(self) -> Decimal | None:
        """The number; None for an offer in words."""
        return self.offer.amount


def ladder(offers: Sequence[Offer]) -> tuple[Rung, ...]:
    """Return the offers in their order, each with its step.

    Args:
        offers: Oldest first.
    """
    last: dict[Actor, Decimal] = {}
    rungs: list[Rung] = []
    for offer in offers:
        before = last.get(offer.by)
        amount = offer.amount
        step = None if before is None or amount is None else amount - before
        rungs.append(Rung(offer, step))
        if amount is not None:
            last[offer.by] = amount
    return tuple(rungs)


def apart(offers: Sequence[Offer]) -> Decimal | None:
    """Return how far the latest numbers of both sides are apart, 0 or more.

    None while one side has named no number.
    """
    last = {o.by: o.amount for o in offers if o.amount is not None}
    mine, theirs = last.get(Actor.ME), last.get(Actor.THEM)
    return None if mine is None or theirs is None else abs(mine - theirs)


def say_step(rung: Rung) -> str:
    """Return how a side moved: `+2,000`, `-500`, `the same`; "" where it did not."""
    if rung.step is None:
        return ""
    if not rung.step:
        return "the same"
    sign = "+" if rung.step > 0 else "-"
    return f"{sign}{short_number(abs(rung.step))}"


def say_apart(offers: Sequence[Offer], terms: Terms) -> str:
    """Return how far both are apart: `3,000 EUR apart`, `met`; "" while unknown."""
    gap = apart(offers)
    if gap is None:
        return ""
    if not gap:
        return "both at the same number"
    unit = {
        Unit.MONEY: terms.currency or "",
        Unit.PERCENT: "%",
        Unit.POINTS: "points",
    }.get(terms.unit, "")
    return " ".join(part for part in (short_number(gap), unit, "apart") if part)
