"""What a user can do with the sittings of a negotiation: begin one, end it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.domain.errors import Conflict, Invalid
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation, Sitting
from winjournal.domain.sittings import end_of
from winjournal.domain.zones import is_after

if TYPE_CHECKING:
    from datetime import datetime

    from winjournal.services.ports import Clock, Ids, Store


class Sittings:
    """Write down sittings, and end the one that goes on."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def sit(
        self, negotiation_id: str, started_at: datetime, ended_at: datetime | None,
        *, live: bool = False,
    ) -> Sitting:  # fmt: skip
        """Write down a meeting or call.

        Args:
            negotiation_id: Whose.
            started_at: When it began.
            ended_at: When it ended; None where that is open or not known.
            live: Whether it is written down while it goes on.

        Raises:
            Invalid: It ends before it starts.
        """
        now = self._clock.now()
        if ended_at is not None and is_after(started_at, ended_at):
            raise Invalid("ended_at", "The sitting ends before it starts.")
        title = self._title(negotiation_id)
        what = "went live with" if live else "wrote down a sitting of"
        with self._store.write(what, title) as writer:
            sitting = Sitting(id=self._ids.new(now), negotiation_id=negotiation_id,
                              started_at=started_at, ended_at=ended_at,
                              zone=started_at.tzname() or "",
                              source="live" if live else "after")  # fmt: skip
            writer.put(sitting)
            return sitting

    def end_sitting(self, sitting_id: str) -> Sitting:
        """End a sitting that goes on: now, or when it was left, as `end_of` has it.

        Raises:
            Conflict: It has ended already.
            NotFound: There is none.
        """
        now = self._clock.now()
        with self._store.read() as reader:
            title = self._title(reader.get(Sitting, sitting_id).negotiation_id)
        with self._store.write("ended a sitting of", title) as writer:
            sitting = writer.get(Sitting, sitting_id)
            if sitting.ended_at is not None:
                raise Conflict("This sitting has ended already.")
            whole = writer.list(Moment, sitting_id=sitting_id)
            ended = replace(sitting, ended_at=end_of(sitting, whole, now))
            writer.put(ended)
            return ended

    def _title(self, negotiation_id: str) -> str:
        with self._store.read() as reader:
            return reader.get(Negotiation, negotiation_id).title
