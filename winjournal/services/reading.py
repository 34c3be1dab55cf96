"""What a user can look at: Today, the journal's list, search, the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from winjournal.domain.filter_tree import Everything, Filter
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation, Sitting
from winjournal.domain.sittings import live_one
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Entry, InboxLine, Vow, WeekReview
from winjournal.services.views import (
    Due,
    DueKind,
    Hit,
    JournalRow,
    Mark,
    UnderWay,
)
from winjournal.services.vows import tests_of, vow_before
from winjournal.services.writing import home_of, known_people, understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.facts import Record
    from winjournal.domain.sought import Sought
    from winjournal.services.entities import E
    from winjournal.services.ports import Clock, Store

DUE_DAYS = 7
"""How far ahead Today looks."""

STRIP_WEEKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """Everything that Today shows.

    Attributes:
        today: Local date.
        lines: Logged lines that wait in the inbox.
        weeks: The twelve ISO weeks of the strip, oldest first.
        marks: The marks in those weeks, in order of time.
        talks: How many negotiations those weeks touched.
        is_empty: Whether nothing was ever written here.
    """

    today: date
    under_way: tuple[UnderWay, ...]
    due: tuple[Due, ...]
    vow: Vow | None
    vow_kept: int
    vow_tested: int
    lines: tuple[InboxLine, ...]
    weeks: tuple[Week, ...]
    marks: tuple[Mark, ...]
    talks: int
    is_empty: bool


class Reading:
    """Reads; nothing here writes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def pulse(self) -> int:
        """Return a number that is another one once another program has written."""
        return self._store.changes()

    def today(self) -> TodayView:
        """Return everything that Today shows."""
        now = self._clock.now()
        this = Week.of(now.date())
        weeks = [this]
        while len(weeks) < STRIP_WEEKS:
            weeks.insert(0, weeks[0].previous)
        with self._store.views() as views:
            under_way = tuple(views.under_way())
            due = list(views.due(now.date() + timedelta(days=DUE_DAYS)))
            marks = tuple(views.marks(weeks[0].monday, this.sunday))
            talks = views.talks(weeks[0].monday, this.sunday)
            none = not under_way and views.journal_count(Everything()) == 0
        with self._store.read() as reader:
            lines = reader.list(InboxLine, filed_at=None)
            people = known_people(reader) if lines else ()
            loose = tuple(
                x for x in lines if home_of(reader, understood(x, people)) is None
            )
            review = reader.find(WeekReview, week=str(this))
            vow = vow_before(reader, this)
            kept, tested = tests_of(reader, vow)
        if marks and (review is None or review.sealed_at is None):
            due.append(_review_due(this))
        return TodayView(
            today=now.date(),
            under_way=under_way,
            due=tuple(sorted(due, key=lambda d: (d.on, d.text))),
            vow=vow,
            vow_kept=kept,
            vow_tested=tested,
            lines=loose,
            weeks=tuple(weeks),
            marks=marks,
            talks=talks,
            is_empty=none,
        )

    def journal(self, filter_: Filter, start: int, stop: int) -> Sequence[JournalRow]:
        """Return rows `start` to `stop` of the list, newest first."""
        with self._store.views() as views:
            return views.journal(filter_, start, stop)

    def journal_count(self, filter_: Filter) -> int:
        """Return how many rows pass the filter."""
        with self._store.views() as views:
            return views.journal_count(filter_)

    def journal_months(self, filter_: Filter) -> Sequence[tuple[str, int]]:
        """Return how many rows pass in each month, as `2026-03`, latest first."""
        with self._store.views() as views:
            return views.journal_months(filter_)

    def find(self, sought: Sought, limit: int = 50) -> Sequence[Hit]:
        """Return what is looked for, best first; without words the newest first."""
        with self._store.views() as views:
            return views.find(sought, limit)

    def record(self) -> Record:
        """Return what the measures read."""
        with self._store.views() as views:
            return views.record()

    def marks(self, since: date, until: date) -> Sequence[Mark]:
        """Return the marks of these local dates, by time."""
        with self._store.views() as views:
            return views.marks(since, until)

    def titles(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the titles of these negotiations."""
        with self._store.views() as views:
            return views.titles(ids)

    def entry(self, entry_id: str) -> Entry:
        """Return one entry.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            return reader.get(Entry, entry_id)

    def line(self, line_id: str) -> InboxLine:
        """Return one logged line, filed or not.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            return reader.get(InboxLine, line_id)

    def live(self) -> str | None:
        """Return the open negotiation whose sitting goes on, the latest begun."""
        with self._store.read() as reader:
            sittings = list(reader.list(Sitting, source="live", ended_at=None))
            while (latest := live_one(sittings)) is not None:
                if reader.get(Negotiation, latest.negotiation_id).is_open:
                    return latest.negotiation_id
                sittings.remove(latest)
        return None

    def moment(self, moment_id: str) -> Moment:
        """Return one moment.

        Raises:
            NotFound: There is none.
        """
        with self._store.read() as reader:
            return reader.get(Moment, moment_id)

    def homes(self) -> dict[str, str | None]:
        """Return, by the id of each line in the inbox, where it can only belong."""
        with self._store.read() as reader:
            lines = reader.list(InboxLine, filed_at=None)
            people = known_people(reader) if lines else ()
            return {x.id: home_of(reader, understood(x, people)) for x in lines}

    def dossiers(self, ids: Iterable[str]) -> Iterator[Dossier]:
        """Yield these negotiations whole, one by one, all from one snapshot.

        Raises:
            NotFound: One of them is not there.
        """
        with self._store.read() as reader:
            for id_ in ids:
                yield reader.dossier(id_)

    def standing_vow(self, day: date) -> Vow | None:
        """Return the vow that stood in the week of a local date."""
        with self._store.read() as reader:
            return vow_before(reader, Week.of(day))

    def every(self, kind: type[E], ids: Iterable[str] | None = None) -> tuple[E, ...]:
        """Return all entities of a kind, or those of these ids in their order.

        Raises:
            NotFound: One of them is not there.
        """
        with self._store.read() as reader:
            if ids is None:
                return reader.list(kind)
            return tuple(reader.get(kind, id_) for id_ in ids)

    def resolve(self, ref: str) -> tuple[str, str]:
        """Return (table, whole id) of a shortened id.

        Raises:
            NotFound: No row has it, or more than one has.
        """
        with self._store.read() as reader:
            return reader.resolve(ref)

    def selected(self, filter_: Filter) -> Sequence[str]:
        """Return the ids of the negotiations that pass, oldest first."""
        with self._store.read() as reader:
            return reader.dossiers(filter_)


def _review_due(week: Week) -> Due:
    return Due(
        kind=DueKind.REVIEW,
        id=str(week),
        on=week.sunday,
        text=f"review of week {week.week}",
    )
