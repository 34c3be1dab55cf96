"""What `/` looks for, as SQL: words that are ranked, within a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select

from winjournal.domain.filter_tree import (
    Everything,
    Filter,
    On,
    Since,
    Until,
    With,
    Words,
)
from winjournal.domain.later import Promise
from winjournal.services.views import Hit, RowKind
from winjournal.store.filters import Laws, law_of
from winjournal.store.search import newest, ranked, search
from winjournal.store.shapes import SEARCH_DOC, table_of
from winjournal.store.words import containing, match_phrase, texts_with

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Connection

    from winjournal.domain.sought import Sought
    from winjournal.services.views import JournalRow
    from winjournal.store.filters import Leaves
    from winjournal.store.journal import JournalList

    Law = ColumnElement[bool]

_doc = SEARCH_DOC.c
_owed = table_of(Promise).c
_OF_LISTS = ("entry", "inbox")
_KINDS = {RowKind.NEGOTIATION: "negotiation", RowKind.ENTRY: "entry",
          RowKind.LINE: "line"}  # fmt: skip


class Finder:
    """Looks in one snapshot.

    Args:
        connection: To the journal.
        today: Local date, for what is due.
        listed: Returns the journal's list under a filter.
    """

    def __init__(
        self,
        connection: Connection,
        today: date,
        listed: Callable[[Filter], JournalList],
    ) -> None:
        self._connection, self._today, self._listed = connection, today, listed

    def find(self, sought: Sought, limit: int) -> Sequence[Hit]:
        """Return what is looked for, best first; without words the newest first."""
        if sought.is_blank:
            return []
        if sought.literal:
            return search(self._connection, sought.literal, limit)
        terms = sought.every or sought.some
        if not terms:
            return [_as_hit(row) for row in self._listed(sought.within).page(0, limit)]
        quoted = [(node, match_phrase(node.text, is_whole=node.is_phrase))
                  for node in terms]  # fmt: skip
        matched = [query for _, query in quoted if query is not None]
        signs = [containing(node.text) for node, query in quoted if query is None]
        words = " ".join(node.text for node in terms)
        laws = [] if sought.within == Everything() else [self._law(sought.within)]
        if sought.every:
            laws += signs
        if matched and (sought.every or not signs):
            query = (" " if sought.every else " OR ").join(matched)
            law = and_(*laws) if laws else None
            return ranked(self._connection, query, words, limit, law)
        any_of = [] if sought.every else [or_(*map(_holds, terms))]
        return newest(self._connection, and_(*laws, *any_of), words, limit)

    def _law(self, within: Filter) -> Law:
        """Return the condition on a text that what it belongs to passes."""
        listed = self._listed(within)
        deals, entries, lines = map(listed.ids_of, _KINDS)
        is_lone = _doc.negotiation_id.is_(None)
        return or_(
            _doc.negotiation_id.in_(deals),
            and_(is_lone, _doc.kind == "entry", _doc.ref.in_(entries)),
            and_(is_lone, _doc.kind == "inbox", _doc.ref.in_(lines)),
            and_(is_lone, _doc.kind.not_in(_OF_LISTS), self._of_others(within)),
        )

    def _of_others(self, within: Filter) -> Law:
        """Return the condition on a person, a promise of no deal, or a week."""
        laws = Laws(self._connection, self._today)
        day = func.coalesce(_doc.on_date, "")

        def with_them(node: With) -> Law:
            people = laws.people(node.name, node.is_whole)
            owed = select(_owed.id).where(_owed.counterparty_id.in_(people))
            return or_(_doc.ref.in_(people), _doc.ref.in_(owed))

        leaves: Leaves = {
            Words: _holds,
            With: with_them,
            Since: lambda node: day >= node.day.isoformat(),
            Until: lambda node: and_(day != "", day <= node.day.isoformat()),
            On: lambda node: day.between(node.start.isoformat(), node.end.isoformat()),
        }
        return law_of(within, leaves)


def _holds(node: Words) -> Law:
    found: Any = texts_with(node.text, is_whole=node.is_phrase).subquery()
    return _doc.ref.in_(select(found.c.ref))


def _as_hit(row: JournalRow) -> Hit:
    is_deal = row.kind is RowKind.NEGOTIATION
    return Hit(
        kind=_KINDS[row.kind],
        id=row.id,
        negotiation_id=row.id if is_deal else None,
        on=row.on,
        title=row.title,
        person=row.person,
        snippet="",
    )
