"""Records made by hand for the tests of the character report."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from winjournal.domain.character import report
from winjournal.domain.debrief import Outcome
from winjournal.domain.facts import Deed, Facts, Pledge, Record
from winjournal.domain.later import PromiseState
from winjournal.domain.periods import Period
from winjournal.domain.report import Block, Report
from winjournal.domain.tags import Actor, Step
from winjournal.domain.terms import Direction, FairBasis, Unit

TODAY = date(2026, 6, 30)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31), "2026")
MAY = Period(date(2026, 5, 1), date(2026, 5, 31), "May 2026")
ALL = Period(date(1900, 1, 1), date(2199, 12, 31), "all time")


def talk(number: int, **given: Any) -> Facts:
    """Return a talk closed on the `number`th day of 2026, with a person of its own."""
    day = date(2026, 1, 1) + timedelta(days=number)
    usual: dict[str, Any] = {
        "id": f"d{number:03}",
        "title": f"Talk {number}",
        "person_id": f"p{number}",
        "person": f"Person {number}",
        "sphere": "professional",
        "on": given.get("closed_on") or day,
        "closed_on": day,
    }
    return Facts(**{**usual, **given})


def deal(number: int, captured: str | None = "10000", **given: Any) -> Facts:
    """Return an agreed deal with a sealed fair range of 9,000 to 11,000."""
    usual: dict[str, Any] = {
        "outcome": Outcome.AGREED,
        "debriefed_on": date(2026, 6, 1),
        "sealed": True,
        "sealed_in_time": True,
        "unit": Unit.MONEY,
        "currency": "EUR",
        "direction": Direction.MORE,
        "fair_low": Decimal(9000),
        "fair_high": Decimal(11000),
        "fair_basis": FairBasis.MARKET,
        "captured": None if captured is None else Decimal(captured),
    }
    return talk(number, **{**usual, **given})


def reviewed(
    number: int, *tags: str, theirs: tuple[str, ...] = (), **given: Any
) -> Facts:
    """Return a reviewed talk with own moments, and theirs."""
    counts = {(Actor.ME, tag): tags.count(tag) for tag in tags}
    counts |= {(Actor.THEM, tag): theirs.count(tag) for tag in theirs}
    return talk(
        number, reviewed=True, counts=counts, moments=len(tags) + len(theirs), **given
    )


def pledge(number: int, state: str, **given: Any) -> Pledge:
    """Return a promise of mine in talk `number`, due ten days after it."""
    usual: dict[str, Any] = {
        "id": f"q{number:03}",
        "negotiation_id": f"d{number:03}",
        "person_id": f"p{number}",
        "by": Actor.ME,
        "state": PromiseState(state),
        "due": date(2026, 1, 11) + timedelta(days=number),
        "settled_on": None if state == "open" else date(2026, 6, 1),
    }
    return Pledge(**{**usual, **given})


def deed(number: int, tag: str, actor: Actor = Actor.THEM, **given: Any) -> Deed:
    """Return an act of trust in talk `number`."""
    return Deed(
        negotiation_id=f"d{number:03}", person_id=f"p{number}", actor=actor, tag=tag,
        on=date(2026, 1, 1) + timedelta(days=number), strength=1, **given,
    )  # fmt: skip


def record(*deals: Facts, **given: Any) -> Record:
    return Record(deals=deals, **given)


def told(whole: Record, period: Period = YEAR) -> Report:
    return report(whole, period, TODAY)


def block(whole: Record, step: Step, period: Period = YEAR) -> Block:
    """Return one block of the report."""
    return next(b for b in told(whole, period).blocks if b.step is step)
