"""Rows as they stand, to the byte: what undo and redo put back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Connection,
    Insert,
    Select,
    TableClause,
    bindparam,
    column,
    select,
    table,
)

from winjournal.domain.errors import Conflict
from winjournal.store.mapping import Stored
from winjournal.store.shapes import TABLES
from winjournal.store.sums import ADD, DROP, RENEW, UNSUMMED, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None where there was or is none."""

    table: str
    id: str
    before: Stored | None
    after: Stored | None


@cache
def plain(name: str) -> TableClause:
    """Return a table whose columns have no types, so that nothing is converted."""
    return table(name, *(column(found.name) for found in TABLES[name].columns))


@cache
def _of_id(name: str) -> Select[Any]:
    rows = plain(name)
    return select(rows).where(rows.c.id == bindparam("id"))


@cache
def _insert_into(name: str) -> Insert:
    return plain(name).insert()


def image(connection: Connection, name: str, id_: str) -> Stored | None:
    """Return a row as SQLite keeps it, or None."""
    found = connection.execute(_of_id(name), {"id": id_}).mappings().first()
    return dict(found) if found is not None else None


def insert(connection: Connection, name: str, row: Stored) -> None:
    """Add a row."""
    connection.execute(_insert_into(name), row)
    if name not in UNSUMMED:
        connection.exec_driver_sql(ADD, (name, str(row["id"]), sum_of(row)))


def update(connection: Connection, name: str, before: Stored, changed: Stored) -> None:
    """Rewrite some columns of a row.

    Args:
        connection: The transaction.
        name: The table.
        before: The whole row as it stands.
        changed: The columns that become something else.
    """
    rows, id_ = plain(name), str(before["id"])
    connection.execute(rows.update().where(rows.c.id == id_).values(**changed))
    if name not in UNSUMMED:
        new, old = sum_of({**before, **changed}), sum_of(before)
        connection.exec_driver_sql(RENEW, (new, name, id_, old))


def delete(connection: Connection, name: str, id_: str) -> None:
    """Delete a row."""
    rows = plain(name)
    connection.execute(rows.delete().where(rows.c.id == id_))
    if name not in UNSUMMED:
        connection.exec_driver_sql(DROP, (name, id_))


def replay(connection: Connection, change: Change) -> None:
    """Make a row what it is after a change, if it is what it was before.

    Only the columns that the image knows are compared: a later form of the
    journal may have more.

    Raises:
        Conflict: It has changed since.
    """
    current = image(connection, change.table, change.id)
    if not _same(current, change.before):
        raise Conflict(
            "This was changed since and cannot be taken back or done again.",
            "Nothing was changed.",
        )
    if change.after is None:
        delete(connection, change.table, change.id)
    elif current is None:
        insert(connection, change.table, change.after)
    else:
        update(connection, change.table, current, change.after)


def _same(current: Stored | None, expected: Stored | None) -> bool:
    if current is None or expected is None:
        return current is expected
    return all(current.get(name) == value for name, value in expected.items())


def turned(change: Change) -> Change:
    """Return the change the other way round."""
    return Change(change.table, change.id, change.after, change.before)


def is_nothing(changes: Iterable[Change]) -> bool:
    """Whether changes, taken together, leave every row as it was."""
    first: dict[tuple[str, str], Stored | None] = {}
    last: dict[tuple[str, str], Stored | None] = {}
    for change in changes:
        first.setdefault((change.table, change.id), change.before)
        last[change.table, change.id] = change.after
    return first == last


def to_json(changes: Iterable[Change]) -> str:
    """Return changes as text for the act."""
    listed = [[c.table, c.id, c.before, c.after] for c in changes]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> tuple[Change, ...]:
    """Return the changes that `to_json` wrote."""
    return tuple(Change(*fields) for fields in json.loads(text))
