"""What a new preparation of a kind begins with, to be changed as one likes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.negotiation import KIND_MAX, Sphere
from winjournal.domain.terms import Direction, FairBasis, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NAME_MAX, CRITERIA_MAX, ITEMS_MAX = 30, 3, 5
_WEIGHT = re.compile(r"(.*\S)\s+!([123])")
_NAME = re.compile(r"[\w-]+")

Weighted = tuple[str, int]
"""The words of a criterion and its weight, 1 to 3."""

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What the form of a preparation is filled with; None and () leave it blank.

    Attributes:
        name: By which it is chosen.
        my_criteria, their_criteria: What winning is checked by.
        value_items: What one brings, one by one.
        gaps: What one knows and they may not.
        sting: What would sting.
    """

    name: str
    kind: str | None = None
    sphere: Sphere | None = None
    unit: Unit | None = None
    direction: Direction | None = None
    fair_basis: FairBasis | None = None
    my_criteria: tuple[Weighted, ...] = ()
    their_criteria: tuple[Weighted, ...] = ()
    value_items: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    sting: str | None = None


BUILT_IN = (
    Template(
        name="salary", kind="salary", sphere=Sphere.PROFESSIONAL,
        unit=Unit.MONEY, direction=Direction.MORE, fair_basis=FairBasis.MARKET,
        my_criteria=(
            ("pay within the fair range", 3), ("a date for the next talk about it", 2),
            ("a title that says what I do", 1),
        ),
        their_criteria=(("it fits what others of this level get", 2),),
        value_items=("what I did last year, in figures", "what only I know here"),
        gaps=("whether I have another offer",),
        sting="hearing that others would be glad to have it",
    ),
    Template(
        name="vendor", kind="vendor", sphere=Sphere.PROFESSIONAL,
        unit=Unit.MONEY, direction=Direction.LESS, fair_basis=FairBasis.MARKET,
        my_criteria=(
            ("a price within the fair range", 3), ("support answers within a day", 2),
            ("out at the end of any year", 1),
        ),
        their_criteria=(("a term that they can plan with", 2),),
        value_items=("a reference they may name", "payment within two weeks"),
        gaps=("how far we are with another supplier",),
        sting="finding out that others pay less",
    ),
    Template(
        name="family", kind="family", sphere=Sphere.HOUSEHOLD, unit=Unit.NONE,
        my_criteria=(
            ("each of us can say it in one sentence", 2), ("it holds for a month", 2),
            ("nobody gives up what they need most", 3),
        ),
        their_criteria=(("what they need most is in it", 3),),
        value_items=("what I can take over",),
        gaps=("what I have promised elsewhere",),
        sting="having been the one who gave way last time",
    ),
    Template(
        name="scope", kind="scope", sphere=Sphere.PROFESSIONAL,
        unit=Unit.MONEY, direction=Direction.MORE, fair_basis=FairBasis.COST,
        my_criteria=(
            ("what is out is written down", 3), ("each addition has its price", 2),
            ("a date that can be kept", 2),
        ),
        their_criteria=(("what they show first is ready first", 2),),
        value_items=("what is done already", "that we know the system"),
        gaps=("how sure the estimate is",),
        sting="hearing that it is only a small change",
    ),
)  # fmt: skip
"""The templates that come with the program."""


def templates_of(own: Mapping[str, Template]) -> dict[str, Template]:
    """Return every template by name; one's own take the place of those that come."""
    return {**{one.name: one for one in BUILT_IN}, **own}


def read_template(name: str, table: Mapping[str, object]) -> Template:
    """Return a template from a table of settings.

    Raises:
        NotUnderstood: The name is none, a field is unknown or holds what it may not.
    """
    if not _NAME.fullmatch(name) or len(name) > NAME_MAX:
        raise NotUnderstood(f"{quoted(name)} cannot be a template's name.")
    for field in table:
        if field not in _READERS:
            raise NotUnderstood(_no_field(field))
    return Template(
        name=name,
        **{field: _READERS[field](field, value) for field, value in table.items()},  # type: ignore[arg-type]  # each reader gives its field's type
    )


def _no_field(field: str) -> str:
    # About 5 ms, only for a field that is not known.
    from difflib import get_close_matches

    near = get_close_matches(field, _READERS, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"has no field {field}.{hint}"


def _words(field: str, value: object, most: int = 120) -> str:
    if not isinstance(value, str):
        raise NotUnderstood(f"needs text as its {field}.")
    words = clean_text(value, one_line=True).text
    if not words or len(words) > most:
        raise NotUnderstood(f"takes 1 to {most} characters as its {field}.")
    return words


def _list(field: str, value: object, most: int, longest: int) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > most:
        raise NotUnderstood(f"needs a list of at most {most} texts as its {field}.")
    return tuple(_words(field, one, longest) for one in value)


def _criteria(field: str, value: object) -> tuple[Weighted, ...]:
    return tuple(map(_weighted, _list(field, value, CRITERIA_MAX, 64)))


def _weighted(text: str) -> Weighted:
    found = _WEIGHT.fullmatch(text)
    return (found[1], int(found[2])) if found else (text, 1)


def _one_of(kind: type[_Choice]) -> Callable[[str, object], _Choice]:
    def read(field: str, value: object) -> _Choice:
        try:
            return kind(str(value))
        except ValueError:
            known = ", ".join(one.value for one in kind)
            raise NotUnderstood(f"takes as its {field}: {known}.") from None

    return read


_READERS: dict[str, Callable[[str, object], object]] = {
    "kind": lambda field, value: _words(field, value, KIND_MAX),
    "sphere": _one_of(Sphere),
    "unit": _one_of(Unit),
    "direction": _one_of(Direction),
    "fair_basis": _one_of(FairBasis),
    "my_criteria": _criteria,
    "their_criteria": _criteria,
    "value_items": lambda field, value: _list(field, value, ITEMS_MAX, 120),
    "gaps": lambda field, value: _list(field, value, ITEMS_MAX, 140),
    "sting": lambda field, value: _words(field, value, 100),
}
