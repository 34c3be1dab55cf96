"""M4: the trust ledger, kept from acts, per counterparty and direction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from winjournal.domain.measures.beta import beta_interval
from winjournal.domain.measures.interval import Interval
from winjournal.domain.measures.settings import (
    BREACH_FACTOR,
    HALF_LIFE_DAYS,
    TRUST_SCORE_FROM,
)

_PROMISE_STATES = frozenset({"open", "kept", "kept-late", "broken", "released"})


class Effect(StrEnum):
    """What an act did to trust."""

    BUILT = "built"
    BROKEN = "broken"
    DECEIVED = "deceived"


@dataclass(frozen=True, slots=True)
class TrustAct:
    """One act of one side. An act linked to a promise stands here as the promise.

    Attributes:
        on: The day it was done.
        effect: What it did to trust.
        weight: Strength, 1 to 3.
    """

    on: date
    effect: Effect
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the acts of one side add up to. No formula forgives, none is a verdict.

    Attributes:
        built: Faded weight of the acts that built trust, 0 or more.
        broken: Twice the weight of those that broke it; deceptions unfaded; 0 or more.
        score: (built + 1)/(built + broken + 2), 0 to 1; 0.5 without any act.
        interval: 90 % interval of the score, 0 to 1.
    """

    built: float
    broken: float
    score: float
    interval: Interval

    @property
    def evidence(self) -> float:
        """Built and broken together, 0 or more."""
        return self.built + self.broken

    @property
    def score_is_shown(self) -> bool:
        """Whether there is evidence enough; before that only the acts are listed."""
        return self.evidence >= TRUST_SCORE_FROM


_EFFECTS = {
    "trust-built": Effect.BUILT,
    "honest": Effect.BUILT,
    "trust-broken": Effect.BROKEN,
    "misled": Effect.DECEIVED,
}


def effect_of_tag(tag: str) -> Effect | None:
    """Return what a moment with this tag did to trust; None if nothing."""
    return _EFFECTS.get(tag)


def effect_of_promise(state: str) -> Effect | None:
    """Return what a promise in this state did to trust; None if nothing (yet).

    One kept late is no act: it neither built nor broke.

    Raises:
        ValueError: There is no such state.
    """
    _check_state(state)
    return {"kept": Effect.BUILT, "broken": Effect.BROKEN}.get(state)


def kept(state: str, due: date | None, as_of: date) -> bool | None:
    """Return whether a due promise was kept; None if it is not due or was released.

    Kept late is due and not kept, and so is an open one past its day: leaving it
    unsettled must not look better than settling it.

    Args:
        state: open, kept, kept-late, broken or released.
        due: Its day, if it has one; on the day itself it is not late.
        as_of: The day from which one looks.

    Raises:
        ValueError: There is no such state.
    """
    _check_state(state)
    if state == "open":
        return False if due is not None and due < as_of else None
    return None if state == "released" else state == "kept"


def weighs(act: TrustAct, as_of: date) -> float:
    """Return what one act adds to its side of the ledger on a day, 0 or more.

    Its strength, half of it after a year; twice as much where it broke something;
    a deception twice and unfaded. 0 for an act that is still to come.
    """
    if act.on > as_of:
        return 0.0
    faded = act.weight * 2 ** (-(as_of - act.on).days / HALF_LIFE_DAYS)
    if act.effect is Effect.BUILT:
        return faded
    return BREACH_FACTOR * (faded if act.effect is Effect.BROKEN else act.weight)


def trust_ledger(acts: Iterable[TrustAct], as_of: date) -> Ledger:
    """Return the ledger of one side's acts as it stood on a day.

    The beta reputation system of Josang and Ismail (2002), Bled conference, with
    forgetting: acts count half after a year, a broken one twice, and a deception
    does not fade by itself. Acts after the day are left out, so that one formula
    gives the ledger of today and of any day before. No acts: score 0.5, evidence 0.

    Args:
        acts: Built, broken and deceived, in any order.
        as_of: The day from which their age is counted.
    """
    built = broken = 0.0
    for act in acts:
        if act.on > as_of:
            continue
        if act.effect is Effect.BUILT:
            built += weighs(act, as_of)
        else:
            broken += weighs(act, as_of)
    return Ledger(
        built=built,
        broken=broken,
        score=(built + 1) / (built + broken + 2),
        interval=beta_interval(built + 1, broken + 1),
    )


def _check_state(state: str) -> None:
    if state not in _PROMISE_STATES:
        raise ValueError(f"{state!r} is no state of a promise")
