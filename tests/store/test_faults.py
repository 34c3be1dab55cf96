"""What goes wrong underneath: told in a sentence, with nothing lost."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from tests.store.conftest import BOTH_FORMS
from tests.store.entities import AT, ENTRY, MOMENT, put_parents
from tests.store.running import run_module
from tests.store.whole import ask, digest, whole
from winjournal.domain.errors import (
    Busy,
    DamagedJournal,
    DiskTrouble,
    WinJournalError,
)
from winjournal.domain.writing import Draft, Entry
from winjournal.store import connect as connecting
from winjournal.store.backup import back_up
from winjournal.store.connect import connect, look
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.services.ids import SeededIds
    from winjournal.store.store import SqlStore

    Tried = Callable[[str], None]

pytestmark = BOTH_FORMS

SECRET = "their bid was 41k"


def note(store: SqlStore, text: str = SECRET, id_: str = "moment") -> None:
    """Write one note, as one act."""
    with store.write("noted", "it") as writer:
        writer.put(replace(MOMENT, id=id_, note=text))


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


@pytest.mark.parametrize(
    "kills", [10, pytest.param(250, marks=pytest.mark.slow)], ids=["10", "250"]
)
def test_a_killed_writer_loses_nothing_that_was_said(
    kills: int, form: str, tmp_path: Path, home: Path, tried: Tried
) -> None:
    done = run_module(
        home, "tests.store.killed", str(tmp_path / "k.db"), "1", str(kills), form
    )
    assert done.stderr == ""
    assert done.stdout.startswith(f"{kills} kills, ")
    tried(done.stdout.strip())


def test_every_connection_keeps_what_it_is_given(store: SqlStore) -> None:
    wanted = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1,
        "trusted_schema": 0, "cell_size_check": 1, "temp_store": 2, "fullfsync": 1,
        "checkpoint_fullfsync": 1, "journal_size_limit": 4194304, "mmap_size": 0,
    }  # fmt: skip
    with store.read() as first, store.read() as second, store.views() as third:
        for one in (first, second, third):
            connection = one._connection
            for name, value in wanted.items():
                got = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                assert (name, got) == (name, value)


def test_the_library_is_one_that_keeps_its_promises(
    monkeypatch: pytest.MonkeyPatch, path: Path, clock: HandClock, ids: SeededIds
) -> None:
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(WinJournalError, match="loses data"):
        open_store(path, clock, ids)


def test_a_journal_that_another_holds_is_busy(
    store: SqlStore, clock: HandClock
) -> None:
    other = connect(store.path)
    other.execute("BEGIN IMMEDIATE")
    before = whole(store.path, leave_out=())
    draft = Draft(id="d", owner="line", field="line", text="t", updated_at=AT)
    for attempt in (
        lambda: note(store),
        lambda: store.draft(draft, "line", "line"),
        lambda: store.undo(clock.now()),
    ):
        with pytest.raises(Busy, match="Another program is writing"):
            attempt()
    with store.read() as reader:
        assert reader.get(Entry, "entry") == ENTRY
    assert whole(store.path, leave_out=()) == before
    other.execute("ROLLBACK")
    other.close()
    note(store)


def test_a_reader_sees_one_snapshot_and_blocks_nobody(store: SqlStore) -> None:
    with store.read() as reader:
        before = reader.get(Entry, "entry")
        with store.write("rewrote", "it") as writer:
            writer.put(replace(ENTRY, body="changed"))
        assert reader.get(Entry, "entry") == before
    with store.read() as reader:
        assert reader.get(Entry, "entry").body == "changed"


def test_a_full_disk_keeps_what_was_and_works_again(
    path: Path, clock: HandClock, ids: SeededIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = ask(path, "PRAGMA page_count")[0][0]
    monkeypatch.setattr(
        connecting, "_SETTINGS", (*connecting._SETTINGS, f"max_page_count={pages + 2}")
    )
    full = open_store(path, clock, ids)
    before = whole(path, leave_out=())

    def write_much() -> None:
        with full.write("wrote", "much") as writer:
            writer.put(replace(ENTRY, id="much", body=SECRET * 5000))

    for _ in range(2):
        with pytest.raises(DiskTrouble, match="is full") as told:
            write_much()
        assert SECRET not in str(told.value)
        assert whole(path, leave_out=()) == before
    with full.read() as reader:
        assert reader.get(Entry, "entry") == ENTRY
    full.close()
    monkeypatch.undo()
    again = open_store(path, clock, ids)
    with again.write("wrote", "much") as writer:
        writer.put(replace(ENTRY, id="much", body=SECRET * 5000))
    again.close()


def test_a_full_disk_at_the_start_leaves_no_half_journal(
    tmp_path: Path, clock: HandClock, ids: SeededIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = tmp_path / "schema.sql"
    small.write_text(
        "PRAGMA max_page_count=3;\n"
        + "".join(f"CREATE TABLE t{n} (a);" for n in range(9))
    )
    monkeypatch.setattr("winjournal.store.create.SCHEMA", small)
    with pytest.raises(DiskTrouble, match="is full"):
        open_store(tmp_path / "new" / "j.db", clock, ids)
    assert list((tmp_path / "new").iterdir()) == []


def test_a_journal_that_went_is_not_written_to(
    store: SqlStore, clock: HandClock
) -> None:
    store.path.rename(store.path.with_name("moved.db"))
    for attempt in (lambda: note(store), lambda: store.undo(clock.now())):
        with pytest.raises(DamagedJournal, match="moved, deleted or replaced"):
            attempt()
    assert not store.path.exists()
    store.path.with_name("moved.db").rename(store.path)
    note(store)


def test_a_journal_that_was_replaced_is_not_written_to(
    store: SqlStore, clock: HandClock
) -> None:
    copy = back_up(store.path, "test", "0", clock.now())
    before = digest(copy)
    os.replace(copy, store.path)  # noqa: PTH105 - what a sync program does
    with pytest.raises(DamagedJournal, match="replaced"):
        note(store)
    assert digest(store.path) == before


def test_a_connection_is_never_to_another_file(store: SqlStore) -> None:
    with store.read() as first, store.read():
        store.path.rename(store.path.with_name("moved.db"))
        with pytest.raises(DamagedJournal), store.read():
            pass
        assert first.get(Entry, "entry") == ENTRY
    store.path.with_name("moved.db").rename(store.path)


def test_a_damaged_page_is_told(
    path: Path, store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    with store.write("wrote", "much") as writer:
        for number in range(200):
            writer.put(replace(ENTRY, id=f"e{number}", body="calm " * 300))
    store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096 * 40)
    again = open_store(path, clock, ids)
    try:
        with pytest.raises(DamagedJournal, match="damaged"), again.read() as reader:
            reader.list(Entry)
    finally:
        again.close()


def test_a_file_from_elsewhere_runs_nothing_of_ours(
    path: Path, store: SqlStore
) -> None:
    raw = connect(path)
    raw.execute(
        "CREATE TRIGGER planted AFTER INSERT ON inbox"
        " BEGIN SELECT load_extension('/tmp/evil'); END"
    )
    for statement in (
        "SELECT load_extension('/tmp/evil')",
        "INSERT INTO inbox VALUES ('a','b',NULL,'c',0,0,'c',0,NULL,NULL,NULL)",
    ):
        with pytest.raises(dbapi2.OperationalError, match=r"not authorized|unsafe use"):
            raw.execute(statement)
    raw.execute("DROP TRIGGER planted")
    raw.close()


def test_looking_and_reading_never_write(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    note(store)
    store.close()
    before = digest(store.path)
    connection = look(store.path)
    with pytest.raises(dbapi2.OperationalError, match="readonly"):
        connection.execute("DELETE FROM moment")
    connection.close()
    again = open_store(store.path, clock, ids)
    with again.read() as reader, again.views() as views:
        assert reader.list(Entry)
        assert views.people()
    again.close()
    assert digest(store.path) == before


def test_closing_puts_all_into_one_file(store: SqlStore) -> None:
    note(store)
    assert store.path.with_name("j.db-wal").stat().st_size > 0
    store.close()
    store.close()
    assert [file.name for file in store.path.parent.iterdir()] == ["j.db"]


def test_closing_a_journal_that_went_is_quiet(store: SqlStore) -> None:
    note(store)
    shutil.rmtree(store.path.parent)
    store.close()
