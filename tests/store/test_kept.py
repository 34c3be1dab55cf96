"""What is kept of each negotiation is what its rows say, whatever was done to them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import START
from tests.store.entities import DEAL, MOMENT, PERSON, put_parents
from tests.store.test_record import put, record
from tests.store.test_recounted import random_parts
from tests.store.whole import ask
from winjournal.domain.errors import WinJournalError
from winjournal.domain.facts import Record
from winjournal.domain.goalposts import ChangeReason, Goalpost, Source
from winjournal.domain.later import (
    FollowUp,
    OutsideView,
    Promise,
    PromiseState,
    SatSource,
)
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.tags import Actor
from winjournal.store import kept
from winjournal.store.connect import connect
from winjournal.store.kept_form import FORM
from winjournal.store.record_whole import count_record
from winjournal.store.views import SqlViews

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.services.entities import Entity
    from winjournal.services.views import PersonRow
    from winjournal.store.store import SqlStore

OTHER = replace(PERSON, id="other", name="Eve")


def counted(store: SqlStore) -> Record:
    with store._transactions.reading() as connection:
        return count_record(connection)


def differing(store: SqlStore) -> tuple[str, ...]:
    with store._transactions.reading() as connection:
        return kept.differing(connection)


def behind(store: SqlStore) -> int:
    ((number,),) = ask(store.path, "SELECT count(*) FROM facts WHERE form <> ?", FORM)
    return int(number)


def people(store: SqlStore, *statements: str) -> Sequence[PersonRow]:
    """Return the list of people, once the rows were changed; the change is undone."""
    with store._transactions.writing() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        rows = SqlViews(connection, START.date()).people()
        connection.rollback()
    return rows


def by_hand(store: SqlStore, *statements: str) -> None:
    """Change the journal as another tool would."""
    raw = connect(store.path)
    for statement in statements:
        raw.execute(statement)
    raw.close()


def filled(store: SqlStore, number: int) -> None:
    """Write so many deals in one act; more than a few, so they are counted in it."""
    chance = random.Random(number)
    put(
        store, PERSON, OTHER,
        *(part for n in range(number) for part in random_parts(f"d{n:02}", chance)),
    )  # fmt: skip


def goalpost(of: str, chance: random.Random, version: int) -> Goalpost:
    return Goalpost(
        id=f"{of}g{version}", negotiation_id=of, owner=Actor.ME, version=version,
        text="win", recorded_at=START + timedelta(hours=version),
        shared_at=chance.choice([None, START]), source=Source.TOLD_ME,
        change_reason=ChangeReason.INITIAL if version == 1 else ChangeReason.LEVERAGE,
    )  # fmt: skip


def promise(of: str | None, chance: random.Random, moments: list[Moment]) -> Promise:
    return Promise(
        id=f"{of}p", counterparty_id="person", negotiation_id=of, by=Actor.ME,
        text="call", made_at=START, state=chance.choice(list(PromiseState)),
        moment_id=chance.choice([None, *(moment.id for moment in moments)]),
    )  # fmt: skip


def random_change(store: SqlStore, chance: random.Random) -> list[Entity]:
    """Return what an act writes: parts that are new, other, or moved elsewhere."""
    with store.read() as reader:
        deals, moments = reader.list(Negotiation), list(reader.list(Moment))
    deal = chance.choice(deals)
    other = chance.choice(deals).id
    some = chance.sample(moments, min(2, len(moments)))
    moved = [replace(m, negotiation_id=other) for m in some]
    source = chance.choice(list(SatSource))
    view = OutsideView(
        id=f"{deal.id}v", negotiation_id=deal.id, by=Actor.THEM, received_at=START,
        sat=chance.randrange(1, 8), source=source,
    )  # fmt: skip
    look = FollowUp(
        id=f"{deal.id}f", negotiation_id=deal.id, day=30, due=START.date(),
        answered_at=chance.choice([None, START]), their_sat=chance.randrange(1, 8),
        their_sat_source=source,
    )  # fmt: skip
    choices: list[list[Entity]] = [
        [replace(deal, title=f"Renewal {chance.randrange(99)}")],
        [replace(deal, counterparty_id=chance.choice(["person", "other"]))],
        [replace(OTHER, name=chance.choice(["Eve", "Ada"]))],
        [replace(m, tag=chance.choice(["honest", "ego", "misled"])) for m in moved],
        [view],
        [look],
        [promise(chance.choice([None, deal.id, other]), chance, moments)],
        [goalpost(deal.id, chance, 1), goalpost(deal.id, chance, 2)],
    ]
    return chance.choice(choices)


def random_act(store: SqlStore, chance: random.Random, number: int) -> None:
    """Write, delete, undo or redo; what the store refuses changes nothing."""
    now = START + timedelta(minutes=number)
    what = chance.random()
    with store.read() as reader:
        deals, moments = reader.list(Negotiation), reader.list(Moment)
    try:
        if what < 0.2:
            store.undo(now)
        elif what < 0.35:
            store.redo(now)
        elif what < 0.5 and deals:
            with store.write("deleted", "it") as writer:
                writer.remove(chance.choice(deals))
        elif what < 0.55 and moments:
            with store.write("deleted", "it") as writer:
                writer.remove(chance.choice(moments))
        elif what < 0.65 or not deals:
            put(store, PERSON, OTHER, *random_parts(f"n{number}", chance))
        else:
            put(store, *random_change(store, chance))
    except WinJournalError:
        pass


@pytest.mark.parametrize("few", [0, 2, 1_000], ids=["at once", "soon", "never"])
def test_what_is_kept_is_what_is_counted_after_any_act(
    few: int, store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Random acts, undo and redo; kept at once, in heaps, and not at all."""
    monkeypatch.setattr(kept, "FEW", few)
    chance = random.Random(few)
    filled(store, 6)
    for number in range(25):
        random_act(store, chance, number)
        assert record(store) == counted(store)
        assert differing(store) == ()
        assert behind(store) <= few
        assert people(store) == people(store, "UPDATE facts SET form = 0")


def test_what_was_counted_is_kept_to_the_letter_when_counted_anew(
    store: SqlStore,
) -> None:
    filled(store, 30)
    assert behind(store) == 0
    rows = ask(store.path, "SELECT * FROM facts ORDER BY 1")
    with store._transactions.writing() as connection:
        kept.rebuild(connection)
    assert ask(store.path, "SELECT * FROM facts ORDER BY 1") == rows
    # a deal of a few stays behind until there are more
    put(store, replace(DEAL, id="one more"))
    assert behind(store) == 1
    assert record(store) == counted(store)


@pytest.mark.parametrize(
    "deed",
    [
        "DELETE FROM facts",
        "DELETE FROM facts WHERE negotiation_id = 'd03'",
        "UPDATE facts SET told = 'x' WHERE negotiation_id = 'd03'",
        "UPDATE facts SET told = '[1]' WHERE negotiation_id = 'd03'",
        "UPDATE facts SET told = told || ',' || told WHERE negotiation_id = 'd03'",
        "UPDATE facts SET told = replace(told, 'true', '7')",
        "UPDATE facts SET told = replace(told, '\"person\"', '\"nobody\"')",
        "UPDATE facts SET told = replace(told, '2026-', '2026')",
        "UPDATE facts SET told = rtrim(told, ']') || ',1]]'",
        "UPDATE facts SET form = 7, told = '[]'",
    ],
)
def test_what_is_read_is_right_whatever_the_kept_rows_hold(
    deed: str, store: SqlStore
) -> None:
    filled(store, 30)
    before = record(store)
    by_hand(store, deed)
    assert record(store) == before
    with store._transactions.writing() as connection:
        kept.rebuild(connection)
    assert differing(store) == ()
    assert behind(store) == 0


def test_a_kept_row_that_says_something_else_is_named(store: SqlStore) -> None:
    filled(store, 30)
    by_hand(
        store,
        "UPDATE facts SET told = replace(told, 'Renewal', 'Rental')"
        " WHERE negotiation_id = 'd03'",
        "UPDATE facts SET slips = 99 WHERE negotiation_id = 'd04'",
        "DELETE FROM facts WHERE negotiation_id = 'd05'",
        "INSERT INTO facts VALUES ('none', 0, '', 0, 0, 0, 0)",
        f"INSERT INTO facts VALUES ('no', {FORM}, '', 0, 0, 0, 0)",
    )
    assert differing(store) == ("d03", "d04", "d05", "no")


def test_words_that_are_deleted_or_changed_are_not_kept(store: SqlStore) -> None:
    filled(store, 30)
    put(store, replace(DEAL, title="Secret word"))
    with store._transactions.writing() as connection:
        kept.catch_up(connection, few=0)
    held = "SELECT count(*) FROM facts WHERE told LIKE '%Secret word%'"
    assert ask(store.path, held) == [(1,)]
    with store.read() as reader:
        deal = reader.get(Negotiation, DEAL.id)
    put(store, replace(deal, title="Renewal"))
    assert ask(store.path, held) == [(0,)]
    with store.write("deleted", "it") as writer:
        writer.remove(deal)
    assert ask(store.path, "SELECT * FROM facts WHERE negotiation_id = 'deal'") == []


def test_reading_writes_nothing_also_where_all_is_behind(store: SqlStore) -> None:
    filled(store, 30)
    by_hand(store, "UPDATE facts SET form = 0")
    before = ask(store.path, "SELECT * FROM facts ORDER BY 1")
    assert record(store) == counted(store)
    assert ask(store.path, "SELECT * FROM facts ORDER BY 1") == before


def test_one_of_very_many_behind_is_counted_with_all(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_MANY", 3)
    filled(store, 30)
    assert behind(store) == 0
    by_hand(store, "UPDATE facts SET form = 0 WHERE negotiation_id > 'd20'")
    assert record(store) == counted(store)


def test_every_part_of_a_negotiation_says_when_it_changed(store: SqlStore) -> None:
    tables = ask(
        store.path,
        "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.name = 'negotiation_id'"
        " AND m.name NOT IN ('facts', 'search_doc', 'entry')",
    )
    named = {
        name for (name,) in ask(
            store.path, "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
    }  # fmt: skip
    assert len(tables) > 10
    for table in ("negotiation", *(name for (name,) in tables)):
        for event in ("insert", "update", "delete"):
            assert f"facts_{table}_{event}" in named


def test_an_act_of_one_moment_counts_nothing_else(store: SqlStore) -> None:
    filled(store, 30)
    with store.write("began", "it") as writer:
        put_parents(writer)
    put(store, replace(MOMENT, strength=3))
    assert behind(store) == 1
