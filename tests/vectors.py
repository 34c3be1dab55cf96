"""Answers the measure vectors: JSON in, JSON out, in the words of that file.

`data/vectors.json` names measures, arguments and values in its own way (`deal`,
`no_deal`, `yes_knew`, `stayed_too_long`, `low` and `high` beside the figure). This
module alone translates; the code under test does not know those words.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from winjournal.domain.measures.ego import moment_rate
from winjournal.domain.measures.goalposts import goalpost_drift, target_shift
from winjournal.domain.measures.held_up import held_up, missing_bounds
from winjournal.domain.measures.interests import interest_balance
from winjournal.domain.measures.kendall import mann_kendall, theil_sen_per_90_days
from winjournal.domain.measures.medians import median_interval
from winjournal.domain.measures.over_capture import over_capture
from winjournal.domain.measures.prediction import brier, prediction_bias
from winjournal.domain.measures.shares import probability_of_increase, share_interval
from winjournal.domain.measures.trends import trend_of_a_share, trend_of_a_value
from winjournal.domain.measures.trust import Effect, TrustAct, trust_ledger
from winjournal.domain.measures.walk_away import below_line, leaving
from winjournal.domain.seals import content_hash

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from winjournal.domain.measures.interval import Interval

Given = dict[str, Any]  # whatever a JSON object of the vectors holds
Answer = dict[str, object]

_OUTCOMES = {"deal": "agreed", "no-deal": "walked-away"}


def answer(measure: str, given: Given) -> object:
    """Return what WinJournal says to one case, in the form of the vectors.

    Args:
        measure: A name of the vectors' `measures`.
        given: The `in` of a case.

    Raises:
        KeyError: There is no such measure, or an argument is missing.
    """
    return _ANSWERS[measure](given)


def _slug(word: str | None) -> str | None:
    return None if word is None else word.replace("_", "-")


def _snake(word: StrEnum) -> str:
    return word.value.replace("-", "_")


def _decimal(amount: str | float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount))


def _limits(interval: Interval | None) -> Answer:
    if interval is None:
        return {"low": None, "high": None}
    return {"low": interval.low, "high": interval.high}


def _share_interval(given: Given) -> Answer | None:
    interval = share_interval(given["k"], given["n"])
    return None if interval is None else _limits(interval)


def _mann_kendall(given: Given) -> Answer:
    test = mann_kendall(given["values"])
    return {"s": test.s, "untied_pairs": test.untied_pairs, "p": test.p}


def _theil_sen(given: Given) -> float | None:
    days = [date.fromisoformat(day) for day in given["closed_on"]]
    return theil_sen_per_90_days(days, given["values"])


def _median(given: Given) -> Answer | None:
    middle = median_interval(given["values"])
    if middle is None:
        return None
    limits = _limits(middle.interval)
    return {"median": middle.median, **limits, "coverage": middle.coverage}


def _over_capture(given: Given) -> Answer:
    deal = over_capture(
        _decimal(given["captured"]),
        _decimal(given["fair_low"]),
        _decimal(given.get("fair_high")),
        more_is_better=given["more_is_better"],
    )
    if deal is None:
        return {"index": None, "side": None, "distance": None}
    return {
        "index": None if deal.index is None else str(deal.index),
        "side": deal.side.value,
        "distance": str(deal.distance),
    }


def _target_shift(given: Given) -> float | None:
    shift = target_shift(
        _decimal(given["shared"]),
        _decimal(given["final"]),
        more_is_better=given["more_is_better"],
    )
    return None if shift is None else float(shift)


def _moment_rate(given: Given) -> Answer | None:
    rate = moment_rate(given["counts"])
    if rate is None:
        return None
    return {
        "per_negotiation": rate.per_negotiation,
        **_limits(rate.interval),
        "overdispersion": rate.overdispersion,
    }


def _trust_ledger(given: Given) -> Answer:
    acts = [
        TrustAct(date.fromisoformat(day), Effect(effect), weight)
        for day, effect, weight in given["acts"]
    ]
    ledger = trust_ledger(acts, date.fromisoformat(given["as_of"]))
    return {
        "built": ledger.built,
        "broken": ledger.broken,
        "score": ledger.score,
        **_limits(ledger.interval),
        "evidence": ledger.evidence,
    }


def _interest_balance(given: Given) -> Answer | None:
    balance = interest_balance(given["mine"], given["theirs"])
    if balance is None:
        return None
    return {
        "angle": balance.angle,
        **_limits(balance.interval),
        "reach": balance.reach,
        "gap": balance.gap,
    }


def _walk_away(given: Given) -> str | None:
    outcome = _slug(given["outcome"])
    below = below_line(
        _decimal(given["last_offer"]),
        _decimal(given["line"]),
        more_is_better=given["more_is_better"],
    )
    kind = leaving(_OUTCOMES.get(outcome, outcome) if outcome else None, below=below)
    return None if kind is None else _snake(kind)


def _prediction(given: Given) -> Answer | None:
    prediction = prediction_bias(given["predicted"], given["reported"])
    if prediction is None:
        return None
    limits = _limits(prediction.interval)
    return {"bias": prediction.bias, **limits, "typical_miss": prediction.typical_miss}


def _held_up(given: Given) -> bool | None:
    return held_up(
        _slug(given["they_discovered"]),
        _slug(given["my_commitments"]),
        _slug(given["swap_sign"]),
    )


def _missing_bounds(given: Given) -> Answer | None:
    bounds = missing_bounds(given["held"], given["answered"], given["due"])
    return None if bounds is None else _limits(bounds)


_ANSWERS: dict[str, Callable[[Given], object]] = {
    "share_interval_90": _share_interval,
    "probability_of_increase": lambda given: probability_of_increase(**given),
    "mann_kendall": _mann_kendall,
    "theil_sen_per_90_days": _theil_sen,
    "median_interval_90": _median,
    "trend_of_a_share": lambda g: _snake(trend_of_a_share(g["oldest_first"]).state),
    "trend_of_a_value": lambda g: _snake(trend_of_a_value(g["oldest_first"]).state),
    "over_capture": _over_capture,
    "goalpost_drift": lambda g: goalpost_drift(set(g["shared"]), set(g["final"])),
    "target_shift": _target_shift,
    "moment_rate": _moment_rate,
    "trust_ledger": _trust_ledger,
    "interest_balance": _interest_balance,
    "walk_away": _walk_away,
    "prediction_bias": _prediction,
    "brier": lambda g: brier(g["probabilities"], g["happened"]),
    "held_up": _held_up,
    "missing_bounds": _missing_bounds,
    "seal_sha256": content_hash,
}
