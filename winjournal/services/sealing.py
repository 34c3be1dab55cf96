"""Seals: what they cover, and how a link is added to a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.seals import canonical, content_hash, link_hash
from winjournal.domain.tags import Actor
from winjournal.domain.writing import Link, Vow, WeekReview

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from winjournal.domain.debrief import Debrief
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.goalposts import Criterion
    from winjournal.services.ports import Ids, Writer

SCHEMA = 1
"""The form of the sealed content; raised when its fields change."""


def _winning(dossier: Dossier, owner: Actor) -> dict[str, object] | None:
    """Return one side's first version and its criteria: what the seal found.

    When it was shared is left out, for a goalpost may be shared after the seal;
    later versions and their criteria are added, and change nothing here.
    """
    versions = [g for g in dossier.goalposts if g.owner is owner]
    if not versions:
        return None
    first = min(versions, key=lambda g: g.version)
    criteria = [c for c in dossier.criteria_of(owner) if c.id in first.criteria_ids]
    return {
        "id": first.id,
        "text": first.text,
        "source": first.source,
        "criteria": [
            {"id": c.id, "text": c.text, "weight": c.weight} for c in criteria
        ],
    }


def prep_content(dossier: Dossier) -> dict[str, object]:
    """Return what the seal of a prep covers; ids stand for names."""
    deal, terms = dossier.negotiation, dossier.negotiation.terms
    return {
        "schema": SCHEMA,
        "negotiation": deal.id,
        "counterparty": deal.counterparty_id,
        "trust_call": deal.trust_call,
        "smallest_promise": deal.smallest_promise,
        "my_win": _winning(dossier, Actor.ME),
        "their_win": _winning(dossier, Actor.THEM),
        "value_case": deal.value_case,
        "alternative": deal.alternative,
        "ego_risk": deal.ego_risk,
        "unit": terms.unit,
        "currency": terms.currency,
        "direction": terms.direction,
        "fair_low": terms.fair_low,
        "fair_high": terms.fair_high,
        "fair_basis": terms.fair_basis,
        "fair_basis_note": terms.fair_basis_note,
        "target": terms.target,
        "walk_away": terms.walk_away,
        "walk_away_text": terms.walk_away_text,
    }


def debrief_content(
    debrief: Debrief, criteria: tuple[Criterion, ...]
) -> dict[str, object]:
    """Return what the seal of a debrief covers; criteria added later are not in it."""
    return {
        "schema": SCHEMA,
        "negotiation": debrief.negotiation_id,
        "outcome": debrief.outcome,
        "captured": debrief.captured,
        "final_offer": debrief.final_offer,
        "below_line": debrief.below_line,
        "criteria_met": {c.id: c.met for c in criteria if c.met is not None},
        "my_sat": debrief.my_sat,
        "their_sat_pred": debrief.their_sat_pred,
        "deal_again_prob": debrief.deal_again_prob,
        "my_win_changed": debrief.my_win_changed,
        "their_win_changed": debrief.their_win_changed,
        "info_gap": debrief.info_gap,
        "no_deal_reason": debrief.no_deal_reason,
        "step_self": list(debrief.step_self) if debrief.step_self else None,
        "moments_reviewed": debrief.moments_reviewed,
        "better_for_both": debrief.better_for_both,
        "lesson": debrief.lesson,
        "happened": debrief.happened,
        "why": debrief.why,
        "next_time": debrief.next_time,
        "true_sentence": debrief.true_sentence,
    }


def week_content(review: WeekReview, vow: Vow | None) -> dict[str, object]:
    """Return what the seal of a week's review covers."""
    return {
        "schema": SCHEMA,
        "week": review.week,
        "reflection": review.reflection,
        "sentence": review.sentence,
        "unlogged": review.unlogged,
        "prompt": review.prompt_id,
        "answer": review.answer,
        "vow": {"if": vow.cue, "then": vow.deed} if vow else None,
    }


def add_link(
    writer: Writer, ids: Ids, chain: str, kind: str,
    content: Mapping[str, object], now: datetime,
) -> Link:  # fmt: skip
    """Add a link to the end of a chain and return it."""
    before = writer.list(Link, chain=chain)
    last = max(before, key=lambda link: link.number, default=None)
    digest = content_hash(content)
    previous = last.hash if last else None
    number = last.number + 1 if last else 1
    link = Link(
        id=ids.new(now),
        chain=chain,
        number=number,
        kind=kind,
        content_hash=digest,
        previous_hash=previous,
        hash=link_hash(
            chain=chain,
            number=number,
            kind=kind,
            sealed_at=now,
            content_hash=digest,
            previous=previous,
        ),
        sealed_at=now,
        content=canonical(content).decode(),
    )
    writer.put(link)
    return link
