"""A real journal on a real file, under a clock that the test moves."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from tests.store.entities import put_parents
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.store.create import create
from winjournal.store.keys import KEYS, Key
from winjournal.store.store import SqlStore, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ZONE = timezone(timedelta(hours=1))
KEY = Key(bytes(range(32)), bytes(range(200, 216)))
"""A key without the time that it takes to make one."""

BOTH_FORMS = pytest.mark.parametrize("form", ["plain", "encrypted"], indirect=True)
"""Runs every test of a file over a plain and over an encrypted journal."""

START = datetime(2026, 3, 4, 10, 0, tzinfo=ZONE)


class HandClock:
    """Stands still until the test moves it."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def passes(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def ids() -> SeededIds:
    return SeededIds(7)


@pytest.fixture
def form(request: pytest.FixtureRequest) -> str:
    """Return the form of the journal: `plain`, or `encrypted` where a file asks."""
    return str(getattr(request, "param", "plain"))


@pytest.fixture
def path(tmp_path: Path, form: str) -> Path:
    """Return where a journal will be; an encrypted one is made at once."""
    path = tmp_path / "place" / "j.db"
    if form == "encrypted":
        KEYS.keep(KEY)
        create(path, KEY)
    return path


@pytest.fixture
def store(path: Path, clock: HandClock, ids: SeededIds) -> Iterator[SqlStore]:
    opened = open_store(path, clock, ids, timeout=0.2)
    yield opened
    opened.close()


@pytest.fixture
def journal(store: SqlStore, clock: HandClock, ids: SeededIds) -> Journal:
    return Journal.over(store, clock, ids, "1-1")


@pytest.fixture
def old(path: Path, clock: HandClock, ids: SeededIds) -> Path:
    """Return a journal with some rows, closed."""
    store = open_store(path, clock, ids)
    with store.write("began", "it") as writer:
        put_parents(writer)
    store.close()
    return path
