"""M5: were their interests met as well as mine?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import atan2, degrees, fsum, hypot, sqrt

from winjournal.domain.measures.interval import Interval
from winjournal.domain.measures.settings import (
    ANGLE_INTERVAL_FROM,
    ANGLE_SD_FLOOR,
    EQUAL_ANGLE,
)
from winjournal.domain.measures.student import spread_of, t_interval

_SMALLEST_ANGLE, _LARGEST_ANGLE = 0.0, 90.0


class Tilt(StrEnum):
    """To whose side the deals lean, when the whole interval does."""

    MINE = "mine"
    THEIRS = "theirs"


class Grade(StrEnum):
    """By whose account a deal was met. A and B are measured, C is drawn apart."""

    A = "a"
    """Both sides rated it themselves."""

    B = "b"
    """Both sides' criteria, theirs as they told them."""

    C = "c"
    """Theirs is my guess."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where one deal landed: both sides' share, from the same kind of source.

    Attributes:
        mine: How well my interests were met, 0 to 1.
        theirs: How well theirs were met, 0 to 1.
        grade: By whose account.
    """

    mine: float
    theirs: float
    grade: Grade


@dataclass(frozen=True, slots=True)
class InterestBalance:
    """Where deals landed between both sides. It measures no motive.

    Attributes:
        angle: Degrees, 0 to 90: 45 equal, below it tilts to me, above to them.
        interval: 90 % interval of the angle, cut to 0..90; None below three deals, or
            if without one of them nothing at all was met.
        reach: How much was met at all, 0 to 1.
        gap: Mean of theirs less mine, -1 to 1.
    """

    angle: float
    interval: Interval | None
    reach: float
    gap: float

    @property
    def tilt(self) -> Tilt | None:
        """To whose side the deals lean; None while 45 degrees is in the interval."""
        if self.interval is None:
            return None
        if self.interval.high < EQUAL_ANGLE:
            return Tilt.MINE
        return Tilt.THEIRS if self.interval.low > EQUAL_ANGLE else None


def rating_met(rating: int) -> float:
    """Return a rating of 1 to 7 as a share met, 0 to 1.

    Raises:
        ValueError: The rating is outside 1..7.
    """
    if not 1 <= rating <= 7:
        raise ValueError(f"{rating} is no rating from 1 to 7")
    return (rating - 1) / 6


def landing(
    *,
    my_rating: int | None,
    their_rating: int | None,
    my_criteria: float | None,
    their_criteria: float | None,
    their_criteria_told: bool,
) -> Landing | None:
    """Return where a deal landed by the best account there is; None if by none.

    Args:
        my_rating: My rating at the debrief, 1 to 7.
        their_rating: Their own earliest rating, told or in writing, 1 to 7.
        my_criteria: Share of my criteria met, 0 to 1.
        their_criteria: Share of theirs met, 0 to 1.
        their_criteria_told: Whether they named those criteria themselves.
    """
    if my_rating is not None and their_rating is not None:
        return Landing(rating_met(my_rating), rating_met(their_rating), Grade.A)
    if my_criteria is None or their_criteria is None:
        return None
    grade = Grade.B if their_criteria_told else Grade.C
    return Landing(my_criteria, their_criteria, grade)


def interest_balance(
    mine: Sequence[float], theirs: Sequence[float]
) -> InterestBalance | None:
    """Return where deals landed on the whole; None without deals or if all met 0.

    The angle of the means, as in Murphy, Ackermann and Handgraaf (2011), Judgment and
    Decision Making 6(8), 771-781, of outcomes instead of choices; no comparison with
    that measure. The interval is the jackknife's with Student's t, its spread floored
    at 8 degrees; the bootstrap covers far too little here.

    Args:
        mine: How well mine were met, 0 to 1 each.
        theirs: How well theirs were met, in the same order.

    Raises:
        ValueError: The lists differ in length.
    """
    pairs = list(zip(mine, theirs, strict=True))
    n = len(pairs)
    all_mine, all_theirs = fsum(mine), fsum(theirs)
    angle = _angle(all_mine, all_theirs)
    if angle is None:
        return None
    without_one = [_angle(all_mine - x, all_theirs - y) for x, y in pairs]
    return InterestBalance(
        angle=angle,
        interval=_jackknife(angle, without_one),
        reach=hypot(all_mine / n, all_theirs / n) / sqrt(2),
        gap=(all_theirs - all_mine) / n,
    )


def _angle(mine: float, theirs: float) -> float | None:
    """Return the direction of a sum in degrees; None if it has none."""
    if mine <= 0 and theirs <= 0:
        return None
    return degrees(atan2(theirs, mine))


def _jackknife(angle: float, without_one: Sequence[float | None]) -> Interval | None:
    """Return the interval from the angles with one deal left out each."""
    n = len(without_one)
    known = [left for left in without_one if left is not None]
    if n < ANGLE_INTERVAL_FROM or len(known) < n:
        return None
    spread = spread_of([n * angle - (n - 1) * left for left in known])
    interval = t_interval(angle, max(spread, ANGLE_SD_FLOOR), n)
    return interval.clipped(_SMALLEST_ANGLE, _LARGEST_ANGLE)
