"""Writing: versions, parts, what still refers to what, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.entities import (
    AT,
    DEAL,
    ENTRY,
    LINE,
    MOMENT,
    PERSON,
    SITTING,
    VOW,
    put_parents,
)
from tests.store.whole import ask, whole
from winjournal.domain.errors import Conflict, Invalid, NotFound
from winjournal.domain.goalposts import Goalpost
from winjournal.domain.later import FollowUp, Promise
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation, Offer
from winjournal.domain.tags import Actor
from winjournal.domain.writing import Draft, Entry, InboxLine, VowTest, WeekReview

if TYPE_CHECKING:
    from tests.store.conftest import HandClock
    from winjournal.services.entities import Entity
    from winjournal.store.store import SqlStore


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


def save(store: SqlStore, *entities: Entity) -> None:
    """Write entities, as one act."""
    with store.write("edited", "it") as writer:
        for entity in entities:
            writer.put(entity)


def delete(store: SqlStore, *entities: Entity) -> None:
    """Delete entities, as one act."""
    with store.write("deleted", "it") as writer:
        for entity in entities:
            writer.remove(entity)


def test_each_save_of_a_negotiation_counts(store: SqlStore) -> None:
    with store.write("edited", "it") as writer:
        writer.put(replace(DEAL, title="Renewed"))
        assert writer.get(Negotiation, "deal").version == 2
        writer.put(writer.get(Negotiation, "deal"))
        assert writer.get(Negotiation, "deal").version == 3


def test_a_negotiation_saved_elsewhere_is_not_overwritten(store: SqlStore) -> None:
    save(store, replace(DEAL, title="Theirs"))
    with pytest.raises(Conflict, match="changed elsewhere"):
        save(store, replace(DEAL, title="Mine"))
    with store.read() as reader:
        assert reader.get(Negotiation, "deal").title == "Theirs"


def test_a_negotiation_deleted_elsewhere_does_not_come_back(store: SqlStore) -> None:
    save(store, DEAL)
    delete(store, DEAL)
    with pytest.raises(Conflict, match="deleted elsewhere"):
        save(store, replace(DEAL, version=2))


PARTS: tuple[Entity, ...] = (
    Goalpost(id="g", negotiation_id="deal", owner=Actor.ME, text="a", recorded_at=AT),
    Offer(id="o", negotiation_id="deal", at=AT, by=Actor.ME, text="a"),
    FollowUp(id="f", negotiation_id="deal", day=30, due=AT.date()),
    Promise(
        id="p", counterparty_id="person", negotiation_id="deal", by=Actor.ME,
        text="a", made_at=AT, moment_id="moment",
    ),
    VowTest(id="v", vow_id="vow", negotiation_id="deal", occurred=True),
    replace(MOMENT, id="m", sitting_id="sitting", entry_id="entry"),
    replace(LINE, filed_at=AT, entry_id="entry"),
    replace(ENTRY, inbox_id="line"),
)  # fmt: skip


def test_a_negotiation_goes_with_its_parts_and_nothing_else(store: SqlStore) -> None:
    lone = replace(ENTRY, id="lone", negotiation_id=None)
    save(store, *PARTS, lone)
    delete(store, DEAL)
    left = {name: rows for name, rows in whole(store.path).items() if rows}
    assert set(left) == {
        "alembic_version", "counterparty", "entry", "inbox", "search_doc", "vow",
    }  # fmt: skip
    with store.read() as reader:
        assert reader.list(Entry) == (lone,)
        assert reader.get(InboxLine, "line").entry_id == "entry"


def test_what_only_pointed_at_something_stays(store: SqlStore) -> None:
    save(store, *PARTS)
    delete(store, SITTING, ENTRY, LINE, MOMENT)
    with store.read() as reader:
        marked = reader.get(Moment, "m")
        assert (marked.sitting_id, marked.entry_id) == (None, None)
        assert reader.get(Promise, "p").moment_id is None


def test_a_vow_goes_with_its_tests(store: SqlStore) -> None:
    with store.write("wrote", "parts") as writer:
        writer.put(PARTS[4])
        writer.remove(VOW)
        assert writer.list(VowTest) == ()


def test_somebody_with_a_negotiation_stays(store: SqlStore) -> None:
    before = whole(store.path, leave_out=())
    with pytest.raises(Conflict, match="still refers to this"):
        delete(store, MOMENT, PERSON)
    assert whole(store.path, leave_out=()) == before


def test_what_is_gone_cannot_be_deleted(store: SqlStore) -> None:
    with pytest.raises(Conflict, match="deleted elsewhere"):
        delete(store, replace(MOMENT, id="nothing"))


def test_a_name_is_taken_in_any_case(store: SqlStore) -> None:
    with pytest.raises(Conflict, match="one like this already"):
        save(store, replace(PERSON, id="other", name="DANA"))


@pytest.mark.parametrize(
    "entity",
    [
        replace(MOMENT, strength=4),
        replace(MOMENT, note="x" * 141),
        replace(DEAL, title=""),
        replace(DEAL, title=" "),
        replace(PERSON, name="x" * 61),
        WeekReview(id="x", week="last week"),
        Entry(id="x", written_at=AT, body="é" * (512 * 1024 + 1)),
        VowTest(id="x", vow_id="vow", negotiation_id="deal", occurred=2),  # type: ignore[arg-type]  # past the types
    ],
    ids=lambda entity: type(entity).__name__,
)
def test_the_tables_refuse_what_the_domain_forbids(
    entity: Entity, store: SqlStore
) -> None:
    with pytest.raises(Invalid) as told:
        save(store, entity)
    assert "x" * 9 not in str(told.value)


def test_a_body_of_one_mebibyte_is_kept(store: SqlStore) -> None:
    body = "é" * (512 * 1024)
    with store.write("wrote", "much") as writer:
        writer.put(replace(ENTRY, body=body))
        assert writer.get(Entry, "entry").body == body


def test_a_reference_to_nothing_is_refused(store: SqlStore) -> None:
    with pytest.raises(Conflict):
        save(store, replace(MOMENT, negotiation_id="nothing"))


def test_an_act_that_fails_leaves_nothing(store: SqlStore) -> None:
    def half() -> None:
        with store.write("tried", "it") as writer:
            writer.put(replace(MOMENT, note="half"))
            writer.remove(SITTING)
            raise ZeroDivisionError

    before = whole(store.path, leave_out=())
    with pytest.raises(ZeroDivisionError):
        half()
    assert whole(store.path, leave_out=()) == before


def test_a_draft_is_kept_renewed_and_dropped(store: SqlStore) -> None:
    draft = Draft(
        id="d", owner="line", field="line", text="h", instance="1-1", updated_at=AT
    )
    later = replace(draft, id="e", text="hello", cursor=5,
                    updated_at=AT + timedelta(seconds=1))  # fmt: skip
    other = replace(later, id="f", instance="2-2")
    store.draft(draft, "line", "line")
    store.draft(later, "line", "line")
    store.draft(other, "line", "line")
    with store.read() as reader:
        assert reader.list(Draft) == (replace(later, id="d"), other)
    store.draft(None, "line", "line")
    with store.read() as reader:
        assert reader.list(Draft) == ()
    assert ask(store.path, "SELECT count(*) FROM search_doc WHERE text = 'hello'") == [
        (0,)
    ]


def test_every_row_knows_when_it_was_written(store: SqlStore, clock: HandClock) -> None:
    clock.passes(hours=1)
    with store.write("noted", "it") as writer:
        writer.put(replace(MOMENT, note="later"))
    times = ask(store.path, "SELECT created_at, updated_at FROM moment")
    assert times == [("2026-03-04T09:00:00.000000Z", "2026-03-04T10:00:00.000000Z")]


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("018f0000-0000-7000-8000-00aabbccddee", "entry"),
        ("00aabb", "entry"),
        ("00AABB", "entry"),
        (" 00aabbc ", "entry"),
        ("00aabbccddef", "moment"),
        ("99", None),
        ("00aabbccdde", None),
        ("018f", None),
        ("%", None),
        ("", None),
        ("9223372036854775808", None),
    ],
)
def test_a_short_id_is_the_start_of_the_last_part(
    ref: str, found: str | None, store: SqlStore
) -> None:
    stem = "018f0000-0000-7000-8000-"
    with store.write("wrote", "it") as writer:
        writer.put(replace(ENTRY, id=f"{stem}00aabbccddee"))
        if ref.startswith("00aabbccdd"):
            writer.put(replace(MOMENT, id=f"{stem}00aabbccddef"))
    with store.read() as reader:
        if found is None:
            with pytest.raises(NotFound):
                reader.resolve(ref)
        else:
            assert reader.resolve(ref)[0] == found


def test_what_is_not_there_is_said_to_be_missing(store: SqlStore) -> None:
    with store.read() as reader, pytest.raises(NotFound, match="no negotiation"):
        reader.get(Negotiation, "018f0000-0000-7000-8000-00aabbccddee")
