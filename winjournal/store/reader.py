"""Entities out of the journal, all from one snapshot."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Connection,
    Select,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)

from winjournal.domain.debrief import Debrief
from winjournal.domain.dossier import Dossier
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotFound
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.ids import short_id
from winjournal.domain.later import FollowUp, OutsideView, Promise, Repair
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation, Offer, Sitting
from winjournal.domain.own_tags import OwnTag
from winjournal.domain.standing import BlindRating, StatementResponse
from winjournal.domain.worth import InformationGap, ValueItem
from winjournal.domain.writing import (
    Draft,
    Entry,
    InboxLine,
    Link,
    Vow,
    VowTest,
    WeekReview,
)
from winjournal.services.writing import home_of, known_people, understood
from winjournal.store.door import unreadable
from winjournal.store.filters import negotiations_that
from winjournal.store.mapping import Mapped, mapped
from winjournal.store.names import name_key
from winjournal.store.shapes import table_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from winjournal.domain.filter_tree import Filter
    from winjournal.services.entities import E

OLDEST_FIRST: dict[type, tuple[str, ...]] = {
    Counterparty: ("name_key",),
    Negotiation: ("opened_on",),
    Sitting: ("started_at",),
    Offer: ("at",),
    Goalpost: ("recorded_at", "version"),
    Criterion: ("owner", "position"),
    Moment: ("at",),
    Debrief: ("written_at",),
    ValueItem: ("position",),
    InformationGap: ("position",),
    Promise: ("made_at",),
    Repair: ("made_at",),
    FollowUp: ("due",),
    OutsideView: ("received_at", "asked_at"),
    Entry: ("written_at",),
    InboxLine: ("at",),
    WeekReview: ("week",),
    Vow: ("week",),
    VowTest: (),
    OwnTag: ("step", "slug"),
    StatementResponse: ("answered_at",),
    BlindRating: ("rated_at",),
    Draft: ("updated_at",),
    Link: ("chain", "number"),
}
"""What orders each kind, before its id; people and criteria have no time."""

_NAMED = (Negotiation, Entry, InboxLine, Moment, Counterparty, Promise, Repair)
"""What a shortened id may mean."""

_SPOKEN = {
    "inbox": "logged line",
    "follow_up": "look back",
    "value_item": "value item",
    "information_gap": "information gap",
    "own_tag": "tag",
    "response": "answer",
    "blind_rating": "rating",
}
"""What a user calls a thing, where its table has another name."""

_TAIL = 25
"""Where the last twelve hex digits of a UUID begin, from 1."""


class SqlReader:
    """Reads entities through one open transaction.

    Args:
        connection: The transaction.
        today: Local date, for what is due.
    """

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection = connection
        self._today = today
        self._homes: dict[str, tuple[InboxLine, ...]] | None = None

    def get(self, kind: type[E], id_: str) -> E:
        """Return the entity with this whole id.

        Raises:
            NotFound: There is none.
        """
        found = self.find(kind, id=id_)
        if found is None:
            name = mapped(kind).table.name
            word = _SPOKEN.get(name, name.replace("_", " "))
            raise NotFound(f"There is no {word} {quoted(short_id(id_))}.")
        return found

    def find(self, kind: type[E], **where: object) -> E | None:
        """Return the first entity whose fields equal `where`, or None."""
        shape = mapped(kind)
        rows = self._rows(shape, _select(shape, tuple(where), first=True), where)
        return shape.entity(rows[0]) if rows else None

    def list(self, kind: type[E], **where: object) -> tuple[E, ...]:
        """Return the entities whose fields equal `where`, oldest first."""
        shape = mapped(kind)
        rows = self._rows(shape, _select(shape, tuple(where)), where)
        return tuple(shape.entity(row) for row in rows)

    def resolve(self, ref: str) -> tuple[str, str]:
        """Return (table name, whole id) of a shortened id.

        Raises:
            NotFound: No row has it, or more than one has.
        """
        start = ref.strip().lower()
        found = self._connection.execute(_named(start)).all() if start else ()
        if not found:
            raise NotFound(f"Nothing here has the id {quoted(ref)}.")
        if len(found) > 1:
            raise NotFound(
                f"More than one thing has an id that begins with {quoted(ref)}.",
                "Type more of it.",
            )
        table, id_ = found[0]
        return table, id_

    def dossier(self, negotiation_id: str) -> Dossier:
        """Return one negotiation whole.

        Raises:
            NotFound: There is none.
        """
        deal = self.get(Negotiation, negotiation_id)
        own = {"negotiation_id": deal.id}
        tests = self.list(VowTest, **own)
        return Dossier(
            negotiation=deal,
            counterparty=self.get(Counterparty, deal.counterparty_id),
            goalposts=self.list(Goalpost, **own),
            criteria=self.list(Criterion, **own),
            value_items=self.list(ValueItem, **own),
            information_gaps=self.list(InformationGap, **own),
            sittings=self.list(Sitting, **own),
            offers=self.list(Offer, **own),
            moments=self.list(Moment, **own),
            debrief=self.find(Debrief, **own),
            promises=self.list(Promise, **own),
            repairs=self.list(Repair, **own),
            follow_ups=self.list(FollowUp, **own),
            outside_views=self.list(OutsideView, **own),
            vow_tests=tests,
            vows=tuple(self.get(Vow, test.vow_id) for test in tests),
            entries=self.list(Entry, **own),
            lines=self._lines_by_home().get(deal.id, ()),
            links=self.list(Link, chain=f"negotiation:{deal.id}"),
        )

    def dossiers(self, filter_: Filter) -> Sequence[str]:
        """Return the ids of the negotiations that pass, oldest first."""
        return (
            self._connection.execute(
                negotiations_that(self._connection, filter_, self._today)
            )
            .scalars()
            .all()
        )

    def person_named(self, name: str) -> Counterparty | None:
        """Return the counterparty of this name, alias or nickname, in any case."""
        key = name_key(name)
        if not key:
            return None
        shape = mapped(Counterparty)
        columns = shape.table.c
        nicknames = func.json_each(columns.nickname_keys).table_valued("value")
        either = or_(
            columns.name_key == key,
            columns.alias_key == key,
            exists(select(nicknames.c.value).where(nicknames.c.value == key)),
        )
        # a name goes before somebody else's alias, that before a nickname
        order = (
            columns.name_key != key,
            func.coalesce(columns.alias_key, "") != key,
            columns.id,
        )
        chosen = select(*shape.columns).where(either).order_by(*order)
        rows = self._rows(shape, chosen, {})
        return shape.entity(rows[0]) if rows else None

    def _rows(
        self, shape: Mapped[E], chosen: Select[Any], where: Mapping[str, object]
    ) -> Sequence[Any]:
        values = {
            field: value.value if isinstance(value, Enum) else value
            for field, value in where.items()
        }
        try:
            return self._connection.execute(chosen, values).all()
        except (ValueError, ArithmeticError) as error:
            raise unreadable(shape.table.name) from error

    def _lines_by_home(self) -> dict[str, tuple[InboxLine, ...]]:
        """Return the waiting lines that can only belong to one negotiation each."""
        if self._homes is None:
            self._homes = {}
            waiting = self.list(InboxLine, filed_at=None)
            people = known_people(self) if waiting else ()
            for line in waiting:
                home = home_of(self, understood(line, people))
                if home is not None:
                    self._homes[home] = (*self._homes.get(home, ()), line)
        return self._homes


_selects: dict[tuple[type, tuple[str, ...], bool], Select[Any]] = {}


def _select(
    shape: Mapped[E], fields: tuple[str, ...], *, first: bool = False
) -> Select[Any]:
    """Return the query for a kind by some of its fields.

    Made once: SQLAlchemy takes longer to make one than SQLite to answer it.
    """
    known = _selects.get((shape.kind, fields, first))
    if known is None:
        columns = shape.table.c
        order = [columns[name] for name in (*OLDEST_FIRST[shape.kind], "id")]
        known = select(*shape.columns).where(*shape.where(fields)).order_by(*order)
        known = known.limit(1) if first else known
        _selects[shape.kind, fields, first] = known
    return known


def _named(start: str) -> Select[Any]:
    """Return a query for what has this id or a last part that begins so."""
    found = union_all(
        *(
            select(literal(table.name).label("kind"), table.c.id).where(
                or_(
                    table.c.id == start,
                    func.substr(table.c.id, _TAIL, len(start)) == start,
                )
            )
            for table in (table_of(kind) for kind in _NAMED)
        )
    ).subquery()
    return select(found.c.kind, found.c.id).limit(2)
