"""A sum over each row, so that a disk that changes a letter is seen.

SQLite checks how its pages hang together, not what stands in them: of 152 damaged
journals 132 passed its own checks (RELIABILITY.md, finding 10). So each row has its
CRC-32 in a table of its own, `row_sum`, written in the transaction that writes the
row. It is meant for disks, not for people: against them there is the chain of seals.
CRC-32 sees every flip of up to 32 bits side by side, and misses one in four thousand
million of the rest; SHA-256 would cost `wj log` 3 ms to import.

A table of its own, and no column, so that a row that vanished is seen too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

TABLE = "row_sum"

UNSUMMED = frozenset({"draft", "search_doc", TABLE})
"""What has none: drafts live for seconds, and the index can be made again."""

ADD = "INSERT OR REPLACE INTO row_sum(kind, ref, sum) VALUES (?, ?, ?)"
RENEW = "UPDATE row_sum SET sum = ? WHERE kind = ? AND ref = ? AND sum = ?"
"""A row that did not fit before is not made to fit by a change of it."""
DROP = "DELETE FROM row_sum WHERE kind = ? AND ref = ?"

CHUNK = 500
"""Rows that are read between two breaths."""


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One row: its table and its id."""

    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class Misfits:
    """What does not fit its sum.

    Attributes:
        changed: Rows that are other than they were written.
        gone: Rows that have a sum and are not there.
        unsummed: How many rows have none: written by another program.
    """

    changed: tuple[Row, ...]
    gone: tuple[Row, ...]
    unsummed: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """All that are damaged."""
        return (*self.changed, *self.gone)


def sum_of(row: Mapping[str, object]) -> int:
    """Return the sum of a row: over the name, kind and value of each column.

    What is NULL is left out, so that a new column changes no sum.
    """
    said = bytearray()
    for name in sorted(row):
        value = row[name]
        if value is None:
            continue
        if isinstance(value, bytes):
            said += b"%bs" % name.encode() + value
        elif isinstance(value, str):
            said += b"%bs" % name.encode() + value.encode("utf-8", "surrogatepass")
        else:
            said += b"%bi" % name.encode() + repr(value).encode()
        said += b"\x00"
    return crc32(said)


def misfits(connection: Any, breathe: Callable[[], None] = lambda: None) -> Misfits:
    """Return the rows that do not fit their sums.

    Args:
        connection: A raw connection of the DB-API; its texts are read as bytes.
        breathe: Called between two chunks of rows.
    """
    changed, gone, unsummed = list[Row](), list[Row](), 0
    for kind in summed_tables(connection):
        for ref, found, written in _compared(connection, kind):
            if ref is None:
                breathe()
            elif written is None:
                unsummed += 1
            elif found != written:
                changed.append(Row(kind, ref))
        gone += [Row(kind, ref) for ref in _gone(connection, kind)]
    return Misfits(tuple(changed), tuple(gone), unsummed)


def add_missing(connection: Any) -> int:
    """Give a sum to the rows that have none, and return how many those were."""
    added = 0
    for kind in summed_tables(connection):
        rows = [(r, f) for r, f, w in _compared(connection, kind) if r and w is None]
        connection.executemany(ADD, [(kind, ref, found) for ref, found in rows])
        added += len(rows)
    return added


def renew(connection: Any, damaged: Iterable[Row]) -> None:
    """Give every row the sum of what stands there, but for those known as damaged.

    After a migration, which may have written into rows.
    """
    left = set(damaged)
    for kind in summed_tables(connection):
        new = [
            (kind, ref, found)
            for ref, found, written in _compared(connection, kind)
            if ref and found != written and Row(kind, ref) not in left
        ]
        connection.executemany(ADD, new)


def accept(connection: Any, rows: Iterable[Row]) -> None:
    """Take rows as they stand now for what they should be."""
    wanted = set(rows)
    for row in wanted:
        connection.execute(DROP, (row.kind, row.ref))
    for kind in {row.kind for row in wanted} & set(summed_tables(connection)):
        new = [
            (kind, ref, found)
            for ref, found, _ in _compared(connection, kind)
            if ref and Row(kind, ref) in wanted
        ]
        connection.executemany(ADD, new)


def has_sums(connection: Any) -> bool:
    """Whether a journal is of a form that has sums."""
    chosen = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(chosen, (TABLE,)).fetchone() is not None


def summed_tables(connection: Any) -> list[str]:
    """Return the tables of a journal whose rows have sums, by name."""
    # 30 ms: only where rows are checked
    from winjournal.store.shapes import NAMES

    kept = ({*NAMES.values(), "act"}) - UNSUMMED
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return sorted({_text(name) for (name,) in found.fetchall()} & kept)


def _compared(
    connection: Any, kind: str
) -> Iterator[tuple[str | None, int, int | None]]:
    """Yield the id, the sum found and the sum written of each row; None to breathe."""
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        cursor = connection.execute(
            f'SELECT written.sum, found.* FROM "{kind}" AS found LEFT JOIN row_sum'
            " AS written ON written.kind = ? AND written.ref = found.id",
            (kind,),
        )
        names = [_text(column[0]) for column in cursor.description[1:]]
        while rows := cursor.fetchmany(CHUNK):
            for row in rows:
                yield _one(names, row)
            yield None, 0, None
    finally:
        connection.text_factory = factory


def _one(names: Sequence[str], row: Sequence[Any]) -> tuple[str, int, int | None]:
    whole = dict(zip(names, row[1:], strict=True))
    return _text(whole["id"]), sum_of(whole), row[0]


def _gone(connection: Any, kind: str) -> list[str]:
    chosen = (
        "SELECT ref FROM row_sum WHERE kind = ? AND NOT EXISTS"
        f' (SELECT 1 FROM "{kind}" WHERE "{kind}".id = row_sum.ref)'
    )
    return [_text(ref) for (ref,) in connection.execute(chosen, (kind,)).fetchall()]


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
