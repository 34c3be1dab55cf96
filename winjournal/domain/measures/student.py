"""Student's t: the interval of a mean, and the spread it rests on."""

from collections.abc import Sequence
from functools import lru_cache
from math import fsum, sqrt

from winjournal.domain.measures.beta import beta_quantile
from winjournal.domain.measures.interval import Interval
from winjournal.domain.measures.settings import CONFIDENCE


@lru_cache(maxsize=256)
def t_factor(degrees_of_freedom: int) -> float:
    """Return how many standard errors a 90 % interval reaches to each side.

    t squared / (t squared + degrees) is Beta(1/2, degrees/2), so the incomplete beta
    function serves here too. 6.3138 for one degree, falling towards 1.6449.

    Raises:
        ValueError: Fewer than one degree of freedom.
    """
    if degrees_of_freedom < 1:
        raise ValueError("a spread needs at least two values")
    x = beta_quantile(CONFIDENCE, 0.5, degrees_of_freedom / 2)
    return sqrt(degrees_of_freedom * x / (1 - x))


def t_interval(centre: float, sd: float, n: int) -> Interval:
    """Return centre +- t(n - 1) x sd / sqrt(n), in the unit of the centre.

    Args:
        centre: The estimate.
        sd: Standard deviation of one value, 0 or more (callers floor it).
        n: Number of values, 2 or more.

    Raises:
        ValueError: Fewer than two values.
    """
    reach = t_factor(n - 1) * sd / sqrt(n)
    return Interval(centre - reach, centre + reach)


def spread_of(values: Sequence[float]) -> float:
    """Return the standard deviation of a sample, in the unit of its values.

    With sums that are not rounded on the way. `statistics.stdev` counts in fractions,
    which takes seven times as long for a digit that no interval shows.

    Raises:
        ValueError: Fewer than two values.
    """
    n = len(values)
    if n < 2:
        raise ValueError("a spread needs at least two values")
    mean = fsum(values) / n
    return sqrt(fsum([(value - mean) ** 2 for value in values]) / (n - 1))
