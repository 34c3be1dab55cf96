"""What the services ask of a store, a clock and a maker of ids.

The store keeps domain entities whole: it takes frozen dataclasses and gives
them back, and no session, row or connection ever leaves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from winjournal.services.settled import spare_none

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.filter_tree import Filter
    from winjournal.domain.negotiation import Counterparty
    from winjournal.domain.trash import Deleted, Doomed, Purged
    from winjournal.domain.writing import Act, Draft
    from winjournal.services.entities import E, Entity
    from winjournal.services.port_of_lists import Views
    from winjournal.services.settled import Settled, Spare


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
        """Return the counterparty of this name, alias or nickname, in any case."""
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


class ForGood(Protocol):
    """What a store does that no undo takes back."""

    def trash(self) -> Sequence[Deleted]:
        """Return what undo or redo can still bring back, the latest first."""
        ...

    def purge(self, doomed: Doomed) -> Purged:
        """Delete for good, with every undo record, draft and sealed word of it.

        Raises:
            NotFound: It is not there.
        """
        ...

    def empty_trash(self) -> Purged:
        """Forget every undo record, and the words of what was deleted."""
        ...

    def rescue(self) -> Path:
        """Write all to a new file and go on with that; return where it is."""
        ...


class Store(ForGood, Protocol):
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

    def settling(self, draft: Settled) -> AbstractContextManager[None]:
        """Forget a draft in the transaction of the act that is done meanwhile.

        Where none is done it is forgotten at the end; after an error it stays.
        """
        ...

    def draft(
        self, draft: Draft | None, owner: str, field: str, spare: Spare = spare_none
    ) -> None:
        """Keep one draft, or with None drop it; no act, never undone.

        Args:
            draft: What is kept.
            owner: Whose it is.
            field: Of which field.
            spare: Tells by its instance which drafts stay when it is dropped.
        """
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
