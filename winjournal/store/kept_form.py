"""Facts and deeds as lines of JSON, and back a column at a time.

A report over a big journal makes ten thousand facts of fifty fields each. Turned cell
by cell in Python that takes longer than all of its counting, so here some hundred lines
become columns, each column is turned by one `map`, and the objects are filled column
by column too.

How a field is written follows from its annotation, so a new one needs nothing here
unless it is of a new kind: then `_form` says so when this is imported.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import chain, islice, repeat
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    NamedTuple,
    get_args,
    get_origin,
    get_type_hints,
)
from zlib import crc32

from winjournal.domain.facts import Deed, Facts
from winjournal.domain.tags import TAXONOMY, Actor
from winjournal.store.instants import day
from winjournal.store.made import made
from winjournal.store.record import TRUST_DEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_BEFORE = 2
"""To be raised by one where a field of the facts keeps its name and type but comes to
mean something else, or is written otherwise: what was kept before is counted again
then."""

_ACT = tuple[Actor, str]
_COUNTS = dict[tuple[Actor, str], int]
_PLAIN = (str, int, float, bool)


class Line(NamedTuple):
    """What one negotiation comes to: its facts, and its deeds by time."""

    facts: Facts
    deeds: Sequence[Deed]


class _Form(NamedTuple):
    """How the values of one type are written.

    Attributes:
        write: A value as JSON can hold it.
        read: A column of JSON as a column of values.
    """

    write: Callable[[Any], Any]
    read: Callable[[Sequence[Any]], Sequence[Any]]


class _Known(dict[Any, Any]):
    """What texts stand for: the same few come over and over, and are read once."""

    def __init__(self, turn: Callable[[Any], Any]) -> None:
        self._turn = turn

    def __missing__(self, text: Any) -> Any:
        self[text] = found = self._turn(text)
        return found

    def of(self, column: Iterable[Any]) -> list[Any]:
        """Return what a column of texts stands for."""
        return list(map(self.__getitem__, column))


def _form(kind: Any) -> _Form:
    """Return how values of a type are written.

    Raises:
        TypeError: Of a type that is not known here.
    """
    if kind in _PLAIN:
        return _as_it_is(kind)
    if kind is date:
        return _Form(date.isoformat, _Known(day).of)
    if kind is Decimal:
        return _Form(str, _Known(Decimal).of)
    if kind == _ACT:
        return _Form(_spelled, _Known(_act).of)
    if kind == _COUNTS:
        return _counts()
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _Form(lambda member: member.value, _Known(kind).of)
    return _form_of_parts(kind)


def _form_of_parts(kind: Any) -> _Form:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is UnionType and len(parts) == 2 and NoneType in parts:
        return _or_none(next(part for part in parts if part is not NoneType))
    if origin is tuple and set(parts) - {Ellipsis} == {int}:
        return _Form(lambda many: " ".join(map(str, many)), _Known(_numbers).of)
    if origin is tuple and len(set(parts) - {Ellipsis}) == 1:
        return _tuple_of(_form(parts[0]))
    if origin is dict:
        return _dict_of(*map(_form, parts))
    raise TypeError(f"how is {kind} kept?")


def _as_it_is(*kinds: type) -> _Form:
    allowed = frozenset(kinds)

    def read(column: Sequence[Any]) -> Sequence[Any]:
        if not allowed.issuperset(map(type, column)):
            raise TypeError(f"not all are {kinds}")
        return column

    return _Form(lambda value: value, read)


def _act(text: str) -> tuple[Actor, str]:
    """Return whose moment and its tag, of `me ego`; a tag may hold blanks."""
    actor, _, tag = text.partition(" ")
    return Actor(actor), tag


def _spelled(act: tuple[Actor, str]) -> str:
    return f"{act[0].value} {act[1]}"


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))


def _count(text: str) -> tuple[tuple[Actor, str], int]:
    """Return an act and how often it was, of `2 me ego`."""
    number, _, act = text.partition(" ")
    return _act(act), int(number)


def _counts() -> _Form:
    """Return the form of acts and how often each was: one text for both.

    They are half of all cells there are, and the same few come over and over.
    """
    known = _Known(_count)

    def read(column: Sequence[Any]) -> Sequence[Any]:
        pairs = iter(known.of(chain.from_iterable(column)))
        return [dict(islice(pairs, len(some))) for some in column]

    return _Form(
        lambda counts: [f"{n} {_spelled(act)}" for act, n in counts.items()], read
    )


def _or_none(kind: Any) -> _Form:
    if kind in _PLAIN:
        return _as_it_is(kind, NoneType)
    form = _form(kind)
    known = getattr(form.read, "__self__", None)
    if isinstance(known, _Known):
        known[None] = None
        read = form.read
    else:

        def read(column: Sequence[Any]) -> Sequence[Any]:
            there = iter(form.read([x for x in column if x is not None]))
            return [None if x is None else next(there) for x in column]

    return _Form(lambda value: None if value is None else form.write(value), read)


def _tuple_of(form: _Form) -> _Form:
    return _Form(
        lambda values: list(map(form.write, values)),
        lambda column: [tuple(form.read(values)) for values in column],
    )


def _dict_of(key: _Form, value: _Form) -> _Form:
    """Return the form of a dictionary: keys and values in turn."""

    def write(pairs: dict[Any, Any]) -> list[Any]:
        written = ((key.write(k), value.write(v)) for k, v in pairs.items())
        return list(chain.from_iterable(written))

    def read(column: Sequence[Any]) -> Sequence[Any]:
        # all of them at once: hundreds of small columns would cost as much as the rest
        flat = list(chain.from_iterable(column))
        pairs = zip(key.read(flat[::2]), value.read(flat[1::2]), strict=True)
        return [dict(islice(pairs, len(some) // 2)) for some in column]

    return _Form(write, read)


def _forms(kind: type, left_out: Iterable[str]) -> dict[str, _Form]:
    hints = get_type_hints(kind)
    return {
        field.name: _form(hints[field.name])
        for field in fields(kind)
        if field.name not in left_out
    }


# A name stands with the person, so it is renamed in one place.
_OF_FACTS = _forms(Facts, ("person",))
_OF_DEED = _forms(Deed, ("negotiation_id", "person_id"))

FORM = (
    crc32(
        repr(
            (
                _BEFORE,
                [(field.name, str(field.type)) for field in fields(Facts)],
                [(field.name, str(field.type)) for field in fields(Deed)],
                [(tag.slug, tag.polarity.value) for tag in TAXONOMY],
                TRUST_DEEDS,
            )
        ).encode()
    )
    or 1
)
"""The number of the form that this program writes and reads; 0 is none at all."""


def written(line: Line) -> str:
    """Return what is kept of one negotiation as a line of JSON."""
    cells = [form.write(getattr(line.facts, name)) for name, form in _OF_FACTS.items()]
    deeds = [
        form.write(getattr(deed, name))
        for deed in line.deeds
        for name, form in _OF_DEED.items()
    ]
    return json.dumps([*cells, deeds], ensure_ascii=False, separators=(",", ":"))


def read(texts: Sequence[str], names: dict[str, str]) -> tuple[list[Facts], list[Deed]]:
    """Return what lines say, in their order.

    Args:
        texts: Lines that `written` made, one or more.
        names: Of every person.

    Raises:
        ValueError, KeyError, TypeError, ArithmeticError: A line is none of ours.
    """
    rows = json.loads(f"[{','.join(texts)}]")
    if len(rows) != len(texts):
        raise ValueError("a line is more than one")
    *columns, deeds = zip(*rows, strict=True)
    of_facts = _turned(_OF_FACTS, columns)
    of_facts["person"] = [names[id_] for id_ in of_facts["person_id"]]
    return made(Facts, of_facts), _deeds(of_facts, deeds)


def _deeds(of_facts: dict[str, Sequence[Any]], flat: Sequence[list[Any]]) -> list[Deed]:
    each = len(_OF_DEED)
    cells = list(chain.from_iterable(flat))
    numbers = [len(some) // each for some in flat]
    if each * sum(numbers) != len(cells):
        raise ValueError("half a deed")
    columns = [cells[at::each] for at in range(each)]
    found = _turned(_OF_DEED, columns)
    for name, of in (("negotiation_id", "id"), ("person_id", "person_id")):
        found[name] = list(chain.from_iterable(map(repeat, of_facts[of], numbers)))
    return made(Deed, found)


def _turned(
    forms: dict[str, _Form], columns: Sequence[Sequence[Any]]
) -> dict[str, Sequence[Any]]:
    """Return the columns of JSON as columns of values, by their names."""
    found: dict[str, Sequence[Any]] = {}
    for (name, form), column in zip(forms.items(), columns, strict=True):
        found[name] = form.read(column)
    return found
