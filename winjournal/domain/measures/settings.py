"""The chosen constants of the measures, each with its reason.

None of them is an empirical constant: they are design choices ([D] in
`docs/measures.md`), kept in one place so that they can be read, questioned and shown.
A test pins every value.
"""

from datetime import timedelta
from decimal import Decimal
from math import sqrt
from typing import Final

CONFIDENCE: Final = 0.90
"""Probability content of every interval. A two-sided 90 % interval is the same
yardstick as a one-sided direction at 95 %, so bars and trend words rest on one."""

TIER_LISTED: Final = 1
"""From this n the facts are listed: one deal is a fact, not a share."""

TIER_COUNTED: Final = 3
"""From this n a count and an interval are shown, as too few for a pattern."""

TIER_ENOUGH: Final = 5
"""From this n entries speak: fewer than five values have no distribution-free 90 %
interval for a median, and exact Mann-Kendall cannot fall below p = 0.0833 at four."""

TIER_TREND: Final = 16
"""From this n there may be a trend word: two windows of eight."""

TREND_WINDOW: Final = 8
"""Entries a side when the last are set against the ones before: the smallest window
in which a real fall from .7 to .1 is seen half of the time."""

CHECKPOINT_STEP: Final = 4
"""Entries between two looks at a trend. Looking each week instead gives at least one
false call a year with a chance of .34 to .77."""

SHARE_MARK: Final = 0.95
"""Probability of an increase that marks a checkpoint; 1 less it marks a decrease."""

VALUE_MARK: Final = 0.10
"""Two-sided p of Mann-Kendall that marks a checkpoint: 95 % in one direction, the
same yardstick as `SHARE_MARK`."""

SLOPE_DAYS: Final = 90
"""Days over which a slope is told: a quarter can be remembered."""

DOMINANT_SHARE: Final = 0.5
"""Above this share of the entries one counterparty is named beside the figure."""

TAGGING_FALL: Final = 0.5
"""At or below this part of the tags per talk before, the trend word is held back:
tagging less must not look like being better."""

COVERAGE_SHOWN_BELOW: Final = 0.7
"""Logged talks as part of all talks, below which the coverage is printed."""

FAIR_BAND: Final = Decimal("0.05")
"""Half-width of the band around a single fair figure, as part of its size: what one
deserves is not known to the cent."""

INDEX_PLACES: Final = Decimal("0.0001")
"""Last place of the over-capture index, rounded half to even; screens show whole
per cents."""

TYPING_CORRECTION: Final = timedelta(minutes=10)
"""A correction this soon after the version that it corrects is a slip of the
fingers, not of the goalposts."""

COMPARE_FROM: Final = 5
"""Entries needed on both sides before their shifts are set against mine."""

CIRCUMSTANCES_ASKED_FROM: Final = 3
"""Own changes, all laid to circumstances, from which the journal asks about it."""

HALF_LIFE_DAYS: Final = 365
"""Days after which a deed counts half in the trust ledger: a year ago still speaks,
but less."""

BREACH_FACTOR: Final = 2
"""How many kept deeds a broken one weighs: bad events were seen to move trust more
than good ones; the direction is found, the size chosen."""

TRUST_SCORE_FROM: Final = 3
"""Evidence (faded weight of acts) from which a trust score is shown at all."""

TRUST_LOOK_BACK_DAYS: Final = 90
"""The ledger of today is set beside the one of this many days ago."""

ANGLE_SD_FLOOR: Final = 8.0
"""Least spread of the interest angle, in degrees: about one half-credit on one of
three criteria, so that equal deals do not fake certainty."""

ANGLE_INTERVAL_FROM: Final = 3
"""Deals from which the jackknife has an interval for the angle (shown from five)."""

EQUAL_ANGLE: Final = 45.0
"""The angle, in degrees, at which both sides' interests were met alike."""

ERROR_SD_FLOOR: Final = sqrt(1 / 6)
"""Least spread of a prediction error, 0.4082: the rounding error of two ratings in
whole numbers, each of variance 1/12."""

RATING_FALL: Final = 2
"""Points by which their later rating must lie below the first to be listed."""

SELF_RATED_HIGH: Final = 6
"""From this own rating (1 to 7) of a step, an own slip in it is put beside it."""

SELF_RATED_LOW: Final = 2
"""Up to this own rating (1 to 7) of a step, the lack of a slip is put beside it."""

SELF_RATING_LISTED: Final = 3
"""Entries shown of each self-rating list: both lists get equal room."""
