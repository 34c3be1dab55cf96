"""M1: did I take more than I had written that I deserved?"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from enum import StrEnum

from winjournal.domain.measures.medians import Median, median_interval
from winjournal.domain.measures.settings import FAIR_BAND, INDEX_PLACES
from winjournal.domain.measures.shares import Share, share

_EXACT = Context(prec=100, rounding=ROUND_HALF_EVEN)
"""Sums of money are not rounded here, whatever precision the caller's thread has."""

_add, _subtract, _divide = _EXACT.add, _EXACT.subtract, _EXACT.divide
_TWO = Decimal(2)


class Side(StrEnum):
    """Where a result lies against the fair range, for the one who wrote it."""

    OVER = "over"
    WITHIN = "within"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class OverCapture:
    """One deal against its sealed fair range.

    Attributes:
        index: Distance as part of the middle's size, any sign, four places; +0.2000 is
            20 % more than one wrote one deserved. None if the middle is 0.
        side: Within the range, its ends included, or on which side of it.
        distance: How far the result lies beyond the middle in my favour, in the deal's
            unit.
    """

    index: Decimal | None
    side: Side
    distance: Decimal


@dataclass(frozen=True, slots=True)
class OverCaptures:
    """All eligible deals together. Ratios only: amounts are never added.

    Attributes:
        over: Deals above their range.
        under: Deals below their range.
        index: The middle index; None if no deal has one.
    """

    over: Share
    under: Share
    index: Median | None


def over_capture(
    captured: Decimal | None,
    fair_low: Decimal | None,
    fair_high: Decimal | None,
    *,
    more_is_better: bool,
) -> OverCapture | None:
    """Return how a deal ended against its fair range; None if either is missing.

    The middle is (low + high)/2, the distance what lies beyond it in my favour, the
    index their ratio, |middle| below the line.

    Args:
        captured: What was got or paid, in the unit of the range.
        fair_low: One end of the sealed range, or its single figure.
        fair_high: The other end; None, or the same again, is a single figure, which
            gets a band of 5 % to each side.
        more_is_better: True for a seller, False for a buyer.
    """
    if captured is None or fair_low is None:
        return None
    middle, low, high = _range(fair_low, fair_high)
    if more_is_better:
        distance = _subtract(captured, middle)
    else:
        distance = _subtract(middle, captured)
    if low <= captured <= high:
        side = Side.WITHIN
    else:
        side = Side.OVER if distance > 0 else Side.UNDER
    return OverCapture(_index(distance, middle), side, distance)


def over_captures(deals: Iterable[OverCapture]) -> OverCaptures:
    """Return counts and the middle index of eligible deals, in any order."""
    counted = list(deals)
    n = len(counted)
    return OverCaptures(
        over=share(sum(deal.side is Side.OVER for deal in counted), n),
        under=share(sum(deal.side is Side.UNDER for deal in counted), n),
        index=median_interval(
            [float(deal.index) for deal in counted if deal.index is not None]
        ),
    )


def _range(
    fair_low: Decimal, fair_high: Decimal | None
) -> tuple[Decimal, Decimal, Decimal]:
    """Return the middle and the ends, lower first, in whichever order they came."""
    if fair_high is None or fair_high == fair_low:
        band = _EXACT.multiply(fair_low.copy_abs(), FAIR_BAND)
        return fair_low, _EXACT.subtract(fair_low, band), _EXACT.add(fair_low, band)
    middle = _divide(_add(fair_low, fair_high), _TWO)
    if fair_low < fair_high:
        return middle, fair_low, fair_high
    return middle, fair_high, fair_low


def _index(distance: Decimal, middle: Decimal) -> Decimal | None:
    if not middle:
        return None
    ratio = _divide(distance, middle.copy_abs())
    return ratio.quantize(INDEX_PLACES, None, _EXACT)
