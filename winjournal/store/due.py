"""What is due: look-backs, promises, repairs, debriefs; for lists and filters alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, func, or_, select

from winjournal.domain.debrief import Debrief
from winjournal.domain.later import (
    SKIPS_MAX,
    FollowUp,
    Promise,
    PromiseState,
    Repair,
)
from winjournal.domain.negotiation import Negotiation, Sitting
from winjournal.services.views import Due, DueKind
from winjournal.store.shapes import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection

_deal = table_of(Negotiation).c
_look = table_of(FollowUp).c
_owed = table_of(Promise).c
_mend = table_of(Repair).c
_brief = table_of(Debrief).c
_sat = table_of(Sitting).c

LOOK_BACK_OF, PROMISE_OF = _look.negotiation_id, _owed.negotiation_id
REPAIR_OF = _mend.negotiation_id
"""What the queries below are due for."""


def look_backs(until: date) -> Select[Any]:
    """Return a query for the look-backs that wait and are due by then."""
    return (
        select(_look.id, _look.due, _look.negotiation_id, _look.day, _deal.title)
        .join_from(
            table_of(FollowUp), table_of(Negotiation), _deal.id == _look.negotiation_id
        )
        .where(
            _look.answered_at.is_(None),
            _look.due <= until,
            _look.skipped < SKIPS_MAX,
        )
    )


def promises(until: date) -> Select[Any]:
    """Return a query for the open promises that are due by then."""
    return select(
        _owed.id, _owed.due, _owed.negotiation_id, _owed.text, _owed.by
    ).where(_owed.state == PromiseState.OPEN.value, _owed.due <= until)


def repairs(until: date) -> Select[Any]:
    """Return a query for the open repairs that are due by then."""
    return select(_mend.id, _mend.due, _mend.negotiation_id, _mend.text).where(
        _mend.done_on.is_(None), _mend.due <= until
    )


def debriefs(until: date, today: date) -> Select[Any]:
    """Return a query for negotiations that were talked and not debriefed.

    Talked means closed, or with a sitting that has ended; one without an end
    has passed with its day. Dated by the closing, else the last such sitting.
    """
    # asked for each negotiation that is left, which is far fewer than sittings
    passed = (
        select(func.max(func.coalesce(_sat.ended_date, _sat.started_date)))
        .where(
            _sat.negotiation_id == _deal.id,
            or_(_sat.ended_at.is_not(None), _sat.started_date < today),
        )
        .scalar_subquery()
    )
    on = func.coalesce(_deal.closed_on, passed)
    sealed = select(_brief.negotiation_id).where(_brief.sealed_at.is_not(None))
    return select(_deal.id, on.label("on"), _deal.title).where(
        _deal.id.not_in(sealed), on <= until
    )


def list_due(connection: Connection, until: date, today: date) -> Sequence[Due]:
    """Return everything due by then, by date."""
    found = [
        Due(
            kind=DueKind.FOLLOW_UP,
            id=row.id,
            on=row.due,
            text=f"{row.title}, {row.day} days on",
            negotiation_id=row.negotiation_id,
        )
        for row in connection.execute(look_backs(until))
    ]
    found += [
        Due(
            kind=DueKind.PROMISE,
            id=row.id,
            on=row.due,
            text=row.text,
            theirs=row.by == "them",
            negotiation_id=row.negotiation_id,
        )
        for row in connection.execute(promises(until))
    ]
    found += [
        Due(
            kind=DueKind.REPAIR,
            id=row.id,
            on=row.due,
            text=row.text,
            negotiation_id=row.negotiation_id,
        )
        for row in connection.execute(repairs(until))
    ]
    found += [
        Due(
            kind=DueKind.DEBRIEF,
            id=row.id,
            on=row.on,
            text=row.title,
            negotiation_id=row.id,
        )
        for row in connection.execute(debriefs(until, today))
    ]
    return sorted(found, key=lambda due: (due.on, due.text, due.id))
