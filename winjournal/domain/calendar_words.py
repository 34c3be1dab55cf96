"""The calendar's own words: names, numbers, and days that exist."""

from __future__ import annotations

from datetime import date, timedelta

from winjournal.domain.errors import NotUnderstood


class NoSuchDate(NotUnderstood):
    """It reads as a date or time, but the calendar or clock has none such."""


EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""The first and last day that is understood; what lies outside is a slip."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

MONTH_NUMBER = {
    spelt: number
    for number, name in enumerate(MONTHS, 1)
    for spelt in (name.lower(), name[:3].lower())
} | {"sept": 9}
WEEKDAY_NUMBER = {
    spelt: number
    for number, name in enumerate(WEEKDAYS)
    for spelt in (name.lower(), name[:3].lower())
} | {"tues": 1, "thur": 3, "thurs": 3}

_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
NUMBER = {word: number for number, word in enumerate(_NUMBERS, 1)} | {
    "a": 1, "an": 1, "a couple of": 2,
}  # fmt: skip

MONTH = "|".join(sorted(MONTH_NUMBER, key=len, reverse=True))
COUNT = "|".join(["[0-9]{1,4}", *sorted(NUMBER, key=len, reverse=True)])
WEEKDAY = "|".join(sorted(WEEKDAY_NUMBER, key=len, reverse=True))


def moved(day: date, amount: int, unit: str) -> date:
    """Return `day` moved by days, weeks, months or years.

    A month without that day gives its last: a month before 31 March is 28 or 29
    February.

    Raises:
        NoSuchDate: The result lies outside the years 1900 to 2199.
    """
    try:
        if unit in ("day", "week"):
            result = day + timedelta(days=amount * (7 if unit == "week" else 1))
        else:
            # About 10 ms, for these phrases only.
            from dateutil.relativedelta import relativedelta

            months = amount * (12 if unit == "year" else 1)
            result = day + relativedelta(months=months)
    except (OverflowError, ValueError):
        raise outside() from None
    return _in_range(result)


def day_of(year: int, month: int, number: int) -> date:
    """Return that day.

    Raises:
        NoSuchDate: There is none, or it lies outside the years 1900 to 2199.
    """
    if not 1 <= month <= 12:
        raise NoSuchDate(f"there is no month {month}.")
    try:
        return _in_range(date(year, month, number))
    except ValueError:
        name = MONTHS[month - 1]
        raise NoSuchDate(f"there is no {number} {name} {year}.") from None


def _in_range(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise outside()
    return day


def outside() -> NoSuchDate:
    """Return what to raise for a day before `EARLIEST` or after `LATEST`."""
    return NoSuchDate("only the years 1900 to 2199 are understood.")
