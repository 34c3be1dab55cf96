"""M3: how often did ego show up, and was it let go?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import variance
from typing import Final

from winjournal.domain.measures.gamma import gamma_quantile
from winjournal.domain.measures.interval import LOWER_TAIL, UPPER_TAIL, Interval

EGO_TAGS: Final = frozenset({"ego", "stayed-for-ego", "left-for-ego"})
"""Own moments with one of these tags are moments of ego."""


@dataclass(frozen=True, slots=True)
class MomentRate:
    """Moments per reviewed negotiation.

    Attributes:
        moments: All moments together.
        talks_with_one: Negotiations with at least one; 1 says that all came in one
            talk.
        per_negotiation: Their mean, 0 or more.
        interval: 90 % interval of the mean; its lower limit is 0 if there are none.
        overdispersion: Variance of the counts over their mean, at least 1: above 1 they
            cluster.
    """

    moments: int
    talks_with_one: int
    per_negotiation: float
    interval: Interval
    overdispersion: float


def ego_moments(own_tags: Iterable[str]) -> int:
    """Return how many of a talk's own moments are moments of ego."""
    return sum(tag in EGO_TAGS for tag in own_tags)


def moment_rate(counts: Sequence[int]) -> MomentRate | None:
    """Return moments per reviewed negotiation; None if none was reviewed.

    Gamma((k + 1/2)/phi, rate n/phi) with equal tails: the Jeffreys posterior of a
    Poisson rate, widened by phi = max(1, variance/mean), since such moments cluster
    and the plain one would be too sure. One negotiation, or none tagged: phi is 1.

    Args:
        counts: Moments of each reviewed negotiation, 0 included, in any order.

    Raises:
        ValueError: A count is negative.
    """
    if not counts:
        return None
    if min(counts) < 0:
        raise ValueError("a talk cannot have fewer than no moments")
    n, k = len(counts), sum(counts)
    phi = _overdispersion(counts)
    shape, rate = (k + 0.5) / phi, n / phi
    low = gamma_quantile(LOWER_TAIL, shape) / rate if k > 0 else 0.0
    high = gamma_quantile(UPPER_TAIL, shape) / rate
    return MomentRate(
        moments=k,
        talks_with_one=sum(count > 0 for count in counts),
        per_negotiation=k / n,
        interval=Interval(low, high),
        overdispersion=phi,
    )


def _overdispersion(counts: Sequence[int]) -> float:
    if len(counts) < 2 or not any(counts):
        return 1.0
    return max(1.0, variance(counts) * len(counts) / sum(counts))
