"""Two things measured in turn, and how the one stands to the other.

A machine gets slower and faster while it measures. So both are measured in
pairs, one right after the other and each first as often as the other, and what
is reported is the ratio within a pair: its median, least and greatest.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAIRS = 7
"""So many pairs at least make a figure."""


@dataclass(frozen=True)
class Ratio:
    """What came of the pairs of one row."""

    ours: tuple[float, ...]
    """Our measurements, one a pair, in the row's unit."""

    peer: tuple[float, ...]
    """The peer's, in the same order."""

    @property
    def each(self) -> list[float]:
        """Ours by the peer's, pair by pair."""
        return [own / other for own, other in zip(self.ours, self.peer, strict=True)]

    @property
    def middle(self) -> float:
        """The median over the pairs: the figure."""
        return median(self.each)

    @property
    def least(self) -> float:
        """The pair that was best for us."""
        return min(self.each)

    @property
    def greatest(self) -> float:
        """The pair that was worst for us."""
        return max(self.each)


@dataclass(frozen=True)
class Row:
    """A figure that the program is held to."""

    name: str
    """What is measured, ours / the peer's."""

    bound: float | None
    """The ratio is to stay at or under this; None is measured for its own sake."""

    unit: str
    """Of the measurements: `ms` or `MiB`."""

    ratio: Ratio

    @property
    def held(self) -> bool | None:
        """Whether the median is within the bound; None where there is none."""
        return None if self.bound is None else self.ratio.middle <= self.bound


def interleave(
    ours: Callable[[], Sequence[float]],
    peer: Callable[[], Sequence[float]],
    pairs: int,
) -> list[Ratio]:
    """Measure two things in turn; return a ratio for each figure they give.

    One call may give several figures, such as first paint and data; the peer gives
    as many. The first call of each is thrown away: it warms the disk's cache.

    Args:
        ours: Measures the program once.
        peer: Measures the peer once.
        pairs: How many pairs.
    """
    ours()
    peer()
    own: list[Sequence[float]] = []
    other: list[Sequence[float]] = []
    for pair in range(pairs):
        if pair % 2:
            other.append(peer())
            own.append(ours())
        else:
            own.append(ours())
            other.append(peer())
    return [
        Ratio(tuple(mine), tuple(theirs))
        for mine, theirs in zip(
            zip(*own, strict=True), zip(*other, strict=True), strict=True
        )
    ]
