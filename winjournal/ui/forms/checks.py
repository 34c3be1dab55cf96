"""What a form says beside a field while it is typed: echoes and errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from winjournal.domain.dates import read_date_strictly
from winjournal.domain.errors import Invalid, WinJournalError
from winjournal.domain.say_dates import say_day, say_time
from winjournal.domain.terms import read_amount, short_number

if TYPE_CHECKING:
    from datetime import datetime

Say = Callable[[str], str | None]


def amount_error(text: str) -> str | None:
    """Return what is wrong with an amount, or None."""
    try:
        read_amount("amount", text)
    except Invalid as error:
        return str(error)
    return None


def amount_echo(text: str) -> str | None:
    """Return an amount as it was understood, or None where it is none."""
    try:
        return short_number(read_amount("amount", text))
    except Invalid:
        return None


def date_error(now: datetime, *, future: bool) -> Say:
    """Return a check for dates in words."""

    def check(text: str) -> str | None:
        try:
            read_date_strictly(text, now, future=future)
        except WinJournalError as error:
            return str(error)
        return None

    return check


def date_echo(now: datetime, *, future: bool, with_time: bool = False) -> Say:
    """Return what says which date was understood."""

    def echo(text: str) -> str | None:
        try:
            when = read_date_strictly(text, now, future=future)
        except WinJournalError:
            return None
        day = say_day(when.at.date())
        return f"{day} {say_time(when.at)}" if with_time and when.has_time else day

    return echo


def percent_error(text: str) -> str | None:
    """Return what is wrong with a forecast, or None."""
    digits = text.strip().removesuffix("%").strip()
    right = digits.isascii() and digits.isdigit() and len(digits) < 4
    if right and int(digits) <= 100:
        return None
    return "Write a whole number from 0 to 100."


def code_error(text: str) -> str | None:
    """Return what is wrong with a currency's code, or None."""
    if len(text) == 3 and text.isascii() and text.isalpha():
        return None
    return "Write the three letters of a currency, such as EUR."
