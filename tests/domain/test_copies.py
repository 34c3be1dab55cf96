"""Backups are told by their names, and the last that was read back never goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.copies import (
    ASKED,
    BEFORE,
    DAY,
    MIGRATION,
    REASONS,
    Copy,
    copy_name,
    copy_named,
    may_go,
)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def made(at: datetime, reason: str = DAY, journal: str = "journal") -> Copy:
    found = copy_named(f"{copy_name(journal, at, reason, '0008')}.db")
    assert found is not None
    return found


def daily(count: int, end: datetime = NOON) -> list[Copy]:
    return [made(end - timedelta(days=days)) for days in range(count)]


def kept(copies: list[Copy], last: Copy) -> list[str]:
    gone = {c.name for c in may_go(copies, last)}
    return sorted(f"{c.at:%m-%d}" for c in copies if c.name not in gone)


def test_a_name_says_what_it_is() -> None:
    at = datetime(2026, 3, 4, 10, tzinfo=timezone(timedelta(hours=1)))
    name = copy_name("my journal", at, "import", "0008")
    assert name == "my journal.20260304T090000Z-import-0008"
    assert copy_named(f"{name}-2.db") == Copy(
        name=f"{name}-2.db", journal="my journal", at=at, reason="import",
        revision="0008", number=2,
    )  # fmt: skip
    assert made(at, "import").why == "before an import"
    assert made(at, "other").why == "other"


@pytest.mark.parametrize(
    "name",
    ["journal.db", "x.partial", "j.20260304T090000Z-day-0008.db-wal",
     "j.20261304T090000Z-day-0008.db", "20260304T090000Z.db"],
)  # fmt: skip
def test_what_is_no_backup_is_none(name: str) -> None:
    assert copy_named(name) is None


def test_one_of_an_older_program_names_no_journal_and_stays() -> None:
    old = copy_named("20200304T090000Z-migration-0004.db")
    assert old is not None
    assert (old.journal, old.revision) == ("", "0004")
    copies = [old, *daily(60)]
    assert old not in may_go(copies, copies[1])


def test_seven_days_four_weeks_twelve_months_stay() -> None:
    copies = daily(800)
    days = {f"{NOON - timedelta(days=n):%m-%d}" for n in range(7)}
    left = [c for c in copies if c not in may_go(copies, copies[0])]
    assert days <= {f"{c.at:%m-%d}" for c in left}
    # Sundays close their weeks; 1 March is in the seven days already
    assert [f"{c.at:%m-%d}" for c in left if c.at < NOON - timedelta(days=6)] == [
        "02-22", "02-15", "01-31", "12-31", "11-30", "10-31", "09-30", "08-31",
        "07-31", "06-30", "05-31", "04-30",
    ]  # fmt: skip
    assert len(may_go([c for c in copies if c in left], copies[0])) == 0


def test_what_was_asked_for_stays() -> None:
    asked = [made(NOON - timedelta(days=n), ASKED) for n in range(0, 900, 3)]
    assert not set(asked) & set(may_go([*asked, *daily(30)], asked[0]))


def test_the_last_before_something_that_could_hurt_stay() -> None:
    copies = [made(NOON - timedelta(minutes=n), "import") for n in range(30)]
    gone = may_go(copies, copies[0])
    assert set(copies[:BEFORE]).isdisjoint(gone)
    assert len(copies) - len(gone) == BEFORE


def test_those_before_a_new_form_stay_for_90_days_and_three_for_ever() -> None:
    ages = (1, 2, 3, 89, 91, 400)
    copies = [made(NOON - timedelta(days=n, hours=1), MIGRATION) for n in ages]
    recent = daily(400)
    gone = may_go([*copies, *recent], recent[0])
    assert [age for age, c in zip(ages, copies, strict=True) if c in gone] == [91, 400]
    alone = [made(NOON - timedelta(days=n), MIGRATION) for n in (700, 800, 900)]
    assert set(alone).isdisjoint(may_go([*alone, *recent], recent[0]))


def test_a_clock_that_runs_away_costs_nothing() -> None:
    copies = daily(10)
    far = replace(copies[0], at=NOON + timedelta(days=3650), name="far")
    before = {c.name for c in may_go(copies, copies[0])}
    assert len(may_go([*copies, far], far)) <= len(before) + 1
    # and one that went back does not lose the copy that it has just made
    back = made(NOON - timedelta(days=5000))
    assert back not in may_go([*daily(900), back], back)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3000), st.integers(0, 86399), st.sampled_from([*REASONS])
        ),
        min_size=1,
        max_size=60,
    ),
    st.data(),
)
def test_the_one_just_made_always_stays(
    spans: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    copies = [made(NOON - timedelta(days=d, seconds=s), r) for d, s, r in spans]
    last = data.draw(st.sampled_from(copies))
    gone = may_go(copies, last)
    assert last not in gone
    assert len(set(gone)) < len(set(copies)) or not gone
    # doing it again lets nothing more go
    assert not may_go([c for c in copies if c not in gone], last)
