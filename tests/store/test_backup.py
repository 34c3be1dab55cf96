"""A copy counts only after it was read again and found the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.conftest import BOTH_FORMS
from tests.store.entities import ENTRY, put_parents
from tests.store.whole import whole
from winjournal.domain.errors import Busy, CannotCreate, DamagedJournal
from winjournal.store import alone, backup
from winjournal.store.alone import alone_in
from winjournal.store.backup import back_up, check_whole
from winjournal.store.files import premake

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.store.store import SqlStore

pytestmark = BOTH_FORMS


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


def test_copies_of_one_second_stand_side_by_side(
    store: SqlStore, clock: HandClock
) -> None:
    copies = [back_up(store.path, "test", "0004", clock.now()) for _ in range(3)]
    assert [copy.name for copy in copies] == [
        "j.20260304T090000Z-test-0004.db",
        "j.20260304T090000Z-test-0004-2.db",
        "j.20260304T090000Z-test-0004-3.db",
    ]
    for copy in copies:
        assert whole(copy, leave_out=()) == whole(store.path, leave_out=())
        check_whole(copy)


def test_a_copy_that_differs_does_not_count(
    store: SqlStore, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = backup.fingerprint

    def wrong(connection: Any) -> backup.Fingerprint:
        found = true(connection)
        name = connection.execute("PRAGMA database_list").fetchone()[2]
        return {**found, "vow": (9, "")} if "backups" in name else found

    monkeypatch.setattr(backup, "fingerprint", wrong)
    with pytest.raises(DamagedJournal, match="No true copy"):
        back_up(store.path, "test", "0004", clock.now())
    assert list((store.path.parent / "backups").iterdir()) == []


def test_a_copy_of_damaged_pages_does_not_count(
    store: SqlStore, clock: HandClock
) -> None:
    with store.write("wrote", "much") as writer:
        for number in range(200):
            writer.put(replace(ENTRY, id=f"e{number}", body="calm " * 300))
    store.close()
    size = store.path.stat().st_size
    with store.path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096 * 40)
    with pytest.raises(DamagedJournal):
        check_whole(store.path)
    with pytest.raises(DamagedJournal):
        back_up(store.path, "test", "0004", clock.now())
    assert list((store.path.parent / "backups").iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("dear")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    for path in (victim, link):
        with pytest.raises(CannotCreate, match="something at"):
            premake(path)
    assert victim.read_text() == "dear"
    assert not (tmp_path / "nowhere").exists()


def test_one_folder_is_held_by_one_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "_PATIENCE", 0.0)
    said = pytest.raises(Busy, match="making or updating")
    with alone_in(tmp_path), said, alone_in(tmp_path):
        pass
    with alone_in(tmp_path):
        pass
