"""Recovery: how soon after an own moment of ego it was let go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable


class Marked(Protocol):
    """What recovery reads of a mark: a moment, or as much of one as a report needs."""

    @property
    def at(self) -> datetime:
        """When it happened."""
        ...

    @property
    def actor(self) -> Actor:
        """Whose it is."""
        ...

    @property
    def sitting_id(self) -> str | None:
        """The sitting it belongs to."""
        ...

    @property
    def tag(self) -> str | None:
        """Its tag."""
        ...


MarkT = TypeVar("MarkT", bound=Marked)


@dataclass(frozen=True, slots=True)
class Recovery(Generic[MarkT]):
    """An own `ego` and the own `ego-released` that came next in its sitting.

    Attributes:
        ego: The moment of ego.
        released: The moment it was let go.
    """

    ego: MarkT
    released: MarkT

    @property
    def took(self) -> timedelta:
        """The time between the two, 0 or more."""
        return self.released.at.astimezone(UTC) - self.ego.at.astimezone(UTC)


def recoveries(moments: Iterable[MarkT]) -> tuple[Recovery[MarkT], ...]:
    """Return every recovery among a negotiation's moments, by the time of the ego.

    An ego without a later release in its sitting has none; of two before one release
    both have recovered with it. Marks outside a sitting belong to no sitting and
    theirs to nobody's recovery.
    """
    waiting: dict[str, list[MarkT]] = {}
    found: list[Recovery[MarkT]] = []
    for one in sorted(moments, key=lambda one: one.at.astimezone(UTC)):
        if one.actor is not Actor.ME or one.sitting_id is None:
            continue
        if one.tag == "ego":
            waiting.setdefault(one.sitting_id, []).append(one)
        elif one.tag == "ego-released":
            egos = waiting.pop(one.sitting_id, [])
            found += [Recovery(ego, one) for ego in egos]
    return tuple(sorted(found, key=lambda one: one.ego.at.astimezone(UTC)))


def say_recovery(took: timedelta) -> str:
    """Return how soon it was let go: `1 min later`, or `within a minute`."""
    minutes = round(took.total_seconds() / 60)
    return f"{minutes} min later" if minutes else "within a minute"
