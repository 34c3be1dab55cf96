"""The light rows that ask for days: marks, talks, what came in, a year of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.store.days import list_days
from winjournal.store.record_sides import heard_between
from winjournal.store.today import count_talks, list_marks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import Connection

    from winjournal.domain.year_grid import DayCount
    from winjournal.services.views import Mark


class ViewsByDay:
    """Makes light rows of a span of days, through an open transaction."""

    _connection: Connection

    def marks(self, since: date, until: date) -> Sequence[Mark]:
        """Return the marks of these local dates, both ends included, by time."""
        return list_marks(self._connection, since, until)

    def talks(self, since: date, until: date) -> int:
        """Return how many negotiations had a mark, sitting or closing then."""
        return count_talks(self._connection, since, until)

    def days(self, since: date, until: date) -> Sequence[DayCount]:
        """Return the local dates on which anything stands, both ends included."""
        return list_days(self._connection, since, until)

    def heard(self, since: datetime, until: datetime) -> Sequence[str]:
        """Return the negotiations whose first own rating of theirs came in between."""
        return heard_between(self._connection, since, until)
