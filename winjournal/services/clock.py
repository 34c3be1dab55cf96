"""Clocks: the system's, and a fixed one for tests and demos."""

from __future__ import annotations

from datetime import datetime

from dateutil import tz

from winjournal.domain.errors import NotUnderstood


class SystemClock:
    """The machine's time in the local zone, which honours `TZ`."""

    def now(self) -> datetime:
        """Return the present moment with the local offset."""
        return datetime.now(tz.tzlocal())


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
    return FixedClock(at if at.tzinfo else at.replace(tzinfo=tz.tzlocal()))
