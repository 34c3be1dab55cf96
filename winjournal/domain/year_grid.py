"""A year as columns of weeks: seven days in each, beginning on any weekday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from winjournal.domain.calendar_words import MONTHS, WEEKDAYS
from winjournal.domain.debrief import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

Column = tuple[date | None, ...]
"""Seven days; None before the year and after it."""


class FirstDay(Enum):
    """The weekday that a week begins with in a calendar; measures stay with ISO."""

    MONDAY = 0
    SATURDAY = 5
    SUNDAY = 6


HEAT = (1, 2, 4, 7)
"""From so many marks on, a day is shown one step darker."""

OUTCOME_SIGNS = {
    Outcome.AGREED: "A",
    Outcome.WALKED_AWAY: "W",
    Outcome.THEY_WALKED: "T",
    Outcome.BOTH_STOPPED: "B",
}
"""The letter of what ended on a day: each as large as the others."""

SEVERAL = "+"
"""Stands where several talks ended on one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A negotiation that ended on a day."""

    id: str
    title: str
    person: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """What stands on one day, as counts.

    Attributes:
        handled, slips: Marks of mine.
        theirs: Marks of the other side.
        others: Undecided marks of mine and those that are neither.
        written: Entries.
        ended: What ended on it.
    """

    on: date
    handled: int = 0
    slips: int = 0
    theirs: int = 0
    others: int = 0
    written: int = 0
    ended: tuple[Ended, ...] = ()

    @property
    def marks(self) -> int:
        """All marks of the day."""
        return self.handled + self.slips + self.theirs + self.others

    @property
    def heat(self) -> int:
        """From 0, no mark, to 4."""
        return sum(self.marks >= least for least in HEAT)

    @property
    def sign(self) -> str:
        """The letter of what ended; empty where nothing did."""
        if len(self.ended) > 1:
            return SEVERAL
        return "".join(OUTCOME_SIGNS.get(one.outcome, "") for one in self.ended)


def columns(year: int, first: FirstDay = FirstDay.MONDAY) -> tuple[Column, ...]:
    """Return the weeks of a year, each day of it once."""
    begin, end = date(year, 1, 1), date(year, 12, 31)
    at = begin - timedelta(days=(begin.weekday() - first.value) % 7)
    found = []
    while at <= end:
        days = (at + timedelta(days=n) for n in range(7))
        found.append(tuple(day if day.year == year else None for day in days))
        at += timedelta(days=7)
    return tuple(found)


def bands(found: tuple[Column, ...], room: int) -> tuple[tuple[Column, ...], ...]:
    """Return columns in as few bands as fit: a year in one, two halves, and so on.

    Args:
        found: All columns.
        room: How many fit beside one another, 1 or more.
    """
    count = -(-len(found) // max(room, 1))
    size = -(-len(found) // count)
    return tuple(found[at : at + size] for at in range(0, len(found), size))


def month_of(column: Column) -> str:
    """Return the short name of the month that begins in a column, or nothing."""
    first = next((day for day in column if day is not None and day.day == 1), None)
    return MONTHS[first.month - 1][:3] if first else ""


def weekday_names(first: FirstDay) -> Iterator[str]:
    """Yield the short names of the seven rows, from the first."""
    for number in range(7):
        yield WEEKDAYS[(first.value + number) % 7][:3]
