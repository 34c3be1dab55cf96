"""What the measures read, counted from the rows: some deals, or all in a few queries.

What is counted is kept (`kept`), so that a report need not count it all again. Cells
come as SQLite keeps them and are turned into facts here, for SQLAlchemy's conversion of
every empty cell would take as long as all the rest.
"""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, func, select

from winjournal.domain.debrief import InfoGap, NoDealReason, Outcome, YesNoUnsure
from winjournal.domain.facts import Deed, Facts
from winjournal.domain.moments import Recorded
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, FairBasis, Unit
from winjournal.store.door import unreadable
from winjournal.store.images import plain
from winjournal.store.instants import day
from winjournal.store.record_sides import goalposts_of, later_of, shares_of, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Select

    from winjournal.store.record_sides import Ids

TRUST_DEEDS = ("trust-built", "honest", "trust-broken", "misled")
"""The tags that are acts of trust (MEASURES.md M4)."""

Whole = dict[str, dict[str, Any]]
"""By negotiation, some fields of its facts."""

_deal, _person, _brief = plain("negotiation"), plain("counterparty"), plain("debrief")
_mark, _owed = plain("moment"), plain("promise")
_Field = tuple[str, Any, "Callable[[Any], Any] | None"]
"""A field, its column, and how its text becomes the field's value."""

_Kind = TypeVar("_Kind", bound=Enum)


def counted(connection: Connection, ids: Ids = None) -> tuple[list[Facts], list[Deed]]:
    """Return the facts and the deeds of negotiations, from their rows.

    Args:
        connection: The snapshot.
        ids: Which negotiations; None is all of them.

    Raises:
        DamagedJournal: A row holds what no entity can.
    """
    try:
        return list(_facts(connection, ids)), list(_deeds(connection, ids))
    except (ValueError, ArithmeticError, KeyError) as error:
        raise unreadable("negotiation") from error


def _facts(connection: Connection, ids: Ids) -> Iterable[Facts]:
    sides = (
        _debriefs(connection, ids),
        _marks(connection, ids),
        shares_of(connection, ids),
        goalposts_of(connection, ids),
        later_of(connection, ids),
    )
    nothing: dict[str, Any] = {}
    for row in connection.execute(_deals().where(within(_deal.c.id, ids))).all():
        found = _DEAL.fields_of(row)
        for side in sides:
            found.update(side.get(row[0], nothing))
        yield Facts(**found)


def _one(kind: type[_Kind]) -> Callable[[Any], _Kind]:
    return {member.value: member for member in kind}.__getitem__


@lru_cache(maxsize=4096)
def _steps(text: str) -> tuple[int, ...]:
    return tuple(json.loads(text))


_OF_DEAL: tuple[_Field, ...] = (
    ("id", _deal.c.id, None),
    ("title", _deal.c.title, None),
    ("person_id", _deal.c.counterparty_id, None),
    ("person", _person.c.name, None),
    ("sphere", _deal.c.sphere, None),
    ("kind", _deal.c.kind, None),
    ("on", _deal.c.listed_on, day),
    ("closed_on", _deal.c.closed_on, day),
    ("sealed", _deal.c.prep_sealed_at.is_not(None), bool),
    ("sealed_in_time", func.coalesce(_deal.c.sealed_in_time, 0), bool),
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
)
_OF_DEBRIEF: tuple[_Field, ...] = (
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


class _Cells:
    """Turns rows into fields: most as they stand, the others one by one."""

    def __init__(self, fields: tuple[_Field, ...]) -> None:
        self.columns = tuple(column for _, column, _ in fields)
        self._names = tuple(name for name, _, _ in fields)
        self._turned = tuple((name, turn) for name, _, turn in fields if turn)

    def fields_of(self, row: Iterable[Any]) -> dict[str, Any]:
        """Return the fields that the first cells of a row hold; NULL is None."""
        found = dict(zip(self._names, row, strict=False))
        for name, turn in self._turned:
            value = found[name]
            if value is not None:
                found[name] = turn(value)
        return found


_DEAL, _DEBRIEF = _Cells(_OF_DEAL), _Cells(_OF_DEBRIEF)


def _deals() -> Select[Any]:
    return select(*_DEAL.columns).join_from(
        _deal, _person, _person.c.id == _deal.c.counterparty_id
    )


def _debriefs(connection: Connection, ids: Ids) -> Whole:
    deal = _brief.c.negotiation_id
    chosen = select(*_DEBRIEF.columns, deal).where(within(deal, ids))
    rows = connection.execute(chosen).all()
    return {row[-1]: _DEBRIEF.fields_of(row) for row in rows}


def _marks(connection: Connection, ids: Ids) -> Whole:
    """Return the counts of marks.

    SQLite strings the marks of a negotiation together, as `me ego live`: one
    row for each negotiation instead of one for each mark.
    """
    spelled = _mark.c.actor + " " + func.coalesce(_mark.c.tag, "") + " "
    deal = _mark.c.negotiation_id
    told = (
        select(deal, func.group_concat(spelled + _mark.c.recorded, "\n"))
        .where(within(deal, ids))
        .group_by(deal)
    )
    return {
        id_: _counted(Counter(text.split("\n")))
        for id_, text in connection.execute(told).all()
    }


def _counted(told: Counter[str]) -> dict[str, Any]:
    counts: dict[tuple[Actor, str], int] = {}
    undecided = same_day = 0
    for text, count in told.items():
        key, soon = _mark_of(text)
        if key is None:
            undecided += count
        else:
            counts[key] = counts.get(key, 0) + count
        if soon:
            same_day += count
    return {
        "counts": counts,
        "undecided": undecided,
        "same_day": same_day,
        "moments": told.total(),
    }


@lru_cache(maxsize=4096)
def _mark_of(text: str) -> tuple[tuple[Actor, str] | None, bool]:
    """Return (actor, tag) or None while undecided, and whether it was written soon."""
    actor, _, rest = text.partition(" ")
    tag, _, recorded = rest.rpartition(" ")
    key = (Actor(actor), tag) if tag else None
    return key, recorded != Recorded.LATER.value


def _deeds(connection: Connection, ids: Ids) -> Iterable[Deed]:
    linked = select(_owed.c.moment_id, _owed.c.id).where(_owed.c.moment_id.is_not(None))
    kept = {row[0]: row[1] for row in connection.execute(linked)}
    of_deals = select(_deal.c.id, _deal.c.counterparty_id).where(
        within(_deal.c.id, ids)
    )
    people = {row[0]: row[1] for row in connection.execute(of_deals)}
    actors = {actor.value: actor for actor in Actor}
    chosen = (
        select(
            _mark.c.id,
            _mark.c.negotiation_id,
            _mark.c.actor,
            _mark.c.tag,
            _mark.c.at_date,
            _mark.c.strength,
        )
        .where(_mark.c.tag.in_(TRUST_DEEDS), within(_mark.c.negotiation_id, ids))
        .order_by(_mark.c.at, _mark.c.id)
    )
    for id_, deal, actor, tag, on, strength in connection.execute(chosen).all():
        yield Deed(
            negotiation_id=deal,
            person_id=people[deal],
            actor=actors[actor],
            tag=tag,
            on=day(on),
            strength=strength,
            promise_id=kept.get(id_),
        )
