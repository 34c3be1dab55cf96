"""Days in words: `last tuesday`, `3 days ago`, `14 march`, `2026-03-04`.

A weekday or month without a year is the latest one that has begun; read for a
due date it is the next one. Only whole phrases are read, never parts of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from winjournal.domain.calendar_words import (
    COUNT,
    MONTH,
    MONTH_NUMBER,
    MONTHS,
    NUMBER,
    WEEKDAY,
    WEEKDAY_NUMBER,
    WEEKDAYS,
    NoSuchDate,
    day_of,
    moved,
    outside,
)


class Grain(StrEnum):
    """How fine a date in words is."""

    MINUTE = "minute"
    PART = "part of a day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was said.

    Attributes:
        date: The local date.
        grain: Day, week or month.
        cycle: After how many days the same words name the next such day; 0
            where they name this one only.
    """

    date: date
    grain: Grain = Grain.DAY
    cycle: int = 0


@dataclass(frozen=True, slots=True)
class Here:
    """Where one stands in time.

    Attributes:
        today: The local date.
        future: Whether what is ambiguous lies ahead, as a due date does.
    """

    today: date
    future: bool = False


_Reader = Callable[[re.Match[str], Here], Day]
_readers: list[tuple[str, _Reader]] = []
"""Forms and what reads them; compiled (5 ms) when a phrase is first looked at."""


def _reads(pattern: str) -> Callable[[_Reader], _Reader]:
    """Register what reads phrases of this form."""

    def register(reader: _Reader) -> _Reader:
        _readers.append((pattern, reader))
        return reader

    return register


def read_day(words: str, here: Here) -> Day | None:
    """Return the day that all of `words` names, or None.

    Args:
        words: Lower case, single blanks, no commas.
        here: Today, and which way ambiguous words point.

    Raises:
        NoSuchDate: It has the form of a date, but there is no such day, or it
            lies outside the years 1900 to 2199.
    """
    words = re.sub("^(?:on|by|until) " if here.future else "^on ", "", words)
    for pattern, reader in _readers:
        if found := re.fullmatch(pattern, words):
            return reader(found, here)
    return None


_SIMPLE: dict[str, tuple[int, str]] = {
    "today": (0, "day"),
    "yesterday": (-1, "day"),
    "tomorrow": (1, "day"),
    "day before yesterday": (-2, "day"),
    "day after tomorrow": (2, "day"),
    "last week": (-1, "week"),
    "last month": (-1, "month"),
    "last year": (-1, "year"),
    "next week": (1, "week"),
    "next month": (1, "month"),
    "next year": (1, "year"),
}


@_reads("(?:the )?(" + "|".join(_SIMPLE) + ")")
def _read_simple(found: re.Match[str], here: Here) -> Day:
    amount, unit = _SIMPLE[found[1]]
    grain = {"day": Grain.DAY, "week": Grain.WEEK}.get(unit, Grain.MONTH)
    return Day(moved(here.today, amount, unit), grain)


@_reads(
    f"(?P<ago>{COUNT}) ?(?P<unit1>d|w|(?:day|week|month|year)s?) ago"
    f"|in (?P<ahead>{COUNT}) (?P<unit2>(?:day|week|month|year)s?)"
)
def _read_distance(found: re.Match[str], here: Here) -> Day:
    count, sign = found["ago"] or found["ahead"], -1 if found["ago"] else 1
    unit = (found["unit1"] or found["unit2"]).rstrip("s")
    unit = {"d": "day", "w": "week"}.get(unit, unit)
    amount = NUMBER[count] if count in NUMBER else int(count)
    return Day(moved(here.today, sign * amount, unit))


@_reads(f"(?:(?P<which>last|past|this|next|coming) )?(?P<day>{WEEKDAY})")
def _read_weekday(found: re.Match[str], here: Here) -> Day:
    which, wanted = found["which"], WEEKDAY_NUMBER[found["day"]]
    back = (here.today.weekday() - wanted) % 7
    if which == "this":
        monday = here.today - timedelta(days=here.today.weekday())
        return Day(monday + timedelta(days=wanted))
    if which in ("last", "past"):
        return Day(here.today - timedelta(days=back or 7))
    if which in ("next", "coming"):
        return Day(here.today + timedelta(days=7 - back))
    if here.future:
        return Day(here.today + timedelta(days=-back % 7), cycle=7)
    return Day(here.today - timedelta(days=back), cycle=7)


@_reads(f"(last|next) week ({WEEKDAY})|({WEEKDAY}) (last|next) week")
def _read_weekday_of_week(found: re.Match[str], here: Here) -> Day:
    weeks = 1 if "next" in (found[1], found[4]) else -1
    monday = here.today - timedelta(days=here.today.weekday())
    wanted = WEEKDAY_NUMBER[found[2] or found[3]]
    return Day(monday + timedelta(days=7 * weeks + wanted))


@_reads("end of (?:the |this )?(week|month|year)")
def _read_end(found: re.Match[str], here: Here) -> Day:
    today = here.today
    if found[1] == "week":
        return Day(today + timedelta(days=6 - today.weekday()))
    first = today.replace(day=1, month=12 if found[1] == "year" else today.month)
    return Day(moved(first, 1, "month") - timedelta(days=1))


@_reads("([0-9]{4})([-/])([0-9]{1,2})\\2([0-9]{1,2})")
def _read_iso(found: re.Match[str], here: Here) -> Day:
    return Day(day_of(int(found[1]), int(found[3]), int(found[4])))


@_reads("([0-9]{4})-([0-9]{2})")
def _read_iso_month(found: re.Match[str], here: Here) -> Day:
    return Day(day_of(int(found[1]), int(found[2]), 1), Grain.MONTH)


@_reads(
    f"(?:(?P<weekday>{WEEKDAY}) )?(?:the )?"
    f"(?:(?P<d1>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTH})"
    f"|(?P<m2>{MONTH}) (?:the )?(?P<d2>[0-9]{{1,2}})(?:st|nd|rd|th)?)"
    "(?: (?P<year>[0-9]{4}))?"
)
def _read_day_of_month(found: re.Match[str], here: Here) -> Day:
    month = MONTH_NUMBER[found["m1"] or found["m2"]]
    number = int(found["d1"] or found["d2"])
    if found["year"]:
        day = day_of(int(found["year"]), month, number)
    else:
        day = _nearest(_yearly(month, number, here), here)
    wanted = found["weekday"]
    if wanted and day.weekday() != WEEKDAY_NUMBER[wanted]:
        said = f"{number} {MONTHS[month - 1]} {day.year}"
        raise NoSuchDate(f"{said} is a {WEEKDAYS[day.weekday()]}.")
    return Day(day)


@_reads("the ([0-9]{1,2})(?:st|nd|rd|th)")
def _read_number(found: re.Match[str], here: Here) -> Day:
    return Day(_nearest(_monthly(int(found[1]), here), here))


@_reads(f"(?:(?P<which>last|this|next) )?(?P<month>{MONTH})(?: (?P<year>[0-9]{{4}}))?")
def _read_month(found: re.Match[str], here: Here) -> Day:
    month, which = MONTH_NUMBER[found["month"]], found["which"]
    year, today = here.today.year, here.today
    if found["year"] or which == "this":
        return Day(day_of(int(found["year"] or year), month, 1), Grain.MONTH)
    if which == "next" or (here.future and which is None):
        year += month < today.month or (which == "next" and month == today.month)
    else:
        year -= month > today.month or (which == "last" and month == today.month)
    return Day(day_of(year, month, 1), Grain.MONTH)


def _yearly(month: int, number: int, here: Here) -> Iterator[tuple[int, int, int]]:
    """Yield that day of each year, from this year on; 29 February needs eight."""
    sign = 1 if here.future else -1
    for step in range(9):
        yield here.today.year + sign * step, month, number


def _monthly(number: int, here: Here) -> Iterator[tuple[int, int, int]]:
    """Yield that day of each month, from this month on."""
    sign = 1 if here.future else -1
    for step in range(3):
        year, month = divmod(
            here.today.year * 12 + here.today.month - 1 + sign * step, 12
        )
        yield year, month + 1, number


def _nearest(days: Iterator[tuple[int, int, int]], here: Here) -> date:
    """Return the first of `days` that exists and lies on the side that is meant.

    Raises:
        NoSuchDate: None does.
    """
    trouble: NoSuchDate | None = None
    for year, month, number in days:
        try:
            day = day_of(year, month, number)
        except NoSuchDate as error:
            trouble = trouble or error
            continue
        if (day >= here.today) if here.future else (day <= here.today):
            return day
    raise trouble or outside()
