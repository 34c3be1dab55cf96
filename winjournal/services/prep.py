"""The form of a negotiation's prep, and how it becomes goalposts and criteria."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from winjournal.domain.dossier import missing_for_seal
from winjournal.domain.errors import Invalid, Sealed
from winjournal.domain.goalposts import Criterion, Goalpost, Source
from winjournal.domain.negotiation import Negotiation, Sphere, TrustCall
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms
from winjournal.services.ports import Ids, Writer
from winjournal.services.worth import Bring, Gap, brings_of, gaps_of

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier

CRITERIA_MAX = 3
UNKNOWN_WIN = "not known yet"
"""What stands for their win where only its source was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One criterion as a form holds it.

    Attributes:
        id: Of the criterion it edits; None for a new one.
    """

    text: str
    weight: int = 1
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prep:
    """Everything the form of a negotiation holds; only the first two are needed."""

    title: str
    person: str
    sphere: Sphere = Sphere.PROFESSIONAL
    kind: str | None = None
    planned_for: datetime | None = None
    opened_on: date | None = None
    trust_call: TrustCall | None = None
    smallest_promise: str | None = None
    my_win: str | None = None
    my_criteria: tuple[Wish, ...] = ()
    their_win: str | None = None
    their_source: Source | None = None
    their_criteria: tuple[Wish, ...] = ()
    terms: Terms = field(default_factory=Terms)
    value_case: str | None = None
    alternative: str | None = None
    ego_risk: str | None = None
    value_items: tuple[Bring, ...] = ()
    information_gaps: tuple[Gap, ...] = ()


def prep_of(dossier: Dossier) -> Prep:
    """Return what the form of this negotiation holds."""
    deal = dossier.negotiation
    mine, theirs = dossier.goalpost(Actor.ME), dossier.goalpost(Actor.THEM)
    return Prep(
        title=deal.title,
        person=dossier.counterparty.name,
        sphere=deal.sphere,
        kind=deal.kind,
        planned_for=deal.planned_for,
        opened_on=deal.opened_on,
        trust_call=deal.trust_call,
        smallest_promise=deal.smallest_promise,
        my_win=mine.text if mine else None,
        my_criteria=wishes_of(dossier.criteria_of(Actor.ME)),
        their_win=theirs.text if theirs else None,
        their_source=theirs.source if theirs else None,
        their_criteria=wishes_of(dossier.criteria_of(Actor.THEM)),
        terms=deal.terms,
        value_case=deal.value_case,
        alternative=deal.alternative,
        ego_risk=deal.ego_risk,
        value_items=brings_of(dossier.value_items),
        information_gaps=gaps_of(dossier.information_gaps),
    )


def missing_in_prep(prep: Prep) -> tuple[str, ...]:
    """Return what a form's content lacks to be sealed, in the order asked."""
    return missing_for_seal(
        prep.terms,
        has_call=prep.trust_call is not None,
        has_win=bool((prep.my_win or "").strip()),
        has_criteria=bool(prep.my_criteria),
        has_source=prep.their_source is not None,
    )


def wishes_of(criteria: tuple[Criterion, ...]) -> tuple[Wish, ...]:
    """Return criteria as a form holds them."""
    return tuple(Wish(text=c.text, weight=c.weight, id=c.id) for c in criteria)


def fields_of(prep: Prep) -> dict[str, Any]:
    """Return the fields that a prep and a negotiation share, texts tidied."""
    return {
        "sphere": prep.sphere,
        "kind": _tidy(prep.kind),
        "planned_for": prep.planned_for,
        "trust_call": prep.trust_call,
        "smallest_promise": _tidy(prep.smallest_promise),
        "value_case": _tidy(prep.value_case),
        "alternative": _tidy(prep.alternative),
        "ego_risk": _tidy(prep.ego_risk),
        "terms": prep.terms,
    }


def sealed_part(prep: Prep) -> Prep:
    """Return a prep without what may still change after the seal."""
    return replace(
        prep,
        sphere=Sphere.OTHER,
        kind=None,
        planned_for=None,
        opened_on=None,
        title="",
    )


def _refuse_rewriting(
    old: Goalpost, text: str | None, wishes: tuple[Wish, ...],
    had: tuple[Criterion, ...],
) -> None:  # fmt: skip
    """Hold a version that was written beside an older one to what it says.

    Raises:
        Sealed: The form would rewrite it.
    """
    if (text or "").strip() != old.text or wishes != wishes_of(had):
        raise Sealed(
            "Winning has a second version here, which is not rewritten.",
            "A change of it is a new version.",
        )


def _tidy(text: str | None) -> str | None:
    return (text or "").strip() or None


@dataclass(frozen=True, slots=True)
class GoalpostWriter:
    """Writes both sides' goalposts and criteria of an unsealed prep.

    Attributes:
        writer: The act under way.
        ids: Makes ids.
        now: The act's time.
    """

    writer: Writer
    ids: Ids
    now: datetime

    def put(self, deal: Negotiation, prep: Prep, before: Dossier | None) -> None:
        """Write what the form holds; what it no longer holds goes.

        Raises:
            Invalid: More than three criteria on a side, or one out of range.
            Sealed: A version after the first would be rewritten.
        """
        sides = (
            (Actor.ME, prep.my_win, None, prep.my_criteria),
            (Actor.THEM, prep.their_win, prep.their_source, prep.their_criteria),
        )
        for owner, text, source, wishes in sides:
            old = before.goalpost(owner) if before else None
            had = before.criteria_of(owner) if before else ()
            if old is not None and old.version > 1:
                _refuse_rewriting(old, text, wishes, had)
                continue
            ids = self.put_criteria(deal.id, owner, source, wishes, had)
            said = (text or "").strip()
            if not said and source is not None:
                said = UNKNOWN_WIN
            if said:
                self._put_goalpost(deal, owner, said, source, ids, old)
            elif old:
                self.writer.remove(old)

    def _put_goalpost(
        self, deal: Negotiation, owner: Actor, text: str,
        source: Source | None, ids: tuple[str, ...], old: Goalpost | None,
    ) -> None:  # fmt: skip
        goalpost = Goalpost(
            id=old.id if old else self.ids.new(self.now),
            negotiation_id=deal.id,
            owner=owner,
            version=old.version if old else 1,
            text=text,
            criteria_ids=ids,
            target=deal.terms.target if owner is Actor.ME else None,
            recorded_at=old.recorded_at if old else self.now,
            shared_at=old.shared_at if old else None,
            source=source,
        )
        goalpost.check()
        self.writer.put(goalpost)

    def put_criteria(
        self, negotiation_id: str, owner: Actor, source: Source | None,
        wishes: tuple[Wish, ...], had: tuple[Criterion, ...], *, keep: bool = False,
    ) -> tuple[str, ...]:  # fmt: skip
        """Write one side's criteria and return their ids.

        Args:
            negotiation_id: Whose criteria.
            owner: Which side.
            source: How theirs are known.
            wishes: What the form holds, in order.
            had: The criteria so far.
            keep: Leave those in place that the form no longer holds, because
                an older version still speaks of them.

        Raises:
            Invalid: More than three, or one out of range.
        """
        if len(wishes) > CRITERIA_MAX:
            raise Invalid("criteria", "Three criteria are the most for one side.")
        old = {c.id: c for c in had}
        told = Source.TOLD_ME if source is Source.TOLD_ME else Source.MY_GUESS
        ids: list[str] = []
        for place, wish in enumerate(wishes):
            was = old.get(wish.id or "")
            if keep and was and was.text != wish.text.strip():
                was = None
            criterion = Criterion(
                id=was.id if was else self.ids.new(self.now),
                negotiation_id=negotiation_id,
                owner=owner,
                text=wish.text.strip(),
                weight=wish.weight,
                source=told if owner is Actor.THEM else None,
                met=was.met if was else None,
                met_source=was.met_source if was else None,
                position=place,
            )
            criterion.check()
            self.writer.put(criterion)
            ids.append(criterion.id)
        for id_, criterion in old.items():
            if id_ not in ids and not keep:
                self.writer.remove(criterion)
        return tuple(ids)
