"""A whole journal as JSON: lossless, one entity a line, in an order that stays.

`{"format": "winjournal", "version": 1, "counterparty": [...], ...}`: one list a kind,
each by id. Times are ISO 8601 with the offset in which they were written, decimals are
text, unknown is null. Chains of seals come with their content, so that they still hold
after an import. What is not in it: drafts, and the images that undo needs.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from winjournal.domain.debrief import Debrief
from winjournal.domain.errors import DamagedJournal, NewerJournal
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.later import FollowUp, OutsideView, Promise, Repair
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation, Offer, Sitting
from winjournal.domain.own_tags import OwnTag
from winjournal.domain.standing import BlindRating, StatementResponse
from winjournal.domain.worth import InformationGap, ValueItem
from winjournal.domain.writing import Entry, InboxLine, Link, Vow, VowTest, WeekReview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

FORMAT, VERSION = "winjournal", 1

KINDS: dict[str, type] = {
    "counterparty": Counterparty,
    "negotiation": Negotiation,
    "sitting": Sitting,
    "inbox": InboxLine,
    "entry": Entry,
    "moment": Moment,
    "goalpost": Goalpost,
    "criterion": Criterion,
    "value_item": ValueItem,
    "information_gap": InformationGap,
    "offer": Offer,
    "debrief": Debrief,
    "promise": Promise,
    "repair": Repair,
    "follow_up": FollowUp,
    "outside_view": OutsideView,
    "blind_rating": BlindRating,
    "week_review": WeekReview,
    "vow": Vow,
    "vow_test": VowTest,
    "own_tag": OwnTag,
    "response": StatementResponse,
    "link": Link,
}
"""What a document holds, parents before what refers to them."""

Whole = dict[str, list[Any]]
"""By the name of each kind its entities."""


def json_pieces(of: Callable[[type], Iterable[Any]]) -> Iterator[str]:
    """Yield a journal as JSON, kind by kind.

    Args:
        of: Returns the entities of a kind, in any order.
    """
    yield f'{{"format": "{FORMAT}",\n"version": {VERSION}'
    for name, kind in KINDS.items():
        lines = [_line(one) for one in sorted(of(kind), key=lambda one: one.id)]
        body = ",\n ".join(lines)
        yield f',\n"{name}": [\n {body}\n]' if lines else f',\n"{name}": []'
    yield "\n}\n"


def _line(entity: Any) -> str:
    return json.dumps(plain(entity), ensure_ascii=False, sort_keys=True)


def plain(value: Any) -> Any:
    """Return a value of the domain in the types of JSON.

    Raises:
        TypeError: It is of a type that no entity has.
    """
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if value is None or isinstance(value, str | int | bool):
        return value
    raise TypeError(f"a {type(value).__name__} has no place in a journal")


def read_json(text: str) -> Whole:
    """Read a journal back; nothing is taken that is not understood.

    Raises:
        DamagedJournal: It is no JSON, not of this form, or a value is none; the
            sentence says where.
        NewerJournal: A newer WinJournal wrote it.
    """
    try:
        document = json.loads(text, parse_float=_no_float)
    except (ValueError, RecursionError) as error:
        raise DamagedJournal(f"This is no JSON: {error}.") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise DamagedJournal("This is no journal of WinJournal in JSON.")
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise DamagedJournal("The version of this JSON is no number.")
    if version > VERSION:
        raise NewerJournal(
            f"A newer WinJournal wrote this JSON: version {version}, "
            f"and this one knows {VERSION}.", "Update WinJournal.",
        )  # fmt: skip
    unknown = sorted(document.keys() - KINDS.keys() - {"format", "version"})
    if unknown:
        raise DamagedJournal(f"There is no kind {unknown[0][:40]} in a journal.")
    return {name: _entities(name, document.get(name, [])) for name in KINDS}


def _no_float(text: str) -> float:
    raise ValueError(f"{text[:20]} is a number with a point; amounts are text")


def _entities(name: str, rows: Any) -> list[Any]:
    if not isinstance(rows, list):
        raise DamagedJournal(f"{name} is no list.")
    found: list[Any] = []
    for number, row in enumerate(rows, start=1):
        try:
            found.append(entity_of(KINDS[name], row))
        except (ValueError, TypeError, KeyError, InvalidOperation) as error:
            raise DamagedJournal(
                f"{name} {number} is not understood: {error}."
            ) from None
    return found


def entity_of(kind: type, row: Any) -> Any:
    """Return the entity that a JSON object is.

    Raises:
        ValueError: A field is missing, unknown, or not what it may be.
    """
    if not isinstance(row, dict):
        raise ValueError("it is no object")
    known = fields_of(kind)
    if unknown := sorted(map(str, row.keys() - known.keys())):
        raise ValueError(f"there is no field {unknown[0][:40]}")
    values: dict[str, Any] = {}
    for name, (hint, is_needed) in known.items():
        if name in row:
            values[name] = _value(name, hint, row[name])
        elif is_needed:
            raise ValueError(f"{name} is missing")
    return kind(**values)


@cache
def fields_of(kind: type) -> Mapping[str, tuple[Any, bool]]:
    """Return the type of each field, and whether it must be given."""
    hints = get_type_hints(kind)
    return {
        f.name: (
            hints[f.name],
            f.default is MISSING and f.default_factory is MISSING,
        )
        for f in fields(kind)
    }


def _value(name: str, hint: Any, value: Any) -> Any:
    may_be_none = get_origin(hint) is UnionType and NoneType in get_args(hint)
    if value is None:
        if not may_be_none:
            raise ValueError(f"{name} is null")
        return None
    bare = next(a for a in get_args(hint) if a is not NoneType) if may_be_none else hint
    try:
        return _of_kind(bare, value)
    except (ValueError, TypeError, InvalidOperation):
        raise ValueError(f"{name} cannot be {json.dumps(value)[:40]}") from None


def _of_kind(kind: Any, value: Any) -> Any:
    if get_origin(kind) is tuple:
        args = get_args(kind)
        if not isinstance(value, list) or (
            Ellipsis not in args and len(value) != len(args)
        ):
            raise ValueError("no list of that length")
        return tuple(_of_kind(args[0], one) for one in value)
    if is_dataclass(kind):
        return entity_of(kind, value)  # type: ignore[arg-type]  # a class, as a hint
    if kind is bool or kind is int:
        if type(value) is not kind:
            raise TypeError("of another type")
        return value
    if not isinstance(value, str):
        raise TypeError("no text")
    return _of_text(kind, value)


def _of_text(kind: Any, text: str) -> Any:
    if kind is datetime:
        at = datetime.fromisoformat(text)
        if at.utcoffset() is None:
            raise ValueError("a time without an offset")
        return at
    if kind is date:
        return date.fromisoformat(text)
    if kind is Decimal and not Decimal(text).is_finite():
        raise ValueError("no amount")
    return kind(text)
