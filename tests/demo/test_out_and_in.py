"""Forty weeks of invented deals go out as JSON and come in again, seals and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.conftest import TODAY, clock_on
from winjournal.bootstrap import open_journal
from winjournal.domain.errors import Conflict
from winjournal.exchange.json_form import json_pieces, read_json
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal


def test_the_demo_comes_in_as_it_went_out(demo: Journal, tmp_path: Path) -> None:
    text = "".join(json_pieces(demo.reading.every))
    clock = clock_on(TODAY)
    other = open_journal(tmp_path / "other.db", clock=clock, ids=SeededIds(9))
    brought = other.bringing_in.take(read_json(text), "demo")
    assert (brought.same, brought.left) == (0, ())
    assert brought.total > 500
    assert "".join(json_pieces(other.reading.every)) == text
    found = other.history.verify()
    assert found.broken == ()
    assert found.links > 20
    assert other.reading.record() == demo.reading.record()
    again = other.bringing_in.take(read_json(text), "demo")
    assert (again.total, again.same) == (0, brought.total)
    # Seals came in that were made long ago: only a backup takes those back.
    with pytest.raises(Conflict):
        other.history.undo()
    other.store.close()
