"""ISO weeks: Monday to Sunday, named `2026-W47`.

Week 1 is the one with the year's first Thursday, so a year has 52 or 53 weeks
and the last days of December may belong to the next year's week 1 (ISO 8601).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from winjournal.domain.errors import NotUnderstood

_WEEK = re.compile(r"(?:([0-9]{4})-?)?w?([0-9]{1,2})", re.ASCII | re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """One ISO week; weeks sort by time.

    Attributes:
        year: The ISO year, 1900 to 2199; near New Year it may differ from the
            calendar's.
        week: 1 to 52, in some years 53.

    Raises:
        NotUnderstood: That year has no such week.
    """

    year: int
    week: int

    def __post_init__(self) -> None:
        if not _exists(self.year, self.week):
            raise NotUnderstood(
                f"{self.year} has no week {self.week}.", "Write for example 2026-W47."
            )

    def __str__(self) -> str:
        return f"{self.year}-W{self.week:02d}"

    @classmethod
    def of(cls, day: date) -> Week:
        """Return the week that `day` lies in."""
        year, week, _ = day.isocalendar()
        return cls(year, week)

    @classmethod
    def parse(cls, text: str, today: date) -> Week:
        """Read `2026-W47`, `W47` or `47`; without a year the latest one begun.

        Args:
            text: What was typed; blanks around it and letter case do not count.
            today: The local date; a bare number never means a coming week.

        Raises:
            NotUnderstood: It is no week, or that year has no such week.
        """
        found = _WEEK.fullmatch(text.strip())
        if found is None:
            raise NotUnderstood(
                "That is no week.", "Write for example 2026-W47, W47 or 47."
            )
        year, week = found.groups()
        if year is not None:
            return cls(int(year), int(week))
        return cls._latest(int(week), cls.of(today))

    @classmethod
    def _latest(cls, week: int, current: Week) -> Week:
        """Return the latest week of this number that is not after `current`."""
        # Years of 53 weeks are at most 7 apart.
        for year in range(current.year, current.year - 8, -1):
            if _exists(year, week) and (year, week) <= (current.year, current.week):
                return cls(year, week)
        raise NotUnderstood(f"There is no week {week}.", "Weeks run from 1 to 53.")

    @property
    def monday(self) -> date:
        """The first day."""
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def sunday(self) -> date:
        """The last day."""
        return date.fromisocalendar(self.year, self.week, 7)

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days, Monday first."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    @property
    def previous(self) -> Week:
        """The week before."""
        return Week.of(self.monday - timedelta(days=7))

    @property
    def next(self) -> Week:
        """The week after."""
        return Week.of(self.monday + timedelta(days=7))


def _exists(year: int, week: int) -> bool:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return False
    try:
        date.fromisocalendar(year, week, 1)
    except ValueError:
        return False
    return True
