"""Periods one can step through: months, quarters, years, and all of it."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.periods import Period

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The ends of all time, as far as a journal is concerned."""


class Span(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"

    @property
    def longer(self) -> Span:
        """The next longer one; after `all` comes the shortest."""
        spans = tuple(Span)
        return spans[(spans.index(self) + 1) % len(spans)]


_MONTHS_OF = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


def span_around(span: Span, day: date) -> Period:
    """Return the month, quarter or year that holds a day, by the calendar."""
    if span is Span.ALL:
        return Period(FIRST, LAST, "all time")
    months = _MONTHS_OF[span]
    first = (day.month - 1) // months * months + 1
    start = date(day.year, first, 1)
    return Period(start, _end_of(start, months), _name_of(start, months))


def as_the_page_calls(period: Period) -> Period:
    """Return a period under the name that the page gives to the same days.

    What was said to a statement over a quarter stands beside it, however the quarter
    was asked for.
    """
    for span in Span:
        same = span_around(span, period.start)
        if (same.start, same.end) == (period.start, period.end):
            return same
    return period


def span_beside(span: Span, day: date, step: int) -> date:
    """Return a day in the period before (`step` -1) or after (+1) a day's own.

    All of it has no neighbour; the ends of all time have none either.
    """
    if span is Span.ALL:
        return day
    period = span_around(span, day)
    beside = (period.start if step < 0 else period.end) + timedelta(days=step)
    return beside if FIRST <= beside <= LAST else day


def _end_of(start: date, months: int) -> date:
    after = start.year * 12 + start.month - 1 + months
    return date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _name_of(start: date, months: int) -> str:
    if months == 12:
        return str(start.year)
    first = MONTHS[start.month - 1]
    if months == 1:
        return f"{first} {start.year}"
    last = MONTHS[start.month + months - 2]
    return f"{first[:3]} to {last[:3]} {start.year}"
