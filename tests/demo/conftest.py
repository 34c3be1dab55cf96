"""The demo, filled once for all the tests that only read it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from winjournal.bootstrap import open_journal
from winjournal.demo import ScriptClock, fill
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal

ZONE = timezone(timedelta(hours=1))
TODAY = date(2026, 11, 18)


def clock_on(today: date) -> ScriptClock:
    return ScriptClock(datetime(today.year, today.month, today.day, 23, tzinfo=ZONE))


def filled(path: Path, today: date = TODAY, seed: int = 1) -> Journal:
    clock = clock_on(today)
    journal = open_journal(path, clock=clock, ids=SeededIds(seed))
    fill(journal, clock, today)
    return journal


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a demo; not to be written to."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    filled(path).store.close()
    return path


@pytest.fixture
def demo(made: Path, tmp_path: Path) -> Iterator[Journal]:
    """Return a demo of one's own, at 10:03 of its day."""
    path = tmp_path / "demo.db"
    shutil.copy(made, path)
    clock = ScriptClock(datetime(2026, 11, 18, 10, 3, tzinfo=ZONE))
    journal = open_journal(path, clock=clock, ids=SeededIds(2))
    yield journal
    journal.store.close()
