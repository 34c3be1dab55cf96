"""What a user can do about a slip: promise to put it right, and do it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid
from winjournal.domain.later import Repair
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation

if TYPE_CHECKING:
    from datetime import date

    from winjournal.services.ports import Clock, Ids, Store


class Repairs:
    """Write down repairs, and what came of them."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def all(self) -> tuple[Repair, ...]:
        """Return every repair, the oldest first."""
        with self._store.read() as reader:
            return reader.list(Repair)

    def add(
        self, negotiation_id: str, text: str, *, moment_id: str | None = None,
        for_whom: str | None = None, due: date | None = None,
    ) -> Repair:  # fmt: skip
        """Write down what will be done about a slip.

        Args:
            negotiation_id: Of the deal it belongs to.
            text: What will be done.
            moment_id: The slip, if it is one mark of this negotiation.
            for_whom: None is the other side.
            due: Local date; None for no date.

        Raises:
            Invalid: The words are missing or too long, or the mark stands in
                another negotiation.
        """
        now = self._clock.now()
        repair = Repair(
            id=self._ids.new(now), negotiation_id=negotiation_id,
            moment_id=moment_id, text=text.strip(),
            for_whom=(for_whom or "").strip() or None, made_at=now, due=due,
        )  # fmt: skip
        repair.check()
        with self._store.read() as reader:
            title = reader.get(Negotiation, negotiation_id).title
            if moment_id is not None:
                slip = reader.get(Moment, moment_id)
                if slip.negotiation_id != negotiation_id:
                    raise Invalid("moment_id", "This mark is of another negotiation.")
        with self._store.write("wrote down a repair in", title) as writer:
            writer.put(repair)
        return repair

    def done(
        self, repair_id: str, effect: str | None = None, on: date | None = None
    ) -> Repair:
        """Say that a repair was made, and what came of it.

        Args:
            repair_id: Which.
            effect: In a few words; None leaves what is there.
            on: Local date; None means today.

        Raises:
            Invalid: The words are too many.
        """
        said = (effect or "").strip() or None
        on = on or self._clock.now().date()
        with self._store.read() as reader:
            text = reader.get(Repair, repair_id).text
        with self._store.write("made a repair:", text) as writer:
            old = writer.get(Repair, repair_id)
            repair = replace(old, done_on=on, effect=said or old.effect)
            repair.check()
            writer.put(repair)
        return repair

    def reopen(self, repair_id: str) -> Repair:
        """Say that a repair is still to be made."""
        with self._store.read() as reader:
            text = reader.get(Repair, repair_id).text
        with self._store.write("opened a repair again:", text) as writer:
            repair = replace(writer.get(Repair, repair_id), done_on=None)
            writer.put(repair)
        return repair

    def drop(self, repair_id: str) -> None:
        """Delete a repair; undo brings it back."""
        with self._store.read() as reader:
            text = reader.get(Repair, repair_id).text
        with self._store.write("deleted a repair:", text) as writer:
            writer.remove(writer.get(Repair, repair_id))
