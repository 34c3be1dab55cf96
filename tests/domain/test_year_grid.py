"""A year as columns of weeks, and its days as heat and letters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.debrief import Outcome
from winjournal.domain.year_grid import (
    DayCount,
    Ended,
    FirstDay,
    bands,
    columns,
    month_of,
    weekday_names,
)

DAY = date(2026, 3, 4)


@given(st.integers(1901, 2198), st.sampled_from(FirstDay), st.integers(1, 60))
def test_each_day_stands_once_under_its_weekday(
    year: int, first: FirstDay, room: int
) -> None:
    found = columns(year, first)
    days = [day for column in found for day in column if day is not None]
    begin = date(year, 1, 1)
    count = (date(year, 12, 31) - begin).days + 1
    assert days == [begin + timedelta(days=n) for n in range(count)]
    for column in found:
        for row, day in enumerate(column):
            assert day is None or day.weekday() == (first.value + row) % 7
    parts = bands(found, room)
    assert tuple(column for band in parts for column in band) == found
    assert all(len(band) <= room for band in parts)
    assert len(parts) == -(-len(found) // room)


def test_months_and_weekdays_are_named() -> None:
    names = [month_of(column) for column in columns(2026)]
    assert [name for name in names if name][:3] == ["Jan", "Feb", "Mar"]
    assert next(iter(weekday_names(FirstDay.MONDAY))) == "Mon"
    assert list(weekday_names(FirstDay.SUNDAY))[:2] == ["Sun", "Mon"]


@pytest.mark.parametrize(
    ("marks", "heat"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (6, 3), (7, 4), (99, 4)]
)
def test_more_marks_are_darker(marks: int, heat: int) -> None:
    assert DayCount(on=DAY, handled=marks).heat == heat
    assert DayCount(on=DAY, theirs=marks).heat == heat


def test_what_ended_is_a_letter() -> None:
    ends = [
        Ended(id=o, title="x", person="y", outcome=o)
        for o in (Outcome.AGREED, Outcome.WALKED_AWAY)
    ]
    assert DayCount(on=DAY).sign == ""
    assert DayCount(on=DAY, ended=tuple(ends[1:])).sign == "W"
    assert DayCount(on=DAY, ended=tuple(ends)).sign == "+"
