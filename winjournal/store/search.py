"""Searching everything that has words, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, func, or_, select

from winjournal.services.views import Hit
from winjournal.services.writing import first_line
from winjournal.store.tables import (
    SEARCH_DOC,
    CounterpartyRow,
    NegotiationRow,
    PromiseRow,
    WeekReviewRow,
    table_of,
)
from winjournal.store.words import (
    FTS,
    LIKE_MAX,
    containing,
    match_all,
    matching,
    snippet,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

START, END = "\x02", "\x03"
"""Marks around a hit; no text holds them, for the edge takes controls out."""

TOKENS, AROUND = 12, 60

_KINDS = {
    "goalpost": "negotiation",
    "criterion": "negotiation",
    "debrief": "negotiation",
    "inbox": "line",
    "week_review": "week",
}
"""What a user calls the thing that a table's text belongs to."""

_doc = SEARCH_DOC.c
_deal = table_of(NegotiationRow).c
_person = table_of(CounterpartyRow).c
_owed = table_of(PromiseRow).c
_week = table_of(WeekReviewRow).c


def search(connection: Connection, words: str, limit: int) -> Sequence[Hit]:
    """Return what holds all the words, best first; any text is literal."""
    query = match_all(words)
    if query is not None:
        hits = select(
            FTS.c.rowid, FTS.c.rank, snippet(START, END, TOKENS).label("said")
        ).where(matching(query))
        found = hits.order_by(FTS.c.rank)
    elif words.strip():
        found = select(
            _doc.rowid, _doc.rowid.label("rank"), _doc.text.label("said")
        ).where(containing(words))
        found = found.order_by(_doc.on_date.desc(), _doc.rowid)
    else:
        return []
    # a negotiation's goalposts and debrief are one hit, so some go below
    chosen = _whole(found.limit(3 * limit))
    hits_by_thing: dict[tuple[str, str], Hit] = {}
    for row in connection.execute(chosen).mappings():
        hit = _hit(row, words)
        hits_by_thing.setdefault((hit.kind, hit.id), hit)
    return list(hits_by_thing.values())[:limit]


def _whole(found: Select[Any]) -> Select[Any]:
    hit = found.subquery()
    promised = select(_owed.counterparty_id).where(_owed.id == _doc.ref)
    week = select(_week.week).where(_week.id == _doc.ref)
    deals, people = table_of(NegotiationRow), table_of(CounterpartyRow)
    with_whom = func.coalesce(_deal.counterparty_id, promised.scalar_subquery())
    return (
        select(
            _doc.kind,
            _doc.ref,
            _doc.negotiation_id,
            func.coalesce(_deal.listed_on, _doc.on_date).label("listed"),
            _doc.on_date,
            _deal.title,
            _person.name,
            week.scalar_subquery().label("week"),
            func.substr(_doc.text, 1, 2000).label("head"),
            hit.c.said,
        )
        .select_from(
            hit.join(SEARCH_DOC, _doc.rowid == hit.c.rowid)
            .outerjoin(deals, _deal.id == _doc.negotiation_id)
            .outerjoin(people, or_(_person.id == with_whom, _person.id == _doc.ref))
        )
        .order_by(hit.c.rank, _doc.rowid)
    )
