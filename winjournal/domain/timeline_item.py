"""What stands on a timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum

from winjournal.domain.tags import Actor, Polarity


class ItemKind(StrEnum):
    """What an item of a timeline is about."""

    PREP = "prep"
    WIN = "win"
    SHARED = "shared"
    VALUE = "value"
    GAP = "gap"
    SITTING = "sitting"
    TALK = "talk"
    OFFER = "offer"
    MOMENT = "moment"
    OUTCOME = "outcome"
    DEBRIEF = "debrief"
    PROMISE = "promise"
    REPAIR = "repair"
    LOOK_BACK = "look_back"
    OUTSIDE = "outside"
    ENTRY = "entry"
    LINE = "line"


class Part(IntEnum):
    """Where an item belongs within its day: before all, in time, or after the end."""

    BEFORE = 0
    TIMED = 1
    END = 2
    AFTER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing on the timeline.

    Attributes:
        id: Of the goalpost, moment, offer ... it is about; of the negotiation for
            the prep; for a day of talks without a sitting its ISO date.
        on: Local date it stands at.
        at: Its time; None where only the day is known.
        what: A few words for what it is.
        words: What was written, or an amount.
        before: The words that a new version replaced.
        aside: What belongs to it.
        more: What explains it: the terms, why it changed, then and now.
        todo: What is still to be done about it; empty when nothing is.
        actor: Whose deed it was.
        polarity: Of a mark; None while undecided and for all else.
        strength: Of a mark, 1 to 3.
        repaired: Of a mark: whether it was put right since.
    """

    kind: ItemKind
    id: str
    on: date
    at: datetime | None = None
    part: Part = Part.TIMED
    what: str
    words: str = ""
    before: str = ""
    aside: str = ""
    more: str = ""
    todo: str = ""
    actor: Actor = Actor.ME
    polarity: Polarity | None = None
    strength: int = 1
    repaired: bool = False

    @property
    def key(self) -> str:
        """What names the item over time: its kind and its id."""
        return f"{self.kind.value}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An item with the time to print before it.

    Attributes:
        when: `27 Feb`, `09:43`, or empty where the line above says it.
        gap: Whether a blank line stands above it.
    """

    item: Item
    when: str
    gap: bool
