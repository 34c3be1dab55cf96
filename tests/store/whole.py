"""A whole journal as text and numbers, to tell two moments of it apart."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from winjournal.store.connect import look

if TYPE_CHECKING:
    from pathlib import Path

Whole = dict[str, list[tuple[Any, ...]]]

OWN = ("act", "facts", "link", "row_sum")
"""What undo itself writes: the acts, the chain, which only grows, the sums of rows, and
what is counted from the other tables."""


def whole(path: Path, leave_out: tuple[str, ...] = OWN) -> Whole:
    """Return every row of every table, whatever their order in the file.

    The rows of `search_doc` are numbered as they come, so their numbers say
    nothing; the index over them is SQLite's own affair.
    """
    connection = look(path)
    try:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
                " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
                " AND name NOT LIKE 'search_fts%'"
            )
            if name not in leave_out
        ]
        tables = {name: _rows(connection, name) for name in names}
    finally:
        connection.close()
    return tables


def _rows(connection: Any, name: str) -> list[tuple[Any, ...]]:
    rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
    if name == "search_doc":
        rows = [row[1:] for row in rows]
    return sorted(rows, key=repr)


def ask(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Return what a query finds; nothing is written."""
    connection = look(path)
    try:
        found: list[tuple[Any, ...]] = connection.execute(query, values).fetchall()
    finally:
        connection.close()
    return found


def digest(path: Path) -> str:
    """Return the SHA-256 of a file that nobody in this process has open."""
    return sha256(path.read_bytes()).hexdigest()
