"""What a user can do with the people on the other side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from winjournal.domain.errors import Invalid, NotFound
from winjournal.domain.later import Promise
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.services.views import JournalRow

if TYPE_CHECKING:
    from datetime import datetime

    from winjournal.services.ports import Clock, Ids, Store, Writer
    from winjournal.services.views import PersonRow

ROWS_MAX = 500
"""Negotiations with one person that a page shows."""


def person_of(writer: Writer, name: str, ids: Ids, now: datetime) -> Counterparty:
    """Return the counterparty of this name, made anew where it is unknown.

    Raises:
        Invalid: The name is empty or too long.
    """
    known = writer.person_named(name.strip()) if name.strip() else None
    if known:
        return known
    person = Counterparty(id=ids.new(now), name=name.strip(), since=now.date())
    person.check()
    writer.put(person)
    return person


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything about one counterparty: acts only, no verdict.

    Attributes:
        rows: The negotiations with them, newest first.
        promises: Both ways, oldest first.
    """

    person: Counterparty
    rows: tuple[JournalRow, ...]
    promises: tuple[Promise, ...]


class People:
    """List, rename and describe counterparties."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of negotiation that were used, the most frequent first."""
        with self._store.views() as views:
            return tuple(views.kinds())

    def rows(self) -> tuple[PersonRow, ...]:
        """Return the counterparties, the latest deal first."""
        with self._store.views() as views:
            return tuple(views.people())

    def named(self, name: str) -> Counterparty:
        """Return the counterparty of this name or alias.

        Raises:
            NotFound: Nobody is called so.
        """
        with self._store.read() as reader:
            person = reader.person_named(name)
        if person is None:
            raise NotFound(f"Nobody here is called {name}.", "wj people lists them.")
        return person

    def page(self, person_id: str) -> PersonPage:
        """Return everything about one counterparty.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            person = reader.get(Counterparty, person_id)
            promises = reader.list(Promise, counterparty_id=person_id)
            deals = reader.list(Negotiation, counterparty_id=person_id)
        latest = sorted(deals, key=lambda d: (d.closed_on or d.opened_on, d.id))
        with self._store.views() as views:
            rows = views.deals([deal.id for deal in latest[-ROWS_MAX:]])
        return PersonPage(person=person, rows=tuple(rows), promises=promises)

    def edit(self, person: Counterparty) -> Counterparty:
        """Rewrite a counterparty.

        Raises:
            Invalid: The name is empty, too long or taken.
        """
        person = replace(person, name=person.name.strip())
        person.check()
        with self._store.write("edited", person.name) as writer:
            other = writer.person_named(person.name)
            if other and other.id != person.id:
                raise Invalid("name", f"Somebody else is called {person.name}.")
            writer.put(person)
        return person

    def remove(self, person_id: str) -> None:
        """Delete a counterparty that has no negotiation.

        Raises:
            Invalid: There are negotiations with them.
        """
        with self._store.read() as reader:
            name = reader.get(Counterparty, person_id).name
            if reader.find(Negotiation, counterparty_id=person_id):
                raise Invalid("name", f"There are negotiations with {name}.")
        with self._store.write("deleted", name) as writer:
            for promise in writer.list(Promise, counterparty_id=person_id):
                writer.remove(promise)
            writer.remove(writer.get(Counterparty, person_id))
