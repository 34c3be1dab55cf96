"""Shares: k of n, with the range in which the share plausibly lies."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, pi

from winjournal.domain.measures.beta import beta_quantile
from winjournal.domain.measures.interval import LOWER_TAIL, UPPER_TAIL, Interval

_GROWTH = ((0, 1, 2, +1), (1, 0, 3, -1), (2, 3, 0, -1), (3, 2, 1, +1))
"""For each shape (hits and misses of the later share, hits and misses of the earlier):
itself, the other one of its share, its like in the other share, and whether one more
raises or lowers the probability."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. The count is printed; a rate of its own never is.

    Attributes:
        k: How many it was true of, 0 to n.
        n: How many could speak to it.
        interval: Jeffreys 90 % interval of the share, 0 to 1; None if n is 0.
    """

    k: int
    n: int
    interval: Interval | None


def share(k: int, n: int) -> Share:
    """Return k of n with its interval.

    Raises:
        ValueError: k or n is no possible count.
    """
    return Share(k, n, share_interval(k, n))


def share_of(flags: Iterable[bool]) -> Share:
    """Return how many of the flags are set; 0 of 0 without an interval if none."""
    counted = list(flags)
    return share(sum(counted), len(counted))


@lru_cache(maxsize=512)
def share_interval(k: int, n: int) -> Interval | None:
    """Return the Jeffreys 90 % interval of a share, 0 to 1; None if n is 0.

    Equal tails of Beta(k + 1/2, n - k + 1/2), with the lower limit 0 when k is 0 and
    the upper limit 1 when k is n. Advised for small n by Brown, Cai and DasGupta
    (2001), Statistical Science 16(2), 101-133.

    Raises:
        ValueError: k or n is no possible count.
    """
    _check_count(k, n)
    if n == 0:
        return None
    a, b = k + 0.5, n - k + 0.5
    low = beta_quantile(LOWER_TAIL, a, b) if k > 0 else 0.0
    high = beta_quantile(UPPER_TAIL, a, b) if k < n else 1.0
    return Interval(low, high)


def probability_of_increase(k1: int, n1: int, k2: int, n2: int) -> float | None:
    """Return the probability that the share behind k2 of n2 is above that of k1 of n1.

    From two independent Jeffreys posteriors, 0 to 1; 0.5 when both counts are equal;
    None if either n is 0, since nothing was seen there.

    No integral is needed. With both shares at Beta(1/2, 1/2) the probability is 1/2
    by symmetry, and each entry adds 1 to one of the four shapes, which moves it by a
    closed term (J. D. Cook (2005), "Exact calculation of beta inequalities", M. D.
    Anderson technical report). The terms' common factor is carried as a logarithm,
    for it underflows on the way when n is large.

    Raises:
        ValueError: k or n is no possible count.
    """
    _check_count(k1, n1)
    _check_count(k2, n2)
    if n1 == 0 or n2 == 0:
        return None
    shapes = [0.5, 0.5, 0.5, 0.5]
    probability = 0.5
    log_factor = -2 * log(pi)
    entries = (k2, n2 - k2, k1, n1 - k1)
    for (grown, partner, like, direction), times in zip(_GROWTH, entries, strict=True):
        for _ in range(times):
            shape = shapes[grown]
            probability += direction * exp(log_factor) / shape
            log_factor += log((shape + shapes[like]) / sum(shapes))
            log_factor += log((shape + shapes[partner]) / shape)
            shapes[grown] += 1
    return min(max(probability, 0.0), 1.0)


def _check_count(k: int, n: int) -> None:
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n} is no possible count")
