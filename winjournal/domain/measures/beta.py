"""The beta distribution: cumulative probability and quantile."""

from math import exp, lgamma, log, log1p

from winjournal.domain.measures.interval import LOWER_TAIL, UPPER_TAIL, Interval
from winjournal.domain.measures.quantile import quantile

_MOST_TERMS = 10_000
_PRECISION = 1e-15
_TINY = 1e-300


def beta_cdf(x: float, a: float, b: float) -> float:
    """Return the probability that Beta(a, b) is at most x.

    This is the regularised incomplete beta function, by its continued fraction
    (Lentz's method; NIST Digital Library of Mathematical Functions, 8.17.22), taken
    on the side where it converges fast.

    Args:
        x: Any number; 0 below the range 0..1, 1 above it.
        a: First shape, above 0.
        b: Second shape, above 0.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _lower_tail(1 - x, b, a)
    return _lower_tail(x, a, b)


def beta_quantile(p: float, a: float, b: float) -> float:
    """Return the x below which Beta(a, b) lies with probability p (0 < p < 1)."""
    return quantile(
        p,
        cdf=lambda x: beta_cdf(x, a, b),
        density=lambda x: _density(x, a, b),
        bracket=(0.0, 1.0),
        start=a / (a + b),
    )


def beta_interval(a: float, b: float) -> Interval:
    """Return the interval of Beta(a, b) with equal tails, within 0..1."""
    return Interval(beta_quantile(LOWER_TAIL, a, b), beta_quantile(UPPER_TAIL, a, b))


def _density(x: float, a: float, b: float) -> float:
    return exp((a - 1) * log(x) + (b - 1) * log1p(-x) - _log_beta(a, b))


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _lower_tail(x: float, a: float, b: float) -> float:
    front = exp(a * log(x) + b * log1p(-x) - _log_beta(a, b)) / a
    return front / _continued_fraction(x, a, b)


def _continued_fraction(x: float, a: float, b: float) -> float:
    """Return 1 + d1/(1 + d2/(1 + ...)) by Lentz's method."""
    value = numerator = 1.0
    denominator = 0.0
    for term in range(1, _MOST_TERMS):
        d = _coefficient(term, x, a, b)
        numerator = 1 + d / numerator or _TINY
        denominator = 1 / (1 + d * denominator or _TINY)
        change = numerator * denominator
        value *= change
        if abs(change - 1) < _PRECISION:
            break
    return value


def _coefficient(term: int, x: float, a: float, b: float) -> float:
    """Return d_term of DLMF 8.17.23: even terms pull up, odd ones down."""
    m = term // 2
    if term % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
