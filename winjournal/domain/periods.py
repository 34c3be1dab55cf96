"""Periods in words: `2026-W40`, `last month`, `q3`, `90 days`, `jan..mar`.

A period holds whole local days, both ends included. What has no year is the
latest one that has begun; a running one goes on to its end, which may lie ahead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from winjournal.domain.calendar_words import (
    COUNT,
    EARLIEST,
    LATEST,
    MONTH,
    MONTH_NUMBER,
    MONTHS,
    NUMBER,
    NoSuchDate,
    day_of,
    moved,
)
from winjournal.domain.date_words import Grain, Here, read_day
from winjournal.domain.dates import read_or_refuse
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.say_dates import say_day
from winjournal.domain.weeks import Week

if TYPE_CHECKING:
    from collections.abc import Callable

_REMEDY = "Write for example 2026-W40, last month, q3, 90 days or 2025-12..2026-02."
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Period:
    """Whole local days from `start` to `end`, both included.

    Attributes:
        start: The first day.
        end: The last day, never before `start`.
        name: What a heading calls it, such as `February 2026`.
    """

    start: date
    end: date
    name: str

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def read_period(text: str, now: datetime) -> Period:
    """Return the period that all of `text` names.

    A single day, in any words that dates.py reads, is a period of one day. An
    open range such as `2026-02..` reaches to the end of all time.

    Args:
        text: What was typed.
        now: An aware time; its local date is today.

    Raises:
        NotUnderstood: It is no period, or ends before it starts.
    """
    words = " ".join(text.casefold().split())
    try:
        period = _read_range(words, now) if ".." in words else _read_one(words, now)
    except NotUnderstood as error:
        reason = error.sentence[0].lower() + error.sentence[1:]
        raise NotUnderstood(f"{quoted(text)} is no period: {reason}", _REMEDY) from None
    if period is None:
        raise NotUnderstood(f"{quoted(text)} is no period.", _REMEDY)
    return period


def say_period(period: Period) -> str:
    """Return a period's name, and its days where it has a beginning and an end."""
    if period.start == EARLIEST or period.end == LATEST:
        return period.name
    return f"{period.name}: {say_day(period.start)} to {say_day(period.end)}"


def read_name(name: str, now: datetime) -> Period:
    """Return the period that has this name.

    Args:
        name: As `Period.name` writes it.
        now: An aware time of the day on which it was written.

    Raises:
        NotUnderstood: No period has it.
    """
    plain = re.sub(r"\bweek ([0-9]{1,2}) of ([0-9]{4})\b", r"\2-w\1", name)
    plain = re.sub(r"^since (.*)$", r"\1..", plain)
    plain = re.sub(r"^until (.*)$", r"..\1", plain)
    return read_period(plain.replace(" to ", ".."), now)


def _read_range(words: str, now: datetime) -> Period | None:
    first, _, last = (part.strip() for part in words.partition(".."))
    start = _read_one(first, now) if first else Period(EARLIEST, EARLIEST, "")
    end = _read_one(last, now) if last else Period(LATEST, LATEST, "")
    if start is None or end is None or not (first or last):
        return None
    if end.end < start.start:
        raise NotUnderstood("it ends before it starts.")
    named = {"": f"until {end.name}"}.get(first, f"{start.name} to {end.name}")
    return Period(start.start, end.end, named if last else f"since {start.name}")


def _read_one(words: str, now: datetime) -> Period | None:
    if len(words) > _LONGEST:
        return None
    for pattern, reader in _READERS:
        if found := re.fullmatch(pattern, words):
            return reader(found, now.date())
    when = read_or_refuse(words, now)
    # A clock time says more than a period can hold.
    if when is None or when.has_time:
        return None
    if when.precision is Grain.MONTH and (day := read_day(words, Here(now.date()))):
        return _month(day.date)
    return _day(when.at.date())


def _day(day: date) -> Period:
    return Period(day, day, say_day(day))


def _week(week: Week) -> Period:
    return Period(week.monday, week.sunday, f"week {week.week} of {week.year}")


def _month(day: date) -> Period:
    first = day.replace(day=1)
    last = moved(first, 1, "month") - timedelta(days=1)
    return Period(first, last, f"{MONTHS[first.month - 1]} {first.year}")


def _quarter(day: date) -> Period:
    number = (day.month + 2) // 3
    first = day.replace(month=3 * number - 2, day=1)
    last = moved(first, 3, "month") - timedelta(days=1)
    return Period(first, last, f"Q{number} {first.year}")


def _year(day: date) -> Period:
    first, last = day.replace(month=1, day=1), day.replace(month=12, day=31)
    return Period(first, last, str(day.year))


def _read_all(_: re.Match[str], __: date) -> Period:
    return Period(EARLIEST, LATEST, "all time")


def _read_named(found: re.Match[str], today: date) -> Period:
    """Read `this week`, `last month`, `next quarter`, `past year`."""
    sign, unit = {"this": 0, "next": 1}.get(found[1], -1), found[2]
    if unit == "week":
        return _week(Week.of(moved(today, sign, "week")))
    if unit == "quarter":
        return _quarter(moved(today.replace(day=1), 3 * sign, "month"))
    if unit == "month":
        return _month(moved(today.replace(day=1), sign, "month"))
    return _year(moved(today.replace(day=1), sign, "year"))


def _read_rolling(found: re.Match[str], today: date) -> Period:
    """Read `90 days`, `last 12 weeks`: so many days up to today, today included."""
    count, unit = found[1], found[2].rstrip("s")
    amount = NUMBER[count] if count in NUMBER else int(count)
    if amount == 0:
        raise NoSuchDate("it has no day.")
    first = moved(today, -amount, unit) + timedelta(days=1)
    s = "" if amount == 1 else "s"
    return Period(first, today, f"last {amount} {unit}{s}")


def _read_week(found: re.Match[str], today: date) -> Period:
    return _week(Week.parse(f"{found[1] or ''}w{found[2]}", today))


def _read_month_name(found: re.Match[str], today: date) -> Period:
    month = MONTH_NUMBER[found[1]]
    if found[2]:
        return _month(day_of(int(found[2]), month, 1))
    return _month(day_of(today.year - (month > today.month), month, 1))


def _read_quarter(found: re.Match[str], today: date) -> Period:
    """Read `q3`, `q3 2026`, `2026-q3`; without a year the latest begun."""
    month = 3 * int(found[2]) - 2
    year = found[1] or found[3] or today.year - (month > today.month)
    return _quarter(day_of(int(year), month, 1))


def _read_year(found: re.Match[str], _: date) -> Period:
    return _year(day_of(int(found[0]), 1, 1))


_UNIT = "(day|week|month|year)s?"
_READERS: tuple[tuple[str, Callable[[re.Match[str], date], Period]], ...] = (
    ("all(?: time)?|ever(?:ything)?", _read_all),
    ("(this|last|past|next) (week|month|quarter|year)", _read_named),
    (f"(?:(?:the )?(?:last|past) )?({COUNT}) {_UNIT}", _read_rolling),
    ("(?:([0-9]{4})[- ]?)?(?:w|week )([0-9]{1,2})", _read_week),
    (f"({MONTH})(?: ([0-9]{{4}}))?", _read_month_name),
    ("(?:([0-9]{4})[- ]?)?q([1-4])(?: ([0-9]{4}))?", _read_quarter),
    ("[0-9]{4}", _read_year),
)
