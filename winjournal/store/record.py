"""What the measures read: the whole journal in a handful of queries.

Cells come as SQLite keeps them and are turned into facts here, for SQLAlchemy's
conversion of every empty cell would take as long as all the rest.
"""

from __future__ import annotations

import json
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, case, func, select

from winjournal.domain.debrief import InfoGap, NoDealReason, Outcome, YesNoUnsure
from winjournal.domain.facts import Deed, Facts, Pledge, Record
from winjournal.domain.later import PromiseState
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, FairBasis, Unit
from winjournal.store.door import unreadable
from winjournal.store.images import plain
from winjournal.store.instants import day
from winjournal.store.record_sides import goalposts_of, later_of, shares_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Select

TRUST_DEEDS = ("trust-built", "honest", "trust-broken", "misled")
"""The tags that are acts of trust (MEASURES.md M4)."""

Whole = dict[str, dict[str, Any]]
"""By negotiation, some fields of its facts."""

_deal, _person, _brief = plain("negotiation"), plain("counterparty"), plain("debrief")
_mark, _owed, _week = plain("moment"), plain("promise"), plain("week_review")
_Kind = TypeVar("_Kind", bound=Enum)


def read_record(connection: Connection) -> Record:
    """Return everything the measures read; deals in closing order, open ones last.

    Raises:
        DamagedJournal: A row holds what no entity can.
    """
    try:
        return Record(
            deals=tuple(_facts(connection)),
            deeds=tuple(_deeds(connection)),
            pledges=tuple(_pledges(connection)),
            unlogged=_unlogged(connection),
        )
    except (ValueError, ArithmeticError) as error:
        raise unreadable("negotiation") from error


def _facts(connection: Connection) -> Iterable[Facts]:
    marks = _marks(connection)
    sides = (
        shares_of(connection),
        goalposts_of(connection),
        later_of(connection),
    )
    nothing: dict[str, Any] = {}
    for row in connection.execute(_deals()):
        id_ = row[0]
        found = _deal_fields(row)
        for side in (marks, *sides):
            found.update(side.get(id_, nothing))
        yield Facts(**found)


def _one(kind: type[_Kind]) -> Callable[[Any], _Kind]:
    return {member.value: member for member in kind}.__getitem__


@lru_cache(maxsize=4096)
def _steps(text: str) -> tuple[int, ...]:
    return tuple(json.loads(text))


_FIELDS: tuple[tuple[str, Any, Callable[[Any], Any] | None], ...] = (
    ("id", _deal.c.id, None),
    ("title", _deal.c.title, None),
    ("person_id", _deal.c.counterparty_id, None),
    ("person", _person.c.name, None),
    ("sphere", _deal.c.sphere, None),
    ("kind", _deal.c.kind, None),
    ("on", _deal.c.listed_on, day),
    ("closed_on", _deal.c.closed_on, day),
    ("sealed", _deal.c.prep_sealed_at.is_not(None), bool),
    ("sealed_in_time", _deal.c.sealed_in_time, bool),
    ("unit", _deal.c.unit, _one(Unit)),
    ("currency", _deal.c.currency, None),
    ("direction", _deal.c.direction, _one(Direction)),
    ("fair_low", _deal.c.fair_low, Decimal),
    ("fair_high", _deal.c.fair_high, Decimal),
    ("fair_basis", _deal.c.fair_basis, _one(FairBasis)),
    ("walk_away", _deal.c.walk_away, Decimal),
    (
        "line_is_text",
        _deal.c.walk_away.is_(None) & _deal.c.walk_away_text.is_not(None),
        bool,
    ),
    ("outcome", _brief.c.outcome, _one(Outcome)),
    ("debriefed_on", _brief.c.written_date, day),
    ("captured", _brief.c.captured, Decimal),
    ("final_offer", _brief.c.final_offer, Decimal),
    ("below_line", _brief.c.below_line, _one(YesNoUnsure)),
    ("info_gap", _brief.c.info_gap, _one(InfoGap)),
    ("no_deal_reason", _brief.c.no_deal_reason, _one(NoDealReason)),
    ("my_sat", _brief.c.my_sat, None),
    ("their_sat_pred", _brief.c.their_sat_pred, None),
    ("deal_again_prob", _brief.c.deal_again_prob, None),
    ("step_self", _brief.c.step_self, _steps),
    ("reviewed", _brief.c.moments_reviewed, bool),
)
"""Field, column, and how its text becomes the field's value."""


def _deals() -> Select[Any]:
    columns = (column.label(name) for name, column, _ in _FIELDS)
    joined = _deal.join(_person, _person.c.id == _deal.c.counterparty_id).outerjoin(
        _brief, _brief.c.negotiation_id == _deal.c.id
    )
    return (
        select(*columns)
        .select_from(joined)
        .order_by(_deal.c.closed_on.is_(None), _deal.c.listed_on, _deal.c.id)
    )


def _deal_fields(row: Iterable[Any]) -> dict[str, Any]:
    """Return the facts of a row; what is unknown keeps the field's default."""
    return {
        name: value if turn is None else turn(value)
        for (name, _, turn), value in zip(_FIELDS, row, strict=True)
        if value is not None
    }


def _marks(connection: Connection) -> Whole:
    soon = case((_mark.c.recorded != "later", 1), else_=0)
    counted = select(
        _mark.c.negotiation_id,
        _mark.c.actor,
        _mark.c.tag,
        func.count(),
        func.sum(soon),
    ).group_by(_mark.c.negotiation_id, _mark.c.actor, _mark.c.tag)
    actors = {actor.value: actor for actor in Actor}
    keys: dict[tuple[str, str], tuple[Actor, str]] = {}
    whole: Whole = {}
    for id_, actor, tag, count, same_day in connection.execute(counted):
        found = whole.get(id_)
        if found is None:
            found = whole[id_] = {
                "counts": {}, "undecided": 0, "moments": 0, "same_day": 0
            }  # fmt: skip
        if tag is None:
            found["undecided"] += count
        else:
            key = keys.get((actor, tag))
            if key is None:
                key = keys[actor, tag] = (actors[actor], tag)
            found["counts"][key] = count
        found["moments"] += count
        found["same_day"] += same_day
    return whole


def _deeds(connection: Connection) -> Iterable[Deed]:
    joined = _mark.join(_deal, _deal.c.id == _mark.c.negotiation_id).outerjoin(
        _owed, _owed.c.moment_id == _mark.c.id
    )
    chosen = (
        select(
            _mark.c.negotiation_id,
            _deal.c.counterparty_id,
            _mark.c.actor,
            _mark.c.tag,
            _mark.c.at_date,
            _mark.c.strength,
            func.min(_owed.c.id),
        )
        .select_from(joined)
        .where(_mark.c.tag.in_(TRUST_DEEDS))
        .group_by(_mark.c.id)
        .order_by(_mark.c.at, _mark.c.id)
    )
    for id_, person, actor, tag, on, strength, promise in connection.execute(chosen):
        yield Deed(
            negotiation_id=id_,
            person_id=person,
            actor=Actor(actor),
            tag=tag,
            on=day(on),
            strength=strength,
            promise_id=promise,
        )


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
    return dict(connection.execute(said).tuples().all())
