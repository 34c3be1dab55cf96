"""Quantiles of a continuous distribution from its cumulative probability."""

from collections.abc import Callable

_MOST_STEPS = 200
_RELATIVE_PRECISION = 1e-12


def quantile(
    p: float,
    cdf: Callable[[float], float],
    density: Callable[[float], float],
    bracket: tuple[float, float],
    start: float,
) -> float:
    """Return the x below which the probability is p.

    Newton's method, kept inside a bracket that every step narrows; a step that would
    leave the bracket is replaced by its middle, so it always arrives.

    Args:
        p: Probability, 0 to 1, both ends excluded.
        cdf: Cumulative probability, rising over the bracket.
        density: Its derivative; 0 where it underflows.
        bracket: Two points with cdf(low) <= p <= cdf(high).
        start: A first guess inside the bracket, such as the mean.
    """
    low, high = bracket
    x = start
    for _ in range(_MOST_STEPS):
        error = cdf(x) - p
        if error > 0:
            high = x
        else:
            low = x
        slope = density(x)
        following = x - error / slope if slope > 0 else low
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - x) <= _RELATIVE_PRECISION * following:
            return following
        x = following
    return x
