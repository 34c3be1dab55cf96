"""The record put together: facts and deeds, however they came, promises, weeks."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from winjournal.domain.facts import Deed, Facts, Pledge, Record
from winjournal.domain.later import PromiseState
from winjournal.domain.tags import Actor
from winjournal.services.uncollected import uncollected
from winjournal.store.door import unreadable
from winjournal.store.images import plain
from winjournal.store.instants import day
from winjournal.store.record import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

_owed, _week = plain("promise"), plain("week_review")


def count_record(connection: Connection) -> Record:
    """Return everything the measures read, counted again from every row.

    Raises:
        DamagedJournal: A row holds what no entity can.
    """
    with uncollected():
        return assembled(connection, *counted(connection))


def assembled(connection: Connection, deals: list[Facts], deeds: list[Deed]) -> Record:
    """Return the record of facts and deeds, whatever order they come in.

    Deals stand in closing order, open ones last; deeds by day and deal, in the order
    of time within one.
    """
    deals.sort(key=lambda deal: (deal.closed_on is None, deal.on, deal.id))
    deeds.sort(key=attrgetter("on", "negotiation_id"))
    try:
        return Record(
            deals=tuple(deals),
            deeds=tuple(deeds),
            pledges=tuple(_pledges(connection)),
            unlogged=_unlogged(connection),
        )
    except (ValueError, KeyError) as error:
        raise unreadable("promise") from error


def _pledges(connection: Connection) -> Iterable[Pledge]:
    chosen = select(
        _owed.c.id,
        _owed.c.negotiation_id,
        _owed.c.counterparty_id,
        _owed.c.by,
        _owed.c.state,
        _owed.c.due,
        _owed.c.settled_on,
    ).order_by(_owed.c.made_at, _owed.c.id)
    for id_, deal, person, by, state, due, settled in connection.execute(chosen):
        yield Pledge(
            id=id_,
            negotiation_id=deal,
            person_id=person,
            by=Actor(by),
            state=PromiseState(state),
            due=day(due) if due else None,
            settled_on=day(settled) if settled else None,
        )


def _unlogged(connection: Connection) -> dict[str, int]:
    said = select(_week.c.week, _week.c.unlogged).where(_week.c.unlogged.is_not(None))
    return {row[0]: row[1] for row in connection.execute(said)}
