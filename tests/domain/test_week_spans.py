"""Weeks of a month and of a quarter: each week in one, by its Thursday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.week_spans import Span, say_span, weeks_of
from winjournal.domain.weeks import Week

WEEKS = st.dates(date(1901, 1, 1), date(2198, 12, 31)).map(Week.of)


@pytest.mark.parametrize(
    ("span", "week", "first", "last", "name"),
    [
        (Span.WEEK, Week(2026, 47), Week(2026, 47), Week(2026, 47), "Week 47"),
        (Span.MONTH, Week(2026, 47), Week(2026, 45), Week(2026, 48), "November 2026"),
        (Span.MONTH, Week(2026, 1), Week(2026, 1), Week(2026, 5), "January 2026"),
        (Span.MONTH, Week(2026, 53), Week(2026, 49), Week(2026, 53), "December 2026"),
        (Span.QUARTER, Week(2026, 53), Week(2026, 40), Week(2026, 53), "Q4 2026"),
        (Span.QUARTER, Week(2026, 1), Week(2026, 1), Week(2026, 13), "Q1 2026"),
    ],
)
def test_a_span_has_its_weeks(
    span: Span, week: Week, first: Week, last: Week, name: str
) -> None:
    weeks = weeks_of(span, week)
    assert (weeks[0], weeks[-1]) == (first, last)
    assert say_span(span, week) == name


@given(WEEKS, st.sampled_from(Span))
def test_each_week_lies_in_one_span_and_they_leave_no_gap(
    week: Week, span: Span
) -> None:
    weeks = weeks_of(span, week)
    assert week in weeks
    assert all(weeks_of(span, one) == weeks for one in weeks)
    assert weeks_of(span, weeks[0].previous)[-1].next == weeks[0]


def test_after_the_longest_comes_a_week() -> None:
    assert [span.longer for span in Span] == [Span.MONTH, Span.QUARTER, Span.WEEK]
