"""Entities into the journal: one act, with an image of each row it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from winjournal.domain.errors import Conflict, Sealed
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.writing import Draft, InboxLine, Link
from winjournal.store import images
from winjournal.store.images import Change
from winjournal.store.instants import utc_text
from winjournal.store.mapping import shape_of
from winjournal.store.reader import SqlReader
from winjournal.store.shapes import table_of

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from winjournal.services.entities import Entity
    from winjournal.store.mapping import Stored

PARTS = {
    "negotiation": (
        ("vow_test", "negotiation_id"),
        ("repair", "negotiation_id"),
        ("promise", "negotiation_id"),
        ("moment", "negotiation_id"),
        ("entry", "negotiation_id"),
        ("goalpost", "negotiation_id"),
        ("criterion", "negotiation_id"),
        ("value_item", "negotiation_id"),
        ("information_gap", "negotiation_id"),
        ("offer", "negotiation_id"),
        ("debrief", "negotiation_id"),
        ("follow_up", "negotiation_id"),
        ("outside_view", "negotiation_id"),
        ("blind_rating", "negotiation_id"),
        ("sitting", "negotiation_id"),
    ),
    "vow": (("vow_test", "vow_id"),),
}
"""What goes with a row when it goes, children first. Seals stay."""

REFERENCES = {
    "sitting": (("moment", "sitting_id"),),
    "entry": (("moment", "entry_id"),),
    "moment": (("promise", "moment_id"), ("repair", "moment_id")),
    "inbox": (("entry", "inbox_id"),),
}
"""What only pointed at a row; it stays and points at nothing."""


class SqlWriter(SqlReader):
    """Writes entities within one transaction, which is one act.

    Args:
        connection: The transaction; it holds the write lock.
        now: The time of the act.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        super().__init__(connection, now.date())
        self._now = utc_text(now)
        self.changes: list[Change] = []

    def put(self, entity: Entity) -> None:
        """Insert or rewrite an entity, keeping its before-image.

        A rewrite that changes nothing is none, but for a negotiation, whose
        version counts every save.

        Raises:
            Conflict: A negotiation's version is not the one stored. The stored
                version becomes the entity's plus one.
            Sealed: It is a link that stands already.
        """
        shape = shape_of(entity)
        row: Stored = shape.stored(entity)
        name = shape.table.name
        before = images.image(self._connection, name, entity.id)
        if isinstance(entity, Negotiation):
            row["version"] = _next_version(entity, before)
        if before is None:
            self._write(name, entity.id, None, self._stamped(name, row))
        elif any(before[column] != value for column, value in row.items()):
            if isinstance(entity, Link):
                raise Sealed("A seal cannot be rewritten.")
            self._write(name, entity.id, before, self._restamped(before, row))

    def bring_in(self, entity: Entity) -> None:
        """Insert an entity that is not there, exactly as it is, also its version.

        Raises:
            Conflict: It is there.
        """
        shape = shape_of(entity)
        name = shape.table.name
        if images.image(self._connection, name, entity.id) is not None:
            raise Conflict("This was written elsewhere meanwhile.")
        row: Stored = shape.stored(entity)
        self._write(name, entity.id, None, self._stamped(name, row))

    def remove(self, entity: Entity) -> None:
        """Delete an entity, keeping its before-image; its parts go first.

        Raises:
            Conflict: It is not there, or something else still needs it.
            Sealed: It is a link: seals stay.
        """
        if isinstance(entity, Link):
            raise Sealed("A seal cannot be deleted.")
        self._remove(shape_of(entity).table.name, entity.id)

    def _remove(self, name: str, id_: str) -> None:
        before = images.image(self._connection, name, id_)
        if before is None:
            raise Conflict("This was deleted elsewhere meanwhile.")
        for child, column in PARTS.get(name, ()):
            for part in self._pointing(child, column, id_):
                self._remove(child, part)
        for other, column in REFERENCES.get(name, ()):
            for pointer in self._pointing(other, column, id_):
                self._let_go(other, pointer, column)
        self._write(name, id_, before, None)

    def _pointing(self, name: str, column: str, id_: str) -> list[str]:
        rows = images.plain(name)
        chosen = select(rows.c.id).where(rows.c[column] == id_).order_by(rows.c.id)
        return list(self._connection.execute(chosen).scalars())

    def _let_go(self, name: str, id_: str, column: str) -> None:
        before = images.image(self._connection, name, id_) or {}
        self._write(name, id_, before, self._restamped(before, {column: None}))

    def _stamped(self, name: str, row: Stored) -> Stored:
        if name == _INBOX:
            return row
        return {"created_at": self._now, "updated_at": self._now, **row}

    def _restamped(self, before: Stored, row: Stored) -> Stored:
        """Return the row after a rewrite; its time never goes back."""
        if "updated_at" not in before:
            return {**before, **row}
        updated = max(self._now, str(before["updated_at"]))
        return {**before, "updated_at": updated, **row}

    def _write(
        self, name: str, id_: str, before: Stored | None, after: Stored | None
    ) -> None:
        if after is None:
            images.delete(self._connection, name, id_)
        elif before is None:
            images.insert(self._connection, name, after)
        else:
            changed = {k: value for k, value in after.items() if before[k] != value}
            images.update(self._connection, name, before, changed)
        self._homes = None
        if name != _DRAFT:
            self.changes.append(Change(name, id_, before, after))


_INBOX = table_of(InboxLine).name
_DRAFT = table_of(Draft).name


def _next_version(deal: Negotiation, before: Stored | None) -> int:
    if before is None and deal.version == 1:
        return 1
    if before is None:
        raise Conflict("This negotiation was deleted elsewhere meanwhile.")
    if before["version"] != deal.version:
        raise Conflict(
            "This negotiation was changed elsewhere meanwhile.",
            "Yours is kept as a draft.",
        )
    return deal.version + 1
