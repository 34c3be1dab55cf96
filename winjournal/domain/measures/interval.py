"""A plausible range for a figure."""

from dataclasses import dataclass

from winjournal.domain.measures.settings import CONFIDENCE

LOWER_TAIL = (1 - CONFIDENCE) / 2
"""Probability below an interval with equal tails."""

UPPER_TAIL = 1 - LOWER_TAIL
"""Probability below the upper limit of an interval with equal tails."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The limits between which a figure plausibly lies, in the unit of the figure.

    Attributes:
        low: Lower limit, never above `high`.
        high: Upper limit.
    """

    low: float
    high: float

    def clipped(self, lowest: float, highest: float) -> "Interval":
        """Return the interval cut to lowest..highest."""
        return Interval(
            min(max(self.low, lowest), highest), min(max(self.high, lowest), highest)
        )
