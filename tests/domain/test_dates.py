"""Dates in words, over a table of phrases and base days."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.domain.lookalikes import LOOKALIKES
from winjournal.domain.date_words import Grain
from winjournal.domain.dates import read_date_strictly, read_when
from winjournal.domain.errors import NotUnderstood

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
BASES = (
    datetime(2026, 3, 29, 12, 0, tzinfo=BERLIN),
    datetime(2024, 2, 29, 10, 0, tzinfo=NEW_YORK),
    datetime(2026, 5, 31, 18, 30, tzinfo=BERLIN),
    datetime(2026, 11, 23, 0, 30, tzinfo=BERLIN),
)
NOW = datetime(2026, 3, 4, 7, 50, tzinfo=BERLIN)
TABLE = Path(__file__).parents[1] / "data" / "dates_in_words.txt"

ROWS = [
    tuple(cell.strip() for cell in row.split("|"))
    for row in TABLE.read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


def said(text: str, now: datetime = NOW, *, future: bool = False) -> str:
    """Return the local time or day that was understood, or "text"."""
    when = read_when(text, now, future=future)
    if when is None:
        return "text"
    return f"{when.at:%Y-%m-%d %H:%M}" if when.has_time else f"{when.at:%Y-%m-%d}"


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert len({row[0] for row in ROWS}) >= 80
    assert {len(row) for row in ROWS} == {1 + len(BASES)}


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_phrase_means_its_day_and_time(row: tuple[str, ...]) -> None:
    phrase, *expected = row
    assert [said(phrase, base) for base in BASES] == expected


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_the_answer_is_a_real_time_in_the_zone_of_now(row: tuple[str, ...]) -> None:
    for base in BASES:
        when = read_when(row[0], base)
        assert when is not None
        assert when.at.tzinfo is base.tzinfo
        back = when.at.astimezone(UTC).astimezone(base.tzinfo)
        assert back.replace(tzinfo=None) == when.at.replace(tzinfo=None)


def test_blanks_and_letter_case_do_not_count() -> None:
    assert said("  YESTERDAY   3PM ") == said("yesterday 3pm") == "2026-03-03 15:00"


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_only_looks_like_a_date_is_text(text: str) -> None:
    assert {said(text, base) for base in BASES} == {"text"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-30T25:61", "there is no 30 February 2026."),
        ("2026-02-30T25:61:00+99:99", "there is no 30 February 2026."),
        ("2026-02-28T25:61", "no clock shows 25:61."),
        ("2026-13-01", "there is no month 13."),
        ("2025-02-29", "there is no 29 February 2025."),
        ("30 february", "there is no 30 February 2026."),
        ("31 june 15:00", "there is no 31 June 2026."),
        ("the 32nd", "there is no 32 March 2026."),
        ("25:61", "no clock shows 25:61."),
        ("24:00", "no clock shows 24:00."),
        ("13pm", "no clock shows 13pm."),
        ("0am", "no clock shows 0am."),
        ("tue 4 march", "4 March 2026 is a Wednesday."),
        ("0001-01-01", "only the years 1900 to 2199 are understood."),
        ("9999-12-31", "only the years 1900 to 2199 are understood."),
        ("9999 years ago", "only the years 1900 to 2199 are understood."),
        ("9999 months ago", "only the years 1900 to 2199 are understood."),
        ("2026-03-04 15:00+99:99", "there is no offset +99:99."),
        (
            "2026-03-29T02:30:00 Europe/Berlin",
            "a zone has no name here; write an offset such as +02:00.",
        ),
    ],
)
def test_a_date_that_does_not_exist_says_why(text: str, reason: str) -> None:
    assert read_when(text, NOW) is None
    with pytest.raises(NotUnderstood) as error:
        read_date_strictly(text, NOW)
    assert error.value.sentence == f'"{text}" is no date: {reason}'
    assert error.value.code == 2
    assert "yesterday 3pm" in error.value.remedy


def test_strictly_what_is_no_date_is_refused_in_one_harmless_line() -> None:
    with pytest.raises(NotUnderstood) as error:
        read_date_strictly("so\x1b[2Jon\n" + "x" * 500, NOW)
    assert "\x1b" not in str(error.value)
    assert "\n" not in str(error.value)
    assert len(error.value.sentence) < 80


def test_strictly_a_date_is_the_same_date() -> None:
    assert read_date_strictly("tue 3pm", NOW) == read_when("tue 3pm", NOW)


@pytest.mark.parametrize(
    ("phrase", "grain"),
    [
        ("3pm", Grain.MINUTE),
        ("2 hours ago", Grain.MINUTE),
        ("this morning", Grain.PART),
        ("tue", Grain.DAY),
        ("last week", Grain.WEEK),
        ("last month", Grain.MONTH),
        ("may", Grain.MONTH),
        ("2026-01", Grain.MONTH),
    ],
)
def test_the_answer_tells_how_fine_it_was_said(phrase: str, grain: Grain) -> None:
    when = read_when(phrase, NOW)
    assert when is not None
    assert when.precision is grain


def test_a_day_alone_is_noon_and_today_alone_is_now() -> None:
    yesterday, today = read_when("yesterday", NOW), read_when("2026-03-04", NOW)
    assert yesterday is not None
    assert today is not None
    assert yesterday.at.time() == time(12)
    assert today.at == NOW
    assert not today.has_time


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("last march", "2025-03-01"),
        ("this march", "2026-03-01"),
        ("next march", "2027-03-01"),
        ("march", "2026-03-01"),
        ("last january", "2026-01-01"),
        ("next january", "2027-01-01"),
        ("april", "2025-04-01"),
    ],
)
def test_a_month_is_the_latest_begun_unless_said_otherwise(
    phrase: str, expected: str
) -> None:
    when = read_when(phrase, NOW)
    assert when is not None
    assert f"{when.at:%Y-%m-%d}" == expected


@pytest.mark.parametrize(
    ("hour", "phrase", "expected"),
    [
        (4, "this morning", "2026-03-04 09:00"),
        (8, "this morning", "2026-03-04 08:00"),
        (15, "this morning", "2026-03-04 09:00"),
        (15, "tonight", "2026-03-04 21:00"),
        (22, "tonight", "2026-03-04 21:00"),
        (14, "wed night", "2026-02-25 21:00"),
        (22, "wed night", "2026-03-04 21:00"),
    ],
)
def test_a_part_of_the_day_that_runs_is_never_ahead(
    hour: int, phrase: str, expected: str
) -> None:
    assert said(phrase, NOW.replace(hour=hour, minute=0)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("this morning 7:40", "2026-03-04 07:40"),
        ("7:40 this morning", "2026-03-04 07:40"),
        ("last night at 11pm", "2026-03-03 23:00"),
        ("last night 1am", "2026-03-04 01:00"),
        ("monday night 4:59", "2026-03-03 04:59"),
        ("tonight 6pm", "2026-03-04 18:00"),
        ("monday morning 9am", "2026-03-02 09:00"),
        ("yesterday afternoon at 3pm", "2026-03-03 15:00"),
        ("yesterday evening 23:30", "2026-03-03 23:30"),
        ("this morning 3pm", "text"),
        ("yesterday afternoon 11am", "text"),
        ("yesterday evening 1am", "text"),
        ("last night 5am", "text"),
        ("last week 3pm", "text"),
        ("last month morning", "text"),
    ],
)
def test_a_time_may_be_said_with_its_part_of_the_day(
    phrase: str, expected: str
) -> None:
    assert said(phrase) == expected


def test_a_time_in_the_gap_moves_forward_and_says_so() -> None:
    when = read_when("2026-03-29 02:30", NOW)
    assert when is not None
    assert when.at.isoformat() == "2026-03-29T03:30:00+02:00"
    assert when.skipped == time(2, 30)


def test_a_time_that_comes_twice_is_the_first() -> None:
    when = read_when("2026-10-25 02:30", NOW)
    assert when is not None
    assert when.at.isoformat() == "2026-10-25T02:30:00+02:00"
    assert when.skipped is None


def test_hours_ago_are_elapsed_hours() -> None:
    now = datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN)
    assert said("2 hours ago", now) == "2026-03-29 01:00"


def test_past_first_holds_in_the_hour_that_comes_twice() -> None:
    # At 02:10 for the second time, 02:40 was half an hour ago.
    now = datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN, fold=1)
    assert said("2:40", now) == "2026-10-25 02:40"
    assert said("2:40", now.replace(fold=0)) == "2026-10-24 02:40"


def test_an_offset_is_turned_into_the_zone_of_now() -> None:
    now = datetime(2026, 3, 4, 1, 0, tzinfo=timezone(timedelta(hours=9)))
    when = read_when("2026-03-03T23:30-05:00", now)
    assert when is not None
    assert when.at.isoformat() == "2026-03-04T13:30:00+09:00"


def test_a_time_without_a_zone_is_an_error_of_the_program() -> None:
    with pytest.raises(ValueError, match="zone"):
        read_when("today", datetime(2026, 3, 4))  # noqa: DTZ001 that is the test
