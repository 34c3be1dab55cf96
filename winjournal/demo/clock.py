"""The clock of a script: it stands where it was set, until it is let run."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class ScriptClock:
    """A clock that is set before each act.

    Args:
        at: An aware time; its zone is the zone of the script.
    """

    def __init__(self, at: datetime) -> None:
        self._at = at
        self._elapsed: Callable[[], float] | None = None
        self._origin = 0.0

    def now(self) -> datetime:
        """Return the time that was set, plus what has run since."""
        if self._elapsed is None:
            return self._at
        return self._at + timedelta(seconds=self._elapsed() - self._origin)

    def set(self, at: datetime) -> None:
        """Stand still at an aware time."""
        self._at, self._elapsed = at, None

    def run(self, elapsed: Callable[[], float]) -> None:
        """Go on from where it stands, as fast as `elapsed` counts seconds.

        Args:
            elapsed: Seconds since any moment, such as `time.monotonic`.
        """
        self._origin, self._elapsed = elapsed(), elapsed
