"""A negotiation as its form holds it, before anything of that is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import Criterion, Goalpost, Source
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.tags import Actor
from winjournal.domain.worth import InformationGap, ValueItem
from winjournal.services.prep import UNKNOWN_WIN, Prep, Wish, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


def as_prepared(prep: Prep, before: Dossier | None, now: datetime) -> Dossier:
    """Return a negotiation with what a form holds, to be looked at.

    Nothing of it was checked, and what is new has no id: it is never saved.

    Args:
        prep: The form's content.
        before: The negotiation as it is written; None for a new one.
        now: An aware time.
    """
    old = before or Dossier(
        negotiation=Negotiation(
            id="", title=prep.title, counterparty_id="", opened_on=now.date()
        ),
        counterparty=Counterparty(id="", name=prep.person),
    )
    deal = replace(old.negotiation, title=prep.title, **fields_of(prep))
    return replace(
        old,
        negotiation=deal,
        counterparty=replace(old.counterparty, name=prep.person),
        goalposts=tuple(_goalposts(prep, old, now)),
        criteria=tuple(_criteria(prep)),
        value_items=tuple(_items(prep, old)),
        information_gaps=tuple(_gaps(prep, old)),
    )


def _goalposts(prep: Prep, old: Dossier, now: datetime) -> Iterator[Goalpost]:
    sides = (
        (Actor.ME, prep.my_win, None),
        (Actor.THEM, prep.their_win, prep.their_source),
    )
    for owner, text, source in sides:
        said = (text or "").strip() or (UNKNOWN_WIN if source else "")
        last = old.goalpost(owner)
        if said and last:
            yield replace(last, text=said, source=source)
        elif said:
            yield Goalpost(
                id="", negotiation_id="", owner=owner, text=said, source=source,
                recorded_at=now,
            )  # fmt: skip


def _criteria(prep: Prep) -> Iterator[Criterion]:
    told = prep.their_source is Source.TOLD_ME
    source = Source.TOLD_ME if told else Source.MY_GUESS
    sides: tuple[tuple[Actor, tuple[Wish, ...], Source | None], ...] = (
        (Actor.ME, prep.my_criteria, None),
        (Actor.THEM, prep.their_criteria, source),
    )
    for owner, wishes, known in sides:
        for place, wish in enumerate(wishes):
            yield Criterion(
                id=wish.id or "", negotiation_id="", owner=owner, text=wish.text,
                weight=wish.weight, source=known, position=place,
            )  # fmt: skip


def _items(prep: Prep, old: Dossier) -> Iterator[ValueItem]:
    shown = {item.id: item.told_at for item in old.value_items}
    for place, b in enumerate(prep.value_items):
        yield ValueItem(
            id=b.id or "", negotiation_id="", text=b.text, low=b.low, high=b.high,
            unit=b.unit, evidence=b.evidence, differs=b.differs, position=place,
            told_at=shown.get(b.id or ""),
        )  # fmt: skip


def _gaps(prep: Prep, old: Dossier) -> Iterator[InformationGap]:
    told = {gap.id: gap.told_at for gap in old.information_gaps}
    for place, g in enumerate(prep.information_gaps):
        yield InformationGap(
            id=g.id or "", negotiation_id="", text=g.text, material=g.material,
            plan=g.plan, because=g.because, position=place,
            told_at=told.get(g.id or ""),
        )  # fmt: skip


def steps_done(dossier: Dossier) -> int:
    """Return how many of the five steps are prepared, 0 to 5.

    Trust is once it is called, winning and the fair share once a seal would miss
    nothing of them, value once anything is written, leaving once there is a line.
    """
    missing = set(dossier.missing())
    has_value = bool(dossier.negotiation.value_case or dossier.value_items)
    return sum(
        (
            "trust call" not in missing,
            not missing & {"my win", "my criteria", "their win"},
            has_value,
            not missing & {"direction", "fair range", "basis of the range"},
            "walk-away line" not in missing,
        )
    )


def undecided_gaps(dossier: Dossier) -> int:
    """Return how many facts that matter to them have no plan yet."""
    gaps = dossier.information_gaps
    return sum(g.material is True and g.plan is None and not g.told_at for g in gaps)
