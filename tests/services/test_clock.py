from __future__ import annotations

import time as clock_time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.zones import at_wall
from winjournal.services.clock import LOCAL, FixedClock, SystemClock, clock_of

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata",
         "Australia/Lord_Howe", "America/Caracas")  # fmt: skip


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    def go(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        clock_time.tzset()

    yield go
    monkeypatch.undo()
    clock_time.tzset()


@pytest.mark.parametrize("name", ZONES)
def test_the_local_zone_knows_the_rules_of_every_year(
    name: str, in_zone: Callable[[str], None]
) -> None:
    in_zone(name)
    known = ZoneInfo(name)
    at = datetime(2005, 1, 1, 0, 30, tzinfo=UTC)
    for _ in range(10_000):
        at += timedelta(hours=19, minutes=35)
        here, there = at.astimezone(LOCAL), at.astimezone(known)
        assert here.replace(tzinfo=None) == there.replace(tzinfo=None), at
        assert (here.utcoffset(), here.fold) == (there.utcoffset(), there.fold), at
        assert here.tzname() == there.tzname()
        assert here.astimezone(UTC) == at


@pytest.mark.parametrize(
    ("day", "clock", "iso"),
    [
        (date(2026, 3, 29), time(2, 30), "2026-03-29T03:30:00+02:00"),
        (date(2026, 10, 25), time(2, 30), "2026-10-25T02:30:00+02:00"),
        (date(2026, 1, 1), time(9), "2026-01-01T09:00:00+01:00"),
    ],
)
def test_a_change_of_clocks_is_as_the_domain_says(
    day: date, clock: time, iso: str, in_zone: Callable[[str], None]
) -> None:
    in_zone("Europe/Berlin")
    assert at_wall(day, clock, LOCAL).isoformat() == iso


def test_the_hour_that_comes_twice_is_told_apart(
    in_zone: Callable[[str], None],
) -> None:
    in_zone("Europe/Berlin")
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(LOCAL)
    assert second.isoformat() == "2026-10-25T02:30:00+01:00"


def test_a_fixed_clock_stands_still_in_the_local_zone(
    in_zone: Callable[[str], None],
) -> None:
    in_zone("Europe/Berlin")
    clock = clock_of("2026-07-04T10:00")
    assert isinstance(clock, FixedClock)
    assert clock.now().isoformat() == "2026-07-04T10:00:00+02:00"
    assert clock_of("2026-07-04T10:00Z").now().utcoffset() == timedelta(0)


@pytest.mark.parametrize("text", [None, ""])
def test_without_a_wish_the_clock_is_the_systems(text: str | None) -> None:
    clock = clock_of(text)
    assert isinstance(clock, SystemClock)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=5)


@pytest.mark.parametrize("text", ["now", "2026-02-30T10:00", "10:00"])
def test_a_wish_that_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood, match="which is no time"):
        clock_of(text)
