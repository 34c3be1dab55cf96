"""The record put together: facts and deeds, however they came, promises, weeks."""

from __future__ import annotations

from operator import attrgetter

from sqlalchemy import Connection, select

from winjournal.domain.facts import Deed, Facts, Pledge, Record
from winjournal.domain.later import PromiseState
from winjournal.domain.tags import Actor
from winjournal.services.uncollected import uncollected
from winjournal.store.door import unreadable
from winjournal.store.images import plain
from winjournal.store.instants import day
from winjournal.store.made import made
from winjournal.store.record import counted

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


_ACTORS = {actor.value: actor for actor in Actor}
_STATES = {state.value: state for state in PromiseState}


def _pledges(connection: Connection) -> list[Pledge]:
    chosen = select(
        _owed.c.id,
        _owed.c.negotiation_id,
        _owed.c.counterparty_id,
        _owed.c.by,
        _owed.c.state,
        _owed.c.due,
        _owed.c.settled_on,
    ).order_by(_owed.c.made_at, _owed.c.id)
    rows = connection.execute(chosen).all()
    if not rows:
        return []
    id_, deal, person, by, state, due, settled = zip(*rows, strict=True)
    return made(
        Pledge,
        {
            "id": id_,
            "negotiation_id": deal,
            "person_id": person,
            "by": [_ACTORS[one] for one in by],
            "state": [_STATES[one] for one in state],
            "due": [day(one) if one else None for one in due],
            "settled_on": [day(one) if one else None for one in settled],
        },
    )


def _unlogged(connection: Connection) -> dict[str, int]:
    said = select(_week.c.week, _week.c.unlogged).where(_week.c.unlogged.is_not(None))
    return {row[0]: row[1] for row in connection.execute(said)}
