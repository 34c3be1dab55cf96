"""What the doctor sees around a journal and in it, and what it mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.entities import put_parents
from tests.store.whole import ask, digest, whole
from winjournal.care import examine_journal
from winjournal.domain.findings import Finding, State, worst
from winjournal.store import checks_of_files
from winjournal.store.connect import connect
from winjournal.store.copies import copies_of, keep_copy
from winjournal.store.doctor import examine
from winjournal.store.health import unsound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.store.store import SqlStore


@pytest.fixture(autouse=True)
def parents(store: SqlStore, clock: HandClock) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)
    keep_copy(store.path, "asked", clock.now())
    store.close()


def states(found: tuple[Finding, ...]) -> dict[str, State]:
    """Return the worst state of each check."""
    checks = dict.fromkeys(one.check for one in found)
    return {
        check: worst(one for one in found if one.check == check) for check in checks
    }


def change(path: Path, *statements: str) -> None:
    connection = connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_journal_is_fine_in_every_way(path: Path, clock: HandClock) -> None:
    before = digest(path)
    found = examine_journal(path, clock.now())
    assert set(states(found).values()) == {State.FINE}
    assert {"place", "permissions", "disk space", "backups", "pages", "form", "made of",
            "rows", "references", "search", "seals"} == set(states(found))  # fmt: skip
    assert digest(path) == before
    assert unsound(path, lambda: None) == ""


def test_without_a_backup_one_is_offered_and_made(path: Path, clock: HandClock) -> None:
    for kept in copies_of(path):
        kept.path.unlink()
    assert states(examine(path, clock.now()))["backups"] is State.MEND
    assert copies_of(path) == ()
    found = examine(path, clock.now(), fix=True)
    assert [one.state for one in found if one.check == "backups"] == [State.MENDED]
    assert len(copies_of(path)) == 1


def test_what_was_left_half_made_is_swept_when_told(
    path: Path, clock: HandClock
) -> None:
    half = path.parent / "backups" / "j.20260304T090000Z-day-0008.partial"
    half.write_bytes(b"x")
    aside = path.with_name("j.db.damaged-20260101T000000Z")
    aside.write_bytes(b"x")
    found = examine(path, clock.now())
    assert states(found)["leftovers"] is State.MEND
    assert half.exists()
    examine(path, clock.now(), fix=True)
    assert not half.exists()
    # what may hold words that are nowhere else is theirs to delete
    assert aside.exists()
    assert states(examine(path, clock.now()))["leftovers"] is State.NOTE


def test_too_little_room_is_said(
    path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks_of_files, "free_space", lambda _: 2**20)
    assert states(examine(path, clock.now(), fix=True))["disk space"] is State.MEND


def test_every_text_is_found_again_after_the_index_was_damaged(
    path: Path, clock: HandClock
) -> None:
    texts = "SELECT kind, ref, negotiation_id, on_date, text FROM search_doc ORDER BY 2"
    before = ask(path, texts)
    change(path, "DELETE FROM search_fts_data WHERE id > 10")
    assert states(examine(path, clock.now()))["search"] is State.MEND
    examine(path, clock.now(), fix=True)
    assert set(states(examine(path, clock.now())).values()) == {State.FINE}
    assert ask(path, texts) == before
    assert ask(path, "SELECT rowid FROM search_fts WHERE search_fts MATCH 'calm'")


def test_rows_without_a_sum_get_one(path: Path, clock: HandClock) -> None:
    change(path, "DELETE FROM row_sum WHERE kind = 'vow'")
    assert states(examine(path, clock.now()))["rows"] is State.MEND
    examine(path, clock.now(), fix=True)
    assert states(examine(path, clock.now()))["rows"] is State.FINE


def test_a_row_that_points_nowhere_is_named(path: Path, clock: HandClock) -> None:
    change(path, "PRAGMA foreign_keys=OFF", "DELETE FROM counterparty")
    found = examine(path, clock.now())
    assert states(found)["references"] is State.DAMAGED
    rows = [one for one in found if one.check == "rows"]
    assert rows[0].ids == ("counterparty person",)
    before = whole(path, leave_out=())
    examine(path, clock.now(), fix=True)
    assert whole(path, leave_out=()) == before


@pytest.mark.parametrize("keep", [0, 50, 5000])
def test_a_file_that_was_cut_off_is_damaged(
    path: Path, clock: HandClock, keep: int
) -> None:
    path.write_bytes(path.read_bytes()[:keep])
    before = digest(path)
    found = examine_journal(path, clock.now(), fix=True)
    assert worst(found) is State.DAMAGED
    assert digest(path) == before


def test_a_second_name_is_refused(path: Path, clock: HandClock) -> None:
    path.with_name("other.db").hardlink_to(path)
    (found,) = examine(path, clock.now())
    assert (found.check, found.state) == ("file", State.DAMAGED)
    assert "second name" in found.said


def test_damaged_pages_are_said_at_the_start(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 40] = b"\xff" * (4096 * 37)
    path.write_bytes(data)
    assert "damaged in places" in unsound(path, lambda: None)


def test_the_worst_comes_first() -> None:
    assert worst(()) is State.FINE
    made = [Finding(check="x", state=state, said="") for state in State]
    assert worst(made) is State.DAMAGED
    assert worst(made[:2]) is State.NOTE
    assert worst(made[:3]) is State.MEND
    assert worst(made[4:]) is State.FINE
