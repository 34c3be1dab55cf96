"""The items of a timeline for what one brings, and for what they may not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.timeline_item import Item, ItemKind, Part
from winjournal.domain.worth import GapPlan
from winjournal.domain.worth_words import NO_EVIDENCE, say_worth

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.worth import InformationGap, ValueItem

_WHEN = {
    GapPlan.TELL: "not told yet",
    GapPlan.TELL_BEFORE_SIGNING: "before signing",
    GapPlan.KEEP: "kept back",
}


def worth_items(dossier: Dossier, today: date, them: str) -> Iterator[Item]:
    """Yield what was shown and told, when it was, and last what is not yet.

    Once the prep is sealed, a value item waits while the deal is open, a fact that
    is theirs to know until it was told; both stand at today.
    """
    deal = dossier.negotiation
    for item in dossier.value_items:
        if item.told_at is not None or (deal.is_sealed and deal.is_open):
            yield _shown(item, today, them)
    for gap in dossier.information_gaps:
        if gap.told_at is not None or (deal.is_sealed and gap.is_open):
            yield _told(gap, dossier, today, them)


def _shown(item: ValueItem, today: date, them: str) -> Item:
    at = item.told_at
    worth = say_worth(item.low, item.high, item.unit)
    facts = (item.evidence or NO_EVIDENCE, item.differs)
    return Item(
        kind=ItemKind.VALUE,
        id=item.id,
        on=at.date() if at else today,
        at=at,
        part=Part.TIMED if at else Part.AFTER,
        what=f"showed {them}" if at else "to show",
        words=f"{item.text}, {worth}" if worth else item.text,
        more="; ".join(fact for fact in facts if fact) if at else "",
    )


def _told(gap: InformationGap, dossier: Dossier, today: date, them: str) -> Item:
    at = gap.told_at
    said = _WHEN[gap.plan] if gap.plan else "no plan yet"
    if not dossier.negotiation.is_open and gap.plan is not GapPlan.KEEP:
        said = "not told so far"
    # What matters to them, or was not judged, is to be done; a reason stands beside.
    owed = gap.plan is not GapPlan.KEEP
    return Item(
        kind=ItemKind.GAP,
        id=gap.id,
        on=at.date() if at else today,
        at=at,
        part=Part.TIMED if at else Part.AFTER,
        what=f"told {them}" if at else "they may not know",
        words=gap.text,
        aside="" if at or owed else said,
        more=gap.because or "",
        todo=said if owed and at is None else "",
    )
