"""Seals in undo and redo: a chain only grows, and shows what was undone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from winjournal.domain.errors import Conflict
from winjournal.domain.seals import canonical, content_hash, link_hash
from winjournal.domain.writing import Link
from winjournal.store import images
from winjournal.store.images import Change
from winjournal.store.instants import read_utc, utc_text
from winjournal.store.mapping import mapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.services.ports import Ids
    from winjournal.store.mapping import Stored

UNSEALED = "unsealed"
WINDOW = timedelta(minutes=10)
"""So long after it a seal can be undone."""

TABLE = mapped(Link).table.name


def unseal(
    connection: Connection, links: Sequence[Change], ids: Ids, now: datetime
) -> None:
    """Add a link of kind `unsealed` for each link of an act, the last first.

    Raises:
        Conflict: A seal is over ten minutes old, or another follows it.
    """
    for rows in _by_chain(links).values():
        latest = _latest(connection, str(rows[-1]["chain"]))
        if latest["number"] != rows[-1]["number"]:
            raise Conflict("Another seal follows this one, so it stays.")
        for row in reversed(rows):
            if now - read_utc(str(row["sealed_at"])) > WINDOW:
                raise Conflict(
                    "A seal can be undone for ten minutes; this one is older.",
                    "A change from here on is a new version.",
                )
            content = {"hash": row["hash"], "number": row["number"]}
            _append(
                connection,
                str(row["chain"]),
                UNSEALED,
                canonical(content).decode(),
                content_hash(content),
                ids,
                now,
            )


def seal_again(
    connection: Connection, links: Sequence[Change], ids: Ids, now: datetime
) -> dict[str, Change]:
    """Add links of the same kind and content again, in their order.

    Returns:
        By the id of the old link, the change that added the new one.

    Raises:
        Conflict: Something else was sealed in the chain meanwhile.
    """
    added: dict[str, Change] = {}
    for chain, rows in _by_chain(links).items():
        if _latest(connection, chain)["kind"] != UNSEALED:
            raise Conflict("Another seal was made since, so this one stays undone.")
        for row in rows:
            new = _append(
                connection,
                chain,
                str(row["kind"]),
                row["content"] if row["content"] is None else str(row["content"]),
                str(row["content_hash"]),
                ids,
                now,
            )
            added[str(row["id"])] = Change(TABLE, str(new["id"]), None, new)
    return added


def _by_chain(links: Sequence[Change]) -> dict[str, list[Stored]]:
    chains: dict[str, list[Stored]] = {}
    for change in links:
        row = change.after or {}
        chains.setdefault(str(row["chain"]), []).append(row)
    return chains


def _latest(connection: Connection, chain: str) -> Stored:
    rows = images.plain(TABLE)
    chosen = select(rows).where(rows.c.chain == chain).order_by(rows.c.number.desc())
    found = connection.execute(chosen.limit(1)).mappings().first()
    if found is None:
        raise Conflict("The chain of this seal is gone.")
    return dict(found)


def _append(
    connection: Connection, chain: str, kind: str, content: str | None,
    digest: str, ids: Ids, now: datetime,
) -> Stored:  # fmt: skip
    last = _latest(connection, chain)
    number, previous = int(last["number"] or 0) + 1, str(last["hash"])
    link = Link(
        id=ids.new(now),
        chain=chain,
        number=number,
        kind=kind,
        content_hash=digest,
        previous_hash=previous,
        hash=link_hash(
            previous, digest, chain=chain, number=number, kind=kind, sealed_at=now
        ),
        sealed_at=now,
        content=content,
    )
    stamp = utc_text(now)
    row = {"created_at": stamp, "updated_at": stamp, **mapped(Link).stored(link)}
    images.insert(connection, TABLE, row)
    return row
