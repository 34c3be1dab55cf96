"""Today on a small journal made by hand: under way, due, marks, people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import START, ZONE
from tests.store.entities import DEAL, LINE, MOMENT, PERSON, SITTING
from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.goalposts import Criterion, Goalpost, Source
from winjournal.domain.later import FollowUp, Promise, PromiseState
from winjournal.domain.negotiation import TrustCall
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms
from winjournal.services.views import Due, DueKind, Mark, PersonRow, UnderWay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.services.entities import Entity
    from winjournal.store.store import SqlStore

TODAY = START.date()


def put(store: SqlStore, *entities: Entity) -> None:
    with store.write("wrote", "it") as writer:
        for entity in entities:
            writer.put(entity)


@pytest.fixture(autouse=True)
def people(store: SqlStore) -> None:
    put(store, PERSON, replace(PERSON, id="kiln", name="Kiln & Co"))


def under_way(store: SqlStore) -> Sequence[UnderWay]:
    with store.views() as views:
        return views.under_way()


def due(store: SqlStore, until: date = TODAY) -> Sequence[Due]:
    with store.views() as views:
        return views.due(until)


def test_a_bare_negotiation_lacks_its_prep(store: SqlStore) -> None:
    put(store, DEAL)
    assert under_way(store) == [
        UnderWay(
            id="deal", title="Renewal", person="Dana", opened_on=TODAY,
            missing=("trust call", "my win", "my criteria", "their win",
                     "walk-away line"),
        )
    ]  # fmt: skip


def test_what_is_prepared_and_talked_is_said_so(store: SqlStore) -> None:
    deal = replace(
        DEAL, counterparty_id="kiln", planned_for=START, trust_call=TrustCall.ENOUGH,
        terms=Terms(walk_away_text="below cost"),
    )  # fmt: skip
    put(
        store,
        deal,
        Goalpost(id="g", negotiation_id="deal", owner=Actor.ME, text="a",
                 recorded_at=START),
        Goalpost(id="h", negotiation_id="deal", owner=Actor.THEM, text="b",
                 recorded_at=START, source=Source.TOLD_ME),
        Criterion(id="c", negotiation_id="deal", owner=Actor.ME, text="price"),
        replace(SITTING, source="live"),
        replace(SITTING, id="ended", source="live", ended_at=START),
        MOMENT,
    )  # fmt: skip
    mark = Mark(negotiation_id="deal", on=TODAY, tag="ego", actor=Actor.ME)
    assert under_way(store) == [
        UnderWay(
            id="deal", title="Renewal", person="Kiln & Co", planned_for=START,
            opened_on=TODAY, live_since=START, talked=True, marks=(mark,),
        )
    ]  # fmt: skip


def test_a_sitting_written_down_after_is_not_live(store: SqlStore) -> None:
    put(store, DEAL, SITTING)
    (row,) = under_way(store)
    assert (row.live_since, row.talked) == (None, True)


def test_a_sealed_prep_lacks_nothing(store: SqlStore) -> None:
    put(store, replace(DEAL, prep_sealed_at=START))
    (row,) = under_way(store)
    assert (row.sealed, row.missing) == (True, ())


def test_live_ones_come_first_then_planned_then_the_newest(store: SqlStore) -> None:
    later = START + timedelta(days=3)
    put(
        store,
        replace(DEAL, id="old", opened_on=date(2026, 1, 1)),
        replace(DEAL, id="new", opened_on=date(2026, 2, 1)),
        replace(DEAL, id="later", planned_for=later),
        replace(DEAL, id="soon", planned_for=START),
        replace(DEAL, id="live", planned_for=later),
        replace(DEAL, id="closed", closed_on=TODAY),
        replace(SITTING, negotiation_id="live", source="live"),
    )
    assert [row.id for row in under_way(store)] == [
        "live",
        "soon",
        "later",
        "new",
        "old",
    ]


def test_what_is_due_stands_by_its_date(store: SqlStore) -> None:
    put(
        store,
        replace(DEAL, closed_on=date(2026, 1, 30)),
        Debrief(id="d", negotiation_id="deal", written_at=START, sealed_at=START),
        FollowUp(id="f30", negotiation_id="deal", day=30, due=date(2026, 3, 1)),
        FollowUp(id="f90", negotiation_id="deal", day=90, due=date(2026, 4, 30)),
        Promise(id="mine", counterparty_id="person", by=Actor.ME, text="send the draft",
                made_at=START, due=date(2026, 2, 27)),
        Promise(id="theirs", counterparty_id="person", negotiation_id="deal",
                by=Actor.THEM, text="call", made_at=START, due=TODAY),
        replace(DEAL, id="closed", title="Kiln lease", closed_on=date(2026, 3, 2)),
    )  # fmt: skip
    assert due(store) == [
        Due(kind=DueKind.PROMISE, id="mine", on=date(2026, 2, 27),
            text="send the draft"),
        Due(kind=DueKind.FOLLOW_UP, id="f30", on=date(2026, 3, 1),
            text="Renewal, 30 days on", negotiation_id="deal"),
        Due(kind=DueKind.DEBRIEF, id="closed", on=date(2026, 3, 2), text="Kiln lease",
            negotiation_id="closed"),
        Due(kind=DueKind.PROMISE, id="theirs", on=TODAY, text="call", theirs=True,
            negotiation_id="deal"),
    ]  # fmt: skip
    assert [row.id for row in due(store, date(2026, 2, 28))] == ["mine"]
    assert [row.id for row in due(store, date(2026, 4, 30))][-1] == "f90"


@pytest.mark.parametrize(
    ("change", "is_due"),
    [
        ({}, True),
        ({"skipped": 2}, True),
        ({"skipped": 3}, False),
        ({"answered_at": START}, False),
        ({"due": TODAY + timedelta(days=1)}, False),
    ],
)
def test_a_look_back_waits_until_it_is_answered_or_dropped(
    change: dict[str, object], is_due: bool, store: SqlStore
) -> None:
    look = FollowUp(id="f", negotiation_id="deal", day=30, due=TODAY)
    put(store, DEAL, replace(look, **change))  # type: ignore[arg-type]  # any field
    assert bool(due(store)) is is_due


@pytest.mark.parametrize("state", PromiseState)
def test_only_an_open_promise_is_due(state: PromiseState, store: SqlStore) -> None:
    put(store, Promise(id="p", counterparty_id="person", by=Actor.ME, text="call",
                       made_at=START, due=TODAY, state=state))  # fmt: skip
    assert bool(due(store)) is (state is PromiseState.OPEN)


YESTERDAY = START - timedelta(days=1)


@pytest.mark.parametrize(
    ("parts", "on"),
    [
        ((), None),
        ((SITTING,), None),
        ((replace(SITTING, source="live"),), None),
        ((replace(SITTING, ended_at=START),), TODAY),
        ((replace(SITTING, started_at=YESTERDAY),), YESTERDAY.date()),
        (
            (replace(SITTING, started_at=YESTERDAY, ended_at=START),
             replace(SITTING, id="b", started_at=YESTERDAY)),
            TODAY,
        ),
        (
            (replace(SITTING, ended_at=START),
             Debrief(id="d", negotiation_id="deal", written_at=START,
                     outcome=Outcome.OPEN)),
            TODAY,
        ),
        (
            (replace(SITTING, ended_at=START),
             Debrief(id="d", negotiation_id="deal", written_at=START,
                     sealed_at=START)),
            None,
        ),
    ],
)  # fmt: skip
def test_a_talk_wants_its_debrief(
    parts: tuple[Entity, ...], on: date | None, store: SqlStore
) -> None:
    put(store, DEAL, *parts)
    told = [(row.kind, row.id, row.on) for row in due(store)]
    assert told == ([(DueKind.DEBRIEF, "deal", on)] if on else [])


def test_a_look_ahead_makes_no_talk_of_today_pass(store: SqlStore) -> None:
    put(store, DEAL, replace(SITTING, source="live"))
    assert due(store, TODAY + timedelta(days=7)) == []


def test_marks_and_talks_of_some_days(store: SqlStore) -> None:
    def at(day: int) -> datetime:
        return datetime(2026, 2, day, 10, tzinfo=ZONE)

    put(
        store,
        *(replace(DEAL, id=id_, opened_on=date(2026, 1, 1)) for id_ in "abcd"),
        replace(DEAL, id="e", closed_on=date(2026, 2, 12)),
        replace(SITTING, negotiation_id="d", started_at=at(10)),
        replace(MOMENT, id="1", negotiation_id="a", at=at(14)),
        replace(MOMENT, id="2", negotiation_id="b", at=at(9), tag=None),
        replace(MOMENT, id="3", negotiation_id="a", at=at(9) - timedelta(days=1)),
        replace(MOMENT, id="4", negotiation_id="c", at=at(15)),
        LINE,
    )
    with store.views() as views:
        marks = views.marks(date(2026, 2, 9), date(2026, 2, 14))
        assert [(mark.negotiation_id, mark.on.day, mark.tag) for mark in marks] == [
            ("b", 9, None),
            ("a", 14, "ego"),
        ]
        assert views.talks(date(2026, 2, 9), date(2026, 2, 14)) == 4
        assert views.talks(date(2025, 1, 1), date(2025, 12, 31)) == 0


def test_people_are_listed_with_what_passed_between_us(store: SqlStore) -> None:
    put(
        store,
        replace(DEAL, id="a", opened_on=date(2026, 1, 5), closed_on=date(2026, 1, 9)),
        replace(DEAL, id="b", opened_on=date(2026, 2, 5)),
        *(
            replace(MOMENT, id=f"{tag}-{by}", negotiation_id=deal, tag=tag, actor=by)
            for deal, tag, by in (
                ("a", "honest", Actor.THEM),
                ("a", "misled", Actor.THEM),
                ("b", "ego", Actor.THEM),
                ("b", "ego-released", Actor.ME),
                ("b", "promise", Actor.ME),
                ("a", None, Actor.ME),
            )
        ),
        *(
            Promise(id=f"{by}{n}", counterparty_id="person", by=by, text="call",
                    made_at=START, state=state)
            for n, (by, state) in enumerate((
                (Actor.ME, PromiseState.OPEN), (Actor.ME, PromiseState.KEPT),
                (Actor.THEM, PromiseState.OPEN), (Actor.THEM, PromiseState.OPEN),
            ))
        ),
        replace(PERSON, id="gone", name="Gone", archived_at=START),
    )  # fmt: skip
    with store.views() as views:
        rows = views.people()
    assert rows == [
        PersonRow(
            person=PERSON, deals=2, open_deals=1, last_on=date(2026, 2, 5), handled=1,
            slips=2, my_handled=1, my_slips=0, owed_by_me=1, owed_by_them=2,
        ),
        PersonRow(person=replace(PERSON, id="kiln", name="Kiln & Co")),
    ]  # fmt: skip


def test_people_come_by_their_latest_deal(store: SqlStore) -> None:
    put(
        store,
        replace(DEAL, id="a", opened_on=date(2026, 1, 5)),
        replace(DEAL, id="b", opened_on=date(2026, 2, 5), counterparty_id="kiln"),
    )
    with store.views() as views:
        assert [row.person.id for row in views.people()] == ["kiln", "person"]
