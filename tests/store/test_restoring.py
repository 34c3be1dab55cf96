"""A restore is whole or not at all, and throws nothing away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.store.entities import ENTRY, put_parents
from tests.store.whole import ask, digest, whole
from winjournal.domain.errors import Busy, DamagedJournal, NotFound
from winjournal.store.copies import (
    check_copy,
    copies_of,
    copy_meant,
    fault_of,
    keep_copy,
    keep_daily,
)
from winjournal.store.restoring import restore, side_of
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.services.ids import SeededIds
    from winjournal.store.store import SqlStore


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


def write_more(store: SqlStore, id_: str = "late") -> None:
    with store.write("wrote", id_) as writer:
        writer.put(replace(ENTRY, id=id_, body="A late thought\nand more"))


def flip(file: Path, words: bytes) -> None:
    data = bytearray(file.read_bytes())
    at = data.index(words)
    data[at] ^= 1
    file.write_bytes(data)


def test_what_stood_there_is_kept_and_what_was_kept_stands_there(
    store: SqlStore, clock: HandClock
) -> None:
    copy = keep_copy(store.path, "asked", clock.now())
    then = whole(copy, leave_out=())
    clock.passes(minutes=1)
    write_more(store)
    now = whole(store.path, leave_out=())
    assert side_of(store.path).counts["entries"] == 2
    assert side_of(store.path).newest[0] == ("2026-03-04", "A late thought")
    assert side_of(copy).counts["entries"] == 1
    store.close()
    clock.passes(minutes=1)
    done = restore(store.path, copy, clock.now())
    assert whole(store.path, leave_out=()) == then
    assert done.kept is not None
    assert done.kept.name.startswith("j.20260304T090200Z-restore-")
    assert whole(done.kept, leave_out=()) == now
    assert store.path.stat().st_mode & 0o777 == 0o600
    assert list(store.path.parent.glob(".*")) == []


def test_another_program_that_has_it_open_is_told_of(
    store: SqlStore, clock: HandClock
) -> None:
    copy = keep_copy(store.path, "asked", clock.now())
    write_more(store)
    before = whole(store.path, leave_out=())
    with pytest.raises(Busy, match=r"has \S+ open"):
        restore(store.path, copy, clock.now())
    assert whole(store.path, leave_out=()) == before
    write_more(store, "later")


def test_an_older_log_beside_the_journal_does_not_reach_the_new_file(
    store: SqlStore, clock: HandClock, ids: SeededIds, path: Path
) -> None:
    copy = keep_copy(path, "asked", clock.now())
    then = whole(copy, leave_out=())
    write_more(store)
    log = path.with_name(path.name + "-wal")
    left = log.read_bytes()
    store.close()
    # what a killed process, or a copy by hand, leaves
    log.write_bytes(left)
    restore(path, copy, clock.now())
    assert not log.exists()
    assert whole(path, leave_out=()) == then
    open_store(path, clock, ids).close()


@pytest.mark.parametrize("damage", ["cut off", "empty", "no database"])
def test_a_damaged_journal_is_set_aside_not_thrown_away(
    damage: str, store: SqlStore, clock: HandClock, path: Path
) -> None:
    copy = keep_copy(path, "asked", clock.now())
    store.close()
    whole_file = path.read_bytes()
    left = {"cut off": whole_file[:5000], "empty": b"", "no database": b"hello" * 99}
    path.write_bytes(left[damage])
    done = restore(path, copy, clock.now())
    assert done.kept is not None
    assert done.kept.name == "j.db.damaged-20260304T090000Z"
    assert done.kept.read_bytes() == left[damage]
    assert whole(path, leave_out=()) == whole(copy, leave_out=())


def test_a_journal_that_is_gone_comes_back(
    store: SqlStore, clock: HandClock, path: Path
) -> None:
    copy = keep_copy(path, "asked", clock.now())
    store.close()
    path.unlink()
    assert restore(path, copy, clock.now()).kept is None
    assert whole(path, leave_out=()) == whole(copy, leave_out=())


def test_a_damaged_backup_changes_nothing(
    store: SqlStore, clock: HandClock, path: Path
) -> None:
    copy = keep_copy(path, "asked", clock.now())
    store.close()
    flip(copy, b"It was calm.")
    before = digest(path)
    assert "entry entry" in fault_of(copy)
    for work in (lambda: check_copy(copy), lambda: restore(path, copy, clock.now())):
        with pytest.raises(DamagedJournal, match="entry entry"):
            work()
    assert digest(path) == before
    assert len(copies_of(path)) == 1


def test_a_backup_is_meant_by_its_name_or_how_it_begins(
    store: SqlStore, clock: HandClock, path: Path
) -> None:
    with pytest.raises(NotFound, match="no backup yet"):
        copy_meant(path, None)
    keep_copy(path, "asked", clock.now())
    clock.passes(days=1)
    last = keep_copy(path, "day", clock.now())
    (path.parent / "backups" / "other.20260401T090000Z-day-0008.db").write_bytes(b"")
    assert copy_meant(path, None).path == last
    for name in (last.name, last.name.removesuffix(".db"), "20260305", "j.20260305"):
        assert copy_meant(path, name).path == last
    for name in ("2026", "x", ""):
        with pytest.raises(NotFound):
            copy_meant(path, name)


def test_the_backup_of_a_day_is_made_once_and_only_after_a_change(
    store: SqlStore, clock: HandClock, path: Path
) -> None:
    first = keep_daily(path, clock.now())
    assert first is not None
    write_more(store)
    assert keep_daily(path, clock.now()) is None
    clock.passes(days=1)
    assert keep_daily(path, clock.now()) is not None
    clock.passes(days=1)
    assert keep_daily(path, clock.now()) is None
    # a clock that was set back does not keep a change from being backed up
    clock.passes(days=-30)
    write_more(store, "again")
    assert keep_daily(path, clock.now()) is not None


def test_of_a_damaged_journal_no_sound_backup_goes(
    store: SqlStore, clock: HandClock, path: Path
) -> None:
    for _ in range(9):
        keep_copy(path, "day", clock.now())
        clock.passes(days=1)
    sound = {kept.path for kept in copies_of(path)}
    store.close()
    flip(path, b"It was calm.")
    for _ in range(9):
        keep_copy(path, "day", clock.now())
        clock.passes(days=1)
    assert sound <= {kept.path for kept in copies_of(path)}


def test_a_backup_from_before_is_brought_to_head_when_it_is_opened(
    store: SqlStore, clock: HandClock, ids: SeededIds, path: Path
) -> None:
    copy = keep_copy(path, "asked", clock.now())
    store.close()
    restore(path, copy, clock.now())
    opened = open_store(path, clock, ids)
    write_more(opened)
    opened.close()
    assert ask(path, "SELECT count(*) FROM entry") == [(2,)]
