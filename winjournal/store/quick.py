"""Quick capture: one insert through the DB-API, and what a line needs to be read.

For `wj log`, which must be back before anybody notices: neither SQLAlchemy nor
SQLModel nor Alembic is imported here. Not for a process that holds the journal
open anyway; that one has the store.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from winjournal.store.connect import TIMEOUT, check_library, connect, look
from winjournal.store.create import create
from winjournal.store.door import door
from winjournal.store.files import is_missing, locate
from winjournal.store.instants import local, offset_minutes, read_utc, utc_text
from winjournal.store.opening import check_same
from winjournal.store.places import refuse_network
from winjournal.store.schema import HEAD, revision_of
from winjournal.store.sums import ADD, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from winjournal.domain.inbox import InboxLine

_COLUMNS = (
    "id, line, person, at, at_offset, has_date, logged_at, logged_offset,"
    " filed_at, filed_offset, entry_id"
)

_COLUMNS_OF_PEOPLE = "PRAGMA table_info(counterparty)"


def append_line(path: Path, line: InboxLine, *, timeout: float = TIMEOUT) -> Path:
    """Log a line; it is on disk when this returns.

    Where there is no journal one is made first. An older one takes the line as
    it is: the inbox is frozen, and no migration starts from here.

    Args:
        path: The journal as the user names it.
        line: The line; its text is kept exactly.
        timeout: Seconds to wait for another process.

    Returns:
        The real path.

    Raises:
        NewerJournal: A newer program wrote it; not a byte was changed.
        Busy: Another process holds it for too long.
        WinJournalError: It cannot be made, read or written.
    """
    check_library()
    real = create(path) if is_missing(path) else locate(path)
    refuse_network(real)
    is_at_head = revision_of(real, timeout) == HEAD
    connection = connect(real, timeout=timeout)
    try:
        with door(real):
            connection.execute("BEGIN IMMEDIATE")
            check_same(real, connection.file)
            connection.execute(
                f"INSERT INTO inbox({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                _row(line),
            )
            if is_at_head:
                row = dict(zip(_COLUMNS.split(", "), _row(line), strict=True))
                connection.execute(ADD, ("inbox", line.id, sum_of(row)))
            connection.execute("COMMIT")
    finally:
        connection.close()
    return real


def known_people(
    path: Path, *, timeout: float = TIMEOUT
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (name, other names) of each counterparty, by name.

    None without a journal; in one of an older form the other name is the alias.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    with looking(path, timeout) as connection:
        if connection is None:
            return ()
        has = {row[1] for row in connection.execute(_COLUMNS_OF_PEOPLE)}
        nicknames = "nicknames" if "nicknames" in has else "'[]'"
        found = connection.execute(
            f"SELECT name, alias, {nicknames} FROM counterparty ORDER BY name_key"
        )
        return tuple(
            (name, (*((alias,) if alias else ()), *json.loads(others)))
            for name, alias, others in found
        )


def own_tags(path: Path, *, timeout: float = TIMEOUT) -> tuple[str, ...]:
    """Return the slugs of the user's own tags; none in a journal too old for them.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    with looking(path, timeout) as connection:
        if connection is None:
            return ()
        there = connection.execute(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'own_tag'"
        ).fetchone()
        if there is None:
            return ()
        found = connection.execute("SELECT slug FROM own_tag ORDER BY slug")
        return tuple(slug for (slug,) in found)


def unfiled(path: Path, *, timeout: float = TIMEOUT) -> tuple[InboxLine, ...]:
    """Return the lines that wait in the inbox, oldest first.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    with looking(path, timeout) as connection:
        if connection is None:
            return ()
        found = connection.execute(
            f"SELECT {_COLUMNS} FROM inbox WHERE filed_at IS NULL ORDER BY at, id"
        )
        return tuple(_line(row) for row in found)


@contextmanager
def looking(path: Path, timeout: float) -> Iterator[Any]:
    """Yield a connection that cannot write; None where there is no journal.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    if is_missing(path):
        yield None
        return
    real = locate(path)
    connection = look(real, timeout=timeout)
    try:
        with door(real):
            yield connection
    finally:
        connection.close()


def _row(line: InboxLine) -> tuple[str | int | None, ...]:
    filed = line.filed_at
    return (
        line.id,
        line.line,
        line.person,
        utc_text(line.at),
        offset_minutes(line.at),
        int(line.has_date),
        utc_text(line.logged_at),
        offset_minutes(line.logged_at),
        utc_text(filed) if filed else None,
        offset_minutes(filed) if filed else None,
        line.entry_id,
    )


def _line(row: Any) -> InboxLine:
    # a plain log never reads lines
    from winjournal.domain.inbox import InboxLine

    id_, text, person, at, at_offset, has_date, logged, logged_offset = row[:8]
    return InboxLine(
        id=id_,
        line=text,
        person=person,
        at=local(read_utc(at), at_offset),
        has_date=bool(has_date),
        logged_at=local(read_utc(logged), logged_offset),
    )
