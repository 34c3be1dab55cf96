"""A tagged event: what was seen at the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from winjournal.domain.errors import Invalid
from winjournal.domain.negotiation import check_length
from winjournal.domain.tags import Actor, Polarity, Step, polarity_of, step_of

NOTE_MAX = 140


class Recorded(StrEnum):
    """How soon a moment was written down."""

    LIVE = "live"
    SAME_DAY = "same-day"
    LATER = "later"


class Precision(StrEnum):
    """Whether the time is that of a clock or of memory."""

    EXACT = "exact"
    APPROX = "approx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One mark.

    Attributes:
        at: When it happened, with the local offset.
        tag: A slug of the taxonomy or an own tag; None while undecided.
        step_hint: For an undecided mark, the step that was typed, if any.
        strength: 1 to 3.
        note: A line of words, at most 140 characters.
        recorded: Live, on the same day, or later.
    """

    id: str
    negotiation_id: str
    sitting_id: str | None = None
    entry_id: str | None = None
    at: datetime
    precision: Precision = Precision.APPROX
    tag: str | None = None
    step_hint: Step | None = None
    actor: Actor = Actor.ME
    strength: int = 1
    note: str | None = None
    recorded: Recorded = Recorded.LATER

    @property
    def polarity(self) -> Polarity | None:
        """Slip, handled or neutral; None while undecided."""
        return polarity_of(self.tag) if self.tag else None

    @property
    def step(self) -> Step | None:
        """The step it shows; of an undecided mark the one that was typed."""
        return step_of(self.tag) if self.tag else self.step_hint

    def check(self) -> None:
        """Check strength and note.

        Raises:
            Invalid: The strength is none of 1, 2, 3, or the note too long.
        """
        if self.strength not in (1, 2, 3):
            raise Invalid("strength", "A strength is 1, 2 or 3.")
        check_length("note", self.note, NOTE_MAX)


def recorded_when(at: datetime, written: datetime) -> Recorded:
    """Return how soon `at` was written down at `written`, by the local date.

    Within ten minutes counts as live.
    """
    if abs(written - at) <= timedelta(minutes=10):
        return Recorded.LIVE
    same = written.astimezone(at.tzinfo).date() == at.date()
    return Recorded.SAME_DAY if same else Recorded.LATER
