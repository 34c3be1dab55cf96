"""ISO weeks, most of all around New Year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.weeks import Week

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-11-22", "2026-W47"),
        ("2026-11-23", "2026-W48"),
        ("2025-12-28", "2025-W52"),
        ("2025-12-29", "2026-W01"),
        ("2026-01-04", "2026-W01"),
        ("2026-12-31", "2026-W53"),
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
        ("2020-12-31", "2020-W53"),
        ("2021-01-01", "2020-W53"),
        ("2024-12-30", "2025-W01"),
        ("2023-01-01", "2022-W52"),
    ],
)
def test_a_day_lies_in_its_week(day: str, name: str) -> None:
    week = Week.of(date.fromisoformat(day))
    assert str(week) == name
    assert date.fromisoformat(day) in week.days


def test_a_week_runs_from_monday_to_sunday() -> None:
    week = Week(2026, 53)
    assert (week.monday, week.sunday) == (date(2026, 12, 28), date(2027, 1, 3))
    assert len(week.days) == 7
    assert week.days[0] == week.monday
    assert week.days[-1] == week.sunday


@pytest.mark.parametrize(
    ("week", "after"),
    [
        (Week(2026, 47), Week(2026, 48)),
        (Week(2025, 52), Week(2026, 1)),
        (Week(2026, 53), Week(2027, 1)),
        (Week(2020, 53), Week(2021, 1)),
    ],
)
def test_weeks_follow_each_other(week: Week, after: Week) -> None:
    assert week.next == after
    assert after.previous == week
    assert week < after


def test_two_hundred_weeks_there_and_back() -> None:
    week = start = Week(2020, 1)
    for n in range(200):
        assert week.monday == start.monday + timedelta(days=7 * n)
        week = week.next
    for _ in range(200):
        week = week.previous
    assert week == start


def test_weeks_sort_by_time() -> None:
    weeks = [Week(2027, 1), Week(2026, 53), Week(2026, 2), Week(2025, 40)]
    assert sorted(weeks) == list(reversed(weeks))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2026-W47", "2026-W47"),
        ("2026-w47", "2026-W47"),
        ("2026W47", "2026-W47"),
        (" 2026-47 ", "2026-W47"),
        ("W10", "2026-W10"),
        ("w9", "2026-W09"),
        ("10", "2026-W10"),
        ("W11", "2025-W11"),
        ("47", "2025-W47"),
        ("W53", "2020-W53"),
        ("2020-W53", "2020-W53"),
    ],
)
def test_a_week_in_words_is_the_latest_begun(text: str, name: str) -> None:
    assert str(Week.parse(text, TODAY)) == name


def test_the_year_is_that_of_the_week_not_of_the_day() -> None:
    assert str(Week.parse("53", date(2027, 1, 1))) == "2026-W53"
    assert str(Week.parse("1", date(2025, 12, 29))) == "2026-W01"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "That is no week."),
        ("last", "That is no week."),
        ("2026-W", "That is no week."),
        ("2026-W1a", "That is no week."),
        ("\u0664\u0667", "That is no week."),
        ("W54", "There is no week 54."),
        ("0", "There is no week 0."),
        ("2025-W53", "2025 has no week 53."),
        ("2026-W00", "2026 has no week 0."),
        ("0000-W01", "0 has no week 1."),
        ("9999-W52", "9999 has no week 52."),
    ],
)
def test_what_is_no_week_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as error:
        Week.parse(text, TODAY)
    assert error.value.sentence == sentence


def test_a_week_that_is_none_cannot_be_made() -> None:
    with pytest.raises(NotUnderstood, match="2025 has no week 53"):
        Week(2025, 53)
