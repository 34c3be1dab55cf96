"""What a user can do for good: purge a negotiation or a person, empty the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.trash import Doomed
from winjournal.domain.writing import InboxLine
from winjournal.services.writing import known_people, understood

if TYPE_CHECKING:
    from winjournal.domain.trash import Deleted, Purged
    from winjournal.services.ports import Store


class Purging:
    """Takes words out of the journal so that nothing brings them back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def trash(self) -> tuple[Deleted, ...]:
        """Return what undo or redo can still bring back, the latest first."""
        return tuple(self._store.trash())

    def empty(self) -> Purged:
        """Let go of everything that undo could bring back."""
        return self._store.empty_trash()

    def look(self, kind: str, id_: str) -> Doomed:
        """Return what a purge would take.

        Args:
            kind: `negotiation` or `counterparty`.
            id_: Which.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            if kind == "negotiation":
                deal = reader.get(Negotiation, id_)
                return Doomed(name=deal.title, deals=(id_,), titles=(deal.title,))
            person = reader.get(Counterparty, id_)
            deals = reader.list(Negotiation, counterparty_id=id_)
            known = known_people(reader)
            lines = reader.list(InboxLine, filed_at=None)
            names = {person.name, person.alias or person.name}
            return Doomed(
                name=person.name,
                deals=tuple(deal.id for deal in deals),
                person=id_,
                lines=tuple(
                    x.id for x in lines if understood(x, known).person in names
                ),
                titles=tuple(deal.title for deal in deals),
            )

    def purge(self, doomed: Doomed) -> Purged:
        """Purge what was looked at.

        Raises:
            NotFound: It is no longer there.
            Conflict: Something else still needs it.
        """
        return self._store.purge(doomed)
