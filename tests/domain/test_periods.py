"""Periods in words."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.periods import Period, read_name, read_period, say_period

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 4, 7, 50, tzinfo=BERLIN)
FIRST, LAST = "1900-01-01", "2199-12-31"


@pytest.mark.parametrize(
    ("text", "start", "end", "name"),
    [
        ("2026-W40", "2026-09-28", "2026-10-04", "week 40 of 2026"),
        ("W40", "2025-09-29", "2025-10-05", "week 40 of 2025"),
        ("w10", "2026-03-02", "2026-03-08", "week 10 of 2026"),
        ("week 9", "2026-02-23", "2026-03-01", "week 9 of 2026"),
        ("2026-03", "2026-03-01", "2026-03-31", "March 2026"),
        ("march", "2026-03-01", "2026-03-31", "March 2026"),
        ("Apr", "2025-04-01", "2025-04-30", "April 2025"),
        ("feb 2024", "2024-02-01", "2024-02-29", "February 2024"),
        ("last march", "2025-03-01", "2025-03-31", "March 2025"),
        ("this week", "2026-03-02", "2026-03-08", "week 10 of 2026"),
        ("last week", "2026-02-23", "2026-03-01", "week 9 of 2026"),
        ("next week", "2026-03-09", "2026-03-15", "week 11 of 2026"),
        ("this month", "2026-03-01", "2026-03-31", "March 2026"),
        ("last month", "2026-02-01", "2026-02-28", "February 2026"),
        ("this quarter", "2026-01-01", "2026-03-31", "Q1 2026"),
        ("last quarter", "2025-10-01", "2025-12-31", "Q4 2025"),
        ("this year", "2026-01-01", "2026-12-31", "2026"),
        ("past year", "2025-01-01", "2025-12-31", "2025"),
        ("q1", "2026-01-01", "2026-03-31", "Q1 2026"),
        ("Q3", "2025-07-01", "2025-09-30", "Q3 2025"),
        ("q3 2024", "2024-07-01", "2024-09-30", "Q3 2024"),
        ("2024-Q4", "2024-10-01", "2024-12-31", "Q4 2024"),
        ("2026", "2026-01-01", "2026-12-31", "2026"),
        ("90 days", "2025-12-05", "2026-03-04", "last 90 days"),
        ("1 day", "2026-03-04", "2026-03-04", "last 1 day"),
        ("last 12 weeks", "2025-12-11", "2026-03-04", "last 12 weeks"),
        ("the past six months", "2025-09-05", "2026-03-04", "last 6 months"),
        ("all", FIRST, LAST, "all time"),
        ("today", "2026-03-04", "2026-03-04", "Wed 4 Mar 2026"),
        ("yesterday", "2026-03-03", "2026-03-03", "Tue 3 Mar 2026"),
        ("3 days ago", "2026-03-01", "2026-03-01", "Sun 1 Mar 2026"),
        ("2026-01-15", "2026-01-15", "2026-01-15", "Thu 15 Jan 2026"),
        (
            "2025-12..2026-02",
            "2025-12-01",
            "2026-02-28",
            "December 2025 to February 2026",
        ),
        (
            "yesterday..today",
            "2026-03-03",
            "2026-03-04",
            "Tue 3 Mar 2026 to Wed 4 Mar 2026",
        ),
        (
            "W9 .. W10",
            "2026-02-23",
            "2026-03-08",
            "week 9 of 2026 to week 10 of 2026",
        ),
        ("jan..", "2026-01-01", LAST, "since January 2026"),
        ("..2025", FIRST, "2025-12-31", "until 2025"),
    ],
)
def test_a_period_in_words(text: str, start: str, end: str, name: str) -> None:
    expected = Period(date.fromisoformat(start), date.fromisoformat(end), name)
    assert read_period(text, NOW) == expected


@pytest.mark.parametrize(
    ("now", "text", "start", "end"),
    [
        ("2026-01-01T00:30", "last month", "2025-12-01", "2025-12-31"),
        ("2026-01-01T00:30", "last quarter", "2025-10-01", "2025-12-31"),
        ("2026-03-31T10:00", "last month", "2026-02-01", "2026-02-28"),
        ("2026-05-31T10:00", "last quarter", "2026-01-01", "2026-03-31"),
        ("2024-02-29T10:00", "last year", "2023-01-01", "2023-12-31"),
        ("2024-02-29T10:00", "12 months", "2023-03-01", "2024-02-29"),
        ("2027-01-01T10:00", "this week", "2026-12-28", "2027-01-03"),
        ("2027-01-01T10:00", "w53", "2026-12-28", "2027-01-03"),
        ("2026-11-22T23:59", "this week", "2026-11-16", "2026-11-22"),
        ("2026-11-23T00:00", "this week", "2026-11-23", "2026-11-29"),
    ],
)
def test_periods_at_the_edges(now: str, text: str, start: str, end: str) -> None:
    period = read_period(text, datetime.fromisoformat(now).replace(tzinfo=BERLIN))
    assert (f"{period.start}", f"{period.end}") == (start, end)


def test_both_ends_belong_to_it() -> None:
    period = read_period("2026-03", NOW)
    assert date(2026, 3, 1) in period
    assert date(2026, 3, 31) in period
    assert date(2026, 2, 28) not in period
    assert date(2026, 4, 1) not in period


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", '"" is no period.'),
        ("foo", '"foo" is no period.'),
        ("3pm", '"3pm" is no period.'),
        ("yesterday 3pm", '"yesterday 3pm" is no period.'),
        ("..", '".." is no period.'),
        ("a..b", '"a..b" is no period.'),
        ("q5", '"q5" is no period.'),
        ("x" * 100, f'"{"x" * 40}…" is no period.'),
        (
            "today..yesterday",
            '"today..yesterday" is no period: it ends before it starts.',
        ),
        ("0 days", '"0 days" is no period: it has no day.'),
        ("w54", '"w54" is no period: there is no week 54.'),
        ("2025-W53", '"2025-W53" is no period: 2025 has no week 53.'),
        ("2026-13", '"2026-13" is no period: there is no month 13.'),
        (
            "2026-02-30",
            '"2026-02-30" is no period: there is no 30 February 2026.',
        ),
        (
            "9999 years",
            '"9999 years" is no period: only the years 1900 to 2199 are understood.',
        ),
        (
            "0999",
            '"0999" is no period: only the years 1900 to 2199 are understood.',
        ),
    ],
)
def test_what_is_no_period_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(NotUnderstood) as error:
        read_period(text, NOW)
    assert error.value.sentence == sentence
    assert "2026-W40" in error.value.remedy


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("2026-02", "February 2026: Sun 1 Feb 2026 to Sat 28 Feb 2026"),
        ("all", "all time"),
        ("2026-02..", "since February 2026"),
    ],
)
def test_a_period_is_said_with_its_days(words: str, said: str) -> None:
    assert say_period(read_period(words, NOW)) == said


@pytest.mark.parametrize(
    "text",
    [
        "w40", "q3 2024", "last 90 days", "all", "2026", "today", "march", "2026-02..",
        "..2026-02", "2025-12..2026-02", "w1..w9", "last quarter", "yesterday..today",
        "2026-w52..", "6 months",
    ],
)  # fmt: skip
def test_a_name_is_read_back(text: str) -> None:
    period = read_period(text, NOW)
    assert read_name(period.name, NOW) == period


def test_no_other_name_is() -> None:
    with pytest.raises(NotUnderstood):
        read_name("a good year", NOW)
