"""M7: do I know how they feel about it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from winjournal.domain.measures.interval import Interval
from winjournal.domain.measures.settings import ERROR_SD_FLOOR
from winjournal.domain.measures.student import spread_of, t_interval


@dataclass(frozen=True, slots=True)
class Prediction:
    """How predictions of their satisfaction compare with their own answers.

    Attributes:
        answered: Talks in which they answered themselves, 1 or more.
        asked: Talks with a prediction; the displeased may be the silent ones.
        bias: Mean of predicted less reported, -6 to 6; plus: less pleased than I
            thought.
        interval: 90 % interval of the bias; None for a single answer.
        typical_miss: Mean distance between the two, 0 to 6.
    """

    answered: int
    asked: int
    bias: float
    interval: Interval | None
    typical_miss: float


def prediction_bias(
    predicted: Sequence[int], reported: Sequence[int | None]
) -> Prediction | None:
    """Return bias and typical miss of sealed predictions; None without an answer.

    The spread of the errors is floored at 0.4082, the rounding of two whole-number
    ratings, so that equal errors do not fake certainty.

    Args:
        predicted: What I expected them to feel, 1 to 7, sealed at the debrief.
        reported: What they told or wrote themselves, 1 to 7, in the same order; None
            where they did not.

    Raises:
        ValueError: The lists differ in length.
    """
    errors = [
        expected - felt
        for expected, felt in zip(predicted, reported, strict=True)
        if felt is not None
    ]
    if not errors:
        return None
    return Prediction(
        answered=len(errors),
        asked=len(predicted),
        bias=fmean(errors),
        interval=_interval(errors),
        typical_miss=fmean(list(map(abs, errors))),
    )


def brier(probabilities: Sequence[float], happened: Sequence[bool]) -> float | None:
    """Return the mean squared miss of forecasts, 0 best to 1; None without any.

    0.25 is what always saying 50 % gets. Source: Brier (1950), Monthly Weather Review
    78, 1-3.

    Args:
        probabilities: What was forecast, 0 to 1.
        happened: Whether it came so, in the same order.

    Raises:
        ValueError: The lists differ in length.
    """
    misses = [
        (forecast - came) ** 2
        for forecast, came in zip(probabilities, happened, strict=True)
    ]
    return fmean(misses) if misses else None


def _interval(errors: Sequence[int]) -> Interval | None:
    if len(errors) < 2:
        return None
    spread = max(spread_of(errors), ERROR_SD_FLOOR)
    return t_interval(fmean(errors), spread, len(errors))
