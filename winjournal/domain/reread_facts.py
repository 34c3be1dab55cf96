"""What a debrief shows of its deal when it is rated again: facts, and no rating.

Neither one's own ratings nor guesses stand here, nor what the other side said of how
they feel: either would say what one rated then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.say_dates import say_day
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Unit, say_amount
from winjournal.domain.timeline_words import OUTCOMES, say_line, say_range

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.debrief import Debrief
    from winjournal.domain.dossier import Dossier

MARKS_SHOWN = 6
_MET = {"0": "not", "0.5": "half", "1": "met"}


def facts_to_rate_by(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return what is known of a deal as labels and words, without any rating."""
    debrief = dossier.debrief
    found = [("with", dossier.counterparty.name), ("ended", _ended(dossier))]
    if dossier.negotiation.terms.unit is not Unit.NONE:
        found.append(("range and line", _terms(dossier)))
    for label, owner in (("my criteria", Actor.ME), ("theirs", Actor.THEM)):
        met = [
            f"{one.text} {_MET.get(str(one.met.normalize()), '')}".strip()
            for one in dossier.criteria_of(owner)
            if one.met is not None
        ]
        found.append((label, ", ".join(met)))
    found.append(("my marks", _marks(dossier)))
    if debrief is not None:
        found += _words(debrief)
    return tuple((label, text) for label, text in found if text)


def _ended(dossier: Dossier) -> str:
    deal, debrief = dossier.negotiation, dossier.debrief
    said = OUTCOMES[dossier.outcome]
    if debrief is not None:
        amount = debrief.captured
        if amount is None:
            amount = debrief.final_offer
        if amount is not None:
            said += f" at {say_amount(amount, deal.terms.unit, deal.terms.currency)}"
    return f"{said}, {say_day(deal.closed_on)}" if deal.closed_on else said


def _terms(dossier: Dossier) -> str:
    terms = dossier.negotiation.terms
    return ", ".join(filter(None, (say_range(terms), say_line(terms))))


def _marks(dossier: Dossier) -> str:
    mine = [one for one in dossier.moments if one.actor is Actor.ME and one.tag]
    said = [f"{one.tag} ({one.note})" if one.note else f"{one.tag}" for one in mine]
    left = len(said) - MARKS_SHOWN
    shown = "; ".join(said[:MARKS_SHOWN])
    return f"{shown}; {left} more" if left > 0 else shown


def _words(debrief: Debrief) -> Iterable[tuple[str, str]]:
    return (
        ("happened", debrief.happened or ""),
        ("why", debrief.why or ""),
        ("next time", debrief.next_time or ""),
        ("lesson", debrief.lesson or ""),
        ("true sentence", debrief.true_sentence or ""),
    )
