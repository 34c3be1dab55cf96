"""Entities to columns and back, driven by the entities' own type hints.

A field is a column of its name, but for three: a time is its UTC, its offset and,
where lists ask for it, its local date; an enum is its value; the terms of a
negotiation are columns of the negotiation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import Enum
from itertools import chain
from operator import itemgetter
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, get_args, get_origin, get_type_hints

from sqlalchemy import ColumnElement, TableClause, bindparam
from sqlalchemy.dialects.sqlite import dialect

from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.services.entities import E, Entity
from winjournal.store.door import unreadable
from winjournal.store.instants import local, offset_minutes
from winjournal.store.names import name_key
from winjournal.store.shapes import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Stored = dict[str, str | int | None]
"""A row as SQLite keeps it: column to text, whole number or NULL."""

_DIALECT = dialect()


@dataclass(frozen=True, slots=True)
class _Part:
    """One field and the columns that hold it.

    Attributes:
        pack: The field's value to one value a column.
        unpack: The columns' values, in order, to the field's value.
    """

    field: str
    columns: tuple[str, ...]
    pack: Callable[[Any], Sequence[Any]]
    unpack: Callable[[Sequence[Any]], Any]


@dataclass(frozen=True, slots=True)
class Mapped(Generic[E]):
    """How one kind of entity is kept.

    Attributes:
        columns: What to select, in the order that `entity` takes.
    """

    kind: type[E]
    table: TableClause
    columns: tuple[ColumnElement[Any], ...]
    _parts: tuple[_Part, ...]
    _binders: Mapping[str, Callable[[Any], Any] | None]

    def entity(self, row: Sequence[Any]) -> E:
        """Return the entity of a row that has `columns`.

        Raises:
            DamagedJournal: The row holds what no entity can.
        """
        try:
            return self.kind(**dict(_unpacked(self._parts, row)))
        except (ValueError, TypeError, ArithmeticError) as error:
            raise unreadable(self.table.name) from error

    def stored(self, entity: E) -> Stored:
        """Return the columns of an entity as SQLite keeps them.

        Raises:
            Invalid: A time without a zone or a decimal that is no number.
        """
        names = chain.from_iterable(part.columns for part in self._parts)
        values = dict(zip(names, _packed(self._parts, entity), strict=True))
        values |= _derived(entity)
        return {
            name: value if (bind := self._binders[name]) is None else bind(value)
            for name, value in values.items()
        }

    def where(self, fields: Iterable[str]) -> list[ColumnElement[bool]]:
        """Return the conditions that fields are what parameters of their names are.

        Raises:
            TypeError: There is no such field.
        """
        laws: list[ColumnElement[bool]] = []
        for field in fields:
            if field not in self.table.columns:
                raise TypeError(f"{self.kind.__name__} has no {field} to look for")
            column = self.table.columns[field]
            # IS, for unknown is a value that can be looked for
            laws.append(column.is_(bindparam(field, type_=column.type)))
        return laws


_known: dict[type, Mapped[Any]] = {}


def mapped(kind: type[E]) -> Mapped[E]:
    """Return how a kind of entity is kept; worked out once."""
    if kind not in _known:
        _known[kind] = _map(kind)
    return _known[kind]


def shape_of(entity: Entity) -> Mapped[Any]:
    """Return how an entity of any kind is kept."""
    kind: Any = type(entity)
    shape: Mapped[Any] = mapped(kind)
    return shape


def _map(kind: type[E]) -> Mapped[E]:
    table = table_of(kind)
    parts = tuple(_parts_of(kind, table))
    names = chain.from_iterable(part.columns for part in parts)
    return Mapped(
        kind=kind,
        table=table,
        columns=tuple(table.columns[name] for name in names),
        _parts=parts,
        _binders={
            column.name: column.type.bind_processor(_DIALECT)
            for column in table.columns
        },
    )


def _unpacked(parts: tuple[_Part, ...], row: Sequence[Any]) -> Iterator[Any]:
    start = 0
    for part in parts:
        stop = start + len(part.columns)
        yield part.field, part.unpack(row[start:stop])
        start = stop


def _packed(parts: tuple[_Part, ...], entity: object) -> Iterator[Any]:
    for part in parts:
        yield from part.pack(getattr(entity, part.field))


def _parts_of(kind: type, table: TableClause) -> Iterator[_Part]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield _part(field.name, _bare(hints[field.name]), table)


def _bare(hint: Any) -> Any:
    """Return the type of a hint without its None."""
    if get_origin(hint) is UnionType:
        (hint,) = (kind for kind in get_args(hint) if kind is not NoneType)
    return hint


def _part(field: str, kind: Any, table: TableClause) -> _Part:
    if kind is datetime:
        return _instant(field, table)
    if isinstance(kind, type) and is_dataclass(kind):
        return _nested(field, kind, table)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _Part(
            field,
            (field,),
            lambda value: (None if value is None else value.value,),
            lambda row: None if row[0] is None else kind(row[0]),
        )
    return _Part(field, (field,), lambda value: (value,), itemgetter(0))


def _instant(field: str, table: TableClause) -> _Part:
    stem = field.removesuffix("_at")
    date = f"{stem}_date"
    columns = (field, f"{stem}_offset", *((date,) if date in table.columns else ()))

    def pack(at: datetime | None) -> tuple[Any, ...]:
        if at is None:
            return (None,) * len(columns)
        return (at, offset_minutes(at), at.date())[: len(columns)]

    def unpack(row: Sequence[Any]) -> datetime | None:
        return None if row[0] is None else local(row[0], row[1])

    return _Part(field, columns, pack, unpack)


def _nested(field: str, kind: type, table: TableClause) -> _Part:
    parts = tuple(_parts_of(kind, table))
    return _Part(
        field,
        tuple(chain.from_iterable(part.columns for part in parts)),
        lambda value: tuple(_packed(parts, value)),
        lambda row: kind(**dict(_unpacked(parts, row))),
    )


def _derived(entity: object) -> dict[str, Any]:
    """Return the columns that follow from others, for SQL to list and compare by."""
    if isinstance(entity, Counterparty):
        alias = entity.alias
        return {
            "name_key": name_key(entity.name),
            "alias_key": name_key(alias) if alias else None,
            "nickname_keys": tuple(map(name_key, entity.nicknames)),
        }
    if isinstance(entity, Negotiation):
        return {"listed_on": entity.closed_on or entity.opened_on}
    return {}
