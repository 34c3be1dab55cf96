"""The journal's list: negotiations, lone entries and waiting lines, newest first.

A page is chosen by (date, id) from indexes alone; only its rows are read whole.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Text,
    func,
    literal,
    select,
    type_coerce,
    union_all,
)

from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.fold import has_words
from winjournal.domain.moments import Moment, Recorded
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.tags import Actor, Step
from winjournal.domain.writing import Entry, InboxLine
from winjournal.services.views import JournalRow, Mark, RowKind
from winjournal.services.writing import first_line, known_people, understood
from winjournal.store.filters import LINE_DAY, Laws
from winjournal.store.instants import local
from winjournal.store.mapping import mapped
from winjournal.store.shapes import table_of
from winjournal.store.words import LIKE_MAX, texts_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy import Select

    from winjournal.domain.filter_tree import Filter, With
    from winjournal.domain.line import KnownPerson, Line
    from winjournal.store.reader import SqlReader

TITLE_TOP = 160
"""So much of an entry's first line is read for a list."""

_HEAD = 2000

_deal = table_of(Negotiation).c
_entry = table_of(Entry).c
_line = table_of(InboxLine).c
_mark = table_of(Moment).c
_brief = table_of(Debrief).c
_person = table_of(Counterparty).c

_IDS: dict[RowKind, ColumnElement[str]] = {
    RowKind.NEGOTIATION: _deal.id,
    RowKind.ENTRY: _entry.id,
    RowKind.LINE: _line.id,
}


class JournalList:
    """Pages of the list under one filter.

    Args:
        connection: The snapshot.
        reader: Reads entities from the same snapshot.
        tree: The filter.
        today: Local date.
    """

    def __init__(
        self, connection: Connection, reader: SqlReader, tree: Filter, today: date
    ) -> None:
        self._connection, self._reader = connection, reader
        laws = Laws(connection, today)
        self._deals = laws.deals(tree)
        self._entries = laws.entries(tree)
        self._lines = laws.lines(tree, self._lines_with)

    def page(self, start: int, stop: int) -> list[JournalRow]:
        """Return rows `start` to `stop` (exclusive), newest first; ties by id."""
        if stop <= start:
            return []
        found = self._found()
        columns = found.selected_columns
        ordered = found.order_by(columns.listed.desc(), columns.id.desc())
        page = self._connection.execute(ordered.limit(stop - start).offset(start)).all()
        wanted = defaultdict(list)
        for kind, id_, _ in page:
            wanted[kind].append(id_)
        rows = {
            **self.deal_rows(wanted[RowKind.NEGOTIATION]),
            **self._entry_rows(wanted[RowKind.ENTRY]),
            **self._line_rows(wanted[RowKind.LINE]),
        }
        return [rows[id_] for _, id_, _ in page]

    def count(self) -> int:
        """Return how many rows pass."""
        counts = (
            select(func.count()).where(_deal.id.is_not(None), self._deals),
            select(func.count()).where(_entry.negotiation_id.is_(None), self._entries),
            select(func.count()).where(_line.filed_at.is_(None), self._lines),
        )
        return sum(self._connection.execute(count).scalar_one() for count in counts)

    def months(self) -> list[tuple[str, int]]:
        """Return how many rows pass in each month, as `2026-03`, latest first."""
        rows = self._found().subquery()
        month = func.substr(type_coerce(rows.c.listed, Text), 1, 7)
        counts = select(month, func.count()).group_by(month).order_by(month.desc())
        return [(name, count) for name, count in self._connection.execute(counts)]

    def _found(self) -> CompoundSelect[Any]:
        """Return the query for (kind, id, listed) of everything that passes."""
        return union_all(*self._chosen_kinds().values())

    def ids_of(self, kind: RowKind) -> Select[Any]:
        """Return a query for the ids of all that passes, of one kind."""
        return self._chosen_kinds()[kind].with_only_columns(_IDS[kind])

    def _chosen_kinds(self) -> dict[RowKind, Select[Any]]:
        lone, waiting = _entry.negotiation_id.is_(None), _line.filed_at.is_(None)
        days = (_deal.listed_on, _entry.written_date, LINE_DAY)
        laws = (self._deals, lone & self._entries, waiting & self._lines)
        return {
            kind: _chosen(kind, id_, day, law)
            for (kind, id_), day, law in zip(_IDS.items(), days, laws, strict=True)
        }

    def deal_rows(self, ids: Sequence[str]) -> dict[str, JournalRow]:
        """Return the rows of these negotiations by id, whatever the filter."""
        marks = marks_of(self._connection, ids)
        return {
            row.id: JournalRow(
                kind=RowKind.NEGOTIATION,
                id=row.id,
                on=row.listed_on,
                title=row.title,
                person=row.name,
                sphere=row.sphere,
                outcome=Outcome(row.outcome or Outcome.OPEN),
                sealed=row.sealed,
                debriefed=row.debriefed,
                marks=marks.get(row.id, ()),
            )
            for row in self._connection.execute(_deals_of(ids))
        }

    def _entry_rows(self, ids: Sequence[str]) -> dict[str, JournalRow]:
        chosen = select(
            _entry.id,
            _entry.written_at,
            _entry.written_offset,
            func.substr(_entry.body, 1, _HEAD).label("head"),
        ).where(_entry.id.in_(ids))
        rows = {}
        for id_, utc, offset, head in self._connection.execute(chosen):
            at = local(utc, offset)
            rows[id_] = JournalRow(
                kind=RowKind.ENTRY,
                id=id_,
                on=at.date(),
                at=at,
                title=first_line(head, TITLE_TOP),
            )
        return rows

    def _line_rows(self, ids: Sequence[str]) -> dict[str, JournalRow]:
        return {
            line.id: JournalRow(
                kind=RowKind.LINE,
                id=line.id,
                on=line.at.date(),
                at=line.at,
                title=first_line(parsed.text, TITLE_TOP),
                person=parsed.person or "",
            )
            for line, parsed in self._read_lines(ids)
        }

    def _read_lines(self, ids: Sequence[str]) -> Iterable[tuple[InboxLine, Line]]:
        if not ids:
            return
        people: tuple[KnownPerson, ...] = known_people(self._reader)
        shape = mapped(InboxLine)
        chosen = select(*shape.columns).where(_line.id.in_(ids))
        for row in self._connection.execute(chosen):
            line = shape.entity(row)
            yield line, understood(line, people)

    def _lines_with(self, node: With) -> list[str]:
        """Return the waiting lines that are with somebody of this name.

        Only lines that hold the words, or an alias of theirs, are read.
        """
        if len(node.name) > LIKE_MAX:
            return []
        texts = [node.name, *self._aliases(node)]
        held: set[str] = set()
        for text in texts:
            found = texts_with(text, is_whole=node.is_whole)
            held.update(self._connection.execute(found).scalars())
        waiting = select(_line.id).where(_line.filed_at.is_(None), _line.id.in_(held))
        ids = self._connection.execute(waiting).scalars().all()
        return [
            line.id
            for line, parsed in self._read_lines(ids)
            if has_words(parsed.person or "", node.name, is_whole=node.is_whole)
        ]

    def _aliases(self, node: With) -> list[str]:
        return [
            other
            for person in self._reader.list(Counterparty)
            if has_words(person.name, node.name)
            for other in person.other_names
        ]


def _chosen(
    kind: RowKind,
    id_: ColumnElement[str],
    on: ColumnElement[Any],
    law: ColumnElement[bool],
) -> Select[Any]:
    return select(literal(kind.value).label("kind"), id_, on.label("listed")).where(law)


def marks_of(
    connection: Connection, ids: Sequence[str] | Select[Any]
) -> dict[str, tuple[Mark, ...]]:
    """Return the marks of negotiations, in order of time.

    Args:
        connection: The snapshot.
        ids: Which, or a query for them.
    """
    marks: dict[str, list[Mark]] = defaultdict(list)
    for row in connection.execute(
        select(*MARK).where(_mark.negotiation_id.in_(ids)).order_by(_mark.at, _mark.id)
    ):
        marks[row.negotiation_id].append(mark_of(row))
    return {id_: tuple(found) for id_, found in marks.items()}


MARK = (
    _mark.negotiation_id,
    _mark.at_date,
    _mark.tag,
    _mark.actor,
    _mark.strength,
    _mark.recorded,
    _mark.step_hint,
)


def mark_of(row: Any) -> Mark:
    """Return the mark of a row that has the columns `MARK`."""
    id_, on, tag, actor, strength, recorded, hint = row
    return Mark(
        negotiation_id=id_,
        on=on,
        tag=tag,
        actor=Actor(actor),
        strength=strength,
        recorded=Recorded(recorded),
        step_hint=Step(hint) if hint else None,
    )


def _deals_of(ids: Sequence[str]) -> Select[Any]:
    deals = table_of(Negotiation)
    return (
        select(
            _deal.id,
            _deal.listed_on,
            _deal.title,
            _deal.sphere,
            _person.name,
            _brief.outcome,
            _deal.prep_sealed_at.is_not(None).label("sealed"),
            _brief.sealed_at.is_not(None).label("debriefed"),
        )
        .select_from(
            deals.join(
                table_of(Counterparty), _person.id == _deal.counterparty_id
            ).outerjoin(table_of(Debrief), _brief.negotiation_id == _deal.id)
        )
        .where(_deal.id.in_(ids))
    )
