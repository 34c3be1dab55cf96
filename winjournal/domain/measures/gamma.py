"""The gamma distribution with rate 1: cumulative probability and quantile."""

from math import exp, lgamma, log

from winjournal.domain.measures.quantile import quantile

_MOST_TERMS = 100_000
_PRECISION = 1e-15
_TINY = 1e-300


def gamma_cdf(x: float, shape: float) -> float:
    """Return the probability that Gamma(shape, rate 1) is at most x.

    This is the regularised lower incomplete gamma function: its power series below
    the mean (NIST Digital Library of Mathematical Functions, 8.11.4), the continued
    fraction of its complement above (8.9.2, Lentz's method).

    Args:
        x: Any number; 0 at and below 0.
        shape: Above 0.
    """
    if x <= 0:
        return 0.0
    front = exp(shape * log(x) - x - lgamma(shape))
    if x < shape + 1:
        return front * _series(x, shape)
    return 1 - front / _continued_fraction(x, shape)


def gamma_quantile(p: float, shape: float) -> float:
    """Return the x below which Gamma(shape, rate 1) lies with probability p.

    For 0 < p < 1. Divide by a rate to get the quantile for that rate.
    """
    high = shape + 1
    while gamma_cdf(high, shape) < p:
        high *= 2
    return quantile(
        p,
        cdf=lambda x: gamma_cdf(x, shape),
        density=lambda x: exp((shape - 1) * log(x) - x - lgamma(shape)),
        bracket=(0.0, high),
        start=shape,
    )


def _series(x: float, shape: float) -> float:
    term = total = 1 / shape
    for i in range(1, _MOST_TERMS):
        term *= x / (shape + i)
        total += term
        if term < total * _PRECISION:
            break
    return total


def _continued_fraction(x: float, shape: float) -> float:
    """Return b0 - c1/(b1 - c2/(b2 - ...)), b_i = x + 2i + 1 - shape."""
    value = numerator = x + 1 - shape
    denominator = 0.0
    for i in range(1, _MOST_TERMS):
        b = x + 2 * i + 1 - shape
        c = i * (shape - i)
        numerator = b + c / numerator or _TINY
        denominator = 1 / (b + c * denominator or _TINY)
        change = numerator * denominator
        value *= change
        if abs(change - 1) < _PRECISION:
            break
    return value
