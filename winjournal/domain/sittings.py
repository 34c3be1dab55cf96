"""Sittings that go on, and when one that was left going on is taken to have ended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.moments import Moment
    from winjournal.domain.negotiation import Sitting

FORGOTTEN_AFTER = timedelta(hours=12)
"""A live sitting without a sign for longer than this was left on by mistake."""


def live_one(sittings: Iterable[Sitting]) -> Sitting | None:
    """Return the sitting that goes on, the latest where there are more, or None."""
    live = [one for one in sittings if one.is_live]
    return max(live, key=lambda one: one.started_at, default=None)


def marks_of(sitting: Sitting, moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return the moments of one sitting, in the order they have."""
    return tuple(one for one in moments if one.sitting_id == sitting.id)


def end_of(sitting: Sitting, moments: Iterable[Moment], now: datetime) -> datetime:
    """Return when a sitting that is ended now has ended.

    That is now, or its last mark where that is more than `FORGOTTEN_AFTER` ago (its
    start where it has none); never before it began, also by a clock set back.

    Args:
        sitting: It goes on.
        moments: Those of its negotiation.
        now: Aware.
    """
    times = [one.at for one in marks_of(sitting, moments)]
    last = max([sitting.started_at, *times], key=_instant)
    if _instant(now) - _instant(last) > FORGOTTEN_AFTER:
        return last
    return max(now, sitting.started_at, key=_instant)


def elapsed(sitting: Sitting, now: datetime) -> timedelta:
    """Return how long a sitting has gone on, 0 or more, over a change of clocks too."""
    until = sitting.ended_at or now
    return max(_instant(until) - _instant(sitting.started_at), timedelta(0))


def _instant(at: datetime) -> datetime:
    return at.astimezone(UTC)
