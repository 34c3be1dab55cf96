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
    from winjournal.domain.goalposts import Criterion, Goalpost
    from winjournal.domain.later import FollowUp
    from winjournal.services.ports import Ids, Writer

SCHEMA = 2
"""The form of the sealed content; raised when its fields change.

1 had no value items and information gaps, and no links for versions and look-backs.
"""

WEEK_SCHEMA = 3
"""The same of a week's review; 2 did not say what was cited."""

VERSION, LOOK_BACK = "version", "look-back"
"""Kinds of link of which a chain has several, each about one thing."""


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


def prep_content(dossier: Dossier, schema: int = SCHEMA) -> dict[str, object]:
    """Return what the seal of a prep covers; ids stand for names.

    Args:
        dossier: The negotiation.
        schema: The form of the content, for a seal that an older program made.
    """
    deal, terms = dossier.negotiation, dossier.negotiation.terms
    worth = _worth(dossier) if schema > 1 else {}
    return {
        "schema": schema,
        "negotiation": deal.id,
        "counterparty": deal.sealed_with or deal.counterparty_id,
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
        **worth,
    }


def _worth(dossier: Dossier) -> dict[str, object]:
    """Return what I bring and know; when they were told is another act."""
    return {
        "value_items": [
            {
                "id": item.id,
                "text": item.text,
                "low": item.low,
                "high": item.high,
                "unit": item.unit,
                "evidence": item.evidence,
                "differs": item.differs,
            }
            for item in dossier.value_items
        ],
        "information_gaps": [
            {
                "id": gap.id,
                "text": gap.text,
                "material": gap.material,
                "plan": gap.plan,
                "because": gap.because,
            }
            for gap in dossier.information_gaps
        ],
    }


def version_content(
    goalpost: Goalpost, criteria: tuple[Criterion, ...]
) -> dict[str, object]:
    """Return what the link of a changed goalpost covers.

    Args:
        goalpost: The new version.
        criteria: Those of its side.
    """
    return {
        "schema": SCHEMA,
        "id": goalpost.id,
        "owner": goalpost.owner,
        "version": goalpost.version,
        "text": goalpost.text,
        "target": goalpost.target,
        "source": goalpost.source,
        "change_reason": goalpost.change_reason,
        "what_changed": goalpost.what_changed,
        "announced": goalpost.announced,
        "criteria": [
            {"id": c.id, "text": c.text, "weight": c.weight}
            for c in criteria
            if c.id in goalpost.criteria_ids
        ],
    }


def look_back_content(follow_up: FollowUp) -> dict[str, object]:
    """Return what the seal of an answered look-back covers."""
    return {
        "schema": SCHEMA,
        "id": follow_up.id,
        "negotiation": follow_up.negotiation_id,
        "day": follow_up.day,
        "deal_again": follow_up.deal_again,
        "their_sat": follow_up.their_sat,
        "their_sat_source": follow_up.their_sat_source,
        "my_sat_now": follow_up.my_sat_now,
        "they_discovered": follow_up.they_discovered,
        "my_commitments": follow_up.my_commitments,
        "their_commitments": follow_up.their_commitments,
        "swap_sign": follow_up.swap_sign,
        "reopened_by": follow_up.reopened_by,
        "note": follow_up.note,
    }


def debrief_content(
    debrief: Debrief, criteria: tuple[Criterion, ...], schema: int = SCHEMA
) -> dict[str, object]:
    """Return what the seal of a debrief covers; criteria added later are not in it."""
    return {
        "schema": schema,
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


def week_content(
    review: WeekReview, vow: Vow | None, schema: int = WEEK_SCHEMA
) -> dict[str, object]:
    """Return what the seal of a week's review covers.

    Args:
        review: The review.
        vow: The vow that it made.
        schema: The form of the content, for a seal that an older program made.
    """
    # The question by its id, and by ids what it names: its words hold names.
    asked = {"cited": list(review.cited or ())}
    return {
        "schema": schema,
        "week": review.week,
        "reflection": review.reflection,
        "sentence": review.sentence,
        "unlogged": review.unlogged,
        "prompt": review.prompt_id,
        "answer": review.answer,
        "vow": {"if": vow.cue, "then": vow.deed} if vow else None,
        **(asked if schema > 2 else {}),
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
