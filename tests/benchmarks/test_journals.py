"""Invented journals: the size asked for, the same every time, a real journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from benchmarks.invented import OPEN, rows
from benchmarks.inventor import Values
from benchmarks.journals import fill, journal
from benchmarks.jrnl import Jrnl
from benchmarks.prepared import OPEN_TITLE
from benchmarks.words import NOW, RARE, entries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNTED = ("negotiation", "moment", "entry", "sitting", "debrief", "follow_up")


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[dbapi2.Connection]:
    """Yield an open small journal."""
    path = tmp_path / "small.db"
    fill(path, 20, 107, seed=1, texts=entries(100, seed=3))
    connection = dbapi2.connect(path)
    yield connection
    connection.close()


def counts(connection: dbapi2.Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in COUNTED
    }


def test_a_journal_has_the_size_asked_for(filled: dbapi2.Connection) -> None:
    assert counts(filled) == {
        "negotiation": 20,
        "moment": 107,
        "entry": 100,
        "sitting": 20,
        "debrief": 20 - OPEN,
        "follow_up": 2 * (20 - OPEN),
    }


def test_it_is_whole_and_can_be_searched(filled: dbapi2.Connection) -> None:
    assert filled.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert filled.execute("PRAGMA foreign_key_check").fetchall() == []
    query = "SELECT count(*) FROM search_fts WHERE search_fts MATCH ?"
    assert filled.execute(query, (RARE,)).fetchone() == (1,)


def test_what_is_under_way_is_the_newest(filled: dbapi2.Connection) -> None:
    query = "SELECT title, closed_on FROM negotiation ORDER BY opened_on DESC LIMIT ?"
    newest = filled.execute(query, (OPEN,)).fetchall()
    assert all(title.startswith(OPEN_TITLE) for title, _ in newest)
    assert {closed for _, closed in newest} == {None}
    (others,) = filled.execute(
        "SELECT count(*) FROM negotiation WHERE closed_on IS NULL"
    ).fetchone()
    assert others == OPEN


def test_nothing_lies_after_the_clock_but_what_is_due(
    filled: dbapi2.Connection,
) -> None:
    (last,) = filled.execute("SELECT max(at) FROM moment").fetchone()
    assert last < NOW.isoformat()


def test_equal_seeds_give_equal_journals() -> None:
    def made(seed: int) -> list[tuple[str, Values]]:
        return list(rows(10, 30, seed))

    assert made(1) == made(1)
    assert made(1) != made(2)


def test_a_kept_journal_is_copied_and_not_made_again(tmp_path: Path) -> None:
    cache, work = tmp_path / "cache", tmp_path / "work"
    work.mkdir()
    first = journal(cache, work, 5, 10)
    (kept,) = cache.iterdir()
    made = kept.stat().st_mtime_ns
    first.write_bytes(b"written over by what is measured")
    again = journal(cache, work, 5, 10)
    assert again.read_bytes() == kept.read_bytes()
    assert [path.stat().st_mtime_ns for path in cache.iterdir()] == [made]
    assert again.stat().st_mode & 0o777 == 0o600


def test_the_peer_gets_the_same_texts_in_its_own_format(tmp_path: Path) -> None:
    peer = Jrnl(tmp_path / "jrnl", tmp_path / "home")
    texts = list(entries(3, seed=3))
    peer.fill(texts)
    shown = peer.journal.read_text()
    assert shown.startswith(f"[{texts[0][0]:%Y-%m-%d} ")
    assert [text in shown for _, text in texts] == [True] * 3
    assert str(peer.journal) in (tmp_path / "home" / "jrnl.yaml").read_text()


def test_entries_are_dated_in_order_and_about_ninety_words() -> None:
    texts = list(entries(200, seed=3))
    assert [when for when, _ in texts] == sorted(when for when, _ in texts)
    assert texts[-1][0] < NOW
    words = sum(len(text.split()) for _, text in texts) / len(texts)
    assert 75 < words < 105
    assert sum(RARE in text for _, text in texts) == 2
