"""What one brings and knows, as a form holds it; and telling it to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from winjournal.domain.errors import Invalid
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.worth import GapPlan, InformationGap, ValueItem
from winjournal.services.ports import Ids, Writer

if TYPE_CHECKING:
    from winjournal.services.ports import Clock, Store

ITEMS_MAX = 5
"""So many value items, and so many information gaps, one prep has."""

T = TypeVar("T", ValueItem, InformationGap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bring:
    """One value item as a form holds it.

    Attributes:
        id: Of the item it edits; None for a new one.
    """

    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    evidence: str | None = None
    differs: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One information gap as a form holds it.

    Attributes:
        id: Of the gap it edits; None for a new one.
    """

    text: str
    material: bool | None = None
    plan: GapPlan | None = None
    because: str | None = None
    id: str | None = None


def brings_of(items: tuple[ValueItem, ...]) -> tuple[Bring, ...]:
    """Return value items as a form holds them."""
    return tuple(
        Bring(
            text=item.text, low=item.low, high=item.high, unit=item.unit,
            evidence=item.evidence, differs=item.differs, id=item.id,
        )
        for item in items
    )  # fmt: skip


def gaps_of(gaps: tuple[InformationGap, ...]) -> tuple[Gap, ...]:
    """Return information gaps as a form holds them."""
    return tuple(
        Gap(text=g.text, material=g.material, plan=g.plan, because=g.because, id=g.id)
        for g in gaps
    )


@dataclass(frozen=True, slots=True)
class WorthWriter:
    """Writes the value items and information gaps of an unsealed prep.

    Attributes:
        writer: The act under way.
        ids: Makes ids.
        now: The act's time.
    """

    writer: Writer
    ids: Ids
    now: datetime

    def put(
        self, negotiation_id: str, brings: tuple[Bring, ...], gaps: tuple[Gap, ...]
    ) -> None:
        """Write what the form holds; what it no longer holds goes.

        Raises:
            Invalid: More than five of either, or one out of range.
        """
        if max(len(brings), len(gaps)) > ITEMS_MAX:
            raise Invalid("value_items", f"{ITEMS_MAX} of each are the most.")
        old_items = self.writer.list(ValueItem, negotiation_id=negotiation_id)
        told = {item.id: item.told_at for item in old_items}
        items = [
            ValueItem(
                id=self._id(b.id, told), negotiation_id=negotiation_id,
                text=b.text.strip(), low=b.low, high=b.high, unit=b.unit,
                evidence=b.evidence, differs=b.differs,
                told_at=told.get(b.id or ""), position=place,
            )
            for place, b in enumerate(brings)
        ]  # fmt: skip
        self._replace(old_items, items)
        old_gaps = self.writer.list(InformationGap, negotiation_id=negotiation_id)
        told = {gap.id: gap.told_at for gap in old_gaps}
        known = [
            InformationGap(
                id=self._id(g.id, told), negotiation_id=negotiation_id,
                text=g.text.strip(), material=g.material, plan=g.plan,
                because=g.because, told_at=told.get(g.id or ""), position=place,
            )
            for place, g in enumerate(gaps)
        ]  # fmt: skip
        self._replace(old_gaps, known)

    def _id(self, id_: str | None, known: dict[str, datetime | None]) -> str:
        return id_ if id_ in known else self.ids.new(self.now)

    def _replace(self, old: tuple[T, ...], new: list[T]) -> None:
        for thing in new:
            thing.check()
            self.writer.put(thing)
        kept = {thing.id for thing in new}
        for thing in old:
            if thing.id not in kept:
                self.writer.remove(thing)


class Worth:
    """Say that a value item was shown to them, or an information gap told."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def show_value(self, item_id: str) -> ValueItem:
        """Date a value item as shown to them now; once more takes that back.

        Raises:
            NotFound: There is none.
        """
        return self._told(ValueItem, item_id, "showed value in")

    def tell(self, gap_id: str) -> InformationGap:
        """Date an information gap as told to them now; once more takes that back.

        Raises:
            NotFound: There is none.
        """
        return self._told(InformationGap, gap_id, "told what I know in")

    def _told(self, kind: type[T], id_: str, what: str) -> T:
        with self._store.read() as reader:
            thing = reader.get(kind, id_)
            title = reader.get(Negotiation, thing.negotiation_id).title
        with self._store.write(what, title) as writer:
            thing = writer.get(kind, id_)
            now = None if thing.told_at else self._clock.now()
            told = replace(thing, told_at=now)
            writer.put(told)
            return told
