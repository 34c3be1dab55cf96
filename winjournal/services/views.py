"""What lists show: light rows, made by the store page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from winjournal.domain.debrief import Outcome
from winjournal.domain.moments import Recorded
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.tags import Actor, Polarity, Step, polarity_of, step_of


class RowKind(StrEnum):
    """What a row of the journal is."""

    NEGOTIATION = "negotiation"
    ENTRY = "entry"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A moment boiled down to what a strip of marks shows."""

    negotiation_id: str
    on: date
    tag: str | None
    actor: Actor
    strength: int = 1
    recorded: Recorded = Recorded.LATER
    step_hint: Step | None = None

    @property
    def polarity(self) -> Polarity | None:
        """Slip, handled or neutral; None while undecided."""
        return polarity_of(self.tag) if self.tag else None

    @property
    def step(self) -> Step | None:
        """The step it shows."""
        return step_of(self.tag) if self.tag else self.step_hint


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One line of the journal's list.

    Attributes:
        on: Local date it is listed by.
        at: For entries and lines the local time of writing; None for deals.
        title: A negotiation's title; the first line of an entry or a line.
        person: The counterparty's name, empty for a lone entry.
        outcome: For negotiations; `open` while under way.
        sealed: Whether its prep is sealed.
        debriefed: Whether its debrief is complete and sealed.
        marks: Its marks in order of time.
    """

    kind: RowKind
    id: str
    on: date
    at: datetime | None = None
    title: str
    person: str = ""
    sphere: str = ""
    outcome: Outcome | None = None
    sealed: bool = False
    debriefed: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that a search found.

    Attributes:
        kind: What was found: negotiation, moment, entry, line, counterparty.
        id: Its id.
        negotiation_id: Where `enter` leads, if anywhere.
        on: Local date; None for a person of whom no date is known.
        title: The negotiation's title or the first line.
        snippet: The words around the hit.
        spans: Start and end of each hit within `snippet`.
    """

    kind: str
    id: str
    negotiation_id: str | None
    on: date | None
    title: str
    person: str
    snippet: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One counterparty in the list of people.

    Attributes:
        deals: How many negotiations, open ones included.
        open_deals: How many are under way.
        last_on: Local date of the latest one; None without any.
        handled, slips: Their marks; `my_handled`, `my_slips` are mine with them.
        owed_by_me, owed_by_them: Open promises.
    """

    person: Counterparty
    deals: int = 0
    open_deals: int = 0
    last_on: date | None = None
    handled: int = 0
    slips: int = 0
    my_handled: int = 0
    my_slips: int = 0
    owed_by_me: int = 0
    owed_by_them: int = 0


class DueKind(StrEnum):
    """What is due."""

    FOLLOW_UP = "look back"
    PROMISE = "promise"
    REPAIR = "repair"
    DEBRIEF = "debrief"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing that wants doing.

    Attributes:
        id: Of the follow-up, promise, repair or negotiation; the week for a review.
        on: Local date.
        text: In words.
        theirs: Whether they owe it.
    """

    kind: DueKind
    id: str
    on: date
    text: str
    theirs: bool = False
    negotiation_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay:
    """An open negotiation on Today.

    Attributes:
        live_since: Start of a sitting that has not ended.
        missing: What its prep lacks.
    """

    id: str
    title: str
    person: str
    planned_for: datetime | None = None
    opened_on: date
    live_since: datetime | None = None
    sealed: bool = False
    talked: bool = False
    missing: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
