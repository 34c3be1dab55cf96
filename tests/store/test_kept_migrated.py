"""A journal from before facts were kept has them once it is at head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.test_kept import behind, counted
from tests.store.test_record import record
from winjournal.store.connect import connect
from winjournal.store.create import blank
from winjournal.store.migrating import upgrade
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.services.ids import SeededIds


@pytest.mark.parametrize(
    ("day", "left"), [("2026-03-01", 0), ("no day", 3)], ids=["whole", "damaged"]
)
def test_an_older_journal_is_counted_when_it_is_brought_to_head(
    day: str, left: int, path: Path, clock: HandClock, ids: SeededIds
) -> None:
    """What cannot be counted stays behind, and keeps nobody from the rest."""
    path.parent.mkdir()
    blank(path)
    upgrade(path, "0005")
    raw = connect(path)
    raw.execute(
        "INSERT INTO counterparty(id, created_at, updated_at, name, name_key, kind)"
        " VALUES ('person', '2026', '2026', 'Dana', 'dana', 'person')"
    )
    raw.executemany(
        "INSERT INTO negotiation(id, created_at, updated_at, title, counterparty_id,"
        " sphere, opened_on, listed_on, unit, version)"
        " VALUES (?, '2026', '2026', 'Rent', 'person', 'other', ?, ?, 'none', 1)",
        [(f"d{n}", day, day) for n in range(3)],
    )
    raw.close()
    store = open_store(path, clock, ids)
    assert behind(store) == left
    if not left:
        assert record(store) == counted(store)
        assert [deal.id for deal in record(store).deals] == ["d0", "d1", "d2"]
    store.close()
