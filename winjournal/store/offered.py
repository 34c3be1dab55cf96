"""What a shell completes from a journal, through the DB-API like quick capture.

A key of the tab is pressed often and must never wait or complain: who calls this
takes any error for nothing to offer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from winjournal.store.quick import looking

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT = 0.05
"""Seconds to wait for another process: a shell does not wait for more."""

MOST = 400
"""So many of the newest things are offered by their ids."""

_IDS = {
    "negotiation": (
        "SELECT d.id, d.title || '  ' || p.name FROM negotiation AS d"
        " JOIN counterparty AS p ON p.id = d.counterparty_id"
        " ORDER BY d.listed_on DESC, d.id DESC LIMIT ?"
    ),
    "entry": (
        "SELECT id, substr(body, 1, 60) FROM entry ORDER BY written_date DESC, id"
        " DESC LIMIT ?"
    ),
    "inbox": (
        "SELECT id, substr(line, 1, 60) FROM inbox WHERE filed_at IS NULL"
        " ORDER BY at DESC LIMIT ?"
    ),
    "promise": (
        "SELECT id, text FROM promise WHERE state = 'open' ORDER BY due, id LIMIT ?"
    ),
    "repair": (
        "SELECT id, text FROM repair WHERE done_on IS NULL ORDER BY due, id LIMIT ?"
    ),
}


def people(path: Path) -> list[str]:
    """Return the names of the counterparties, those with the latest deal first.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    return _column(
        path,
        "SELECT p.name FROM counterparty AS p LEFT JOIN negotiation AS d"
        " ON d.counterparty_id = p.id GROUP BY p.id"
        " ORDER BY max(d.listed_on) DESC, p.name_key",
    )


def kinds(path: Path) -> list[str]:
    """Return the kinds that were used, the most frequent first.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    return _column(
        path,
        "SELECT kind FROM negotiation WHERE kind IS NOT NULL GROUP BY kind"
        " ORDER BY count(*) DESC, kind",
    )


def own_tags(path: Path) -> list[str]:
    """Return the slugs of the user's own tags.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    return _column(path, "SELECT slug FROM own_tag ORDER BY slug")


def ids(path: Path, tables: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return (id, words) of the newest things of these tables.

    Raises:
        WinJournalError: The journal cannot be read.
    """
    return [row for table in tables for row in _rows(path, _IDS[table], MOST)]


def _column(path: Path, query: str) -> list[str]:
    return [row[0] for row in _rows(path, query)]


def _rows(path: Path, query: str, *values: object) -> list[Any]:
    with looking(path, TIMEOUT) as connection:
        return [] if connection is None else list(connection.execute(query, values))
