"""A chain of seals only grows, also when a seal is undone and done again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.store.entities import DEAL, put_parents
from tests.store.whole import whole
from winjournal.domain.errors import Conflict, Sealed
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.seals import verify_chain
from winjournal.domain.writing import Link
from winjournal.services.sealing import add_link

if TYPE_CHECKING:
    from tests.store.conftest import HandClock
    from winjournal.services.ids import SeededIds
    from winjournal.store.store import SqlStore

CHAIN = "negotiation:deal"


@pytest.fixture(autouse=True)
def parents(store: SqlStore, clock: HandClock) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)
    clock.passes(minutes=1)


def seal(store: SqlStore, clock: HandClock, ids: SeededIds, kind: str = "prep") -> Link:
    """Seal the negotiation, as a service does."""
    with store.write(f"sealed the {kind}", "it") as writer:
        deal = writer.get(Negotiation, "deal")
        link = add_link(writer, ids, CHAIN, kind, {"title": deal.title}, clock.now())
        writer.put(replace(deal, prep_sealed_at=clock.now(), prep_hash=link.hash))
    return link


def chain(store: SqlStore) -> tuple[Link, ...]:
    with store.read() as reader:
        return reader.list(Link, chain=CHAIN)


def kinds(store: SqlStore) -> list[str]:
    return [link.kind for link in chain(store)]


def test_an_undone_seal_stays_in_the_chain(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    before = whole(store.path)
    sealed = seal(store, clock, ids)
    after = whole(store.path)
    clock.passes(minutes=9)
    store.undo(clock.now())
    assert whole(store.path) == before
    assert kinds(store) == ["prep", "unsealed"]
    clock.passes(minutes=9)
    store.redo(clock.now())
    assert whole(store.path) == after
    assert kinds(store) == ["prep", "unsealed", "prep"]
    first, _, third = chain(store)
    assert first == sealed
    assert (third.content, third.content_hash) == (first.content, first.content_hash)
    assert verify_chain(chain(store)) is None


def test_a_seal_done_again_can_be_undone_again(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    seal(store, clock, ids)
    for _ in range(2):
        clock.passes(minutes=6)
        store.undo(clock.now())
        clock.passes(minutes=6)
        store.redo(clock.now())
    assert kinds(store) == ["prep", *["unsealed", "prep"] * 2]
    assert verify_chain(chain(store)) is None
    with store.read() as reader:
        assert reader.get(Negotiation, "deal").is_sealed


def test_a_seal_of_more_than_ten_minutes_ago_stays(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    seal(store, clock, ids)
    before = whole(store.path, leave_out=())
    clock.passes(minutes=10, seconds=1)
    with pytest.raises(Conflict, match="ten minutes"):
        store.undo(clock.now())
    assert whole(store.path, leave_out=()) == before


def test_a_seal_that_another_follows_stays(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    seal(store, clock, ids)
    with store.write("sealed the debrief", "it") as writer:
        link = add_link(writer, ids, CHAIN, "debrief", {"n": 1}, clock.now())
        writer.changes.clear()
    with pytest.raises(Conflict, match="Another seal follows"):
        store.undo(clock.now())
    assert chain(store)[-1] == link


def test_a_seal_is_not_done_again_over_another(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    seal(store, clock, ids)
    store.undo(clock.now())
    with store.write("sealed the debrief", "it") as writer:
        add_link(writer, ids, CHAIN, "debrief", {"n": 1}, clock.now())
        writer.changes.clear()
    with pytest.raises(Conflict, match="Another seal was made since"):
        store.redo(clock.now())


def test_two_seals_of_one_act_are_undone_together(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    with store.write("sealed", "both") as writer:
        add_link(writer, ids, CHAIN, "prep", {"n": 1}, clock.now())
        add_link(writer, ids, CHAIN, "debrief", {"n": 2}, clock.now())
    store.undo(clock.now())
    store.redo(clock.now())
    assert kinds(store) == [
        "prep",
        "debrief",
        "unsealed",
        "unsealed",
        "prep",
        "debrief",
    ]
    assert verify_chain(chain(store)) is None


def test_a_link_is_never_rewritten_nor_deleted(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    link = seal(store, clock, ids)
    with store.write("kept", "it") as writer:
        writer.put(link)
    with pytest.raises(Sealed), store.write("forged", "it") as writer:
        writer.put(replace(link, content="{}"))
    with pytest.raises(Sealed), store.write("deleted", "it") as writer:
        writer.remove(link)
    assert chain(store) == (link,)


def test_seals_stay_when_their_negotiation_goes(
    store: SqlStore, clock: HandClock, ids: SeededIds
) -> None:
    link = seal(store, clock, ids)
    with store.write("deleted", "it") as writer:
        writer.remove(DEAL)
    assert chain(store) == (link,)
