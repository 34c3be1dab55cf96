"""What the measures read, counted again from the negotiations themselves."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.conftest import BOTH_FORMS, START
from tests.store.entities import DEAL, MOMENT, PERSON
from winjournal.domain.debrief import (
    Debrief,
    YesNoUnsure,
)
from winjournal.domain.errors import DamagedJournal
from winjournal.domain.facts import Deed, Facts, Pledge, Record
from winjournal.domain.goalposts import (
    ChangeReason,
    Goalpost,
    Source,
)
from winjournal.domain.later import (
    Commitments,
    Discovered,
    FollowUp,
    OutsideView,
    Promise,
    PromiseState,
    SatSource,
)
from winjournal.domain.tags import Actor
from winjournal.domain.writing import WeekReview
from winjournal.store.connect import connect

if TYPE_CHECKING:
    from winjournal.services.entities import Entity
    from winjournal.store.store import SqlStore

pytestmark = BOTH_FORMS

OWN_WORD = (SatSource.TOLD_ME, SatSource.IN_WRITING)
DEEDS = ("trust-built", "honest", "trust-broken", "misled")


def put(store: SqlStore, *entities: Entity) -> None:
    with store.write("wrote", "it") as writer:
        for entity in entities:
            writer.put(entity)


def record(store: SqlStore) -> Record:
    with store.views() as views:
        return views.record()


def facts(store: SqlStore) -> Facts:
    (found,) = record(store).deals
    return found


@pytest.fixture(autouse=True)
def person(store: SqlStore) -> None:
    put(store, PERSON)


def test_a_bare_negotiation_has_no_facts_but_its_own(store: SqlStore) -> None:
    put(store, DEAL)
    assert record(store) == Record(
        deals=(
            Facts(
                id="deal", title="Renewal", person_id="person", person="Dana",
                sphere="professional", on=START.date(),
            ),
        )
    )  # fmt: skip


def test_deals_stand_in_closing_order_and_open_ones_last(store: SqlStore) -> None:
    days = {
        "late": ("2026-01-01", "2026-02-09"), "early": ("2026-01-05", "2026-02-01"),
        "open": ("2025-01-01", None), "newer": ("2025-03-01", None),
        "also": ("2026-01-05", "2026-02-01"),
    }  # fmt: skip
    for id_, (opened, closed) in days.items():
        put(store, replace(
            DEAL, id=id_, opened_on=date.fromisoformat(opened),
            closed_on=date.fromisoformat(closed) if closed else None,
        ))  # fmt: skip
    assert [deal.id for deal in record(store).deals] == [
        "also", "early", "late", "open", "newer",
    ]  # fmt: skip


def post(version: int, owner: Actor = Actor.ME, **rest: Any) -> Goalpost:
    first = Goalpost(
        id=f"{owner}{version}", negotiation_id="deal", owner=owner, version=version,
        text="a", recorded_at=START + timedelta(days=version),
    )  # fmt: skip
    return replace(first, **rest)


SHARED = post(1, shared_at=START + timedelta(days=1))
LEVERAGE = ChangeReason.LEVERAGE
NEWS: dict[str, Any] = {
    "change_reason": ChangeReason.NEW_INFORMATION, "what_changed": "budget cut",
}  # fmt: skip


@pytest.mark.parametrize(
    ("posts", "shared", "shifts", "updates"),
    [
        ((), False, 0, 0),
        ((post(1),), False, 0, 0),
        ((SHARED,), True, 0, 0),
        ((SHARED, post(2, change_reason=LEVERAGE, announced=True)), True, 1, 0),
        ((SHARED, post(2, announced=True, **NEWS)), True, 0, 1),
        ((SHARED, post(2, announced=False, **NEWS)), True, 1, 0),
        ((post(1), post(2, change_reason=LEVERAGE)), False, 0, 0),
        (
            (post(1), post(2, change_reason=LEVERAGE, shared_at=START + timedelta(2))),
            True, 0, 0,
        ),
        (
            (
                SHARED,
                post(2, change_reason=ChangeReason.CORRECTION, announced=False,
                     recorded_at=SHARED.recorded_at + timedelta(minutes=9)),
                post(3, change_reason=ChangeReason.UNKNOWN, announced=True),
                post(4, announced=True, **NEWS),
            ),
            True, 1, 1,
        ),
    ],
)  # fmt: skip
def test_what_was_shared_and_moved_is_counted(
    posts: tuple[Goalpost, ...], shared: bool, shifts: int, updates: int,
    store: SqlStore,
) -> None:  # fmt: skip
    put(store, DEAL, *posts)
    found = facts(store)
    assert (found.shared, found.shifts, found.updates) == (shared, shifts, updates)
    assert (found.their_shared, found.their_shifts) == (False, 0)


@pytest.mark.parametrize(
    ("source", "shared", "shifts"),
    [(Source.TOLD_ME, True, 1), (Source.MY_GUESS, False, 0), (None, False, 0)],
)
def test_theirs_is_shared_when_they_told_me(
    source: Source | None, shared: bool, shifts: int, store: SqlStore
) -> None:
    theirs = Actor.THEM
    put(
        store,
        DEAL,
        post(1, theirs, source=source),
        post(2, theirs, source=source, change_reason=LEVERAGE),
        SHARED,
    )
    found = facts(store)
    assert (found.their_shared, found.their_shifts) == (shared, shifts)
    assert (found.shared, found.shifts) == (True, 0)


LOOK = FollowUp(id="f30", negotiation_id="deal", day=30, due=date(2026, 4, 1))


def test_the_last_look_back_speaks_for_how_it_aged(store: SqlStore) -> None:
    put(
        store,
        DEAL,
        replace(LOOK, answered_at=START, deal_again=YesNoUnsure.NO, my_sat_now=3,
                they_discovered=Discovered.YES_KNEW, swap_sign=YesNoUnsure.NO),
        replace(LOOK, id="f90", day=90, due=date(2026, 6, 1)),
    )  # fmt: skip
    found = facts(store)
    assert (found.last_due, found.last_answered) == (date(2026, 6, 1), False)
    assert found.last_day == 90
    assert (found.they_discovered, found.swap_sign) == (None, None)
    assert (found.deal_again, found.my_sat_now) == (YesNoUnsure.NO, 3)
    answer = replace(
        LOOK, id="f90", day=90, due=date(2026, 6, 1), answered_at=START,
        deal_again=YesNoUnsure.YES, my_commitments=Commitments.ALL,
        they_discovered=Discovered.NO, swap_sign=YesNoUnsure.YES,
    )  # fmt: skip
    put(store, answer)
    found = facts(store)
    assert found.last_answered
    assert found.they_discovered is Discovered.NO
    assert found.my_commitments is Commitments.ALL
    assert found.swap_sign is found.deal_again is YesNoUnsure.YES
    assert found.my_sat_now is None


HEARD = OutsideView(id="o", negotiation_id="deal", by="them", received_at=START)


@pytest.mark.parametrize(
    ("said", "rating", "asked"),
    [
        ((), None, False),
        ((replace(HEARD, sat=5, source=SatSource.TOLD_ME),), 5, True),
        ((replace(HEARD, sat=5, source=SatSource.THIRD_PARTY),), None, True),
        ((replace(HEARD, sat=5, by="witness", source=SatSource.TOLD_ME),), None, False),
        ((replace(HEARD, source=SatSource.NO_ANSWER),), None, True),
        ((replace(LOOK, their_sat=4, their_sat_source=OWN_WORD[0]),), None, False),
        (
            (
                replace(LOOK, answered_at=START - timedelta(1), their_sat=4,
                        their_sat_source=SatSource.IN_WRITING),
                replace(HEARD, sat=6, source=SatSource.TOLD_ME),
            ),
            4, True,
        ),
        (
            (
                replace(LOOK, answered_at=START, their_sat=2,
                        their_sat_source=SatSource.MY_READING),
                replace(LOOK, id="f90", day=90, answered_at=START,
                        their_sat_source=SatSource.NO_ANSWER),
            ),
            None, True,
        ),
    ],
)  # fmt: skip
def test_their_own_word_counts_by_when_it_came(
    said: tuple[Entity, ...], rating: int | None, asked: bool, store: SqlStore
) -> None:
    put(store, DEAL, *said)
    found = facts(store)
    assert (found.their_rating, found.asked) == (rating, asked)


def test_deeds_and_pledges_are_read(store: SqlStore) -> None:
    put(
        store, DEAL,
        *(replace(MOMENT, id=tag, tag=tag, actor=Actor.THEM, strength=2)
          for tag in (*DEEDS, "ego", "promise")),
        Promise(id="p", counterparty_id="person", negotiation_id="deal", by=Actor.ME,
                text="call", made_at=START, due=START.date(), moment_id="honest",
                state=PromiseState.KEPT, settled_on=START.date()),
        Promise(id="q", counterparty_id="person", by=Actor.THEM, text="call",
                made_at=START + timedelta(1)),
        WeekReview(id="w", week="2026-W10", unlogged=2),
        WeekReview(id="v", week="2026-W11"),
    )  # fmt: skip
    found = record(store)
    assert found.deeds == tuple(
        Deed(negotiation_id="deal", person_id="person", actor=Actor.THEM, tag=tag,
             on=START.date(), strength=2, promise_id="p" if tag == "honest" else None)
        for tag in sorted(DEEDS)
    )  # fmt: skip
    assert found.pledges == (
        Pledge(id="p", negotiation_id="deal", person_id="person", by=Actor.ME,
               state=PromiseState.KEPT, due=START.date(), settled_on=START.date()),
        Pledge(id="q", negotiation_id=None, person_id="person", by=Actor.THEM,
               state=PromiseState.OPEN, due=None, settled_on=None),
    )  # fmt: skip
    assert found.unlogged == {"2026-W10": 2}


def test_a_row_that_rotted_is_said_to_be_damaged(store: SqlStore) -> None:
    put(store, DEAL, Debrief(id="d", negotiation_id="deal", written_at=START))
    raw = connect(store.path)
    raw.execute("UPDATE debrief SET final_offer = 'much'")
    raw.close()
    with pytest.raises(DamagedJournal):
        record(store)


def test_the_collector_runs_on_after_the_record(store: SqlStore) -> None:
    put(store, DEAL)
    assert gc.isenabled()
    record(store)
    assert gc.isenabled()
