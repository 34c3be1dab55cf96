"""What goes in comes back equal, whatever the domain allows."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.entities import ALLOWED, AT, DEAL, MOMENT, PERSON, put_parents
from tests.store.whole import ask
from winjournal.domain.errors import DamagedJournal, Invalid
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation, Offer
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms, Unit
from winjournal.domain.writing import InboxLine
from winjournal.store.connect import connect
from winjournal.store.shapes import NAMES
from winjournal.store.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.services.ids import SeededIds
    from winjournal.store.store import SqlStore
    from winjournal.store.writer import SqlWriter


class Undone(Exception):
    """Ends an act, so that nothing of it stays."""


@pytest.fixture
def full(store: SqlStore) -> SqlStore:
    with store.write("began", "it") as writer:
        put_parents(writer)
    return store


def test_every_kind_of_entity_has_a_table_and_is_tried_here() -> None:
    assert set(ALLOWED) == set(NAMES)


@pytest.mark.parametrize("kind", ALLOWED, ids=lambda kind: kind.__name__)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_an_entity_comes_back_equal(
    kind: Any, full: SqlStore, data: st.DataObject
) -> None:
    entity = data.draw(ALLOWED[kind])
    if hasattr(entity, "check"):
        entity.check()
    with tried(full) as writer:
        writer.put(entity)
        read = writer.get(kind, "x")
    assert read == entity
    assert offsets(read) == offsets(entity)


@contextmanager
def tried(store: SqlStore) -> Iterator[SqlWriter]:
    """Open an act of which nothing stays."""
    with suppress(Undone), store.write("tried", "it") as writer:
        yield writer
        raise Undone


def offsets(entity: object) -> dict[str, timedelta | None]:
    """Return the offset of every time in an entity; equal times may differ in it."""
    fields = {name: getattr(entity, name) for name in entity.__slots__}  # type: ignore[attr-defined]  # dataclasses with slots
    return {
        name: value.utcoffset()
        for name, value in fields.items()
        if isinstance(value, datetime)
    }


def test_a_decimal_is_kept_to_the_last_digit(full: SqlStore, path: Path) -> None:
    amount = Decimal("12345678901234567890.1234567890")
    with full.write("offered", "it") as writer:
        writer.put(
            Offer(id="x", negotiation_id="deal", at=AT, by=Actor.ME, amount=amount)
        )
        assert str(writer.get(Offer, "x").amount) == str(amount)
    assert ask(path, "SELECT amount, typeof(amount) FROM offer") == [
        (str(amount), "text")
    ]


@pytest.mark.parametrize("amount", ["NaN", "Infinity"])
def test_a_decimal_that_is_no_number_is_refused(amount: str, full: SqlStore) -> None:
    offer = Offer(
        id="x", negotiation_id="deal", at=AT, by=Actor.ME, amount=Decimal(amount)
    )
    with pytest.raises(Invalid), full.write("offered", "it") as writer:
        writer.put(offer)


def test_times_sort_as_text_and_keep_their_date(full: SqlStore, path: Path) -> None:
    tokyo = timezone(timedelta(hours=9))
    early = datetime(2026, 3, 5, 1, 30, tzinfo=tokyo)
    with full.write("marked", "it") as writer:
        writer.put(Moment(id="x", negotiation_id="deal", at=early))
    rows = ask(path, "SELECT id, at, at_offset, at_date FROM moment ORDER BY at")
    assert rows == [
        ("moment", "2026-03-04T09:00:00.000000Z", 60, "2026-03-04"),
        ("x", "2026-03-04T16:30:00.000000Z", 540, "2026-03-05"),
    ]


def test_a_named_zone_comes_back_as_its_offset_that_day(full: SqlStore) -> None:
    summer = datetime(2026, 7, 1, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    with full.write("marked", "it") as writer:
        writer.put(Moment(id="x", negotiation_id="deal", at=summer))
        read = writer.get(Moment, "x").at
    assert read == summer
    assert read.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 3, 4, 10, 0),  # noqa: DTZ001 - a time without a zone is tried
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))),
    ],
    ids=["naive", "after the year 9999"],
)
def test_a_time_that_cannot_be_kept_is_refused(at: datetime, full: SqlStore) -> None:
    with pytest.raises(Invalid), full.write("marked", "it") as writer:
        writer.put(Moment(id="x", negotiation_id="deal", at=at))


def test_the_terms_are_columns_of_the_negotiation(full: SqlStore, path: Path) -> None:
    terms = Terms(unit=Unit.MONEY, currency="EUR", fair_low=Decimal("41000.50"))
    with full.write("edited", "it") as writer:
        writer.put(
            Negotiation(
                id="x", title="t", counterparty_id="person", opened_on=AT.date(),
                terms=terms,
            )
        )  # fmt: skip
    rows = ask(path, "SELECT unit, currency, fair_low FROM negotiation WHERE id = 'x'")
    assert rows == [("money", "EUR", "41000.50")]


def test_a_search_by_unknown_finds_what_is_unknown(full: SqlStore) -> None:
    with full.read() as reader:
        assert reader.list(Moment, sitting_id=None) == (MOMENT,)
        assert reader.list(Moment, actor=Actor.THEM) == ()
        assert reader.find(Negotiation, opened_on=DEAL.opened_on) == DEAL
        assert reader.find(InboxLine, logged_at=AT.astimezone(UTC)) is not None
        with pytest.raises(TypeError, match="no colour to look for"):
            reader.list(Moment, colour="red")


def test_a_name_is_found_in_any_case_and_before_an_alias(full: SqlStore) -> None:
    with full.write("met", "them") as writer:
        writer.put(Counterparty(id="a", name="ÉMILE Straße", alias="dana"))
        assert writer.person_named("émile  STRASSE") == writer.get(Counterparty, "a")
        assert writer.person_named("DANA") == PERSON
        assert writer.person_named("Emile Strasse") is None
        assert writer.person_named("  ") is None


@pytest.mark.parametrize(
    ("column", "rot"),
    [("at", "yesterday"), ("actor", "nobody"), ("strength", "3 "), ("at_offset", "x")],
)
def test_a_row_that_rotted_is_said_to_be_damaged(
    column: str, rot: str, path: Path, clock: HandClock, ids: SeededIds
) -> None:
    first = open_store(path, clock, ids)
    with first.write("began", "it") as writer:
        put_parents(writer)
    first.close()
    raw = connect(path)
    raw.execute("PRAGMA ignore_check_constraints=ON")
    raw.execute(f"UPDATE moment SET {column} = ?", (rot,))
    raw.close()
    store = open_store(path, clock, ids)
    try:
        with store.read() as reader:
            if column == "strength":
                assert reader.get(Moment, "moment").strength == 3
            else:
                with pytest.raises(DamagedJournal, match="table moment"):
                    reader.get(Moment, "moment")
            assert reader.get(Negotiation, "deal") == DEAL
    finally:
        store.close()
