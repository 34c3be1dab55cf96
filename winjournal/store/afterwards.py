"""What came after the talks, for the character report: a handful of queries.

Cells are turned into facts here, as in `record`, for the same reason.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, case, func, select

from winjournal.domain.afterwards import Afterwards, Again, Look, Mend, Recovered
from winjournal.domain.debrief import YesNoUnsure
from winjournal.domain.later import Commitments, Discovered
from winjournal.domain.recovery import recoveries
from winjournal.domain.standing import StatementResponse
from winjournal.domain.tags import Actor
from winjournal.services.uncollected import uncollected
from winjournal.store.door import unreadable
from winjournal.store.images import plain
from winjournal.store.instants import day, local, read_utc
from winjournal.store.mapping import mapped
from winjournal.store.record_sides import OWN_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import Enum

_mark, _mend, _look = plain("moment"), plain("repair"), plain("follow_up")
_again, _sitting = plain("blind_rating"), plain("sitting")


def read_afterwards(connection: Connection) -> Afterwards:
    """Return what came after, over the whole journal.

    Raises:
        DamagedJournal: A row holds what no entity can.
    """
    try:
        with uncollected():
            return Afterwards(
                mends=tuple(_mends(connection)),
                recoveries=tuple(_recoveries(connection)),
                looks=tuple(_looks(connection)),
                again=tuple(_rated_again(connection)),
                hours=_hours(connection),
                responses=tuple(_responses(connection)),
            )
    except (ValueError, ArithmeticError, KeyError, TypeError) as error:
        raise unreadable("negotiation") from error


def _mends(connection: Connection) -> Iterator[Mend]:
    chosen = select(
        _mend.c.id, _mend.c.negotiation_id, _mend.c.made_date, _mend.c.due,
        _mend.c.done_on,
    )  # fmt: skip
    for id_, deal, made, due, done in connection.execute(chosen).all():
        yield Mend(
            id=id_, negotiation_id=deal, made_on=day(made),
            due=day(due) if due else None, done_on=day(done) if done else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _EgoMark:
    """As much of a moment as recovery reads."""

    id: str
    negotiation_id: str
    sitting_id: str | None
    tag: str | None
    at: datetime
    actor: Actor = Actor.ME


def _recoveries(connection: Connection) -> Iterator[Recovered]:
    chosen = (
        select(
            _mark.c.id, _mark.c.negotiation_id, _mark.c.sitting_id, _mark.c.tag,
            _mark.c.at,
        )
        .where(
            _mark.c.tag.in_(("ego", "ego-released")),
            _mark.c.actor == Actor.ME.value,
            _mark.c.sitting_id.is_not(None),
        )
        .order_by(_mark.c.at, _mark.c.id)
    )  # fmt: skip
    marks = [
        _EgoMark(id_, deal, sitting, tag, read_utc(at))
        for id_, deal, sitting, tag, at in connection.execute(chosen).all()
    ]
    took = {one.ego.id: one.took for one in recoveries(marks)}
    for mark in marks:
        if mark.tag == "ego":
            yield Recovered(
                negotiation_id=mark.negotiation_id, minutes=_minutes(took.get(mark.id))
            )


def _minutes(took: timedelta | None) -> float | None:
    return None if took is None else took.total_seconds() / 60


def _known(kind: type[Enum]) -> dict[str | None, Any]:
    return {None: None, **{member.value: member for member in kind}}


_DISCOVERED, _COMMITMENTS = _known(Discovered), _known(Commitments)
_ANSWERS = _known(YesNoUnsure)


def _looks(connection: Connection) -> Iterator[Look]:
    chosen = select(
        _look.c.negotiation_id, _look.c.day, _look.c.due,
        _look.c.answered_at.is_not(None), _look.c.they_discovered,
        _look.c.my_commitments, _look.c.swap_sign, _look.c.deal_again,
        case((_look.c.their_sat_source.in_(OWN_WORD), _look.c.their_sat)),
    )  # fmt: skip
    rows = connection.execute(chosen).all()
    for deal, number, due, done, discovered, owed, swap, again, sat in rows:
        yield Look(
            negotiation_id=deal, day=number, due=day(due), answered=bool(done),
            they_discovered=_DISCOVERED[discovered],
            my_commitments=_COMMITMENTS[owed], swap_sign=_ANSWERS[swap],
            deal_again=_ANSWERS[again], their_sat=sat,
        )  # fmt: skip


def _rated_again(connection: Connection) -> Iterator[Again]:
    chosen = select(
        _again.c.id, _again.c.negotiation_id, _again.c.rated_at,
        _again.c.rated_offset, _again.c.my_sat, _again.c.step_self,
    )  # fmt: skip
    for id_, deal, at, offset, content, steps in connection.execute(chosen).all():
        yield Again(
            id=id_, negotiation_id=deal, rated_on=local(read_utc(at), offset).date(),
            my_sat=content, step_self=tuple(json.loads(steps)) if steps else None,
        )  # fmt: skip


def _hours(connection: Connection) -> dict[str, int]:
    """Return the local hour at which the first sitting of each negotiation began."""
    # SQLite takes the offset from the row that holds the minimum
    # (https://sqlite.org/lang_select.html#bareagg).
    chosen = select(
        _sitting.c.negotiation_id,
        func.min(_sitting.c.started_at),
        _sitting.c.started_offset,
    ).group_by(_sitting.c.negotiation_id)
    return {
        deal: local(read_utc(at), offset).hour
        for deal, at, offset in connection.execute(chosen).all()
    }


def _responses(connection: Connection) -> Iterator[StatementResponse]:
    shape = mapped(StatementResponse)
    for row in connection.execute(select(*shape.columns)):
        yield shape.entity(row)
