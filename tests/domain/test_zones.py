"""Local times that a change of clocks skips or repeats."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz

from winjournal.domain.zones import at_wall, is_after, later_by


def dateutil_zone(name: str) -> tzinfo:
    zone = tz.gettz(name)
    assert zone is not None
    return zone


BERLIN = (ZoneInfo("Europe/Berlin"), dateutil_zone("Europe/Berlin"))
NEW_YORK = (ZoneInfo("America/New_York"), dateutil_zone("America/New_York"))
KINDS = ("zoneinfo", "dateutil")


@pytest.mark.parametrize("zone", BERLIN, ids=KINDS)
def test_a_gap_moves_forward_by_the_gap(zone: tzinfo) -> None:
    at = at_wall(date(2026, 3, 29), time(2, 30), zone)
    assert at.isoformat() == "2026-03-29T03:30:00+02:00"
    assert at.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", NEW_YORK, ids=KINDS)
def test_so_it_does_across_the_sea(zone: tzinfo) -> None:
    at = at_wall(date(2026, 3, 8), time(2, 0), zone)
    assert at.isoformat() == "2026-03-08T03:00:00-04:00"


@pytest.mark.parametrize("zone", BERLIN, ids=KINDS)
def test_what_comes_twice_is_the_first(zone: tzinfo) -> None:
    at = at_wall(date(2026, 10, 25), time(2, 30), zone)
    assert at.isoformat() == "2026-10-25T02:30:00+02:00"


@pytest.mark.parametrize("zone", BERLIN, ids=KINDS)
@pytest.mark.parametrize("clock", [time(1, 59, 59), time(3, 0)])
def test_the_edges_of_a_gap_exist(zone: tzinfo, clock: time) -> None:
    assert at_wall(date(2026, 3, 29), clock, zone).time() == clock


def test_a_day_that_a_zone_left_out_is_the_next() -> None:
    at = at_wall(date(2011, 12, 30), time(12), ZoneInfo("Pacific/Apia"))
    assert at.replace(tzinfo=None) == datetime(2011, 12, 31, 12)  # noqa: DTZ001 wall


def test_a_fixed_offset_has_neither() -> None:
    zone = timezone(timedelta(hours=1))
    assert at_wall(date(2026, 3, 29), time(2, 30), zone).time() == time(2, 30)


@pytest.mark.parametrize("zone", BERLIN, ids=KINDS)
def test_elapsed_time_crosses_a_change(zone: tzinfo) -> None:
    start = datetime(2026, 10, 25, 1, 30, tzinfo=zone)
    after = later_by(start, timedelta(hours=2))
    assert after.isoformat() == "2026-10-25T02:30:00+01:00"


def test_the_second_of_both_is_the_later() -> None:
    first = datetime(2026, 10, 25, 2, 40, tzinfo=BERLIN[0])
    second = datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN[0], fold=1)
    assert is_after(second, first)
    assert not is_after(first, second)
    assert not is_after(first, first)
