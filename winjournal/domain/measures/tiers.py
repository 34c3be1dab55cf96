"""How much may be said from n entries."""

from enum import StrEnum

from winjournal.domain.measures.settings import (
    TIER_COUNTED,
    TIER_ENOUGH,
    TIER_LISTED,
    TIER_TREND,
)


class Tier(StrEnum):
    """What n eligible entries allow to be shown; each tier adds to the one before."""

    NONE = "none"
    """No entry speaks: say so and what would, never a number."""

    LISTED = "listed"
    """One or two: the facts as a list, no percentage, no interval."""

    COUNTED = "counted"
    """Three or four: count and interval, called too few for a pattern."""

    ENOUGH = "enough"
    """Five to fifteen: count, interval and entries, no trend word."""

    TREND = "trend"
    """Sixteen and more: the trend state as well, never a cause."""


def tier(n: int) -> Tier:
    """Return what n eligible entries allow.

    Raises:
        ValueError: n is negative.
    """
    if n < 0:
        raise ValueError(f"{n} is no possible count")
    if n < TIER_LISTED:
        return Tier.NONE
    if n < TIER_COUNTED:
        return Tier.LISTED
    if n < TIER_ENOUGH:
        return Tier.COUNTED
    return Tier.ENOUGH if n < TIER_TREND else Tier.TREND
