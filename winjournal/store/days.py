"""A year by days: counted in SQL over the indexes of dates, never mark by mark."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.tags import Actor, Polarity, polarity_of
from winjournal.domain.writing import Entry
from winjournal.domain.year_grid import DayCount, Ended
from winjournal.store.shapes import table_of

if TYPE_CHECKING:
    from datetime import date

_mark = table_of(Moment).c
_deal = table_of(Negotiation).c
_brief = table_of(Debrief).c
_who = table_of(Counterparty).c
_entry = table_of(Entry).c

_FIELDS = {Polarity.HANDLED: "handled", Polarity.SLIP: "slips"}


def list_days(connection: Connection, since: date, until: date) -> list[DayCount]:
    """Return the days on which anything stands, both ends included, by date."""
    days: defaultdict[date, defaultdict[str, Any]] = defaultdict(
        lambda: defaultdict(int)
    )
    marks = (
        select(_mark.at_date, _mark.actor, _mark.tag, func.count())
        .where(_mark.at_date.between(since, until))
        .group_by(_mark.at_date, _mark.actor, _mark.tag)
    )
    for on, actor, tag, count in connection.execute(marks):
        field = "theirs" if actor == Actor.THEM.value else "others"
        if field == "others" and tag is not None:
            field = _FIELDS.get(polarity_of(tag), field)
        days[on][field] += count
    written = (
        select(_entry.written_date, func.count())
        .where(_entry.written_date.between(since, until))
        .group_by(_entry.written_date)
    )
    for on, count in connection.execute(written):
        days[on]["written"] += count
    for on, ended in _ended(connection, since, until):
        days[on]["ended"] = (*(days[on]["ended"] or ()), ended)
    return [DayCount(on=on, **days[on]) for on in sorted(days)]


def _ended(
    connection: Connection, since: date, until: date
) -> list[tuple[date, Ended]]:
    chosen = (
        select(_deal.closed_on, _deal.id, _deal.title, _who.name, _brief.outcome)
        .join_from(
            table_of(Negotiation), table_of(Debrief), _brief.negotiation_id == _deal.id
        )
        .join(table_of(Counterparty), _who.id == _deal.counterparty_id)
        .where(_deal.closed_on.between(since, until))
        .order_by(_deal.closed_on, _deal.id)
    )
    return [
        (on, Ended(id=id_, title=title, person=person, outcome=Outcome(outcome)))
        for on, id_, title, person, outcome in connection.execute(chosen)
        if outcome != Outcome.OPEN.value
    ]
