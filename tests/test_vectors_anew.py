"""Other files of the vectors' form: numbers drawn anew, answers by numpy and scipy.

What is expected here is worked out from MEASURES.md a second time, with other means
than the program's: scipy's special functions, whole permutations, numeric integrals.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from hashlib import sha256
from itertools import permutations
from math import comb
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from scipy import integrate, special

from tests.test_vectors import agree
from tests.vectors import answer

if TYPE_CHECKING:
    from collections.abc import Callable

TOLERANCE = 5e-5
FILES = range(6)
"""So many files are drawn, each by its own seed."""

Case = dict[str, Any]
Draw = np.random.Generator


def shares(draw: Draw) -> Case:
    n = int(draw.integers(1, 40))
    k = int(draw.integers(0, n + 1))
    low, high = special.betaincinv(k + 0.5, n - k + 0.5, [0.05, 0.95])
    out = {"low": 0.0 if k == 0 else low, "high": 1.0 if k == n else high}
    return {"in": {"k": k, "n": n}, "out": out}


def increase(k1: int, n1: int, k2: int, n2: int) -> float:
    """Return P(p2 > p1) of two Jeffreys posteriors, by an integral."""
    a1, b1, a2, b2 = k1 + 0.5, n1 - k1 + 0.5, k2 + 0.5, n2 - k2 + 0.5

    def below(angle: float) -> float:
        # p = sin^2, so that the ends of the density are finite
        p = np.sin(angle) ** 2
        density = 2 * np.sin(angle) ** (2 * a2 - 1) * np.cos(angle) ** (2 * b2 - 1)
        return float(special.betainc(a1, b1, p) * density / special.beta(a2, b2))

    return float(integrate.quad(below, 0, np.pi / 2, limit=200)[0])


def increases(draw: Draw) -> Case:
    n1, n2 = (int(n) for n in draw.integers(1, 25, 2))
    given = {
        "k1": int(draw.integers(0, n1 + 1)), "n1": n1,
        "k2": int(draw.integers(0, n2 + 1)), "n2": n2,
    }  # fmt: skip
    return {"in": given, "out": increase(**given)}


def inversions(values: Any) -> int:
    return int(
        sum(np.sign(y - x) for i, x in enumerate(values) for y in values[i + 1 :])
    )


def kendalls(draw: Draw) -> Case:
    values = [float(x) for x in draw.integers(0, 5, int(draw.integers(3, 7)))]
    s = inversions(values)
    ties = sum(x == y for i, x in enumerate(values) for y in values[i + 1 :])
    every = [inversions(order) for order in permutations(values)]
    p = sum(abs(one) >= abs(s) for one in every) / len(every)
    pairs = comb(len(values), 2) - ties
    return {"in": {"values": values}, "out": {"s": s, "untied_pairs": pairs, "p": p}}


def slopes(draw: Draw) -> Case:
    n = int(draw.integers(3, 12))
    days = np.sort(draw.choice(400, n, replace=False))
    values = draw.normal(size=n).round(3)
    found = [
        (values[j] - values[i]) / (days[j] - days[i])
        for i in range(n)
        for j in range(i + 1, n)
    ]
    closed = [(date(2026, 1, 1) + timedelta(int(day))).isoformat() for day in days]
    given = {"closed_on": closed, "values": values.tolist()}
    return {"in": given, "out": float(90 * np.median(found))}


def medians(draw: Draw) -> Case:
    n = int(draw.integers(5, 30))
    values = draw.normal(size=n).round(4)
    in_order = np.sort(values)
    lost, rank = 0.0, 0
    while 1 - 2 * (lost + comb(n, rank) / 2**n) >= 0.9:
        lost += comb(n, rank) / 2**n
        rank += 1
    out = {
        "median": float(np.median(values)),
        "low": float(in_order[rank - 1]),
        "high": float(in_order[n - rank]),
        "coverage": 1 - 2 * lost,
    }
    return {"in": {"values": values.tolist()}, "out": out}


def state(marks: list[int]) -> str:
    """Return the state of a series of checkpoints, each marked -1, 0 or 1."""
    if not marks:
        return "too_few"
    if marks[-1] == 0:
        return "no_clear_change"
    word = "changed" if len(marks) > 1 and marks[-2] == marks[-1] else "watch"
    return f"{word}_{'up' if marks[-1] > 0 else 'down'}"


def share_trends(draw: Draw) -> Case:
    n = int(draw.integers(12, 40))
    first, last = map(float, draw.random(2))
    chance = np.linspace(first, last, n)
    flags = (draw.random(n) < chance).tolist()
    marks = []
    for end in range(16, n + 1, 4):
        k1, k2 = sum(flags[end - 16 : end - 8]), sum(flags[end - 8 : end])
        p = increase(k1, 8, k2, 8)
        marks.append(1 if p >= 0.95 else -1 if p <= 0.05 else 0)
    return {"in": {"oldest_first": flags}, "out": state(marks)}


def captures(draw: Draw) -> Case:
    low, wide, got = (int(x) for x in draw.integers(1, 9000, 3))
    more, single = bool(draw.integers(2)), bool(draw.integers(2))
    high = low if single else low + wide
    band = Decimal(low) / 20 if single else Decimal(0)
    middle = Decimal(low + high) / 2
    distance = got - middle if more else middle - got
    side = "over" if distance > 0 else "under"
    if low - band <= got <= high + band:
        side = "within"
    index = (distance / middle).quantize(Decimal("0.0001"), ROUND_HALF_EVEN)
    given = {
        "captured": str(got), "fair_low": str(low),
        "fair_high": None if single else str(high), "more_is_better": more,
    }  # fmt: skip
    said = str(distance)
    return {"in": given, "out": {"index": str(index), "side": side, "distance": said}}


def drifts(draw: Draw) -> Case:
    shared, final = ({*map(str, draw.integers(0, 6, 4))} for _ in range(2))
    moved = len(shared ^ final) / len(shared | final)
    return {"in": {"shared": sorted(shared), "final": sorted(final)}, "out": moved}


def rates(draw: Draw) -> Case:
    n = int(draw.integers(2, 20))
    counts = draw.negative_binomial(1, 0.6, n)
    k, mean = int(counts.sum()), counts.mean()
    wide = max(1.0, counts.var(ddof=1) / mean) if k else 1.0
    low, high = special.gammaincinv((k + 0.5) / wide, [0.05, 0.95]) * wide / n
    out = {
        "per_negotiation": float(mean), "low": float(low) if k else 0.0,
        "high": float(high), "overdispersion": float(wide),
    }  # fmt: skip
    return {"in": {"counts": counts.tolist()}, "out": out}


def ledgers(draw: Draw) -> Case:
    today = date(2026, 6, 30)
    acts, built, broken = [], 0.0, 0.0
    for _ in range(int(draw.integers(0, 9))):
        age, strength = int(draw.integers(0, 1500)), int(draw.integers(1, 4))
        effect = str(draw.choice(["built", "broken", "deceived"]))
        fade = 1.0 if effect == "deceived" else 0.5 ** (age / 365)
        built += strength * fade * (effect == "built")
        broken += 2 * strength * fade * (effect != "built")
        acts.append([(today - timedelta(age)).isoformat(), effect, strength])
    low, high = special.betaincinv(built + 1, broken + 1, [0.05, 0.95])
    out = {
        "built": built, "broken": broken,
        "score": (built + 1) / (built + broken + 2), "low": low, "high": high,
        "evidence": built + broken,
    }  # fmt: skip
    return {"in": {"acts": acts, "as_of": today.isoformat()}, "out": out}


def balances(draw: Draw) -> Case:
    n = int(draw.integers(3, 15))
    pairs = draw.integers(1, 7, (n, 2)) / 6

    def angle(rows: Any) -> float:
        x, y = rows.mean(axis=0)
        return float(np.degrees(np.arctan2(y, x)))

    whole = angle(pairs)
    left = [n * whole - (n - 1) * angle(np.delete(pairs, i, axis=0)) for i in range(n)]
    half = special.stdtrit(n - 1, 0.95) * max(np.std(left, ddof=1), 8.0) / np.sqrt(n)
    mine, theirs = pairs.mean(axis=0)
    out = {
        "angle": whole, "low": max(whole - half, 0.0), "high": min(whole + half, 90.0),
        "reach": float(np.hypot(mine, theirs) / np.sqrt(2)),
        "gap": float(theirs - mine),
    }  # fmt: skip
    given = {"mine": pairs[:, 0].tolist(), "theirs": pairs[:, 1].tolist()}
    return {"in": given, "out": out}


def biases(draw: Draw) -> Case:
    n = int(draw.integers(3, 15))
    predicted, reported = draw.integers(1, 8, (2, n))
    errors = predicted - reported
    spread = max(float(np.std(errors, ddof=1)), (1 / 6) ** 0.5)
    half = special.stdtrit(n - 1, 0.95) * spread / np.sqrt(n)
    out = {
        "bias": float(errors.mean()), "low": float(errors.mean() - half),
        "high": float(errors.mean() + half),
        "typical_miss": float(np.abs(errors).mean()),
    }  # fmt: skip
    given = {"predicted": predicted.tolist(), "reported": reported.tolist()}
    return {"in": given, "out": out}


def briers(draw: Draw) -> Case:
    n = int(draw.integers(1, 9))
    said, came = draw.random(n).round(2), draw.integers(0, 2, n)
    given = {"probabilities": said.tolist(), "happened": came.tolist()}
    return {"in": given, "out": float(((said - came) ** 2).mean())}


def bounds(draw: Draw) -> Case:
    due = int(draw.integers(1, 30))
    answered = int(draw.integers(0, due + 1))
    held = int(draw.integers(0, answered + 1))
    out = {"low": held / due, "high": (held + due - answered) / due}
    return {"in": {"held": held, "answered": answered, "due": due}, "out": out}


def sealed(draw: Draw) -> Case:
    given = {
        "z": str(draw.integers(9**9)), "a": [None, True, "é", {"ä": []}],
        "n": int(draw.integers(99)),
    }  # fmt: skip
    spelled = f'{{"a":[null,true,"é",{{"ä":[]}}],"n":{given["n"]},"z":"{given["z"]}"}}'
    return {"in": given, "out": sha256(spelled.encode()).hexdigest()}


DRAWN: dict[str, Callable[[Draw], Case]] = {
    "share_interval_90": shares,
    "probability_of_increase": increases,
    "mann_kendall": kendalls,
    "theil_sen_per_90_days": slopes,
    "median_interval_90": medians,
    "trend_of_a_share": share_trends,
    "over_capture": captures,
    "goalpost_drift": drifts,
    "moment_rate": rates,
    "trust_ledger": ledgers,
    "interest_balance": balances,
    "prediction_bias": biases,
    "brier": briers,
    "missing_bounds": bounds,
    "seal_sha256": sealed,
}


@pytest.mark.parametrize("measure", DRAWN)
def test_numbers_drawn_anew_come_out_as_scipy_has_them(measure: str) -> None:
    for seed in FILES:
        draw = np.random.default_rng(seed)
        for _ in range(5):
            case = DRAWN[measure](draw)
            # as from a file: what is no JSON would not be a vector
            given = json.loads(json.dumps(case["in"]))
            said = json.loads(json.dumps(answer(measure, given)))
            assert agree(said, json.loads(json.dumps(case["out"])), TOLERANCE), (
                measure, seed, case, said,
            )  # fmt: skip
