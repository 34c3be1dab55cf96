"""Sittings that go on, and when they have ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Sitting
from winjournal.domain.sittings import elapsed, end_of, live_one, marks_of

AT = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
LIVE = Sitting(id="s1", negotiation_id="n", started_at=AT, source="live")


def mark(at: datetime, sitting: str = "s1") -> Moment:
    return Moment(id=f"m{at:%d%H%M}", negotiation_id="n", sitting_id=sitting, at=at)


def test_live_is_what_is_marked_while_it_goes_on() -> None:
    assert LIVE.is_live
    assert not replace(LIVE, ended_at=AT).is_live
    assert not replace(LIVE, source="after").is_live


def test_of_two_that_go_on_the_later_is_meant() -> None:
    later = replace(LIVE, id="s2", started_at=AT + timedelta(hours=1))
    over = replace(later, id="s3", ended_at=AT + timedelta(hours=2))
    assert live_one([later, over, LIVE]) == later
    assert live_one([over]) is None
    assert live_one([]) is None


def test_a_sitting_has_its_own_marks_in_their_order() -> None:
    marks = [mark(AT), mark(AT + timedelta(minutes=1), "s2"), mark(AT)]
    assert marks_of(LIVE, marks) == (marks[0], marks[2])


def test_it_ends_now_while_there_are_signs_of_it() -> None:
    now = AT + timedelta(hours=12)
    assert end_of(LIVE, (), now) == now
    later = now + timedelta(hours=11)
    assert end_of(LIVE, [mark(now)], later) == later


def test_left_on_it_ended_with_its_last_mark() -> None:
    last = mark(AT + timedelta(minutes=50))
    marks = [last, mark(AT + timedelta(minutes=2)), mark(AT + timedelta(hours=9), "x")]
    assert end_of(LIVE, marks, last.at + timedelta(hours=12, seconds=1)) == last.at
    assert end_of(LIVE, (), AT + timedelta(days=2)) == AT


def test_by_a_clock_set_back_it_never_ends_before_it_began() -> None:
    assert end_of(LIVE, (), AT - timedelta(minutes=5)) == AT
    assert elapsed(LIVE, AT - timedelta(minutes=5)) == timedelta(0)


def test_time_goes_by_over_a_change_of_clocks_and_of_zones() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    before = datetime(2026, 3, 29, 1, 50, tzinfo=berlin)
    after = datetime(2026, 3, 29, 3, 10, tzinfo=berlin)
    assert elapsed(replace(LIVE, started_at=before), after) == timedelta(minutes=20)
    tokyo = timezone(timedelta(hours=9))
    assert elapsed(LIVE, (AT + timedelta(minutes=3)).astimezone(tokyo)) == timedelta(
        minutes=3
    )


@pytest.mark.parametrize("minutes", [0, 51])
def test_an_ended_one_has_lasted_until_its_end(minutes: int) -> None:
    over = replace(LIVE, ended_at=AT + timedelta(minutes=minutes))
    assert elapsed(over, AT + timedelta(days=9)) == timedelta(minutes=minutes)
