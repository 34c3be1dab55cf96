"""Weeks together: one, those of a month, those of a quarter.

A week belongs to the month in which its Thursday lies, as it does to its year.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.weeks import Week


class Span(StrEnum):
    """How much is looked at."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"

    @property
    def longer(self) -> Span:
        """The next longer one; after a quarter a week again."""
        spans = list(Span)
        return spans[(spans.index(self) + 1) % len(spans)]


def weeks_of(span: Span, week: Week) -> tuple[Week, ...]:
    """Return the weeks of the span that a week lies in, oldest first."""
    if span is Span.WEEK:
        return (week,)
    first, months = _begin(span, week)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    end = date(year, month + 1, 1)
    # the first Thursday of the first month, and each one after it
    thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    found = []
    while thursday < end:
        found.append(Week.of(thursday))
        thursday += timedelta(days=7)
    return tuple(found)


def say_span(span: Span, week: Week) -> str:
    """Return the name of a span: `Week 47`, `November 2026`, `Q4 2026`."""
    if span is Span.WEEK:
        return f"Week {week.week}"
    first, _ = _begin(span, week)
    if span is Span.MONTH:
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"Q{(first.month + 2) // 3} {first.year}"


def _begin(span: Span, week: Week) -> tuple[date, int]:
    """Return the first day of the month or quarter, and how many months it has."""
    thursday = week.days[3]
    if span is Span.MONTH:
        return thursday.replace(day=1), 1
    return date(thursday.year, (thursday.month - 1) // 3 * 3 + 1, 1), 3
