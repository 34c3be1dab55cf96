"""A journal whose file went away while it was open is saved with every row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.store.entities import ENTRY, put_parents
from tests.store.whole import ask, whole
from winjournal.domain.errors import MovedJournal
from winjournal.store.create import create
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.services.ids import SeededIds
    from winjournal.store.store import SqlStore


def write(store: SqlStore, id_: str) -> None:
    with store.write("wrote", id_) as writer:
        writer.put(replace(ENTRY, id=id_))


@pytest.mark.parametrize("how", ["deleted", "replaced", "moved", "folder gone"])
def test_everything_is_in_a_new_file(
    how: str, store: SqlStore, path: Path, clock: HandClock, ids: SeededIds
) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)
    before = whole(path, leave_out=())
    if how == "replaced":
        other = create(path.with_name("other.db"))
        other.replace(path)
    elif how == "moved":
        path.rename(path.with_name("elsewhere.db"))
    elif how == "deleted":
        path.unlink()
    else:
        path.parent.rename(path.parent.with_name("away"))
    for work in (lambda: write(store, "x"), store.changes):
        with pytest.raises(MovedJournal):
            work()
    rescued = store.rescue()
    assert rescued.name == "j-rescued-20260304T090000Z.db"
    assert rescued.stat().st_mode & 0o777 == 0o600
    assert whole(rescued, leave_out=()) == before
    write(store, "later")
    store.changes()
    assert len(ask(rescued, "SELECT id FROM entry")) == 2
    # the log that was left does not reach what stands there now
    assert not path.with_name("j.db-wal").exists()
    if how == "replaced":
        opened = open_store(path, clock, ids)
        write_alone = ask(path, "SELECT count(*) FROM entry")
        opened.close()
        assert write_alone == [(0,)]
