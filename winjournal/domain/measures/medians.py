"""The middle value of a few, with an interval that assumes no distribution."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from winjournal.domain.measures.beta import beta_cdf
from winjournal.domain.measures.interval import LOWER_TAIL, Interval


@dataclass(frozen=True, slots=True)
class Median:
    """A median and, from five values, the order statistics around it.

    Attributes:
        median: The middle value, or the mean of the middle two; in the unit of the
            values.
        interval: The innermost pair of values, as far from either end, that covers the
            true median with 90 % or more; None below five values, where no such pair
            exists.
        coverage: The exact probability of that, 0.9 to 1; None without an interval.
    """

    median: float
    interval: Interval | None
    coverage: float | None


def median_interval(values: Sequence[float]) -> Median | None:
    """Return the median with its order statistic interval; None if there are none.

    The r-th smallest and the r-th largest of n values miss the true median only if
    fewer than r lie on one of its sides: twice a tail of Binomial(n, 1/2). The largest
    r that still covers 90 % is taken. Ties are harmless, they only widen the coverage;
    values that are all the same give a point. Source: David and Nagaraja (2003),
    *Order Statistics*, 7.1.
    """
    if not values:
        return None
    ordered = sorted(values)
    n = len(ordered)
    depths = range(1, n // 2 + 1)
    depth = bisect_right(depths, LOWER_TAIL, key=lambda r: _tail(r, n))
    if depth == 0:
        return Median(median(ordered), None, None)
    limits = Interval(ordered[depth - 1], ordered[-depth])
    return Median(median(ordered), limits, 1 - 2 * _tail(depth, n))


def _tail(depth: int, n: int) -> float:
    """Return the probability that fewer than `depth` of n fair coins show heads."""
    return beta_cdf(0.5, n - depth + 1, depth)
