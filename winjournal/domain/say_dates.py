"""Dates for a reader: relative within a week, short after.

Names of days and months are English whatever the machine's locale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.calendar_words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from datetime import date, datetime, time

_CLOSE = {0: "today", -1: "yesterday", 1: "tomorrow"}


def say_date(day: date, today: date) -> str:
    """Return `today`, `yesterday`, `Fri` for the six days before, else `3 Mar`.

    The year is added where it is not this one; `tomorrow` is said too, but a
    weekday alone is always one gone by.
    """
    distance = (day - today).days
    if distance in _CLOSE:
        return _CLOSE[distance]
    if -7 < distance < 0:
        return weekday_name(day)
    return _short(day, today)


def say_brief(day: date, today: date) -> str:
    """Return a day in at most six characters: `today`, `Fri`, `3 Mar`.

    For a column in which the order, or a heading, says which year is meant.
    """
    distance = (today - day).days
    if distance == 0:
        return _CLOSE[0]
    return weekday_name(day) if 0 < distance < 7 else _in_year(day)


def say_due(day: date, today: date) -> str:
    """Return when something is due: `today`, `Fri` for the six days ahead.

    What is late says for how long: `1 day late`, `3 days late`; after a month
    the date stands there instead.
    """
    distance = (day - today).days
    if distance in (0, 1):
        return _CLOSE[distance]
    if 0 < distance < 7:
        return weekday_name(day)
    if -31 < distance < 0:
        return "1 day late" if distance == -1 else f"{-distance} days late"
    return _short(day, today)


def say_time(at: datetime | time) -> str:
    """Return the local time as `15:00`."""
    return f"{at.hour:02d}:{at.minute:02d}"


def say_day(day: date) -> str:
    """Return a day in full: `Tue 3 Mar 2026`."""
    return f"{weekday_name(day)} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def weekday_name(day: date) -> str:
    """Return the short name of the weekday: `Tue`."""
    return WEEKDAYS[day.weekday()][:3]


def _short(day: date, today: date) -> str:
    text = _in_year(day)
    return text if day.year == today.year else f"{text} {day.year}"


def _in_year(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"
