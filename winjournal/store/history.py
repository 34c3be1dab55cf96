"""Acts: what a user did, taken back and done again by the images of its rows.

`act.number` is the order in which acts were last done, undone or redone: the
highest standing one is undone next, the highest undone one redone next. A new
act ends what could be redone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from winjournal.domain.errors import NotFound
from winjournal.domain.writing import Act, InboxLine
from winjournal.services.writing import first_line
from winjournal.store import images, seals
from winjournal.store.images import Change, from_json, to_json, turned
from winjournal.store.instants import local, offset_minutes, read_utc, utc_text
from winjournal.store.mapping import mapped
from winjournal.store.sums import DROP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from winjournal.services.ports import Ids

KEPT = timedelta(days=30)
"""So long an act can be undone; then its images go."""

_acts = images.plain("act")
_lines = images.plain("inbox")


def record(
    connection: Connection, act: Act, changes: Sequence[Change], now: datetime
) -> None:
    """Write an act, unless nothing changed; drop old ones and what was undone."""
    if images.is_nothing(changes):
        return
    old = _acts.c.at < utc_text(now - KEPT)
    past = _acts.delete().where(old | _acts.c.undone_at.is_not(None))
    for id_ in connection.execute(past.returning(_acts.c.id)).scalars().all():
        connection.exec_driver_sql(DROP, ("act", id_))
    _add(connection, act, changes, now)


def undo(connection: Connection, ids: Ids, now: datetime) -> Act:
    """Take the latest act back that stands, or a line logged after it.

    Raises:
        NotFound: Nothing is left to undo.
        Conflict: Its rows have changed since, or it is an old seal.
    """
    row = _latest(connection, _acts.c.undone_at.is_(None))
    line = _logged_since(connection, row, now)
    if line is not None:
        return _undo_line(connection, line, ids, now)
    if row is None:
        raise NotFound("Nothing is left to undo.")
    changes = from_json(row["changes"])
    seals.unseal(connection, _links(changes), ids, now)
    _replay(connection, [turned(change) for change in reversed(changes)])
    return _mark(connection, row, now, {"undone_at": utc_text(now),
                 "undone_offset": offset_minutes(now)})  # fmt: skip


def redo(connection: Connection, ids: Ids, now: datetime) -> Act:
    """Do the act again that was undone last.

    Raises:
        NotFound: Nothing is left to redo.
        Conflict: Its rows have changed since.
    """
    row = _latest(connection, _acts.c.undone_at.is_not(None))
    if row is None:
        raise NotFound("Nothing is left to redo.")
    changes = from_json(row["changes"])
    sealed = seals.seal_again(connection, _links(changes), ids, now)
    _replay(connection, changes)
    done = {
        "at": utc_text(now),
        "at_offset": offset_minutes(now),
        "undone_at": None,
        "undone_offset": None,
    }
    if sealed:
        kept = [sealed.get(change.id, change) for change in changes]
        done["changes"] = to_json(kept)
    return _mark(connection, row, now, done)


def _replay(connection: Connection, changes: Iterable[Change]) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for change in changes:
        if change.table != seals.TABLE:
            images.replay(connection, change)


def _links(changes: Iterable[Change]) -> list[Change]:
    return [change for change in changes if change.table == seals.TABLE]


def _latest(connection: Connection, law: Any) -> RowMapping | None:
    chosen: Select[Any] = select(_acts).where(law).order_by(_acts.c.number.desc())
    return connection.execute(chosen.limit(1)).mappings().first()


def _logged_since(
    connection: Connection, act: RowMapping | None, now: datetime
) -> RowMapping | None:
    """Return the latest waiting line that no act wrote and no act follows."""
    since = utc_text(now - KEPT) if act is None else act["at"]
    line = (
        connection.execute(
            select(_lines)
            .where(_lines.c.filed_at.is_(None), _lines.c.logged_at >= since)
            .order_by(_lines.c.logged_at.desc(), _lines.c.id.desc())
            .limit(1)
        )
        .mappings()
        .first()
    )
    if line is None:
        return None
    wrote = func.instr(_acts.c.changes, line["id"]) > 0
    by_act = select(_acts.c.id).where(wrote, _acts.c.undone_at.is_(None)).limit(1)
    return None if connection.execute(by_act).first() else line


def _undo_line(
    connection: Connection, line: RowMapping, ids: Ids, now: datetime
) -> Act:
    change = Change(mapped(InboxLine).table.name, line["id"], None, dict(line))
    act = Act(
        id=ids.new(now),
        what="logged",
        subject=first_line(line["line"]),
        at=local(read_utc(line["logged_at"]), line["logged_offset"]),
        undone_at=now,
    )
    images.replay(connection, turned(change))
    _add(connection, act, [change], now)
    return act


def _add(
    connection: Connection, act: Act, changes: Sequence[Change], now: datetime
) -> None:
    undone = act.undone_at
    images.insert(
        connection,
        "act",
        {
            "id": act.id,
            "created_at": utc_text(now),
            "updated_at": utc_text(now),
            "number": _next_number(connection),
            "what": act.what,
            "subject": act.subject,
            "at": utc_text(act.at),
            "at_offset": offset_minutes(act.at),
            "undone_at": utc_text(undone) if undone else None,
            "undone_offset": offset_minutes(undone) if undone else None,
            "changes": to_json(changes),
        },
    )


def _mark(
    connection: Connection, row: RowMapping, now: datetime, done: dict[str, Any]
) -> Act:
    """Write when an act was undone or redone, and return it so."""
    done |= {"number": _next_number(connection), "updated_at": utc_text(now)}
    images.update(connection, "act", dict(row), done)
    told = {**row, **done}
    return Act(
        id=told["id"],
        what=told["what"],
        subject=told["subject"],
        at=local(read_utc(told["at"]), told["at_offset"]),
        undone_at=now if told["undone_at"] else None,
    )


def _next_number(connection: Connection) -> int:
    highest = connection.execute(select(func.max(_acts.c.number))).scalar()
    return (highest or 0) + 1
