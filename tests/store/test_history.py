"""Undo and redo, over every kind of entity and to the byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.conftest import HandClock
from tests.store.entities import (
    AT,
    DEAL,
    ENTRY,
    LINE,
    MOMENT,
    PARENTS,
    PERSON,
    SITTING,
    VOW,
    put_parents,
)
from tests.store.whole import ask, whole
from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.errors import Conflict, NotFound
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.later import FollowUp, OutsideView, Promise, Repair
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation, Offer
from winjournal.domain.own_tags import OwnTag
from winjournal.domain.standing import BlindRating, StatementResponse
from winjournal.domain.tags import Actor, Step
from winjournal.domain.worth import GapPlan, InformationGap, ValueItem
from winjournal.domain.writing import Draft, Link, VowTest, WeekReview
from winjournal.store.connect import connect
from winjournal.store.shapes import NAMES

if TYPE_CHECKING:
    from winjournal.services.entities import Entity
    from winjournal.store.store import SqlStore

Change = Callable[[Any], Any]

REWRITTEN: dict[Any, Change] = {
    PERSON: lambda e: replace(e, name="Dana Q.", alias="D"),
    DEAL: lambda e: replace(e, title="Renewed", closed_on=AT.date()),
    SITTING: lambda e: replace(e, ended_at=AT + timedelta(hours=1)),
    Offer(id="x", negotiation_id="deal", at=AT, by=Actor.ME, text="a"): lambda e: (
        replace(e, text="b")
    ),
    Goalpost(
        id="x", negotiation_id="deal", owner=Actor.ME, text="a", recorded_at=AT
    ): lambda e: replace(e, shared_at=AT),
    Criterion(id="x", negotiation_id="deal", owner=Actor.ME, text="a"): lambda e: (
        replace(e, weight=3)
    ),
    MOMENT: lambda e: replace(e, tag="ego-released", note="let it pass"),
    Debrief(id="x", negotiation_id="deal", written_at=AT): lambda e: replace(
        e, outcome=Outcome.WALKED_AWAY, step_self=(1, 2, 3, 4, 5)
    ),
    Promise(
        id="x", counterparty_id="person", by=Actor.ME, text="a", made_at=AT
    ): lambda e: replace(e, due=AT.date()),
    FollowUp(id="x", negotiation_id="deal", day=30, due=AT.date()): lambda e: replace(
        e, answered_at=AT, note="still fine"
    ),
    OutsideView(id="x", negotiation_id="deal", by="them"): lambda e: replace(e, sat=5),
    ENTRY: lambda e: replace(e, body="It was loud."),
    LINE: lambda e: replace(e, filed_at=AT, entry_id="entry"),
    WeekReview(id="x", week="2026-W10"): lambda e: replace(e, reflection="calm"),
    VOW: lambda e: replace(e, retired_on=AT.date()),
    VowTest(id="x", vow_id="vow", negotiation_id="deal", occurred=True): lambda e: (
        replace(e, kept=True)
    ),
    ValueItem(id="x", negotiation_id="deal", text="a"): lambda e: replace(
        e, low=Decimal(3), unit="hours", told_at=AT
    ),
    InformationGap(id="x", negotiation_id="deal", text="a"): lambda e: replace(
        e, material=True, plan=GapPlan.TELL
    ),
    Repair(id="x", negotiation_id="deal", text="a", made_at=AT): lambda e: replace(
        e, done_on=AT.date(), effect="she laughed"
    ),
    OwnTag(id="x", slug="jargon", label="Jargon", step=Step.VALUE): lambda e: replace(
        e, archived_at=AT
    ),
    StatementResponse(
        id="x", block="ego", period="all", answered_at=AT, agrees=True, sentence="a"
    ): lambda e: replace(e, agrees=False, reason="not so"),
    BlindRating(id="x", negotiation_id="deal", rated_at=AT, my_sat=3): lambda e: (
        replace(e, step_self=(1, 2, 3, 4, 5))
    ),
}  # fmt: skip
"""One entity of each kind that can be rewritten, and how."""

each_entity = pytest.mark.parametrize(
    ("entity", "rewrite"), REWRITTEN.items(), ids=lambda e: type(e).__name__
)


def began(store: SqlStore, clock: HandClock, *more: Entity) -> None:
    """Write the parents and more, as acts of some minutes ago."""
    with store.write("began", "it") as writer:
        put_parents(writer)
        for entity in more:
            if entity not in PARENTS:
                writer.put(entity)
    clock.passes(minutes=3)


def check_there_and_back(store: SqlStore, clock: HandClock, before: Any) -> None:
    """Check that undo gives back what was, and redo what is."""
    after = whole(store.path)
    assert after != before
    clock.passes(minutes=1)
    undone = store.undo(clock.now())
    assert undone.undone_at == clock.now()
    assert whole(store.path) == before
    clock.passes(minutes=1)
    redone = store.redo(clock.now())
    assert (redone.id, redone.undone_at) == (undone.id, None)
    assert whole(store.path) == after
    store.undo(clock.now())
    assert whole(store.path) == before


def test_every_kind_but_seals_and_drafts_is_tried_here() -> None:
    assert {type(entity) for entity in REWRITTEN} == set(NAMES) - {Link, Draft}


@each_entity
def test_what_was_written_first_can_be_taken_back(
    entity: Any, rewrite: Change, store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    new = replace(entity, id="new")
    for field, value in (("name", "Somebody"), ("week", "2026-W11")):
        if hasattr(new, field):
            new = replace(new, **{field: value})
    before = whole(store.path)
    with store.write("wrote", "it") as writer:
        writer.put(new)
    check_there_and_back(store, clock, before)


@each_entity
def test_what_was_rewritten_can_be_taken_back(
    entity: Any, rewrite: Change, store: SqlStore, clock: HandClock
) -> None:
    began(store, clock, entity)
    before = whole(store.path)
    with store.write("rewrote", "it") as writer:
        writer.put(rewrite(entity))
    check_there_and_back(store, clock, before)


@each_entity
def test_what_was_deleted_can_be_taken_back(
    entity: Any, rewrite: Change, store: SqlStore, clock: HandClock
) -> None:
    began(store, clock, entity)
    if entity is PERSON:
        with store.write("deleted", "it") as writer:
            writer.remove(DEAL)
        clock.passes(minutes=1)
    before = whole(store.path)
    with store.write("deleted", "it") as writer:
        writer.remove(entity)
    check_there_and_back(store, clock, before)


def test_an_act_over_many_rows_goes_and_comes_whole(
    store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    before = whole(store.path)
    with store.write("did", "much") as writer:
        writer.put(replace(PERSON, name="Dana Q."))
        writer.put(replace(PERSON, id="other", name="Dana"))
        writer.put(replace(DEAL, counterparty_id="other"))
        writer.remove(MOMENT)
        writer.put(replace(MOMENT, id="again", note="first"))
        writer.put(replace(MOMENT, id="again", note="second"))
        writer.put(replace(MOMENT, id="brief"))
        writer.remove(replace(MOMENT, id="brief"))
        writer.remove(SITTING)
    check_there_and_back(store, clock, before)


def test_acts_are_undone_last_first_and_redone_first_last(
    store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    for note in ("one", "two", "three"):
        with store.write(f"noted {note}", "it") as writer:
            writer.put(replace(MOMENT, note=note))
    undone = [store.undo(clock.now()).what for _ in range(3)]
    assert undone == ["noted three", "noted two", "noted one"]
    redone = [store.redo(clock.now()).what for _ in range(3)]
    assert redone == undone[::-1]
    with pytest.raises(NotFound, match="Nothing is left to redo"):
        store.redo(clock.now())
    assert store.undo(clock.now()).what == "noted three"


def test_a_new_act_ends_what_could_be_redone(store: SqlStore, clock: HandClock) -> None:
    began(store, clock)
    with store.write("noted", "it") as writer:
        writer.put(replace(MOMENT, note="one"))
    store.undo(clock.now())
    with store.write("noted", "it") as writer:
        writer.put(replace(MOMENT, note="two"))
    with pytest.raises(NotFound, match="Nothing is left to redo"):
        store.redo(clock.now())
    store.undo(clock.now())
    with store.read() as reader:
        assert reader.get(Moment, "moment").note is None


def test_an_act_that_changes_nothing_is_none(store: SqlStore, clock: HandClock) -> None:
    began(store, clock)
    with store.write("looked", "it") as writer:
        writer.put(writer.get(Moment, "moment"))
    with store.write("looked", "it") as writer:
        writer.put(replace(MOMENT, id="brief"))
        writer.remove(replace(MOMENT, id="brief"))
    assert ask(store.path, "SELECT what FROM act") == [("began",)]


def test_drafts_are_part_of_no_act(store: SqlStore, clock: HandClock) -> None:
    began(store, clock)
    draft = Draft(id="d", owner="line", field="line", text="hm", updated_at=AT)
    store.draft(draft, "line", "line")
    with store.write("kept", "a draft") as writer:
        writer.put(replace(draft, id="e", field="body"))
        writer.put(replace(MOMENT, note="typed"))
    store.undo(clock.now())
    with store.read() as reader:
        assert len(reader.list(Draft)) == 2
        assert reader.get(Moment, "moment").note is None


def test_with_nothing_done_nothing_is_undone(store: SqlStore, clock: HandClock) -> None:
    with pytest.raises(NotFound, match="Nothing is left to undo"):
        store.undo(clock.now())
    with pytest.raises(NotFound, match="Nothing is left to redo"):
        store.redo(clock.now())


def changed_from_outside(store: SqlStore, column: str = "note") -> None:
    """Change a row past all acts, as another program might."""
    raw = connect(store.path)
    raw.execute(f"UPDATE moment SET {column} = 'else'")
    raw.close()


def test_undo_refuses_rows_that_changed_since(
    store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    with store.write("noted", "it") as writer:
        writer.put(replace(MOMENT, note="mine"))
    changed_from_outside(store)
    before = whole(store.path, leave_out=())
    with pytest.raises(Conflict, match="changed since"):
        store.undo(clock.now())
    assert whole(store.path, leave_out=()) == before


def test_redo_refuses_rows_that_changed_since(
    store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    with store.write("deleted", "it") as writer:
        writer.remove(MOMENT)
    store.undo(clock.now())
    changed_from_outside(store)
    before = whole(store.path, leave_out=())
    with pytest.raises(Conflict, match="changed since"):
        store.redo(clock.now())
    assert whole(store.path, leave_out=()) == before


def test_acts_of_more_than_thirty_days_ago_go_with_the_next_write(
    store: SqlStore, clock: HandClock
) -> None:
    began(store, clock)
    clock.passes(days=29)
    with store.write("noted", "it") as writer:
        writer.put(replace(MOMENT, note="one"))
    assert len(ask(store.path, "SELECT what FROM act")) == 2
    clock.passes(days=2)
    with store.write("noted again", "it") as writer:
        writer.put(replace(MOMENT, note="two"))
    told = ask(store.path, "SELECT what FROM act ORDER BY number")
    assert told == [("noted",), ("noted again",)]


def test_the_time_of_a_row_never_goes_back(store: SqlStore, clock: HandClock) -> None:
    began(store, clock)
    times = "SELECT updated_at FROM moment"
    clock.passes(days=-400)
    with store.write("noted", "it") as writer:
        writer.put(replace(MOMENT, note="under a clock that went back"))
    assert ask(store.path, times) == [("2026-03-04T09:00:00.000000Z",)]
    assert store.undo(clock.now()).what == "noted"


def test_an_undone_save_can_be_saved_again(store: SqlStore, clock: HandClock) -> None:
    began(store, clock)
    for title in ("one", "two"):
        with store.write("edited", "it") as writer:
            stored = writer.get(Negotiation, "deal")
            writer.put(replace(stored, title=title))
    store.undo(clock.now())
    with store.write("edited", "it") as writer:
        stored = writer.get(Negotiation, "deal")
        assert (stored.title, stored.version) == ("one", 2)
        writer.put(replace(stored, title="three"))
