"""Clocks: the system's, and a fixed one for tests and demos."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from winjournal.domain.errors import NotUnderstood


class LocalZone(tzinfo):
    """The machine's zone with its rules of every year, which honours `TZ`.

    The same as dateutil's `tzlocal`, whose import alone takes 30 ms: a third of
    `wj log`.
    """

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        """Return the offset at a local time; `fold` tells two equal ones apart."""
        return dt.replace(tzinfo=None).astimezone().utcoffset() if dt else None

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Return None: only the whole offset is known."""
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        """Return the zone's name at a local time, such as CET."""
        return dt.replace(tzinfo=None).astimezone().tzname() if dt else None

    def fromutc(self, dt: datetime) -> datetime:
        """Return the local time at a UTC time that carries this zone."""
        there = dt.replace(tzinfo=UTC).astimezone()
        local = there.replace(tzinfo=self)
        if local.utcoffset() == there.utcoffset():
            return local
        return local.replace(fold=1)


LOCAL = LocalZone()


class SystemClock:
    """The machine's time in the local zone."""

    def now(self) -> datetime:
        """Return the present moment with the local offset."""
        return datetime.now(LOCAL)


class FixedClock:
    """A clock that stands still.

    Args:
        at: An aware time.
    """

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """Return the time that was given."""
        return self._at


def clock_of(text: str | None) -> SystemClock | FixedClock:
    """Return the clock that `WINJOURNAL_NOW` asks for; the system's without it.

    Args:
        text: An ISO time such as `2026-03-04T10:00`, local unless it says else.

    Raises:
        NotUnderstood: It is no ISO time.
    """
    if not text:
        return SystemClock()
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(
            f"WINJOURNAL_NOW is {text!r}, which is no time.",
            "Write it as 2026-03-04T10:00.",
        ) from None
    return FixedClock(at if at.tzinfo else at.replace(tzinfo=LOCAL))
