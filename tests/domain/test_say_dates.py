"""Dates for a reader."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.say_dates import (
    say_brief,
    say_date,
    say_day,
    say_due,
    say_time,
)

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (-1, "yesterday"),
        (-2, "Mon"),
        (-3, "Sun"),
        (-6, "Thu"),
        (-7, "25 Feb"),
        (1, "tomorrow"),
        (2, "6 Mar"),
        (-62, "1 Jan"),
        (-63, "31 Dec 2025"),
        (302, "31 Dec"),
        (303, "1 Jan 2027"),
    ],
)
def test_a_date_is_relative_within_a_week(days: int, words: str) -> None:
    assert say_date(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (2, "Fri"),
        (6, "Tue"),
        (7, "11 Mar"),
        (-1, "1 day late"),
        (-3, "3 days late"),
        (-30, "30 days late"),
        (-31, "1 Feb"),
        (-65, "29 Dec 2025"),
        (400, "8 Apr 2027"),
    ],
)
def test_a_due_date_looks_ahead_and_says_what_is_late(days: int, words: str) -> None:
    assert say_due(TODAY + timedelta(days=days), TODAY) == words


def test_a_day_in_full() -> None:
    assert say_day(date(2026, 3, 3)) == "Tue 3 Mar 2026"


def test_a_time_has_two_and_two_digits() -> None:
    at = datetime(2026, 3, 3, 9, 5, 59, tzinfo=ZoneInfo("Europe/Berlin"))
    assert say_time(at) == "09:05"
    assert say_time(time(15)) == "15:00"


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (-1, "Tue"), (-6, "Thu"), (-7, "25 Feb"), (1, "5 Mar"),
     (-365, "4 Mar")],
)  # fmt: skip
def test_a_day_is_said_in_six_characters(days: int, said: str) -> None:
    today = date(2026, 3, 4)

    assert say_brief(today + timedelta(days=days), today) == said
    assert len(said) <= 6
