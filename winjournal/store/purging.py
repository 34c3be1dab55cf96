"""What is gone for good: rows, their words in the index, their undo and drafts.

The chain keeps its links, as tombstones: the hashes stay and still fit each other,
the sealed words go.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Text, func, or_, select

from winjournal.domain.later import Promise
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.trash import Deleted
from winjournal.domain.writing import Draft, Entry, InboxLine, Link
from winjournal.store import images
from winjournal.store.connect import connect
from winjournal.store.door import door
from winjournal.store.images import from_json
from winjournal.store.instants import local, read_utc
from winjournal.store.shapes import NAMES, TABLES, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from winjournal.store.writer import SqlWriter

_acts = images.plain("act")
_links = table_of(Link).name
_drafts = images.plain(table_of(Draft).name)
_CHAIN = "negotiation:"


def remove_for_good(
    writer: SqlWriter,
    *,
    deals: Sequence[str] = (),
    person: str | None = None,
    lines: Sequence[str] = (),
) -> set[str]:
    """Delete negotiations, a person and logged lines with all that belongs to them.

    Returns:
        The ids of all rows that went.
    """
    for id_ in deals:
        writer.remove(writer.get(Negotiation, id_))
    if person is not None:
        for promise in writer.list(Promise, counterparty_id=person):
            writer.remove(promise)
        writer.remove(writer.get(Counterparty, person))
    # what was filed stands in the inbox too, word for word
    filed = [
        str((change.before or {})["inbox_id"])
        for change in writer.changes
        if change.table == table_of(Entry).name
        and change.after is None
        and (change.before or {}).get("inbox_id") is not None
    ]
    for id_ in dict.fromkeys([*filed, *lines]):
        for entry in writer.list(Entry, inbox_id=id_):
            writer.remove(entry)
        writer.remove(writer.get(InboxLine, id_))
    return {change.id for change in writer.changes if change.after is None}


def forget_acts(connection: Connection, ids: Iterable[str], words: str = "") -> int:
    """Delete the undo records that hold any of these rows, or these words.

    Returns:
        How many acts can no longer be undone or done again.
    """
    laws = [func.instr(_acts.c.changes, id_) > 0 for id_ in ids]
    if words:
        quoted = json.dumps(words, ensure_ascii=False)[1:-1]
        laws += [func.instr(_acts.c.changes, quoted) > 0]
        laws += [func.instr(_acts.c.subject, words) > 0]
    gone: set[str] = set()
    for start in range(0, len(laws), 100):
        found = select(_acts.c.id).where(or_(*laws[start : start + 100]))
        gone.update(connection.execute(found).scalars())
    for id_ in gone:
        images.delete(connection, "act", id_)
    return len(gone)


def forget_all_acts(connection: Connection) -> int:
    """Delete every undo record, and return how many there were."""
    count = connection.execute(select(func.count()).select_from(_acts)).scalar_one()
    connection.execute(_acts.delete())
    connection.exec_driver_sql("DELETE FROM row_sum WHERE kind = 'act'")
    return int(count)


def forget_drafts(connection: Connection, ids: Iterable[str]) -> None:
    """Delete what was being typed for any of these rows."""
    gone = set(ids)
    for draft, owner in connection.execute(select(_drafts.c.id, _drafts.c.owner)).all():
        if gone & set(owner.split(":")):
            connection.execute(_drafts.delete().where(_drafts.c.id == draft))


def forget_lost_drafts(connection: Connection) -> None:
    """Delete what was being typed for rows that are no longer there."""
    owners = connection.execute(select(_drafts.c.owner)).scalars().all()
    ids = {part for owner in owners for part in owner.split(":") if len(part) == 36}
    there = {
        id_
        for id_ in ids
        for name in NAMES.values()
        if images.image(connection, name, id_) is not None
    }
    forget_drafts(connection, ids - there)


def remove_filed(connection: Connection, writer: SqlWriter) -> int:
    """Delete the logged lines whose entry was deleted since, and count them.

    Once filed a line is shown nowhere by itself, so it goes with what it became.
    """
    lines, entries = images.plain("inbox"), images.plain(table_of(Entry).name)
    there = select(entries.c.id).where(entries.c.id == lines.c.entry_id)
    chosen = select(lines.c.id).where(lines.c.filed_at.is_not(None), ~there.exists())
    lost = connection.execute(chosen).scalars().all()
    for id_ in lost:
        writer.remove(writer.get(InboxLine, id_))
    return len(lost)


def leave_tombstones(connection: Connection, now: str) -> int:
    """Take the sealed words out of the links of negotiations that are gone.

    Returns:
        How many links lost their words.
    """
    rows, deals = images.plain(_links), images.plain(table_of(Negotiation).name)
    there = select(deals.c.id).where(_CHAIN + deals.c.id == rows.c.chain)
    found = select(rows).where(
        rows.c.chain.startswith(_CHAIN), rows.c.content.is_not(None), ~there.exists()
    )
    links = connection.execute(found).mappings().all()
    for link in links:
        changed = {"content": None, "tombstone": 1, "updated_at": now}
        images.update(connection, _links, dict(link), changed)
    return len(links)


def places_with(connection: Connection, words: str) -> dict[str, int]:
    """Return in how many rows of which tables these words still stand."""
    found = {}
    for name in (*NAMES.values(), "act"):
        texts = [
            column
            for column in TABLES[name].columns
            if isinstance(column.type, Text) and column.name != "id"
        ]
        rows = images.plain(name)
        law = or_(*(func.instr(rows.c[text.name], words) > 0 for text in texts))
        chosen = select(func.count()).select_from(rows).where(law)
        if count := connection.execute(chosen).scalar_one():
            found[name] = int(count)
    return found


def trash_of(connection: Connection) -> tuple[Deleted, ...]:
    """Return what undo or redo can still bring back, the latest first."""
    chosen = select(_acts).order_by(_acts.c.number.desc())
    found = (_deleted(row) for row in connection.execute(chosen).mappings())
    return tuple(one for one in found if one is not None)


def _deleted(row: Any) -> Deleted | None:
    is_undone = row["undone_at"] is not None
    went: dict[str, int] = {}
    for change in from_json(row["changes"]):
        before, after = change.before, change.after
        if is_undone:
            before, after = after, before
        if before is not None and after is None and change.table != _links:
            went[change.table] = went.get(change.table, 0) + 1
    if not went:
        return None
    return Deleted(
        at=local(read_utc(row["at"]), row["at_offset"]),
        what=row["what"],
        subject=row["subject"],
        rows=sum(went.values()),
        is_undone=is_undone,
    )


def scrub(path: Path) -> bool:
    """Write the file anew, so that no page keeps what was deleted, and empty its log.

    Returns:
        False where another program still reads, so that the log keeps it for now.
    """
    connection = connect(path)
    try:
        with door(path):
            connection.execute("VACUUM")
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy
    finally:
        connection.close()
