"""Alembic's environment: an upgrade happens whole, in one transaction, or not at all.

The store hands over a connection whose transactions begin with BEGIN IMMEDIATE
and whose foreign keys are off, for a table that is moved would otherwise take
its children along (RELIABILITY.md 3.3). A developer's command names a file:
`alembic -x db=FILE revision --autogenerate -m "..."`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from alembic import context
from sqlalchemy import Integer
from sqlalchemy.types import TypeDecorator

from winjournal.store import sums
from winjournal.store.migrating import connection_for_migrating
from winjournal.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection

SEARCH_INDEX = "search_fts"
"""The full-text index and the tables SQLite keeps for it."""


class RowsLostError(Exception):
    """A migration lost rows or triggers, or left rows that point at nothing."""


def is_ours(name: str | None, kind: str, _: object) -> bool:
    """Whether autogenerate may look at a thing; SQLite keeps the index itself."""
    return not (kind == "table" and name and name.startswith(SEARCH_INDEX))


def plain_type(what: str, thing: object, _: object) -> str | Literal[False]:
    """Return how autogenerate spells a column's type: a migration knows no rooms."""
    if what != "type" or not isinstance(thing, TypeDecorator):
        return False
    return "sa.Integer()" if isinstance(thing.impl_instance, Integer) else "sa.Text()"


def run(connection: Connection) -> None:
    """Upgrade, and check before the commit that every row is still there.

    Raises:
        RowsLostError: Some are not; nothing is changed then.
    """
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,
        transaction_per_migration=False,
        render_as_batch=True,
        compare_type=True,
        include_name=is_ours,
        render_item=plain_type,
    )
    with context.begin_transaction():
        before, triggers = _counts(connection), _triggers(connection)
        damaged = _damaged(connection)
        context.run_migrations()
        after = _counts(connection)
        lost = [name for name in before if after.get(name, before[name]) < before[name]]
        if lost:
            raise RowsLostError(f"rows of {', '.join(lost)} are gone")
        if gone := triggers - _triggers(connection):
            # a batch operation moves a table and leaves its triggers behind
            raise RowsLostError(f"the triggers {', '.join(sorted(gone))} are gone")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise RowsLostError("some rows point at rows that are gone")
        # a migration may write into rows; what was damaged before stays known as that
        if sums.has_sums(_raw(connection)):
            sums.renew(_raw(connection), damaged)


def _damaged(connection: Connection) -> tuple[sums.Row, ...]:
    raw = _raw(connection)
    return sums.misfits(raw).rows if sums.has_sums(raw) else ()


def _raw(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


def _triggers(connection: Connection) -> set[str]:
    found = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    return set(found.scalars())


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'"
        " AND name <> 'alembic_version'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in names.all()
    }


if (given := context.config.attributes.get("connection")) is not None:
    run(given)
else:
    file = Path(context.get_x_argument(as_dictionary=True)["db"])
    with connection_for_migrating(file) as connection:
        run(connection)
