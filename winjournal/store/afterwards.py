"""What came after the talks, for the character report: a handful of queries.

Cells are turned into facts here, as in `record`, for the same reason.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

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
from winjournal.store.made import made
from winjournal.store.mapping import mapped
from winjournal.store.record_sides import OWN_WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from enum import Enum

_AT_ONCE = 250
"""So many looks are read at a time, as lines are in `kept`."""

_mark, _mend, _look = plain("moment"), plain("repair"), plain("follow_up")
_again, _sitting = plain("blind_rating"), plain("sitting")


def read_afterwards(connection: Connection, *, hours: bool = True) -> Afterwards:
    """Return what came after, over the whole journal.

    Args:
        connection: The snapshot.
        hours: Whether the hours of first sittings are read.

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
                hours=_hours(connection) if hours else {},
                responses=tuple(_responses(connection)),
            )
    except (ValueError, ArithmeticError, KeyError, TypeError) as error:
        raise unreadable("negotiation") from error


def _mends(connection: Connection) -> Iterator[Mend]:
    chosen = select(
        _mend.c.id, _mend.c.negotiation_id, _mend.c.made_date, _mend.c.due,
        _mend.c.done_on,
    )  # fmt: skip
    for id_, deal, written, due, done in connection.execute(chosen).all():
        yield Mend(
            id=id_, negotiation_id=deal, made_on=day(written),
            due=day(due) if due else None, done_on=day(done) if done else None,
        )  # fmt: skip


class _EgoMark(NamedTuple):
    """As much of a moment as recovery reads."""

    id: str
    negotiation_id: str
    sitting_id: str | None
    tag: str | None
    at: datetime
    actor: Actor = Actor.ME


def _recoveries(connection: Connection) -> list[Recovered]:
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
    minutes = {one.ego.id: one.took.total_seconds() / 60 for one in recoveries(marks)}
    egos = [mark for mark in marks if mark.tag == "ego"]
    return made(
        Recovered,
        {
            "negotiation_id": [ego.negotiation_id for ego in egos],
            "minutes": [minutes.get(ego.id) for ego in egos],
        },
    )


def _known(kind: type[Enum]) -> Callable[[str | None], Any]:
    return {None: None, **{member.value: member for member in kind}}.__getitem__


_DISCOVERED, _COMMITMENTS = _known(Discovered), _known(Commitments)
_ANSWER = _known(YesNoUnsure)
_LOOK: dict[str, tuple[Any, Callable[[Any], Any] | None]] = {
    "negotiation_id": (_look.c.negotiation_id, None),
    "day": (_look.c.day, None),
    "due": (_look.c.due, day),
    "answered": (_look.c.answered_at.is_not(None), bool),
    "they_discovered": (_look.c.they_discovered, _DISCOVERED),
    "my_commitments": (_look.c.my_commitments, _COMMITMENTS),
    "swap_sign": (_look.c.swap_sign, _ANSWER),
    "deal_again": (_look.c.deal_again, _ANSWER),
    "their_sat": (
        case((_look.c.their_sat_source.in_(OWN_WORD), _look.c.their_sat)),
        None,
    ),
}
"""Each field of a look: its column, and what its text stands for."""


def _looks(connection: Connection) -> Iterator[Look]:
    # Twice as many as deals: by columns, as `kept_form` reads facts.
    rows = connection.execute(select(*(column for column, _ in _LOOK.values())))
    for some in rows.partitions(_AT_ONCE):
        columns = zip(*some, strict=True)
        yield from made(
            Look,
            {
                name: column if turn is None else list(map(turn, column))
                for (name, (_, turn)), column in zip(
                    _LOOK.items(), columns, strict=True
                )
            },
        )


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
        deal: _hour(read_utc(at), offset)
        for deal, at, offset in connection.execute(chosen).all()
    }


def _hour(utc: datetime, offset: int) -> int:
    """Return the hour it was at an offset: `local(utc, offset).hour`, in no time."""
    return (60 * utc.hour + utc.minute + offset) // 60 % 24


def _responses(connection: Connection) -> Iterator[StatementResponse]:
    shape = mapped(StatementResponse)
    for row in connection.execute(select(*shape.columns)):
        yield shape.entity(row)
