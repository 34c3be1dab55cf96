"""A line logged past the store is undone too, when its turn has come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.store.entities import LINE, MOMENT
from tests.store.test_history import began
from tests.store.whole import whole
from winjournal.domain.errors import NotFound
from winjournal.domain.writing import InboxLine
from winjournal.store import quick

if TYPE_CHECKING:
    from tests.store.conftest import HandClock
    from winjournal.store.store import SqlStore


def logged(store: SqlStore, clock: HandClock, id_: str = "quick") -> InboxLine:
    """Log a line as `wj log` does, past the store."""
    line = InboxLine(id=id_, line="%Dana called", at=clock.now(), logged_at=clock.now())
    quick.append_line(store.path, line)
    return line


def test_a_logged_line_is_undone_when_it_came_last(
    store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    before = whole(store.path)
    line = logged(store, clock)
    clock.passes(minutes=1)
    after = whole(store.path)
    act = store.undo(clock.now())
    assert (act.what, act.subject, act.at) == ("logged", "%Dana called", line.at)
    assert whole(store.path) == before
    assert store.redo(clock.now()).id == act.id
    assert whole(store.path) == after
    assert store.undo(clock.now()).id == act.id
    assert store.undo(clock.now()).what == "began"


def test_a_logged_line_waits_its_turn(store: SqlStore, clock: HandClock) -> None:
    began(store, clock)
    logged(store, clock)
    clock.passes(minutes=1)
    with store.write("noted", "it") as writer:
        writer.put(replace(MOMENT, note="later"))
    clock.passes(minutes=1)
    told = [store.undo(clock.now()).what for _ in range(3)]
    assert told == ["noted", "logged", "began"]
    told = [store.redo(clock.now()).what for _ in range(3)]
    assert told == ["began", "logged", "noted"]


def test_a_line_that_an_act_logged_goes_with_its_act(
    store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    with store.write("logged and noted", "it") as writer:
        writer.put(replace(LINE, id="typed", logged_at=clock.now()))
        writer.put(replace(MOMENT, note="both"))
    assert store.undo(clock.now()).what == "logged and noted"


def test_a_filed_line_is_not_undone_as_a_line(
    store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    line = logged(store, clock)
    with store.write("filed", "it") as writer:
        writer.put(replace(line, filed_at=clock.now(), entry_id="entry"))
    assert store.undo(clock.now()).what == "filed"
    with store.read() as reader:
        assert reader.get(InboxLine, "quick") == line


def test_an_old_line_in_the_inbox_stays(store: SqlStore, clock: HandClock) -> None:
    logged(store, clock)
    clock.passes(days=31)
    with pytest.raises(NotFound):
        store.undo(clock.now())
