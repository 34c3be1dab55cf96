"""Each measure over time: single marks where there are few, else a curve of eights.

A curve takes the windows of the trend machine, eight entries on end in closing order,
and gives each the interval that eight entries have. It uses all data up to the end of
the period, as a trend does; the strip shows the entries of the period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from winjournal.domain.measures.interests import Landing, interest_balance
from winjournal.domain.measures.medians import median_interval
from winjournal.domain.measures.settings import EQUAL_ANGLE, TIER_TREND, TREND_WINDOW
from winjournal.domain.measures.shares import share_interval
from winjournal.domain.panels import Dot, Plot, Point
from winjournal.domain.trend_words import amount_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from winjournal.domain.measures.interval import Interval
    from winjournal.domain.tally import Series, Tally, View

V = TypeVar("V")
Measured = tuple[float, "Interval | None"] | None
"""A value and its interval; None where the eight have no value."""

POINTS = 64
"""Points of a curve at the most: as many as a wide screen can tell apart."""

DOTS = 120
"""Single marks at the most, the latest: more than a wide screen can show."""

_PER_CENT = 100.0
_RIGHT_ANGLE = 90.0


def strip(talks: Tally[V], is_counted: Callable[[V], bool]) -> tuple[Dot, ...]:
    """Return the latest entries of the period one by one, oldest first."""
    inside = talks.inside
    latest = slice(-DOTS, None)
    return tuple(
        Dot(id=talk.id, on=talk.on, counted=is_counted(said))
        for talk, said in zip(inside.talks[latest], inside.said[latest], strict=True)
    )


def share_plot(talks: Tally[bool], seen: View) -> Plot:
    """Return a share over time, in 100."""
    return Plot(dots=strip(talks, bool), points=_points(talks.looked_at, _share, seen))


def index_plot(dots: Iterable[Dot], series: Series[float], seen: View) -> Plot:
    """Return the middle index over time, in per cent of the middle of the range."""
    points = _points(series, _middle, seen)
    ends = [end for p in points for end in (p.low, p.value, p.high) if end is not None]
    return Plot(
        dots=tuple(dots),
        points=points,
        unit="% from the middle of my range",
        low=min([0.0, *ends]),
        high=max([0.0, *ends]) or 1.0,
        equal=0.0,
    )


def angle_plot(dots: Iterable[Dot], series: Series[Landing], seen: View) -> Plot:
    """Return the angle between both sides' interests over time, in degrees."""
    return Plot(
        dots=tuple(dots),
        points=_points(series, _angle, seen),
        unit="degrees, 45 is equal",
        high=_RIGHT_ANGLE,
        equal=EQUAL_ANGLE,
    )


def _points(
    series: Series[V], measured: Callable[[Sequence[V]], Measured], seen: View
) -> tuple[Point, ...]:
    n = len(series.talks)
    if n < TIER_TREND:
        return ()
    found = []
    for end in _ends(n):
        window = slice(end - TREND_WINDOW, end)
        told = measured(series.said[window])
        if told is None:
            continue
        value, interval = told
        talks = series.talks[window]
        found.append(
            Point(
                on=talks[-1].on,
                value=value,
                low=interval.low if interval else None,
                high=interval.high if interval else None,
                amount=amount_of(talks, seen),
            )
        )
    return tuple(found)


def _ends(n: int) -> list[int]:
    """Return where the windows end: each of them, or as many spread evenly."""
    last = n - TREND_WINDOW
    if last < POINTS:
        return list(range(TREND_WINDOW, n + 1))
    return [TREND_WINDOW + at * last // (POINTS - 1) for at in range(POINTS)]


def _share(flags: Sequence[bool]) -> Measured:
    k, n = sum(flags), len(flags)
    return _PER_CENT * k / n, _scaled(share_interval(k, n))


def _middle(values: Sequence[float]) -> Measured:
    found = median_interval(values)
    if found is None:
        return None
    return _PER_CENT * found.median, _scaled(found.interval)


def _angle(deals: Sequence[Landing]) -> Measured:
    found = interest_balance([x.mine for x in deals], [x.theirs for x in deals])
    return (found.angle, found.interval) if found else None


def _scaled(interval: Interval | None) -> Interval | None:
    if interval is None:
        return None
    return type(interval)(_PER_CENT * interval.low, _PER_CENT * interval.high)
