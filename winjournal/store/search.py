"""Searching everything that has words, best first."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    case,
    func,
    null,
    or_,
    select,
)

from winjournal.domain.later import Promise
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.writing import WeekReview
from winjournal.services.views import Hit
from winjournal.services.writing import first_line
from winjournal.store.shapes import SEARCH_DOC, table_of
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

TOKENS, AROUND, HEAD = 12, 60, 2000

_KINDS = {
    "goalpost": "negotiation",
    "criterion": "negotiation",
    "debrief": "negotiation",
    "value_item": "negotiation",
    "information_gap": "negotiation",
    "offer": "negotiation",
    "follow_up": "negotiation",
    "repair": "negotiation",
    "inbox": "line",
    "week_review": "week",
}
"""What a user calls the thing that a table's text belongs to."""

Law = ColumnElement[bool]

_doc = SEARCH_DOC.c
_deal = table_of(Negotiation).c
_person = table_of(Counterparty).c
_owed = table_of(Promise).c
_week = table_of(WeekReview).c


def search(
    connection: Connection, words: str, limit: int, law: Law | None = None
) -> Sequence[Hit]:
    """Return what holds all the words, best first; any text is literal."""
    query = match_all(words)
    if query is not None:
        return ranked(connection, query, words, limit, law)
    if not words.strip():
        return []
    laws = [containing(words), *([] if law is None else [law])]
    return newest(connection, and_(*laws), words, limit)


def ranked(
    connection: Connection, query: str, words: str, limit: int, law: Law | None
) -> Sequence[Hit]:
    """Return what matches a quoted query, best first.

    Args:
        connection: To the journal.
        query: As `words.py` quotes it.
        words: As they were typed, to mark them in long texts.
        limit: How many hits at most.
        law: What must hold besides, on `search_doc`.
    """
    said = snippet(START, END, TOKENS).label("said")
    # Half of all texts have a word with some one letter: there is nothing to rank,
    # and to weigh them would take a tenth of a second at 100,000 moments.
    is_letter = len(words.strip()) == 1
    rank = (-FTS.c.rowid).label("rank") if is_letter else FTS.c.rank
    hits = select(FTS.c.rowid, rank, said).where(matching(query))
    if law is not None:
        # The sum keeps SQLite from asking the index once for each text.
        beside = FTS.join(SEARCH_DOC, _doc.rowid == FTS.c.rowid + 0)
        hits = hits.select_from(beside).where(law)
    order = FTS.c.rowid.desc() if is_letter else FTS.c.rank
    return _hits(connection, hits.order_by(order), words, limit)


def newest(connection: Connection, law: Law, words: str, limit: int) -> Sequence[Hit]:
    """Return the texts for which a condition holds, the newest first."""
    found = select(_doc.rowid, _doc.rowid.label("rank"), null().label("said")).where(
        law
    )
    ordered = found.order_by(_doc.on_date.desc(), _doc.rowid)
    return _hits(connection, ordered, words, limit)


def _hits(
    connection: Connection, found: Select[Any], words: str, limit: int
) -> Sequence[Hit]:
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
    deals, people = table_of(Negotiation), table_of(Counterparty)
    with_whom = func.coalesce(_deal.counterparty_id, promised.scalar_subquery())
    return (
        select(
            _doc.kind,
            _doc.ref,
            _doc.negotiation_id,
            _deal.listed_on,
            _doc.on_date,
            _deal.title,
            _person.name,
            _person.since,
            week.scalar_subquery().label("week"),
            func.substr(_doc.text, 1, HEAD).label("head"),
            hit.c.said,
            case((hit.c.said.is_(None), _doc.text)).label("whole"),
        )
        .select_from(
            hit.join(SEARCH_DOC, _doc.rowid == hit.c.rowid)
            .outerjoin(deals, _deal.id == _doc.negotiation_id)
            .outerjoin(people, or_(_person.id == with_whom, _person.id == _doc.ref))
        )
        .order_by(hit.c.rank, _doc.rowid)
    )


def _hit(row: RowMapping, words: str) -> Hit:
    kind = _KINDS.get(row["kind"], row["kind"])
    id_ = row["ref"]
    if kind == "negotiation":
        id_ = row["negotiation_id"]
    elif kind == "week":
        id_ = row["week"]
    said = row["said"] or _around(row["whole"], words)
    text, spans = _read_marks(said)
    return Hit(
        kind=kind,
        id=id_,
        negotiation_id=row["negotiation_id"],
        on=_date_of(row),
        title=row["title"] or row["week"] or first_line(row["head"]),
        person=row["name"] or "",
        snippet=text,
        spans=spans,
    )


def _date_of(row: RowMapping) -> date | None:
    """Return the date of a text, else of its negotiation, else of its person."""
    if row["on_date"]:
        return date.fromisoformat(row["on_date"])
    known: date | None = row["listed_on"] or row["since"]
    return known


def _around(text: str, words: str) -> str:
    """Return the part of a text around the first word that stands in it, marked.

    For what FTS5 cannot do: signs that are no words, and long texts. A word that
    differs in its accents is not seen; then the text begins.
    """
    plain = words.strip()[:LIKE_MAX]
    for sought in (plain, *plain.split()):
        place = re.search(re.escape(sought), text, re.IGNORECASE)
        if place is not None:
            start, end = place.span()
            before = text[max(0, start - AROUND) : start]
            return f"{before}{START}{text[start:end]}{END}{text[end : end + AROUND]}"
    return text[:AROUND]


def _read_marks(said: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a snippet on one line and where its hits start and end."""
    text, spans, start = "", [], 0
    for sign in said:
        if sign == START:
            start = len(text)
        elif sign == END:
            spans.append((start, len(text)))
        else:
            text += " " if sign.isspace() else sign
    return text, tuple(spans)
