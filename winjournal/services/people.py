"""What a user can do with the people on the other side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from winjournal.domain.before import Before
from winjournal.domain.between import Between, Material, between
from winjournal.domain.debrief import Debrief
from winjournal.domain.errors import Invalid, NotFound
from winjournal.domain.goalposts import Goalpost
from winjournal.domain.later import FollowUp, Promise
from winjournal.domain.merging import merged, names_once
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.worth import InformationGap
from winjournal.services.views import JournalRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from winjournal.domain.tags import Actor
    from winjournal.services.ports import Clock, Ids, Store, Writer
    from winjournal.services.views import PersonRow

SHIFT = "goalpost-shift"

ROWS_MAX = 500
"""Negotiations with one person that a page shows."""


def person_of(writer: Writer, name: str, ids: Ids, now: datetime) -> Counterparty:
    """Return the counterparty of this name, made anew where it is unknown.

    Raises:
        Invalid: The name is empty or too long.
    """
    known = writer.person_named(name.strip()) if name.strip() else None
    if known and known.archived_at is None:
        return known
    if known:
        # to deal with somebody again is to bring them back
        back = replace(known, archived_at=None)
        writer.put(back)
        return back
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
        between: What was done, how it aged, what to remember.
    """

    person: Counterparty
    rows: tuple[JournalRow, ...]
    promises: tuple[Promise, ...]
    between: Between


class People:
    """List, rename and describe counterparties."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store, self._clock, self._ids = store, clock, ids

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of negotiation that were used, the most frequent first."""
        with self._store.views() as views:
            return tuple(views.kinds())

    def rows(self, *, archived: bool = False) -> tuple[PersonRow, ...]:
        """Return the counterparties, the latest deal first.

        Args:
            archived: Those who are archived, instead of the others.
        """
        with self._store.views() as views:
            return tuple(views.people(archived=archived))

    def everyone(self) -> tuple[Counterparty, ...]:
        """Return the counterparties, archived ones too, by name."""
        with self._store.read() as reader:
            people = reader.list(Counterparty)
        return tuple(sorted(people, key=lambda p: (p.name.casefold(), p.id)))

    def get(self, person_id: str) -> Counterparty:
        """Return one counterparty.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            return reader.get(Counterparty, person_id)

    def find(self, name: str) -> Counterparty | None:
        """Return the counterparty of this name, alias or nickname, if there is one."""
        with self._store.read() as reader:
            return reader.person_named(name)

    def named(self, name: str) -> Counterparty:
        """Return the counterparty of this name, alias or nickname.

        Raises:
            NotFound: Nobody is called so.
        """
        person = self.find(name)
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
            rows = tuple(views.deals([deal.id for deal in latest[-ROWS_MAX:]]))
            material = Material(
                name=person.name,
                titles={deal.id: deal.title for deal in deals},
                closed={deal.id: deal.closed_on for deal in deals},
                known=Before(
                    name=person.name,
                    deals=len(deals),
                    acts=tuple(views.acts_with(person_id)),
                    promises=promises,
                    repairs=tuple(views.repairs_with(person_id)),
                ),
                goalposts=views.parts_with(Goalpost, person_id),
                shift_marks=frozenset(_shift_marks(rows)),
                debriefs=views.parts_with(Debrief, person_id),
                look_backs=views.parts_with(FollowUp, person_id),
                gaps=views.parts_with(InformationGap, person_id),
                note=person.note,
            )
        known = between(material, self._clock.now().date())
        return PersonPage(person=person, rows=rows, promises=promises, between=known)

    def edit(self, person: Counterparty) -> Counterparty:
        """Rewrite a counterparty.

        Raises:
            Invalid: The name is empty, too long or taken.
        """
        person = _tidied(person)
        person.check()
        with self._store.write("edited", person.name) as writer:
            for field, name in _names(person):
                other = writer.person_named(name)
                if other and other.id != person.id:
                    raise Invalid(field, f"Somebody else is called {name}.")
            writer.put(person)
        return person

    def archive(self, person_id: str) -> Counterparty:
        """Take a counterparty out of the lists; what was dealt with them stays."""
        now = self._clock.now()
        with self._store.write("archived", self._name(person_id)) as writer:
            person = writer.get(Counterparty, person_id)
            archived = replace(person, archived_at=person.archived_at or now)
            writer.put(archived)
        return archived

    def bring_back(self, person_id: str) -> Counterparty:
        """Put an archived counterparty back into the lists."""
        with self._store.write("brought back", self._name(person_id)) as writer:
            back = replace(writer.get(Counterparty, person_id), archived_at=None)
            writer.put(back)
        return back

    def merge(self, gone_id: str, into_id: str) -> Counterparty:
        """Give all that belongs to one counterparty to another, in one act.

        The one that goes leaves its names as nicknames, so that a line still knows
        them, and its note. A seal names ids: what was sealed keeps the one it names.

        Args:
            gone_id: Whose deals and promises move; the row goes.
            into_id: Who stays, with their name and, if there is one, their alias.

        Raises:
            Invalid: Both are the same, or have too many names together.
        """
        if gone_id == into_id:
            raise Invalid("name", "These two are one already.")
        subject = f"{self._name(gone_id)} into {self._name(into_id)}"
        with self._store.write("merged", subject) as writer:
            gone = writer.get(Counterparty, gone_id)
            stays = merged(gone, writer.get(Counterparty, into_id))
            stays.check()
            for deal in writer.list(Negotiation, counterparty_id=gone_id):
                sealed = deal.sealed_with or (gone_id if deal.is_sealed else None)
                writer.put(replace(deal, counterparty_id=into_id, sealed_with=sealed))
            for promise in writer.list(Promise, counterparty_id=gone_id):
                writer.put(replace(promise, counterparty_id=into_id))
            writer.remove(gone)
            writer.put(stays)
        return stays

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

    def _name(self, person_id: str) -> str:
        return self.get(person_id).name


def _shift_marks(rows: Iterable[JournalRow]) -> Iterator[tuple[str, Actor]]:
    for row in rows:
        for mark in row.marks:
            if mark.tag == SHIFT:
                yield row.id, mark.actor


def _tidied(person: Counterparty) -> Counterparty:
    """Return a counterparty without blanks round its names, each name once."""
    name, alias = person.name.strip(), (person.alias or "").strip() or None
    nicknames = names_once(person.nicknames, besides=(name, alias or ""))
    return replace(person, name=name, alias=alias, nicknames=nicknames)


def _names(person: Counterparty) -> Iterator[tuple[str, str]]:
    yield "name", person.name
    if person.alias:
        yield "alias", person.alias
    for nickname in person.nicknames:
        yield "nicknames", nickname
