"""The hundred dialogues, converted once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.real.casino import convert
from winjournal.bootstrap import open_journal
from winjournal.services.clock import FixedClock
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal

FILE = Path(__file__).with_name("casino-100.json")
NOW = datetime(2024, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def raw() -> list[dict[str, Any]]:
    """Return the file as it is, for what can be derived from it without us."""
    records: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return records


@pytest.fixture(scope="session")
def casino(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the journal of the file; not to be written to."""
    path = tmp_path_factory.mktemp("casino") / "casino.db"
    convert(FILE, path)
    return path


@pytest.fixture
def journal(casino: Path) -> Iterator[Journal]:
    opened = open_journal(casino, clock=FixedClock(NOW), ids=SeededIds(3))
    yield opened
    opened.store.close()
