"""What is shown of a week, and of a week among others."""

from __future__ import annotations

from dataclasses import dataclass, field

from winjournal.domain.debrief import Outcome
from winjournal.domain.moments import Moment
from winjournal.domain.weeks import Week
from winjournal.domain.writing import Vow, WeekReview
from winjournal.services.reviewing import Asked, Walk
from winjournal.services.views import JournalRow, Mark, RowKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """Everything the Week screen shows.

    Attributes:
        rows: What was negotiated or written: first what began before or ended
            after this week, then what is dated in it, each newest first.
        marks: Its marks, in order of time.
        moments: The same with their words.
        titles: Titles of the negotiations that the marks belong to.
        review: None before anything was written.
        vow: The vow that this week's review made.
        standing: The vow made before, which stands this week.
        kept, tested: How often the standing vow was kept of how often its IF came.
        walk: What the review walks through.
        asked: Its question, where it was looked for; see `Weeks.asked`.
    """

    week: Week
    rows: tuple[JournalRow, ...]
    marks: tuple[Mark, ...]
    titles: dict[str, str]
    review: WeekReview | None
    vow: Vow | None
    standing: Vow | None
    kept: int = 0
    tested: int = 0
    moments: tuple[Moment, ...] = ()
    walk: Walk = field(default_factory=Walk)
    asked: Asked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """One week among others.

    Attributes:
        review: None before anything was written.
        vow: The vow that its review made.
        marks: Its marks, in order of time.
    """

    week: Week
    review: WeekReview | None
    vow: Vow | None
    marks: tuple[Mark, ...]


def dealt_in(view: WeekView) -> tuple[str, ...]:
    """Return the negotiations that were talked in a week: marked, or ended in it."""
    marked = [mark.negotiation_id for mark in view.marks]
    ended = [
        row.id
        for row in view.rows
        if row.kind is RowKind.NEGOTIATION
        and row.outcome not in (None, Outcome.OPEN)
        and Week.of(row.on) == view.week
    ]
    return tuple(dict.fromkeys([*marked, *ended]))
