"""Due dates in words lie ahead where they are ambiguous."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.dates import read_when

NOW = datetime(2026, 3, 4, 7, 50, tzinfo=ZoneInfo("Europe/Berlin"))


def due(text: str) -> str:
    when = read_when(text, NOW, future=True)
    assert when is not None
    return f"{when.at:%Y-%m-%d %H:%M}" if when.has_time else f"{when.at:%Y-%m-%d}"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("fri", "2026-03-06"),
        ("by fri", "2026-03-06"),
        ("wed", "2026-03-04"),
        ("wed 9am", "2026-03-04 09:00"),
        ("wed 7am", "2026-03-11 07:00"),
        ("tue", "2026-03-10"),
        ("last tue", "2026-03-03"),
        ("next tue", "2026-03-10"),
        ("9am", "2026-03-04 09:00"),
        ("7am", "2026-03-05 07:00"),
        ("14 march", "2026-03-14"),
        ("3 march", "2027-03-03"),
        ("29 feb", "2028-02-29"),
        ("the 3rd", "2026-04-03"),
        ("the 31st", "2026-03-31"),
        ("until tomorrow", "2026-03-05"),
        ("in two weeks", "2026-03-18"),
        ("next month", "2026-04-04"),
        ("february", "2027-02-01"),
        ("april", "2026-04-01"),
        ("next april", "2026-04-01"),
        ("end of the month", "2026-03-31"),
        ("end of week", "2026-03-08"),
        ("end of this year", "2026-12-31"),
        ("yesterday", "2026-03-03"),
        ("2026-03-01", "2026-03-01"),
    ],
)
def test_a_due_date_lies_ahead(phrase: str, expected: str) -> None:
    assert due(phrase) == expected


def test_by_is_for_due_dates_only() -> None:
    assert read_when("by fri", NOW) is None
