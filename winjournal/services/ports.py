"""What the services ask of a store, a clock and a maker of ids.

The store keeps domain entities whole: it takes frozen dataclasses and gives
them back, and no session, row or connection ever leaves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from winjournal.domain.before import Lesson, Trigger, TrustAct
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.facts import Record
    from winjournal.domain.filter_tree import Filter
    from winjournal.domain.later import Repair
    from winjournal.domain.negotiation import Counterparty
    from winjournal.domain.writing import Act, Draft
    from winjournal.domain.year_grid import DayCount
    from winjournal.services.entities import E, Entity
    from winjournal.services.views import (
        Due,
        Hit,
        JournalRow,
        Mark,
        PersonRow,
        UnderWay,
    )


class Clock(Protocol):
    """Tells the time; the only way that time enters the program."""

    def now(self) -> datetime:
        """Return the present moment, aware, in the local zone."""
        ...


class Ids(Protocol):
    """Makes ids."""

    def new(self, at: datetime) -> str:
        """Return a new UUID, version 7, in its 36 character form."""
        ...


class Reader(Protocol):
    """Reads entities, all from one snapshot of the journal."""

    def get(self, kind: type[E], id_: str) -> E:
        """Return the entity with this whole id.

        Raises:
            NotFound: There is none.
        """
        ...

    def find(self, kind: type[E], **where: object) -> E | None:
        """Return the first entity whose fields equal `where`, or None."""
        ...

    def list(self, kind: type[E], **where: object) -> tuple[E, ...]:
        """Return the entities whose fields equal `where`, oldest first.

        Values are compared as stored; None matches what is unknown.
        """
        ...

    def resolve(self, ref: str) -> tuple[str, str]:
        """Return (table name, whole id) of a shortened id.

        A short id is the beginning of the last twelve hex digits of a whole
        one. Looked up among negotiations, entries, logged lines, moments,
        counterparties and promises.

        Raises:
            NotFound: No row has it, or more than one has.
        """
        ...

    def dossier(self, negotiation_id: str) -> Dossier:
        """Return one negotiation whole.

        Raises:
            NotFound: There is none.
        """
        ...

    def dossiers(self, filter_: Filter) -> Sequence[str]:
        """Return the ids of the negotiations that pass, oldest first."""
        ...

    def person_named(self, name: str) -> Counterparty | None:
        """Return the counterparty of this name or alias, regardless of case."""
        ...


class Views(Protocol):
    """Makes the light rows that lists show, all from one snapshot."""

    def journal(self, filter_: Filter, start: int, stop: int) -> Sequence[JournalRow]:
        """Return rows `start` to `stop` (exclusive), newest first; ties by id.

        Unfiled lines stand among the rest by union.
        """
        ...

    def journal_count(self, filter_: Filter) -> int:
        """Return how many rows pass."""
        ...

    def journal_months(self, filter_: Filter) -> Sequence[tuple[str, int]]:
        """Return how many rows pass in each month, as `2026-03`, latest first."""
        ...

    def deals(self, ids: Sequence[str]) -> Sequence[JournalRow]:
        """Return the rows of these negotiations, newest first; ties by id."""
        ...

    def search(self, words: str, limit: int) -> Sequence[Hit]:
        """Return what holds all the words, best first; any text is literal."""
        ...

    def under_way(self) -> Sequence[UnderWay]:
        """Return the open negotiations: live, then planned, then newest."""
        ...

    def due(self, until: date) -> Sequence[Due]:
        """Return follow-ups, promises and debriefs due by then, by date."""
        ...

    def marks(self, since: date, until: date) -> Sequence[Mark]:
        """Return the marks of these local dates, both ends included, by time."""
        ...

    def talks(self, since: date, until: date) -> int:
        """Return how many negotiations had a mark, sitting or closing then."""
        ...

    def people(self) -> Sequence[PersonRow]:
        """Return the counterparties that are not archived, latest deal first."""
        ...

    def acts_with(self, person_id: str) -> Sequence[TrustAct]:
        """Return the marks that are acts of trust with one person, oldest first."""
        ...

    def repairs_with(self, person_id: str) -> Sequence[Repair]:
        """Return the repairs of the deals with one person, oldest first."""
        ...

    def lessons(self, person_id: str | None, kind: str | None) -> Sequence[Lesson]:
        """Return own lessons that may match a person, a kind or a trigger."""
        ...

    def usual_trigger(self) -> Trigger | None:
        """Return what one wrote most often would sting; None without one."""
        ...

    def record(self) -> Record:
        """Return what the measures read, over the whole journal."""
        ...

    def days(self, since: date, until: date) -> Sequence[DayCount]:
        """Return the local dates on which anything stands, both ends included."""
        ...

    def heard(self, since: datetime, until: datetime) -> Sequence[str]:
        """Return the negotiations whose first own rating of theirs came in between.

        Args:
            since: From then on.
            until: Before then.
        """
        ...

    def tags_used(self) -> Sequence[tuple[str, int]]:
        """Return each tag in use and how often, most used first."""
        ...

    def titles(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the titles of these negotiations."""
        ...


class Writer(Reader, Protocol):
    """Writes entities within one transaction, which is one act."""

    def put(self, entity: Entity) -> None:
        """Insert or rewrite an entity, keeping its before-image.

        Raises:
            Conflict: A negotiation's version is not the one stored. The stored
                version becomes the entity's plus one.
        """
        ...

    def bring_in(self, entity: Entity) -> None:
        """Insert an entity that is not there, exactly as it is, also its version.

        Raises:
            Conflict: It is there.
        """
        ...

    def remove(self, entity: Entity) -> None:
        """Delete an entity, keeping its before-image; its parts go first."""
        ...


class Store(Protocol):
    """An open journal."""

    def read(self) -> AbstractContextManager[Reader]:
        """Open a snapshot for reading; it never writes."""
        ...

    def views(self) -> AbstractContextManager[Views]:
        """Open a snapshot for the lists; it never writes."""
        ...

    def write(self, what: str, subject: str) -> AbstractContextManager[Writer]:
        """Open one act: BEGIN IMMEDIATE, and all of it commits or nothing.

        Args:
            what: The act in words, for undo: "marked ego".
            subject: What it is done to, in words.

        Raises:
            Busy: Another process holds the journal for over five seconds.
            DiskTrouble: It could not be written; nothing was changed.
        """
        ...

    def settling(self, owner: str, field: str) -> AbstractContextManager[None]:
        """Forget a draft in the transaction of the act that is done meanwhile.

        Where none is done it is forgotten at the end; after an error it stays.
        """
        ...

    def draft(self, draft: Draft | None, owner: str, field: str) -> None:
        """Keep one draft, or with None drop it; no act, never undone."""
        ...

    def undo(self, now: datetime) -> Act:
        """Take the latest act back that stands, also a logged line.

        Raises:
            NotFound: Nothing is left to undo.
            Conflict: Its rows have changed since, or it is an old seal.
        """
        ...

    def redo(self, now: datetime) -> Act:
        """Do the act again that was undone last, if nothing was done since.

        Raises:
            NotFound: Nothing is left to redo.
            Conflict: Its rows have changed since.
        """
        ...

    def changes(self) -> int:
        """Return a number that is another one once another program has written.

        Cheap enough to be asked twice a second: no table is read.
        """
        ...

    def close(self) -> None:
        """Let go of the journal: optimise, checkpoint, close."""
        ...
