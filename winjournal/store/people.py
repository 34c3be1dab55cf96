"""The list of people: counted in SQL, and never mark by mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, select

from winjournal.domain.later import Promise, PromiseState
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.tags import TAXONOMY, Actor, Polarity
from winjournal.services.views import PersonRow
from winjournal.store import kept
from winjournal.store.images import plain
from winjournal.store.kept_form import FORM
from winjournal.store.mapping import mapped
from winjournal.store.record_sides import within
from winjournal.store.shapes import table_of

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from winjournal.store.record_sides import Ids

_deal = table_of(Negotiation).c
_mark = table_of(Moment).c
_owed = table_of(Promise).c
_facts = plain("facts")


def list_people(connection: Connection, *, archived: bool = False) -> list[PersonRow]:
    """Return the counterparties that are (not) archived, latest deal first."""
    shape = mapped(Counterparty)
    since = shape.table.c.archived_at
    law = since.is_not(None) if archived else since.is_(None)
    people = connection.execute(select(*shape.columns).where(law))
    deals = _by_person(connection, _deals())
    marks = _marks(connection)
    owed = _by_person(connection, _promises())
    rows = [
        PersonRow(
            person=person,
            **deals.get(person.id, {}),
            **marks.get(person.id, {}),
            **owed.get(person.id, {}),
        )
        for person in map(shape.entity, people)
    ]
    return sorted(rows, key=_latest_first)


def _latest_first(row: PersonRow) -> tuple[int, str, str]:
    last = row.last_on.toordinal() if row.last_on else 0
    return -last, row.person.name.casefold(), row.person.id


def _by_person(connection: Connection, query: Any) -> dict[str, dict[str, Any]]:
    found = (dict(row) for row in connection.execute(query).mappings())
    return {row.pop("counterparty_id"): row for row in found}


def _deals() -> Any:
    return select(
        _deal.counterparty_id,
        func.count().label("deals"),
        _number(_deal.closed_on.is_(None), "open_deals"),
        func.max(_deal.listed_on).label("last_on"),
    ).group_by(_deal.counterparty_id)


_COUNTS = ("my_handled", "my_slips", "handled", "slips")


def _marks(connection: Connection) -> dict[str, dict[str, Any]]:
    """Return the marks with each person: as they are kept, and the rest counted."""
    behind = kept.behind(connection)
    found = {} if behind is None else _by_person(connection, _kept_marks())
    if behind is None or behind:
        for person, counts in _by_person(connection, _counted_marks(behind)).items():
            so_far = found.get(person, {})
            found[person] = {
                name: count + so_far.get(name, 0) for name, count in counts.items()
            }
    return found


def _kept_marks() -> Any:
    sums = [func.sum(_facts.c[name]).label(name) for name in _COUNTS]
    return (
        select(_deal.counterparty_id, *sums)
        .join_from(table_of(Negotiation), _facts, _facts.c.negotiation_id == _deal.id)
        .where(_facts.c.form == FORM)
        .group_by(_deal.counterparty_id)
    )


def _counted_marks(ids: Ids) -> Any:
    counts = []
    for polarity, ending in ((Polarity.HANDLED, "handled"), (Polarity.SLIP, "slips")):
        slugs = [tag.slug for tag in TAXONOMY if tag.polarity is polarity]
        for actor, start in ((Actor.THEM, ""), (Actor.ME, "my_")):
            law = (_mark.actor == actor.value) & _mark.tag.in_(slugs)
            counts.append(_number(law, start + ending))
    each = (
        select(_mark.negotiation_id, *counts)
        .where(within(_mark.negotiation_id, ids))
        .group_by(_mark.negotiation_id)
        .subquery()
    )
    sums = [func.sum(each.c[count.name]).label(count.name) for count in counts]
    return (
        select(_deal.counterparty_id, *sums)
        .join_from(table_of(Negotiation), each, each.c.negotiation_id == _deal.id)
        .group_by(_deal.counterparty_id)
    )


def _promises() -> Any:
    return (
        select(
            _owed.counterparty_id,
            _number(_owed.by == Actor.ME.value, "owed_by_me"),
            _number(_owed.by == Actor.THEM.value, "owed_by_them"),
        )
        .where(_owed.state == PromiseState.OPEN.value)
        .group_by(_owed.counterparty_id)
    )


def _number(law: ColumnElement[bool], name: str) -> Any:
    # half the time of a sum of ones and noughts
    return func.count().filter(law).label(name)
