"""What a user can look at by days: a year of them, and what happened on one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from winjournal.domain.filter import read_filter
from winjournal.domain.moments import Moment
from winjournal.domain.year_grid import DayCount
from winjournal.services.views import JournalRow

if TYPE_CHECKING:
    from winjournal.services.ports import Clock, Store

ROWS_MAX = 200
"""Rows of one day that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year by days; days on which nothing stands are left out."""

    year: int
    days: tuple[DayCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """What happened on one day.

    Attributes:
        rows: Negotiations, entries and lines of the day; first those that are listed
            elsewhere and were marked on it.
        moments: Its moments, by time.
        titles: Titles of the negotiations that they belong to.
    """

    on: date
    rows: tuple[JournalRow, ...]
    moments: tuple[Moment, ...]
    titles: dict[str, str]


class Days:
    """Reads by days; nothing here writes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def year(self, year: int) -> YearView:
        """Return a year by days."""
        with self._store.views() as views:
            days = views.days(date(year, 1, 1), date(year, 12, 31))
        return YearView(year=year, days=tuple(days))

    def day(self, on: date) -> DayView:
        """Return what happened on a day."""
        found = read_filter(f"since:{on} until:{on}", self._clock.now())
        with self._store.views() as views, self._store.read() as reader:
            listed = views.journal(found, 0, ROWS_MAX)
            dealt = sorted({mark.negotiation_id for mark in views.marks(on, on)})
            others = set(dealt) - {row.id for row in listed}
            moments = [
                one
                for id_ in dealt
                for one in reader.list(Moment, negotiation_id=id_)
                if one.at.date() == on
            ]
            return DayView(
                on=on,
                rows=(*views.deals(tuple(others)), *listed),
                moments=tuple(sorted(moments, key=lambda m: (m.at, m.id))),
                titles=views.titles(dealt),
            )
