"""The items of a timeline up to the end of the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.say_dates import say_time
from winjournal.domain.tags import Actor
from winjournal.domain.terms import say_amount
from winjournal.domain.timeline_item import Item, ItemKind, Part
from winjournal.domain.timeline_words import say_reason, say_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.goalposts import Goalpost
    from winjournal.domain.moments import Moment
    from winjournal.domain.negotiation import Offer, Sitting


def prep_items(dossier: Dossier) -> Iterator[Item]:
    """Yield the preparation, at its seal or where it was begun."""
    deal = dossier.negotiation
    mine = _versions(dossier, Actor.ME)
    sealed = deal.prep_sealed_at
    yield Item(
        kind=ItemKind.PREP,
        id=deal.id,
        on=sealed.date() if sealed else deal.opened_on,
        at=sealed,
        part=Part.TIMED if sealed else Part.BEFORE,
        what="sealed" if sealed else "prepared",
        words=mine[0].text if mine else "",
        more=say_terms(deal.terms),
        todo="" if sealed or not deal.is_open else "not sealed yet",
    )


def _versions(dossier: Dossier, owner: Actor) -> list[Goalpost]:
    own = (one for one in dossier.goalposts if one.owner is owner)
    return sorted(own, key=lambda one: one.version)


def winning_items(dossier: Dossier, them: str) -> Iterator[Item]:
    """Yield each version of what winning is, and when mine was told."""
    for owner, whose in ((Actor.ME, "my win"), (Actor.THEM, "their win")):
        versions = _versions(dossier, owner)
        for number, one in enumerate(versions):
            if number or owner is Actor.THEM:
                old = versions[number - 1].text if number else ""
                yield _version(one, whose, old)
            told = one.shared_at
            if owner is Actor.ME and told and (not number or told != one.recorded_at):
                yield Item(
                    kind=ItemKind.SHARED,
                    id=one.id,
                    on=told.date(),
                    at=told,
                    what=f"told {them}",
                    words=one.text,
                )


def _version(one: Goalpost, whose: str, old: str) -> Item:
    at = one.recorded_at if old else one.shared_at or one.recorded_at
    source = one.source.value.replace("-", " ") if one.source else ""
    first = f"{whose}, {source}" if source else whose
    return Item(
        kind=ItemKind.WIN,
        id=one.id,
        on=at.date(),
        at=at,
        what=f"{whose} v{one.version}" if old else first,
        words=one.text,
        before=old,
        more=say_reason(one),
        actor=one.owner,
    )


def sitting_item(one: Sitting) -> Item:
    """Return a meeting or call."""
    start = say_time(one.started_at)
    return Item(
        kind=ItemKind.SITTING,
        id=one.id,
        on=one.started_at.date(),
        at=one.started_at,
        what="sitting",
        words=f"{start} to {say_time(one.ended_at)}" if one.ended_at else "going on",
    )


def offer_item(one: Offer, dossier: Dossier, them: str) -> Item:
    """Return an offer, with its side as it is called."""
    terms = dossier.negotiation.terms
    said = (say_amount(one.amount, terms.unit, terms.currency), one.text)
    mine = one.by is Actor.ME
    return Item(
        kind=ItemKind.OFFER,
        id=one.id,
        on=one.at.date(),
        at=one.at,
        what="I offered" if mine else f"{them} offered",
        words=", ".join(part for part in said if part),
        actor=one.by,
    )


def moment_item(one: Moment, dossier: Dossier) -> Item:
    """Return a mark, and whether it was put right since."""
    mended = any(r.moment_id == one.id and r.done_on for r in dossier.repairs)
    step = f"{one.step_hint.value}, " if one.step_hint else ""
    return Item(
        kind=ItemKind.MOMENT,
        id=one.id,
        on=one.at.date(),
        at=one.at,
        what=one.tag or f"{step}undecided",
        words=one.note or "",
        actor=one.actor,
        polarity=one.polarity,
        strength=one.strength,
        repaired=mended,
    )
