from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from winjournal.domain.measures import settings

PINNED: dict[str, object] = {
    "CONFIDENCE": 0.90,
    "TIER_LISTED": 1,
    "TIER_COUNTED": 3,
    "TIER_ENOUGH": 5,
    "TIER_TREND": 16,
    "TREND_WINDOW": 8,
    "CHECKPOINT_STEP": 4,
    "SHARE_MARK": 0.95,
    "VALUE_MARK": 0.10,
    "SLOPE_DAYS": 90,
    "DOMINANT_SHARE": 0.5,
    "TAGGING_FALL": 0.5,
    "COVERAGE_SHOWN_BELOW": 0.7,
    "FAIR_BAND": Decimal("0.05"),
    "INDEX_PLACES": Decimal("0.0001"),
    "TYPING_CORRECTION": timedelta(minutes=10),
    "COMPARE_FROM": 5,
    "CIRCUMSTANCES_ASKED_FROM": 3,
    "HALF_LIFE_DAYS": 365,
    "BREACH_FACTOR": 2,
    "TRUST_SCORE_FROM": 3,
    "TRUST_LOOK_BACK_DAYS": 90,
    "ANGLE_SD_FLOOR": 8.0,
    "ANGLE_INTERVAL_FROM": 3,
    "EQUAL_ANGLE": 45.0,
    "ERROR_SD_FLOOR": pytest.approx(0.4082, abs=5e-5),
    "RATING_FALL": 2,
    "SELF_RATED_HIGH": 6,
    "SELF_RATED_LOW": 2,
    "SELF_RATING_LISTED": 3,
}


def test_every_chosen_constant_is_pinned() -> None:
    chosen = {name: getattr(settings, name) for name in dir(settings) if name.isupper()}
    assert chosen == PINNED


def test_the_first_trend_needs_two_windows() -> None:
    assert settings.TIER_TREND == 2 * settings.TREND_WINDOW
