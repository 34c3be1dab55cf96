"""What others say of a deal: ask them, write their word down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid
from winjournal.domain.later import OutsideView, SatSource
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.outside_note import outside_note

if TYPE_CHECKING:
    from winjournal.services.ports import Clock, Ids, Store, Writer

SIDES = ("them", "witness")
"""Who may be asked."""


class Outside:
    """Ask the other side or a witness, and keep what they said."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def note(self, negotiation_id: str, by: str = "them") -> str:
        """Return the note to send; nothing is written.

        Raises:
            NotFound: There is no such negotiation.
        """
        with self._store.read() as reader:
            deal = reader.get(Negotiation, negotiation_id)
            name = reader.get(Counterparty, deal.counterparty_id).name
        return outside_note(deal.title, name, by)

    def ask(self, negotiation_id: str, by: str = "them") -> OutsideView:
        """Date that somebody was asked now; who waits for an answer is asked once.

        Raises:
            Invalid: It is neither `them` nor `witness`.
        """
        now = self._clock.now()
        with self._store.write("asked about", self._title(negotiation_id)) as writer:
            view = self._waiting(writer, negotiation_id, _checked(by))
            view = replace(view, asked_at=view.asked_at or now)
            writer.put(view)
        return view

    def receive(
        self, negotiation_id: str, *, by: str = "them", sat: int | None = None,
        words: str | None = None, source: SatSource = SatSource.TOLD_ME,
    ) -> OutsideView:  # fmt: skip
        """Write down what somebody said; it answers the question that waits, if any.

        Raises:
            Invalid: Neither a rating nor words, the rating is outside 1 to 7, the
                words are too many, or it is neither `them` nor `witness`.
        """
        now = self._clock.now()
        said = (words or "").strip() or None
        if sat is None and said is None:
            raise Invalid("sat", "Their word is a number, 1 to 7, or a sentence.")
        title = self._title(negotiation_id)
        with self._store.write("wrote down a word on", title) as writer:
            view = replace(
                self._waiting(writer, negotiation_id, _checked(by)),
                received_at=now, sat=sat, words=said, source=source,
            )  # fmt: skip
            view.check()
            writer.put(view)
        return view

    def drop(self, view_id: str) -> None:
        """Delete what somebody said or was asked; undo brings it back."""
        with self._store.read() as reader:
            view = reader.get(OutsideView, view_id)
        title = self._title(view.negotiation_id)
        with self._store.write("deleted a word on", title) as writer:
            writer.remove(writer.get(OutsideView, view_id))

    def _waiting(self, writer: Writer, negotiation_id: str, by: str) -> OutsideView:
        """Return the question that waits for an answer, or a new one."""
        waiting = writer.find(
            OutsideView, negotiation_id=negotiation_id, by=by, received_at=None
        )
        return waiting or OutsideView(
            id=self._ids.new(self._clock.now()), negotiation_id=negotiation_id, by=by
        )

    def _title(self, negotiation_id: str) -> str:
        with self._store.read() as reader:
            return reader.get(Negotiation, negotiation_id).title


def _checked(by: str) -> str:
    if by not in SIDES:
        raise Invalid("by", f"Write {' or '.join(SIDES)}.")
    return by
