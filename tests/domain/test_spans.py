from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from winjournal.domain.periods import read_period
from winjournal.domain.spans import (
    LAST,
    Span,
    as_the_page_calls,
    span_around,
    span_beside,
)


@pytest.mark.parametrize(
    ("span", "day", "start", "end", "name"),
    [
        (Span.MONTH, "2024-02-29", "2024-02-01", "2024-02-29", "February 2024"),
        (Span.MONTH, "2026-12-31", "2026-12-01", "2026-12-31", "December 2026"),
        (Span.QUARTER, "2026-11-22", "2026-10-01", "2026-12-31", "Oct to Dec 2026"),
        (Span.QUARTER, "2026-03-31", "2026-01-01", "2026-03-31", "Jan to Mar 2026"),
        (Span.YEAR, "2026-07-01", "2026-01-01", "2026-12-31", "2026"),
    ],
)
def test_a_period_follows_the_calendar(
    span: Span, day: str, start: str, end: str, name: str
) -> None:
    period = span_around(span, date.fromisoformat(day))
    assert (str(period.start), str(period.end), period.name) == (start, end, name)


@pytest.mark.parametrize("span", [Span.MONTH, Span.QUARTER, Span.YEAR])
@pytest.mark.parametrize("step", [-1, 1])
def test_periods_lie_side_by_side(span: Span, step: int) -> None:
    here = span_around(span, date(2026, 1, 31))
    there = span_around(span, span_beside(span, date(2026, 1, 31), step))
    first, second = (there, here) if step < 0 else (here, there)
    assert (second.start - first.end).days == 1


def test_all_of_it_has_no_neighbour() -> None:
    assert span_beside(Span.ALL, date(2026, 1, 1), 1) == date(2026, 1, 1)
    assert span_beside(Span.YEAR, LAST, 1) == LAST


def test_spans_go_round() -> None:
    assert [span.longer for span in Span] == [
        Span.QUARTER, Span.YEAR, Span.ALL, Span.MONTH,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        ("all", "all time"),
        ("q4 2025", "Oct to Dec 2025"),
        ("2025-11", "November 2025"),
        ("2025", "2025"),
        ("2025-11-03..2025-11-20", "Mon 3 Nov 2025 to Thu 20 Nov 2025"),
    ],
)
def test_the_same_days_have_the_same_name_however_asked_for(
    asked: str, called: str
) -> None:
    now = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
    assert as_the_page_calls(read_period(asked, now)).name == called
