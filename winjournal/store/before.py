"""What is known before a talk: acts of trust and repairs of one person, lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, or_, select

from winjournal.domain.before import BAD_NEWS, BROKEN, DEEDS, Lesson, Trigger, TrustAct
from winjournal.domain.debrief import Debrief
from winjournal.domain.later import Repair
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Negotiation
from winjournal.domain.tags import Actor
from winjournal.store.mapping import mapped
from winjournal.store.shapes import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.services.entities import E

LOOKED_AT = 200
"""So many lessons, the newest, are looked through for a trigger."""

_deal = table_of(Negotiation).c
_mark = table_of(Moment).c
_brief = table_of(Debrief).c
_mend = table_of(Repair).c

_TAUGHT = func.coalesce(
    *(
        func.nullif(func.trim(said), "")
        for said in (_brief.lesson, _brief.next_time, _brief.true_sentence)
    )
)
"""What a debrief teaches: its lesson, else what to do next time, else its sentence."""


def acts_with(connection: Connection, person_id: str) -> list[TrustAct]:
    """Return the marks that are acts of trust with one person, oldest first."""
    mended = select(_mend.id).where(
        _mend.moment_id == _mark.id, _mend.done_on.is_not(None)
    )
    found = connection.execute(
        select(
            _mark.id, _mark.negotiation_id, _mark.at_date, _mark.actor, _mark.tag,
            _mark.strength, _mark.note, mended.exists().label("repaired"),
        )
        .join_from(table_of(Negotiation), table_of(Moment),
                   _mark.negotiation_id == _deal.id)
        .where(
            _deal.counterparty_id == person_id,
            _mark.tag.in_([*BAD_NEWS, *DEEDS, *BROKEN]),
        )
        .order_by(_mark.at, _mark.id)
    )  # fmt: skip
    return [
        TrustAct(
            id=id_, negotiation_id=deal, on=on, actor=Actor(actor), tag=tag,
            strength=strength, note=note, repaired=bool(done),
        )
        for id_, deal, on, actor, tag, strength, note, done in found
    ]  # fmt: skip


def repairs_with(connection: Connection, person_id: str) -> list[Repair]:
    """Return the repairs of the deals with one person, oldest first."""
    found = parts_with(connection, Repair, person_id)
    return sorted(found, key=lambda one: (one.made_at, one.id))


def parts_with(connection: Connection, kind: type[E], person_id: str) -> list[E]:
    """Return the parts of one kind of the deals with one person, by deal and id."""
    shape = mapped(kind)
    part = shape.table.c
    found = connection.execute(
        select(*shape.columns)
        .join(table_of(Negotiation), _deal.id == part.negotiation_id)
        .where(_deal.counterparty_id == person_id)
        .order_by(part.negotiation_id, part.id)
    )
    return [shape.entity(row) for row in found]


def usual_trigger(connection: Connection) -> Trigger | None:
    """Return what one wrote most often would sting; None where nothing came twice."""
    written = func.trim(func.coalesce(_deal.ego_risk, ""))
    of = connection.scalar(select(func.count()).where(written != ""))
    often = func.count()
    most = connection.execute(
        select(_deal.ego_risk, often, func.max(_deal.listed_on))
        .where(written != "")
        .group_by(func.lower(written))
        .having(often > 1)
        .order_by(often.desc(), func.max(_deal.listed_on).desc())
        .limit(1)
    ).first()
    return Trigger(most[0].strip(), most[1], of or 0) if most else None


def lessons(
    connection: Connection, person_id: str | None, kind: str | None
) -> Sequence[Lesson]:
    """Return the lessons of a person, of a kind, and the newest that have a trigger."""
    written = (
        select(
            _deal.id, _deal.title, _deal.listed_on, _deal.counterparty_id,
            _deal.kind, _deal.ego_risk, _TAUGHT,
        )
        .join_from(table_of(Debrief), table_of(Negotiation),
                   _deal.id == _brief.negotiation_id)
        .where(_TAUGHT.is_not(None))
        .order_by(_deal.listed_on.desc(), _deal.id)
    )  # fmt: skip
    same_kind = func.lower(_deal.kind) == (kind or "").lower()
    near = written.where(or_(_deal.counterparty_id == person_id, same_kind))
    triggered = written.where(_deal.ego_risk != "").limit(LOOKED_AT)
    found = {
        row[0]: Lesson(
            negotiation_id=row[0], title=row[1], on=row[2], person_id=row[3],
            kind=row[4], trigger=row[5], text=row[6],
        )
        for query in (near.limit(LOOKED_AT), triggered)
        for row in connection.execute(query)
    }  # fmt: skip
    return list(found.values())
