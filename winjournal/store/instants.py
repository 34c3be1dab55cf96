"""How times are written in the journal: UTC as sortable text, beside the offset.

Standard library alone, for quick capture writes lines without SQLAlchemy.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from winjournal.domain.errors import Invalid


def utc_text(at: datetime) -> str:
    """Return a time as `2026-03-02T09:15:00.000000Z`, which sorts as text.

    Raises:
        Invalid: It has no zone, or lies outside the years 1 to 9999 in UTC.
    """
    if at.utcoffset() is None:
        raise Invalid("at", "A time without a zone cannot be kept.")
    try:
        utc = at.astimezone(UTC)
    except OverflowError:
        raise Invalid("at", "That time lies beyond every calendar.") from None
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def offset_minutes(at: datetime) -> int:
    """Return the offset from UTC in whole minutes, east of Greenwich positive."""
    return round((at.utcoffset() or timedelta()).total_seconds() / 60)


def read_utc(text: str) -> datetime:
    """Return the time that `utc_text` wrote, in UTC."""
    return datetime.fromisoformat(text)


def local(at: datetime, minutes: int) -> datetime:
    """Return a time in the fixed offset in which it was given."""
    return at.astimezone(_zone(minutes))


day = lru_cache(maxsize=8192)(date.fromisoformat)
"""The date of a text; a journal names the same days over and over."""


@lru_cache(maxsize=256)
def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes)) if minutes else UTC
