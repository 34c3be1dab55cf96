"""How a law of the measures is tried: on the same many examples every time."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

law = settings(deadline=None, derandomize=True, database=None, max_examples=60)
"""Without a clock, without memory of earlier runs."""

amounts = st.decimals(
    min_value=-100_000,
    max_value=100_000,
    places=2,
    allow_nan=False,
    allow_infinity=False,
)
"""Money of either sign, in cents."""

counts_of = st.integers(1, 60).flatmap(
    lambda n: st.tuples(st.integers(0, n), st.just(n))
)
"""k of n, n at least 1."""

few_values = st.lists(st.integers(-5, 5).map(float), max_size=9)
"""Short series with many ties."""
