"""What goes out as JSON comes in whole: one of every kind, on a real file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.entities import ALLOWED, AT, ENTRY, LINE, PARENTS
from winjournal.bootstrap import open_journal
from winjournal.domain.errors import Conflict, Invalid, Sealed
from winjournal.domain.writing import Draft, Entry, WeekReview
from winjournal.exchange.json_form import KINDS, json_pieces, read_json
from winjournal.services.bringing_in import Amendment
from winjournal.services.clock import FixedClock
from winjournal.services.journal import Journal


def written(entities: Iterable[Any]) -> str:
    known = list(entities)

    def of(kind: type) -> list[Any]:
        return [one for one in known if type(one) is kind]

    return "".join(json_pieces(of))


@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_one_of_every_kind_comes_back_equal_to_the_byte(data: st.DataObject) -> None:
    drawn = [
        replace(data.draw(ALLOWED[kind]), id=f"x {name}")
        for name, kind in KINDS.items()
    ]
    text = written([*PARENTS, *drawn])
    with TemporaryDirectory() as folder:
        journal = open_journal(Path(folder) / "journal.db", clock=FixedClock(AT))
        told: list[tuple[int, int]] = []
        brought = journal.bringing_in.take(
            read_json(text), "a file", lambda done, of: told.append((done, of))
        )
        assert (brought.same, brought.left) == (0, ())
        assert told[-1] == (brought.total, brought.total)
        assert "".join(json_pieces(journal.reading.every)) == text
        journal.store.close()
    assert Draft not in KINDS.values()


def amended(journal: Journal, **changes: Any) -> None:
    known: dict[str, Any] = {
        "kind": Entry, "id": ENTRY.id, "field": "body", "before": ENTRY.body,
        "after": "It was loud.", "label": "a page",
    }  # fmt: skip
    journal.bringing_in.amend([Amendment(**{**known, **changes})], "a folder")


@pytest.fixture
def here(tmp_path: Path) -> Iterable[Journal]:
    journal = open_journal(tmp_path / "journal.db", clock=FixedClock(AT))
    review = WeekReview(id="week", week="2026-W10", reflection="x", sealed_at=AT)
    whole = read_json(written([*PARENTS, review]))
    journal.bringing_in.take(whole, "a file")
    yield journal
    journal.store.close()


def test_an_edit_comes_in_and_is_undone(here: Journal) -> None:
    amended(here, after="It was\x07 loud.")
    assert here.reading.entry(ENTRY.id).body == "It was loud."
    here.history.undo()
    assert here.reading.entry(ENTRY.id) == ENTRY
    assert LINE in here.reading.every(type(LINE))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"before": "It was else."}, Conflict),
        ({"after": " "}, Invalid),
        ({"kind": WeekReview, "id": "week", "field": "reflection", "before": "x"},
         Sealed),
    ],
)  # fmt: skip
def test_an_edit_that_cannot_stand_changes_nothing(
    here: Journal, changes: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        amended(here, **changes)
    assert here.reading.entry(ENTRY.id) == ENTRY
