"""A real journal on a real file, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from winjournal.bootstrap import open_journal
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal

ZONE = timezone(timedelta(hours=1))


class HandClock:
    """Stands still until the test moves it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def pass_(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 3, 4, 10, 0, tzinfo=ZONE))


@pytest.fixture
def journal(tmp_path: Path, clock: HandClock) -> Iterator[Journal]:
    opened = open_journal(tmp_path / "j.db", clock=clock, ids=SeededIds(1))
    yield opened
    opened.store.close()
