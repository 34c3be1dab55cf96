"""What the acts of a script work on, and what they remember of one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from winjournal.demo.calendar import Calendar
from winjournal.demo.story import Story
from winjournal.services.journal import Journal


@dataclass(slots=True)
class Stage:
    """The journal that is being filled.

    Attributes:
        journal: Its services.
        vows: The vows made so far, the latest last.
    """

    journal: Journal
    vows: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Scene:
    """One negotiation while it is being played.

    Attributes:
        story: What is played.
        calendar: Turns its words into times.
        deal: The negotiation's id, once it is written.
        person: The counterparty's id.
        talked: Start of the latest talk.
        promises: Words of a promise to its id.
        repairs: Words of a repair to its id.
    """

    story: Story
    calendar: Calendar
    deal: str = ""
    person: str = ""
    talked: datetime | None = None
    promises: dict[str, str] = field(default_factory=dict)
    repairs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One act and its time."""

    at: datetime
    act: Callable[[Stage], None]
