"""How deals aged: what the look-backs said, beside what was said at the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from winjournal.domain.debrief import YesNoUnsure
from winjournal.domain.later import SatSource
from winjournal.domain.measures.held_up import held_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from winjournal.domain.debrief import Debrief
    from winjournal.domain.later import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """One look back that was answered.

    Attributes:
        on: Local date of the answer.
        text: What it said, in facts.
        held: Whether the deal held up (M8); None where that cannot be told.
    """

    negotiation_id: str
    title: str
    on: date
    text: str
    held: bool | None


def aged(
    look_backs: Iterable[FollowUp],
    debriefs: Iterable[Debrief],
    titles: Mapping[str, str],
) -> tuple[Aged, ...]:
    """Return the answered look-backs, newest first; each in one line of facts.

    Args:
        look_backs: Of any number of negotiations; unanswered ones are left out.
        debriefs: What was guessed and felt at the end.
        titles: Of the negotiations that count.
    """
    guessed = {debrief.negotiation_id: debrief for debrief in debriefs}
    found = []
    for one in look_backs:
        if one.answered_at is None or one.negotiation_id not in titles:
            continue
        held = held_up(one.they_discovered, one.my_commitments, one.swap_sign)
        facts = "; ".join(_facts(one, guessed.get(one.negotiation_id), held))
        found.append(
            Aged(
                negotiation_id=one.negotiation_id,
                title=titles[one.negotiation_id],
                on=one.answered_at.date(),
                text=f"after {one.day} days: {facts}",
                held=held,
            )
        )
    return tuple(sorted(found, key=lambda a: (a.on, a.negotiation_id), reverse=True))


def say_aged(
    look_backs: Iterable[FollowUp], titles: Mapping[str, str], today: date
) -> str:
    """Return how many deals held up at their last look back; "" while none is due.

    Like `held up: 2 of 3 deals; 1 more cannot be told yet` (M8, counts alone).
    """
    last: dict[str, FollowUp] = {}
    for one in look_backs:
        known = last.get(one.negotiation_id)
        if one.negotiation_id in titles and (known is None or known.day < one.day):
            last[one.negotiation_id] = one
    due = [
        held_up(one.they_discovered, one.my_commitments, one.swap_sign)
        for one in last.values()
        if one.due <= today or one.answered_at
    ]
    told = [held for held in due if held is not None]
    said = [f"held up: {sum(told)} of {_deals(len(told))}"] if told else []
    if len(due) > len(told):
        untold = len(due) - len(told)
        said.append(f"{untold} more" if told else _deals(untold))
        said[-1] += " cannot be told yet"
    return "; ".join(said)


def _deals(count: int) -> str:
    return f"{count} deal{'' if count == 1 else 's'}"


_WHO = {
    SatSource.TOLD_ME: "they",
    SatSource.IN_WRITING: "they",
    SatSource.THIRD_PARTY: "they, by a third party,",
}
_HELD = {True: "held up", False: "did not hold up", None: "cannot be told yet"}


def _facts(one: FollowUp, debrief: Debrief | None, held: bool | None) -> Iterator[str]:
    yield _HELD[held]
    said = []
    if one.their_sat is not None:
        who = _WHO.get(
            one.their_sat_source or SatSource.NO_ANSWER, "they, as I read it,"
        )
        guess = debrief.their_sat_pred if debrief else None
        said.append(f"{who} {one.their_sat} of 7" + _then("guessed", guess))
    if one.my_sat_now is not None:
        first = debrief.my_sat if debrief else None
        said.append(f"I {one.my_sat_now} of 7" + _then("then", first))
    if said:
        yield ", ".join(said)
    if one.deal_again is YesNoUnsure.YES:
        yield "would deal again"
    if one.deal_again is YesNoUnsure.NO:
        yield "would not deal again"


def _then(how: str, rating: int | None) -> str:
    return "" if rating is None else f" ({how} {rating})"
