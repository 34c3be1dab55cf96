"""The light rows that lists show, all from one snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from winjournal.domain.filter_tree import Everything
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation
from winjournal.store.afterwards import read_afterwards
from winjournal.store.before import (
    acts_with,
    lessons,
    parts_with,
    repairs_with,
    usual_trigger,
)
from winjournal.store.by_day import ViewsByDay
from winjournal.store.due import list_due
from winjournal.store.finding import Finder
from winjournal.store.journal import JournalList
from winjournal.store.kept import read_record
from winjournal.store.people import list_people
from winjournal.store.reader import SqlReader
from winjournal.store.shapes import table_of
from winjournal.store.today import list_under_way

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.domain.afterwards import Afterwards
    from winjournal.domain.before import Lesson, Trigger, TrustAct
    from winjournal.domain.facts import Record
    from winjournal.domain.filter_tree import Filter
    from winjournal.domain.later import Repair
    from winjournal.domain.sought import Sought
    from winjournal.services.entities import E
    from winjournal.services.views import (
        Due,
        Hit,
        JournalRow,
        PersonRow,
        UnderWay,
    )


class SqlViews(ViewsByDay):
    """Makes light rows through one open transaction.

    Args:
        connection: The transaction.
        today: Local date.
    """

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection = connection
        self._today = today

    def journal(self, filter_: Filter, start: int, stop: int) -> Sequence[JournalRow]:
        """Return rows `start` to `stop` (exclusive), newest first; ties by id."""
        return self._list(filter_).page(start, stop)

    def journal_count(self, filter_: Filter) -> int:
        """Return how many rows pass."""
        return self._list(filter_).count()

    def journal_months(self, filter_: Filter) -> Sequence[tuple[str, int]]:
        """Return how many rows pass in each month, as `2026-03`, latest first."""
        return self._list(filter_).months()

    def deals(self, ids: Sequence[str]) -> Sequence[JournalRow]:
        """Return the rows of these negotiations, newest first; ties by id."""
        rows = self._list(Everything()).deal_rows(ids)
        return sorted(rows.values(), key=lambda r: (r.on, r.id), reverse=True)

    def find(self, sought: Sought, limit: int) -> Sequence[Hit]:
        """Return what is looked for, best first; without words the newest first."""
        return Finder(self._connection, self._today, self._list).find(sought, limit)

    def under_way(self) -> Sequence[UnderWay]:
        """Return the open negotiations: live, then planned, then newest."""
        return list_under_way(self._connection)

    def due(self, until: date) -> Sequence[Due]:
        """Return follow-ups, promises and debriefs due by then, by date."""
        return list_due(self._connection, until, self._today)

    def people(self, *, archived: bool = False) -> Sequence[PersonRow]:
        """Return the counterparties that are (not) archived, latest deal first."""
        return list_people(self._connection, archived=archived)

    def acts_with(self, person_id: str) -> Sequence[TrustAct]:
        """Return the marks that are acts of trust with one person, oldest first."""
        return acts_with(self._connection, person_id)

    def repairs_with(self, person_id: str) -> Sequence[Repair]:
        """Return the repairs of the deals with one person, oldest first."""
        return repairs_with(self._connection, person_id)

    def parts_with(self, kind: type[E], person_id: str) -> Sequence[E]:
        """Return the parts of one kind of the deals with one person."""
        return parts_with(self._connection, kind, person_id)

    def lessons(self, person_id: str | None, kind: str | None) -> Sequence[Lesson]:
        """Return own lessons that may match a person, a kind or a trigger."""
        return lessons(self._connection, person_id, kind)

    def usual_trigger(self) -> Trigger | None:
        """Return what one wrote most often would sting; None without one."""
        return usual_trigger(self._connection)

    def kinds(self) -> Sequence[str]:
        """Return the kinds that were used, the most frequent first."""
        kind = table_of(Negotiation).c.kind
        used = select(kind).where(kind.is_not(None)).group_by(kind)
        ordered = used.order_by(func.count().desc(), kind)
        return self._connection.execute(ordered).scalars().all()

    def record(self) -> Record:
        """Return what the measures read, over the whole journal."""
        return read_record(self._connection)

    def afterwards(self, *, hours: bool = True) -> Afterwards:
        """Return what came after the talks, over the whole journal.

        Args:
            hours: Whether the hours of first sittings are read.
        """
        return read_afterwards(self._connection, hours=hours)

    def tags_used(self) -> Sequence[tuple[str, int]]:
        """Return each tag in use and how often, most used first."""
        tag = table_of(Moment).c.tag
        often = func.count()
        used = (
            select(tag, often)
            .where(tag.is_not(None))
            .group_by(tag)
            .order_by(often.desc(), tag)
        )
        return [(slug, count) for slug, count in self._connection.execute(used)]

    def titles(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the titles of these negotiations."""
        deal = table_of(Negotiation).c
        chosen = select(deal.id, deal.title).where(deal.id.in_(set(ids)))
        return {row.id: row.title for row in self._connection.execute(chosen)}

    def _list(self, filter_: Filter) -> JournalList:
        reader = SqlReader(self._connection, self._today)
        return JournalList(self._connection, reader, filter_, self._today)
