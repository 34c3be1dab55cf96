"""What the lists of screens and verbs ask of a store: light rows, never whole deals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from winjournal.domain.afterwards import Afterwards
    from winjournal.domain.before import Lesson, Trigger, TrustAct
    from winjournal.domain.facts import Record
    from winjournal.domain.filter_tree import Filter
    from winjournal.domain.later import Repair
    from winjournal.domain.sought import Sought
    from winjournal.domain.year_grid import DayCount
    from winjournal.services.entities import E
    from winjournal.services.views import (
        Due,
        Hit,
        JournalRow,
        Mark,
        PersonRow,
        UnderWay,
    )


class ViewsByDay(Protocol):
    """Makes the light rows of a span of days, all from one snapshot."""

    def marks(self, since: date, until: date) -> Sequence[Mark]:
        """Return the marks of these local dates, both ends included, by time."""
        ...

    def talks(self, since: date, until: date) -> int:
        """Return how many negotiations had a mark, sitting or closing then."""
        ...

    def days(self, since: date, until: date) -> Sequence[DayCount]:
        """Return the local dates on which anything stands, both ends included."""
        ...

    def heard(self, since: datetime, until: datetime) -> Sequence[str]:
        """Return the negotiations whose first own rating of theirs came in between.

        Args:
            since: From then on.
            until: Before then.
        """
        ...


class Views(ViewsByDay, Protocol):
    """Makes the light rows that lists show, all from one snapshot."""

    def journal(self, filter_: Filter, start: int, stop: int) -> Sequence[JournalRow]:
        """Return rows `start` to `stop` (exclusive), newest first; ties by id.

        Unfiled lines stand among the rest by union.
        """
        ...

    def journal_count(self, filter_: Filter) -> int:
        """Return how many rows pass."""
        ...

    def journal_months(self, filter_: Filter) -> Sequence[tuple[str, int]]:
        """Return how many rows pass in each month, as `2026-03`, latest first."""
        ...

    def deals(self, ids: Sequence[str]) -> Sequence[JournalRow]:
        """Return the rows of these negotiations, newest first; ties by id."""
        ...

    def find(self, sought: Sought, limit: int) -> Sequence[Hit]:
        """Return what is looked for, best first; without words the newest first."""
        ...

    def kinds(self) -> Sequence[str]:
        """Return the kinds that were used, the most frequent first."""
        ...

    def under_way(self) -> Sequence[UnderWay]:
        """Return the open negotiations: live, then planned, then newest."""
        ...

    def due(self, until: date) -> Sequence[Due]:
        """Return follow-ups, promises and debriefs due by then, by date."""
        ...

    def people(self, *, archived: bool = False) -> Sequence[PersonRow]:
        """Return the counterparties that are (not) archived, latest deal first."""
        ...

    def acts_with(self, person_id: str) -> Sequence[TrustAct]:
        """Return the marks that are acts of trust with one person, oldest first."""
        ...

    def repairs_with(self, person_id: str) -> Sequence[Repair]:
        """Return the repairs of the deals with one person, oldest first."""
        ...

    def parts_with(self, kind: type[E], person_id: str) -> Sequence[E]:
        """Return the parts of one kind of the deals with one person, by deal and id.

        Any kind that has a `negotiation_id`: debriefs, look-backs, goalposts.
        """
        ...

    def lessons(self, person_id: str | None, kind: str | None) -> Sequence[Lesson]:
        """Return own lessons that may match a person, a kind or a trigger."""
        ...

    def usual_trigger(self) -> Trigger | None:
        """Return what one wrote most often would sting; None without one."""
        ...

    def record(self) -> Record:
        """Return what the measures read, over the whole journal."""
        ...

    def afterwards(self, *, hours: bool = True) -> Afterwards:
        """Return what came after the talks, over the whole journal.

        Args:
            hours: Whether the hours of first sittings are read.
        """
        ...

    def tags_used(self) -> Sequence[tuple[str, int]]:
        """Return each tag in use and how often, most used first."""
        ...

    def titles(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the titles of these negotiations."""
        ...
