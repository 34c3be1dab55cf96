"""The journal's list on a small journal made by hand: exactly these rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import START, ZONE, HandClock
from tests.store.entities import DEAL, ENTRY, LINE, MOMENT, PERSON
from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_tree import Everything
from winjournal.domain.later import FollowUp, Promise
from winjournal.domain.moments import Recorded
from winjournal.domain.negotiation import Sitting
from winjournal.domain.tags import Actor, Step
from winjournal.services.views import JournalRow, Mark, RowKind
from winjournal.store import quick

if TYPE_CHECKING:
    from winjournal.services.entities import Entity
    from winjournal.store.store import SqlStore


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2026, 2, day, hour, tzinfo=ZONE)


def on(day: int) -> date:
    return date(2026, 2, day)


LEASE = replace(
    DEAL, id="lease", title="Kiln lease", counterparty_id="kiln", opened_on=on(1),
    closed_on=on(20), kind="Vendor",
)  # fmt: skip
SCOPE = replace(
    DEAL, id="scope", title="Scope", opened_on=on(10), prep_sealed_at=at(10)
)
SMALL: tuple[Entity, ...] = (
    PERSON,
    replace(PERSON, id="kiln", name="Kiln & Co", alias="K"),
    LEASE,
    SCOPE,
    replace(MOMENT, id="m1", negotiation_id="lease", at=at(3), tag="ego"),
    replace(
        MOMENT, id="m2", negotiation_id="lease", at=at(2), tag="honest",
        actor=Actor.THEM, strength=3, recorded=Recorded.LIVE,
    ),
    replace(MOMENT, id="m3", negotiation_id="scope", at=at(11), tag=None,
            step_hint=Step.VALUE),
    Debrief(
        id="d", negotiation_id="lease", written_at=at(21), outcome=Outcome.AGREED,
        sealed_at=at(21),
    ),
    replace(ENTRY, id="lone", negotiation_id=None, written_at=at(15, 23),
            body="\n# A quiet day\n\nNothing sold."),
    replace(ENTRY, id="own", negotiation_id="lease", written_at=at(16), body="hm"),
    replace(LINE, id="waiting", line="12 Feb: K, lease again. @ego", at=at(12, 9),
            has_date=True),
    replace(LINE, id="filed", at=at(13), filed_at=at(14), entry_id="own"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def small(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        for entity in SMALL:
            writer.put(entity)


def journal(
    store: SqlStore, text: str = "", start: int = 0, stop: int = 50
) -> list[JournalRow]:
    with store.views() as views:
        return list(views.journal(read_filter(text, START), start, stop))


def listed(store: SqlStore, text: str = "") -> list[str]:
    return [row.id for row in journal(store, text)]


def mark(id_: str, day: int, **rest: object) -> Mark:
    return Mark(negotiation_id=id_, on=on(day), **{"actor": Actor.ME, **rest})  # type: ignore[arg-type]  # the rest of its fields


def test_the_list_has_exactly_these_rows(store: SqlStore) -> None:
    assert journal(store) == [
        JournalRow(
            kind=RowKind.NEGOTIATION, id="lease", on=on(20), title="Kiln lease",
            person="Kiln & Co", sphere="professional", outcome=Outcome.AGREED,
            debriefed=True,
            marks=(
                mark("lease", 2, tag="honest", actor=Actor.THEM, strength=3,
                     recorded=Recorded.LIVE),
                mark("lease", 3, tag="ego"),
            ),
        ),
        JournalRow(
            kind=RowKind.ENTRY, id="lone", on=on(15), at=at(15, 23),
            title="# A quiet day",
        ),
        JournalRow(
            kind=RowKind.LINE, id="waiting", on=on(12), at=at(12, 9),
            title="K, lease again. @ego", person="Kiln & Co",
        ),
        JournalRow(
            kind=RowKind.NEGOTIATION, id="scope", on=on(10), title="Scope",
            person="Dana", sphere="professional", outcome=Outcome.OPEN, sealed=True,
            marks=(mark("scope", 11, tag=None, step_hint=Step.VALUE),),
        ),
    ]  # fmt: skip


def test_a_page_is_part_of_the_whole(store: SqlStore) -> None:
    whole = journal(store)
    for start in range(5):
        for stop in range(6):
            assert journal(store, "", start, stop) == whole[start:stop]


def test_a_line_logged_past_the_store_is_there_at_once(store: SqlStore) -> None:
    quick.append_line(store.path, replace(LINE, id="new", at=START, logged_at=START))
    assert listed(store)[0] == "new"


def test_one_day_is_in_order_of_ids(store: SqlStore) -> None:
    with store.write("wrote", "more") as writer:
        for id_ in ("b", "c", "a"):
            writer.put(replace(ENTRY, id=id_, negotiation_id=None, written_at=at(28)))
        writer.put(replace(SCOPE, id="bb", opened_on=on(28)))
    assert listed(store)[:4] == ["c", "bb", "b", "a"]


def test_a_day_is_that_of_the_place_it_was_written_in(store: SqlStore) -> None:
    tokyo = timezone(timedelta(hours=9))
    early = datetime(2026, 2, 21, 5, 0, tzinfo=tokyo)  # still the 20th at home
    with store.write("wrote", "early") as writer:
        writer.put(replace(ENTRY, id="early", negotiation_id=None, written_at=early))
    quick.append_line(store.path, replace(LINE, id="line", at=early, logged_at=START))
    rows = journal(store, "on:2026-02-21")
    assert [(row.id, row.on) for row in rows] == [("line", on(21)), ("early", on(21))]


ALL = ["lease", "lone", "waiting", "scope"]


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("", ALL),
        ("kiln", ["lease"]),
        ("quiet", ["lone"]),
        ("lease", ["lease", "waiting"]),
        ("with:kiln", ["lease", "waiting"]),
        ("with:dana", ["scope"]),
        ("@ego", ["lease"]),
        ("@honest", []),
        ("@them/honest", ["lease"]),
        ("@value", ["scope"]),
        ("step:value", ["scope"]),
        ("step:ego", ["lease"]),
        ("outcome:agreed", ["lease"]),
        ("outcome:open", []),
        ("kind:vendor", ["lease"]),
        ("not kind:vendor", ["lone", "waiting", "scope"]),
        ("sphere:professional", ["lease", "scope"]),
        ("since:2026-02-12 until:2026-02-15", ["lone", "waiting"]),
        ("on:2026-02-10", ["scope"]),
        ("is:open", ["scope"]),
        ("is:closed", ["lease"]),
        ("is:sealed", ["scope"]),
        ("is:undebriefed", ["scope"]),
        ("is:agreed", ["lease"]),
        ("is:due", []),
        ("has:entry", ["lease", "lone"]),
        ("has:moments", ["lease", "scope"]),
        ("has:debrief", ["lease"]),
        ("has:terms", []),
        ("not has:moments", ["lone", "waiting"]),
        ("(quiet or is:open) not @ego", ["lone", "scope"]),
    ],
)
def test_a_filter_lets_these_pass(
    text: str, passing: list[str], store: SqlStore
) -> None:
    assert listed(store, text) == passing
    tree = read_filter(text, START)
    with store.views() as views, store.read() as reader:
        assert views.journal_count(tree) == len(passing)
        assert sum(count for _, count in views.journal_months(tree)) == len(passing)
        deals = [id_ for id_ in reversed(passing) if id_ in ("lease", "scope")]
        assert list(reader.dossiers(tree)) == deals


def test_months_are_counted_latest_first(store: SqlStore, clock: HandClock) -> None:
    with store.write("wrote", "it") as writer:
        writer.put(replace(ENTRY, id="new", negotiation_id=None, written_at=START))
    with store.views() as views:
        assert views.journal_months(Everything()) == [("2026-03", 1), ("2026-02", 4)]


@pytest.mark.parametrize(
    "thing",
    [
        FollowUp(id="x", negotiation_id="scope", day=30, due=START.date()),
        Promise(id="x", counterparty_id="person", negotiation_id="scope", by=Actor.ME,
                text="call", made_at=at(10), due=START.date()),
        Sitting(id="x", negotiation_id="scope", started_at=at(10)),
    ],
    ids=lambda thing: type(thing).__name__,
)  # fmt: skip
def test_what_is_due_today_is_due(
    thing: FollowUp | Promise | Sitting, store: SqlStore
) -> None:
    with store.write("planned", "it") as writer:
        writer.put(thing)
    assert listed(store, "is:due") == ["scope"]
    if not isinstance(thing, Sitting):
        with store.write("put off", "it") as writer:
            writer.put(replace(thing, due=START.date() + timedelta(days=1)))
        assert listed(store, "is:due") == []


def test_titles_and_tags_are_read_lightly(store: SqlStore) -> None:
    with store.views() as views:
        assert views.titles(["scope", "lease", "nothing"]) == {
            "scope": "Scope", "lease": "Kiln lease",
        }  # fmt: skip
        assert views.titles([]) == {}
        assert views.tags_used() == [("ego", 1), ("honest", 1)]
