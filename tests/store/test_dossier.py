"""One negotiation whole, in order of time, with the lines that wait for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import BOTH_FORMS
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
from winjournal.domain.debrief import Debrief
from winjournal.domain.dossier import Dossier
from winjournal.domain.errors import NotFound
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.later import FollowUp, OutsideView, Promise
from winjournal.domain.negotiation import Offer
from winjournal.domain.tags import Actor
from winjournal.domain.writing import Link, VowTest
from winjournal.store import quick

if TYPE_CHECKING:
    from winjournal.services.entities import E, Entity
    from winjournal.store.store import SqlStore

pytestmark = BOTH_FORMS

LATER = AT + timedelta(hours=1)


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


def put(store: SqlStore, *entities: Entity) -> None:
    with store.write("wrote", "it") as writer:
        for entity in entities:
            writer.put(entity)


def dossier(store: SqlStore) -> Dossier:
    with store.read() as reader:
        return reader.dossier("deal")


def twice(entity: E, **changed: object) -> tuple[E, E]:
    """Return an entity and another that comes after it, for all their ids."""
    name = type(entity).__name__
    first = replace(entity, id=f"z-{name}")
    second = replace(first, id=f"a-{name}", **changed)  # type: ignore[arg-type]  # any field
    return first, second


def test_everything_that_belongs_to_it_is_there_in_order(store: SqlStore) -> None:
    own = "deal"
    goalposts = twice(
        Goalpost(id="", negotiation_id=own, owner=Actor.ME, text="a", recorded_at=AT),
        version=2,
        recorded_at=LATER,
    )
    criteria = twice(
        Criterion(id="", negotiation_id=own, owner=Actor.ME, text="a"), position=1
    )
    theirs = replace(criteria[0], id="theirs", owner=Actor.THEM)
    sittings = twice(SITTING, started_at=LATER)
    offers = twice(
        Offer(id="", negotiation_id=own, at=AT, by=Actor.ME, text="a"), at=LATER
    )
    moments = twice(MOMENT, at=LATER)
    debrief = Debrief(id="d", negotiation_id=own, written_at=AT)
    promises = twice(
        Promise(id="", counterparty_id="person", negotiation_id=own, by=Actor.ME,
                text="a", made_at=AT), made_at=LATER,
    )  # fmt: skip
    looks = twice(
        FollowUp(id="", negotiation_id=own, day=30, due=AT.date()), day=90,
        due=AT.date() + timedelta(days=60),
    )  # fmt: skip
    heard = twice(
        OutsideView(id="", negotiation_id=own, by="them", received_at=AT),
        received_at=LATER,
    )
    test = VowTest(id="v", vow_id="vow", negotiation_id=own, occurred=True)
    entries = twice(ENTRY, written_at=LATER)
    links = twice(
        Link(id="", chain="negotiation:deal", number=1, kind="prep", content_hash="a",
             previous_hash=None, hash="b", sealed_at=AT), number=2,
    )  # fmt: skip
    put(
        store, *goalposts, *criteria, theirs, *sittings, *offers, *moments, debrief,
        *promises, *looks, *heard, test, *entries, *links,
        replace(MOMENT, id="other", negotiation_id="deal", at=AT - timedelta(days=1)),
    )  # fmt: skip
    found = dossier(store)
    assert (found.negotiation, found.counterparty) == (DEAL, PERSON)
    assert found.goalposts == goalposts
    assert found.criteria == (*criteria, theirs)
    assert found.offers == offers
    assert found.debrief == debrief
    assert found.promises == promises
    assert found.follow_ups == looks
    assert found.outside_views == heard
    assert (found.vow_tests, found.vows) == ((test,), (VOW,))
    assert found.links == links
    assert found.sittings == (SITTING, *sittings)
    assert [moment.id for moment in found.moments] == [
        "other", "moment", "z-Moment", "a-Moment",
    ]  # fmt: skip
    assert found.entries == (ENTRY, *entries)


@pytest.mark.parametrize(
    ("text", "person", "belongs"),
    [
        ("Dana: said yes", None, True),
        ("%dana called", None, True),
        ("said yes", "Dana", True),
        ("D, said yes", None, True),
        ("Kiln: said yes", None, False),
        ("said yes", None, False),
    ],
)
def test_a_waiting_line_is_shown_where_it_can_only_belong(
    text: str, person: str | None, belongs: bool, store: SqlStore
) -> None:
    put(store, replace(LINE, filed_at=AT), replace(PERSON, alias="D"))
    line = replace(LINE, id="new", line=text, person=person)
    quick.append_line(store.path, line)
    assert dossier(store).lines == ((line,) if belongs else ())


def test_a_line_with_two_homes_waits(store: SqlStore) -> None:
    assert dossier(store).lines == (LINE,)
    put(store, replace(DEAL, id="second"))
    assert dossier(store).lines == ()
    put(store, replace(DEAL, id="second", closed_on=AT.date()))
    assert dossier(store).lines == (LINE,)


def test_an_act_sees_its_own_lines(store: SqlStore) -> None:
    with store.write("logged", "it") as writer:
        assert writer.dossier("deal").lines == (LINE,)
        another = replace(LINE, id="another", at=LATER)
        writer.put(another)
        assert writer.dossier("deal").lines == (LINE, another)


def test_a_negotiation_that_is_none_is_not_found(store: SqlStore) -> None:
    with store.read() as reader, pytest.raises(NotFound):
        reader.dossier("nothing")
