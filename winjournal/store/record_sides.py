"""Both sides in the record: goalposts, criteria, and what was said later."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    cast,
    func,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.types import REAL

from winjournal.domain.debrief import YesNoUnsure
from winjournal.domain.goalposts import Source
from winjournal.domain.later import Commitments, Discovered, SatSource
from winjournal.domain.measures.goalposts import (
    Change,
    Version,
    changes_after_sharing,
)
from winjournal.domain.tags import Actor
from winjournal.store.images import plain
from winjournal.store.instants import day, read_utc, utc_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from enum import Enum

Whole = dict[str, dict[str, Any]]

Ids = Collection[str] | None
"""Some negotiations; None is all of them."""

OWN_WORD = (SatSource.TOLD_ME.value, SatSource.IN_WRITING.value)
"""How a rating reaches us that is the other side's own (MEASURES.md M7)."""

_ME, _THEM = Actor.ME.value, Actor.THEM.value

_post, _criterion = plain("goalpost"), plain("criterion")
_look, _view = plain("follow_up"), plain("outside_view")


def within(column: ColumnElement[Any], ids: Ids) -> ColumnElement[bool]:
    """Return that a column names one of these negotiations, however many they are."""
    if ids is None:
        return true()
    listed = func.json_each(json.dumps(list(ids))).table_valued("value")
    return column.in_(select(listed.c.value))


def shares_of(connection: Connection, ids: Ids = None) -> Whole:
    """Return how much of each side's criteria was met, 0 to 1."""
    told = _criterion.c.source == Source.TOLD_ME.value
    weight = _criterion.c.weight
    deal = _criterion.c.negotiation_id
    counted = (
        select(
            deal,
            _criterion.c.owner,
            func.count() - func.count(_criterion.c.met),
            func.sum(cast(_criterion.c.met, REAL) * weight) / func.sum(weight),
            func.sum(func.coalesce(told, 0)) == func.count(),
        )
        .where(within(deal, ids))
        .group_by(deal, _criterion.c.owner)
    )
    whole: Whole = defaultdict(dict)
    for id_, owner, unknown, share, all_told in connection.execute(counted).all():
        met = None if unknown else share
        if owner == Actor.ME.value:
            whole[id_]["mine_met"] = met
        else:
            whole[id_] |= {"theirs_met": met, "theirs_told": bool(all_told)}
    return whole


def goalposts_of(connection: Connection, ids: Ids = None) -> Whole:
    """Return what was shared, and how often it changed after (MEASURES.md M2)."""
    mine, theirs = _post.c.owner == _ME, _post.c.owner == _THEM
    told = _post.c.source == Source.TOLD_ME.value
    deal = _post.c.negotiation_id
    shared = (
        select(
            deal,
            func.max(mine & _post.c.shared_at.is_not(None)),
            func.max(theirs & func.coalesce(told, 0)),
        )
        .where(within(deal, ids))
        .group_by(deal)
    )
    whole: Whole = {
        id_: {"shared": bool(by_me), "their_shared": bool(by_them)}
        for id_, by_me, by_them in connection.execute(shared).all()
    }
    for (id_, owner), rows in _with_versions(connection, ids).items():
        changes = _changes(rows, owner)
        shifts = changes.count(Change.SHIFT)
        if owner == _ME:
            whole[id_]["shifts"] = shifts
            whole[id_]["updates"] = changes.count(Change.OPEN_UPDATE)
        else:
            whole[id_]["their_shifts"] = shifts
    return whole


def _with_versions(
    connection: Connection, ids: Ids
) -> dict[tuple[str, str], list[Any]]:
    """Return the versions of the goalposts that have more than one, in order."""
    changed = select(_post.c.negotiation_id).where(
        _post.c.version > 1, within(_post.c.negotiation_id, ids)
    )
    chosen = (
        select(
            _post.c.negotiation_id,
            _post.c.owner,
            _post.c.recorded_at,
            _post.c.shared_at,
            _post.c.source,
            _post.c.change_reason,
            _post.c.announced,
        )
        .where(_post.c.negotiation_id.in_(changed))
        .order_by(_post.c.negotiation_id, _post.c.owner, _post.c.version)
    )
    versions: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in connection.execute(chosen).all():
        versions[row.negotiation_id, row.owner].append(row)
    return {key: rows for key, rows in versions.items() if len(rows) > 1}


def _changes(rows: list[Any], owner: str) -> tuple[Change, ...]:
    versions = [
        Version(
            recorded_at=read_utc(row.recorded_at),
            reason=row.change_reason,
            announced=bool(row.announced),
        )
        for row in rows
    ]
    told = [_shared_at(row, owner) for row in rows]
    first = min((at for at in told if at is not None), default=None)
    return changes_after_sharing(first, versions) or ()


def _shared_at(row: Any, owner: str) -> datetime | None:
    """Return when a version was told: by me, or for theirs to me."""
    at = row.shared_at
    if owner == _THEM:
        if row.source != Source.TOLD_ME.value:
            return None
        at = at or row.recorded_at
    return read_utc(at) if at else None


def later_of(connection: Connection, ids: Ids = None) -> Whole:
    """Return what was said after the deal: by them, and in the look-backs."""
    whole: Whole = {
        id_: {
            "last_due": day(due),
            "last_day": number,
            "last_answered": answered is not None,
            "they_discovered": _DISCOVERED[discovered],
            "my_commitments": _COMMITMENTS[done],
            "swap_sign": _ANSWERS[swap],
        }
        for id_, number, due, answered, discovered, done, swap in _all(
            connection, _last_look_backs(ids)
        )
    }
    for id_, _, again, sat in _all(connection, _latest_answers(ids)):
        found = whole[id_]
        found["deal_again"] = _ANSWERS[again]
        found["my_sat_now"] = sat
    for id_, _, rating in _all(connection, _first_ratings(ids)):
        whole.setdefault(id_, {})["their_rating"] = rating
    for (id_,) in _all(connection, _asked(ids)):
        whole.setdefault(id_, {})["asked"] = True
    return whole


def _all(connection: Connection, query: Any) -> Sequence[Any]:
    return connection.execute(query).all()


def _known(kind: type[Enum]) -> dict[str | None, Any]:
    return {None: None, **{member.value: member for member in kind}}


_DISCOVERED, _COMMITMENTS = _known(Discovered), _known(Commitments)
_ANSWERS = _known(YesNoUnsure)


# In the queries below SQLite takes the other columns from the row that holds the
# minimum or maximum (https://sqlite.org/lang_select.html#bareagg).


def _first_ratings(ids: Ids) -> Select[Any]:
    """Return a query for the other side's earliest own rating of each deal."""
    said = select(
        _view.c.negotiation_id,
        func.coalesce(_view.c.received_at, _view.c.asked_at, _view.c.created_at).label(
            "at"
        ),
        _view.c.sat,
    ).where(
        _view.c.by == _THEM,
        _view.c.sat.is_not(None),
        _view.c.source.in_(OWN_WORD),
        within(_view.c.negotiation_id, ids),
    )
    looked = select(_look.c.negotiation_id, _look.c.answered_at, _look.c.their_sat)
    looked = looked.where(
        _look.c.answered_at.is_not(None),
        _look.c.their_sat.is_not(None),
        _look.c.their_sat_source.in_(OWN_WORD),
        within(_look.c.negotiation_id, ids),
    )
    rated = union_all(said, looked).subquery()
    return select(rated.c.negotiation_id, func.min(rated.c.at), rated.c.sat).group_by(
        rated.c.negotiation_id
    )


def heard_between(
    connection: Connection, since: datetime, until: datetime
) -> list[str]:
    """Return the deals whose earliest own rating of theirs came in between."""
    first = _first_ratings(None).subquery()
    chosen = select(first.c.negotiation_id).where(
        first.c[1] >= utc_text(since), first.c[1] < utc_text(until)
    )
    return list(connection.execute(chosen).scalars())


def _asked(ids: Ids) -> CompoundSelect[Any]:
    """Return a query for the deals in which a rating was asked of them."""
    asked = (*OWN_WORD, SatSource.NO_ANSWER.value)
    return union(
        select(_view.c.negotiation_id).where(
            _view.c.by == _THEM, within(_view.c.negotiation_id, ids)
        ),
        select(_look.c.negotiation_id).where(
            _look.c.answered_at.is_not(None),
            _look.c.their_sat_source.in_(asked),
            within(_look.c.negotiation_id, ids),
        ),
    )


def _latest_answers(ids: Ids) -> Select[Any]:
    return (
        select(
            _look.c.negotiation_id,
            func.max(_look.c.day),
            _look.c.deal_again,
            _look.c.my_sat_now,
        )
        .where(_look.c.answered_at.is_not(None), within(_look.c.negotiation_id, ids))
        .group_by(_look.c.negotiation_id)
    )


def _last_look_backs(ids: Ids) -> Select[Any]:
    return (
        select(
            _look.c.negotiation_id,
            func.max(_look.c.day),
            _look.c.due,
            _look.c.answered_at,
            _look.c.they_discovered,
            _look.c.my_commitments,
            _look.c.swap_sign,
        )
        .where(within(_look.c.negotiation_id, ids))
        .group_by(_look.c.negotiation_id)
    )
