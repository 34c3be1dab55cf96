"""Quick capture: on disk at once, with nothing lost and nothing slow imported."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import START, HandClock
from tests.store.entities import PERSON
from tests.store.running import start_module
from tests.store.whole import ask
from winjournal.domain.errors import Busy
from winjournal.domain.sought import Sought
from winjournal.domain.writing import InboxLine
from winjournal.store import quick
from winjournal.store.backup import check_whole
from winjournal.store.connect import connect
from winjournal.store.create import blank
from winjournal.store.migrating import upgrade
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from winjournal.services.ids import SeededIds
    from winjournal.store.store import SqlStore

LINE = InboxLine(
    id="q",
    line="yesterday 3pm: Dana, renewal. @ego",
    person="Dana",
    at=START - timedelta(days=1),
    has_date=True,
    logged_at=START,
)


def test_the_first_line_makes_the_journal(
    path: Path, clock: HandClock, ids: SeededIds
) -> None:
    assert quick.append_line(path, LINE) == path.resolve()
    assert quick.unfiled(path) == (LINE,)
    store = open_store(path, clock, ids)
    with store.read() as reader:
        assert reader.list(InboxLine) == (LINE,)
    with store.views() as views:
        assert [hit.id for hit in views.find(Sought(literal="renewal"), 9)] == ["q"]
    store.close()


def test_a_line_and_its_times_come_back_equal(path: Path) -> None:
    filed = replace(LINE, filed_at=START, entry_id="e", person=None, has_date=False)
    quick.append_line(path, filed)
    assert quick.unfiled(path) == ()
    assert ask(path, "SELECT entry_id, filed_offset FROM inbox") == [("e", 60)]


def test_people_are_known_by_all_their_names(store: SqlStore) -> None:
    with store.write("met", "them") as writer:
        writer.put(PERSON)
        writer.put(
            replace(PERSON, id="b", name="Acme", alias="A", nicknames=("x", "y"))
        )
    assert quick.known_people(store.path) == (("Acme", ("A", "x", "y")), ("Dana", ()))


def test_an_older_journal_knows_no_nicknames(path: Path) -> None:
    path.parent.mkdir()
    blank(path)
    upgrade(path, "0005")
    raw = connect(path)
    raw.execute(
        "INSERT INTO counterparty(id, created_at, updated_at, name, name_key, kind,"
        " alias) VALUES ('a', '2026', '2026', 'Dana', 'dana', 'person', 'D')"
    )
    raw.close()
    assert quick.known_people(path) == (("Dana", ("D",)),)


@pytest.mark.parametrize("revision", ["0002", "0003"])
def test_an_older_journal_takes_a_line_as_it_is(revision: str, path: Path) -> None:
    path.parent.mkdir()
    blank(path)
    upgrade(path, revision)
    quick.append_line(path, LINE)
    assert quick.unfiled(path) == (LINE,)
    assert ask(path, "SELECT * FROM alembic_version") == [(revision,)]


def test_a_line_waits_for_another_writer_and_then_says_so(
    path: Path, store: SqlStore
) -> None:
    other = connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy, match="Another program"):
        quick.append_line(path, LINE, timeout=0.1)
    other.execute("ROLLBACK")
    other.close()
    quick.append_line(path, LINE, timeout=0.1)
    assert quick.unfiled(path) == (LINE,)


@pytest.mark.parametrize("exists", [False, True], ids=["new journal", "journal"])
def test_two_shells_that_log_at_once_lose_nothing(
    exists: bool, path: Path, home: Path
) -> None:
    if exists:
        quick.append_line(path, LINE)
    programs = [
        start_module(home, "tests.store.logger", str(path), name, "100")
        for name in ("one", "two")
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    told = [program.communicate(timeout=120) for program in programs]
    assert told == [("[]\n", "")] * 2
    assert len(quick.unfiled(path)) == 200 + exists
    check_whole(path)
    assert [file.name for file in path.parent.glob("*.partial")] == []
