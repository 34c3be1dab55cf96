"""What Today and the week show: what is under way, marks, how many talks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Select, func, select, union

from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation, Sitting
from winjournal.services.views import Mark, UnderWay
from winjournal.store.journal import MARK, mark_of, marks_of
from winjournal.store.mapping import mapped
from winjournal.store.shapes import table_of

if TYPE_CHECKING:
    from datetime import date

    from winjournal.services.entities import E

_deal = table_of(Negotiation).c
_sat = table_of(Sitting).c
_mark = table_of(Moment).c

P = TypeVar("P", Goalpost, Criterion, Sitting)


def list_under_way(connection: Connection) -> list[UnderWay]:
    """Return the open negotiations: live, then planned, then newest."""
    deals = _all(connection, Negotiation, _deal.closed_on.is_(None))
    people = _people(connection)
    goalposts = _parts(connection, Goalpost)
    criteria = _parts(connection, Criterion)
    sittings = _parts(connection, Sitting)
    marks = marks_of(connection, _open_ids())
    rows = [
        _under_way(
            Dossier(
                negotiation=deal,
                counterparty=people[deal.counterparty_id],
                goalposts=tuple(goalposts.get(deal.id, ())),
                criteria=tuple(criteria.get(deal.id, ())),
                sittings=tuple(sittings.get(deal.id, ())),
            ),
            marks.get(deal.id, ()),
        )
        for deal in deals
    ]
    return sorted(rows, key=_urgency)


def _under_way(dossier: Dossier, marks: tuple[Mark, ...]) -> UnderWay:
    deal = dossier.negotiation
    live = [s.started_at for s in dossier.sittings if s.is_live]
    return UnderWay(
        id=deal.id,
        title=deal.title,
        person=dossier.counterparty.name,
        planned_for=deal.planned_for,
        opened_on=deal.opened_on,
        live_since=max(live, default=None),
        sealed=deal.is_sealed,
        talked=bool(dossier.sittings or marks),
        # a sealed prep lacks nothing, and the seal does not ask again
        missing=() if deal.is_sealed else dossier.missing(),
        marks=marks,
    )


def _urgency(row: UnderWay) -> tuple[int, float, int, str]:
    """Return what sorts live ones first, then planned by time, then newest."""
    if row.live_since is not None:
        return 0, -row.live_since.timestamp(), 0, row.id
    if row.planned_for is not None:
        return 1, row.planned_for.timestamp(), 0, row.id
    return 2, 0.0, -row.opened_on.toordinal(), row.id


def list_marks(connection: Connection, since: date, until: date) -> list[Mark]:
    """Return the marks of these local dates, both ends included, by time."""
    chosen = (
        select(*MARK)
        .where(_mark.at_date.between(since, until))
        .order_by(_mark.at, _mark.id)
    )
    return [mark_of(row) for row in connection.execute(chosen)]


def count_talks(connection: Connection, since: date, until: date) -> int:
    """Return how many negotiations had a mark, sitting or closing then."""
    touched = union(
        select(_mark.negotiation_id).where(_mark.at_date.between(since, until)),
        select(_sat.negotiation_id).where(_sat.started_date.between(since, until)),
        select(_deal.id).where(_deal.closed_on.between(since, until)),
    ).subquery()
    count: int = connection.execute(
        select(func.count()).select_from(touched)
    ).scalar_one()
    return count


def _all(connection: Connection, kind: type[E], law: Any) -> list[E]:
    shape = mapped(kind)
    chosen = select(*shape.columns).where(law).order_by(shape.table.c.id)
    return [shape.entity(row) for row in connection.execute(chosen)]


def _open_ids() -> Select[Any]:
    return select(_deal.id).where(_deal.closed_on.is_(None))


def _people(connection: Connection) -> dict[str, Counterparty]:
    """Return the counterparties of the open negotiations by id."""
    met = select(_deal.counterparty_id).where(_deal.closed_on.is_(None))
    law = mapped(Counterparty).table.c.id.in_(met)
    return {person.id: person for person in _all(connection, Counterparty, law)}


def _parts(connection: Connection, kind: type[P]) -> dict[str, list[P]]:
    """Return one kind of parts of the open negotiations."""
    parts: dict[str, list[P]] = {}
    whole = mapped(kind).table.c.negotiation_id
    for part in _all(connection, kind, whole.in_(_open_ids())):
        parts.setdefault(part.negotiation_id, []).append(part)
    return parts
