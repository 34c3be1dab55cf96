"""What a filter means: a small tree that is searched, explained and made SQL.

The tree holds no dates in words and no prefixes of names any more: reading
(filter.py) has settled them. Days are local and whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from winjournal.domain.debrief import Outcome
from winjournal.domain.negotiation import Sphere
from winjournal.domain.tags import Actor, Step


class State(StrEnum):
    """What `is:` asks for."""

    OPEN = "open"
    SEALED = "sealed"
    UNDEBRIEFED = "undebriefed"
    DUE = "due"
    CONTESTED = "contested"
    CLOSED = "closed"
    AGREED = "agreed"


class Part(StrEnum):
    """What `has:` asks for."""

    ENTRY = "entry"
    MOMENTS = "moments"
    DEBRIEF = "debrief"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Everything:
    """No restriction."""


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more parts."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of two or more parts."""

    parts: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not match."""

    part: Filter


@dataclass(frozen=True, slots=True)
class Words:
    """Words in title, person or text, taken literally.

    Attributes:
        text: As typed, without quotes.
        is_phrase: Whether it ends with a whole word, as a phrase in quotes
            does; otherwise the last word may go on (`anchor` finds `anchors`).
    """

    text: str
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class TagIs:
    """At least one mark with one of these tags by this side.

    Attributes:
        slugs: The tags, one or more.
        actor: Whose deed; as in a logged line mine unless said otherwise.
        step: Where a step or pair was named: undecided marks of this step count
            too. None otherwise.
        word: What was typed, without `@` and side.
    """

    slugs: tuple[str, ...]
    actor: Actor
    step: Step | None
    word: str


@dataclass(frozen=True, slots=True)
class StepIs:
    """At least one mark of this step, by either side, decided or not."""

    step: Step


@dataclass(frozen=True, slots=True)
class With:
    """A counterparty in whose name these words stand.

    Attributes:
        name: As typed.
        is_whole: Whether the last word must be whole; not so while typing.
    """

    name: str
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class OutcomeIs:
    """This outcome; an open one counts as `open` only once it was said."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SphereIs:
    """This part of life."""

    sphere: Sphere


@dataclass(frozen=True, slots=True)
class KindIs:
    """This kind, whatever its letter case.

    Attributes:
        kind: As typed.
        is_whole: Whether it is the whole kind; not so while typing.
    """

    kind: str
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Since:
    """On this local day or later."""

    day: date


@dataclass(frozen=True, slots=True)
class Until:
    """On this local day or before."""

    day: date


@dataclass(frozen=True, slots=True)
class On:
    """Within these local days, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Is:
    """A negotiation in this state."""

    state: State


@dataclass(frozen=True, slots=True)
class Has:
    """Something of this sort is there."""

    part: Part


@dataclass(frozen=True, slots=True)
class Over:
    """An over-capture index (MEASURES.md M1) above this.

    Attributes:
        percent: Percent of the middle of the fair range; `10` is index +0.10.
    """

    percent: Decimal


Filter: TypeAlias = (
    Everything
    | And
    | Or
    | Not
    | Words
    | TagIs
    | StepIs
    | With
    | OutcomeIs
    | SphereIs
    | KindIs
    | Since
    | Until
    | On
    | Is
    | Has
    | Over
)
"""Any node of the tree."""
