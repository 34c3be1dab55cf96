"""Does a series of values rise or fall? Exact Mann-Kendall and Theil-Sen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import comb
from statistics import median

from winjournal.domain.measures.settings import SLOPE_DAYS


@dataclass(frozen=True, slots=True)
class MannKendall:
    """The comparison of each value with each one after it.

    Attributes:
        s: Pairs in which the later value is higher, less those in which it is lower.
        untied_pairs: Pairs of two different values.
        p: Two-sided probability of an |s| at least as large if order meant nothing.
    """

    s: int
    untied_pairs: int
    p: float

    @property
    def rising(self) -> int:
        """Pairs in which the later value is the higher."""
        return (self.untied_pairs + self.s) // 2

    @property
    def falling(self) -> int:
        """Pairs in which the later value is the lower."""
        return (self.untied_pairs - self.s) // 2


def mann_kendall(oldest_first: Sequence[float]) -> MannKendall:
    """Return the exact Mann-Kendall test of a series; ties are allowed.

    With no, one or only equal values s is 0 and p is 1. Under chance every order of
    the values is as likely; the inversions of a multiset are counted by the product
    of Gaussian binomials (Stanley, *Enumerative Combinatorics* 1, 1.7.1), and
    s = untied pairs - 2 x inversions is symmetric about 0.

    The time grows with the cube of n: 0.1 ms for the sixteen of a trend, 20 ms for
    a hundred.
    """
    pairs = list(combinations(oldest_first, 2))
    rising = sum(earlier < later for earlier, later in pairs)
    falling = sum(earlier > later for earlier, later in pairs)
    fewest = min(rising, falling)
    ways = _orders_by_inversions(Counter(oldest_first).values(), up_to=fewest)
    one_sided = sum(ways) / _orders(Counter(oldest_first).values())
    return MannKendall(rising - falling, rising + falling, min(1.0, 2 * one_sided))


def theil_sen_per_90_days(
    closed_on: Sequence[date], values: Sequence[float]
) -> float | None:
    """Return the median slope between all pairs of days, in units per 90 days.

    None if no two values lie on different days; pairs of one day have no slope.
    Source: Sen (1968), Journal of the American Statistical Association 63, 1379-1389.

    Raises:
        ValueError: There are not as many dates as values.
    """
    points = zip(closed_on, values, strict=True)
    slopes = [
        (later - earlier) * SLOPE_DAYS / (day - before).days
        for (before, earlier), (day, later) in combinations(points, 2)
        if day != before
    ]
    return median(slopes) if slopes else None


def _orders(tie_sizes: Iterable[int]) -> int:
    """Return in how many orders the values can stand, equal ones not told apart."""
    orders, placed = 1, 0
    for size in tie_sizes:
        placed += size
        orders *= comb(placed, size)
    return orders


def _orders_by_inversions(tie_sizes: Iterable[int], up_to: int) -> list[int]:
    """Return how many orders have 0, 1, ... up_to inversions.

    Each run of ties multiplies the generating function by a Gaussian binomial: by
    1 - q^(placed + i) and through 1 - q^i for every i up to its size.
    """
    ways = [1] + [0] * up_to
    placed = 0
    for size in tie_sizes:
        for i in range(1, size + 1):
            for inversions in range(up_to, placed + i - 1, -1):
                ways[inversions] -= ways[inversions - placed - i]
            for inversions in range(i, up_to + 1):
                ways[inversions] += ways[inversions - i]
        placed += size
    return ways
