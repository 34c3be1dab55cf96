"""A look back beside what was said at the end: then, now, and the shift in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.debrief import InfoGap, YesNoUnsure
from winjournal.domain.later import (
    Commitments,
    Discovered,
    PromiseState,
    ReopenedBy,
)
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from enum import StrEnum

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.later import FollowUp, Promise

FALL = 2
"""A rating that fell by so much is listed on its own (M8)."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing then and now.

    Attributes:
        what: What is compared.
        then: What was said at the end; empty where it was not asked.
        now: What is said now.
        shift: What changed, in words; empty where nothing can be said.
    """

    what: str
    then: str
    now: str
    shift: str = ""


def then_and_now(one: FollowUp, dossier: Dossier, today: date) -> tuple[Compared, ...]:
    """Return what was said then beside what is said now; what neither says is left out.

    Args:
        one: The look back, answered.
        dossier: Its negotiation.
        today: Local date, for promises that are overdue.
    """
    debrief = dossier.debrief
    mine = debrief.my_sat if debrief else None
    guess = debrief.their_sat_pred if debrief else None
    rows = (
        compared("I am content", mine, one.my_sat_now),
        compared("they are content", guess, one.their_sat, "guessed "),
        Compared(
            "they would deal again", *_forecast(dossier, one), settled_forecast(
                one, dossier
            )
        ),
        Compared("I would sign in their chair", "", _said(one.swap_sign)),
        Compared("they found out", _kept(dossier), _said(one.they_discovered)),
        Compared("my promises", _count(dossier, Actor.ME, today),
                 _said(one.my_commitments)),
        Compared("their promises", _count(dossier, Actor.THEM, today),
                 _said(one.their_commitments)),
        Compared("opened again by", "", _said(one.reopened_by)),
    )  # fmt: skip
    return tuple(row for row in rows if row.now or (row.then and row.shift))


def settled_forecast(one: FollowUp, dossier: Dossier) -> str:
    """Return what came of the forecast: `you said 70 %; they would`; "" while open."""
    said = dossier.debrief.deal_again_prob if dossier.debrief else None
    came = {YesNoUnsure.YES: "they would", YesNoUnsure.NO: "they would not"}
    if said is None or one.deal_again not in came:
        return ""
    return f"you said {said} %; {came[one.deal_again]}"


def asks_for_repair(one: FollowUp, dossier: Dossier) -> bool:
    """Whether something came out that could be put right; no verdict, an offer."""
    debrief = dossier.debrief
    guess, mine = (debrief.their_sat_pred, debrief.my_sat) if debrief else (None, None)
    return (
        one.they_discovered is Discovered.YES_KNEW
        or one.swap_sign is YesNoUnsure.NO
        or one.deal_again is YesNoUnsure.NO
        or one.my_commitments in (Commitments.SOME, Commitments.NONE)
        or one.reopened_by is ReopenedBy.THEM
        or _fell(guess, one.their_sat)
        or _fell(mine, one.my_sat_now)
    )


def commitments_of(
    promises: Iterable[Promise], by: Actor, today: date
) -> Commitments | None:
    """Return how much of what one side owed was done, from the promises (M4).

    Kept late is done. None while a promise waits whose day has not come; `na` where
    nothing was promised.
    """
    own = [p for p in promises if p.by is by and p.state is not PromiseState.RELEASED]
    if not own:
        return Commitments.NA
    if any(p.state is PromiseState.OPEN and not p.is_overdue(today) for p in own):
        return None
    done = sum(p.state in (PromiseState.KEPT, PromiseState.KEPT_LATE) for p in own)
    if done == len(own):
        return Commitments.ALL
    return Commitments.SOME if done else Commitments.NONE


def compared(what: str, then: int | None, now: int | None, how: str = "") -> Compared:
    """Return two ratings of 1 to 7 beside each other; None is not rated.

    Args:
        what: What was rated.
        then: At the end of the talk.
        now: Now.
        how: A word before the first, such as `guessed `.
    """
    said = "" if then is None else f"{how}{then} of 7"
    return Compared(what, said, f"{now} of 7" if now else "", _shift(then, now))


def _shift(then: int | None, now: int | None) -> str:
    if then is None or now is None:
        return ""
    if then == now:
        return "the same"
    return f"{abs(now - then)} {'more' if now > then else 'less'}"


def _fell(then: int | None, now: int | None) -> bool:
    return then is not None and now is not None and then - now >= FALL


def _forecast(dossier: Dossier, one: FollowUp) -> tuple[str, str]:
    said = dossier.debrief.deal_again_prob if dossier.debrief else None
    return ("" if said is None else f"{said} %", _said(one.deal_again))


def _kept(dossier: Dossier) -> str:
    gap = dossier.debrief.info_gap if dossier.debrief else None
    return {InfoGap.I_KEPT_IT: "I kept it", InfoGap.I_SHARED_IT: "I shared it"}.get(
        gap or InfoGap.NONE, ""
    )


def _count(dossier: Dossier, by: Actor, today: date) -> str:
    own = [
        p
        for p in dossier.promises
        if p.by is by and p.state is not PromiseState.RELEASED
    ]
    settled = [
        p for p in own if p.state is not PromiseState.OPEN or p.is_overdue(today)
    ]
    done = sum(p.state in (PromiseState.KEPT, PromiseState.KEPT_LATE) for p in settled)
    return f"kept {done} of {len(settled)}" if settled else ""


_FOUND_OUT = {
    Discovered.NO: "nothing",
    Discovered.YES_NEW: "new to me too",
    Discovered.YES_KNEW: "I knew it then",
}
_OWED = {Commitments.NA: "nothing owed"}


def _said(answer: StrEnum | None) -> str:
    """Return an answer in words; apart by kind, for a no is equal to any other no."""
    if answer is None:
        return ""
    if isinstance(answer, Discovered):
        return _FOUND_OUT.get(answer, answer.value)
    if isinstance(answer, Commitments):
        return _OWED.get(answer, answer.value)
    return answer.value
