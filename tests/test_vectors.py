"""Every vector of `data/vectors.json` comes out as written there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.vectors import answer

VECTORS: dict[str, Any] = json.loads(
    Path(__file__).with_name("data").joinpath("vectors.json").read_text("utf-8")
)
CASES = [
    pytest.param(measure, case, id=f"{measure}-{number}")
    for measure, cases in VECTORS["measures"].items()
    for number, case in enumerate(cases)
]


def agree(said: object, wanted: object, tolerance: float) -> bool:
    """Return whether two JSON values are the same, numbers within the tolerance."""
    if isinstance(wanted, dict):
        return (
            isinstance(said, dict)
            and said.keys() == wanted.keys()
            and all(agree(said[key], wanted[key], tolerance) for key in wanted)
        )
    if isinstance(wanted, bool) or not isinstance(wanted, int | float):
        return type(said) is type(wanted) and said == wanted
    if isinstance(said, bool) or not isinstance(said, int | float):
        return False
    return abs(said - wanted) <= tolerance


@pytest.mark.parametrize(("measure", "case"), CASES)
def test_a_vector_comes_out_as_written(measure: str, case: dict[str, Any]) -> None:
    tolerance = case.get("tolerance", VECTORS["tolerance"])
    said = json.loads(json.dumps(answer(measure, case["in"])))
    assert agree(said, case["out"], tolerance), (said, case["out"])


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (0.1002, 0.1),
        (True, 1),
        (1, True),
        (0.0, None),
        (None, 0.0),
        ({"low": 0.1}, {"low": 0.1, "high": None}),
        ({"low": 0.1, "high": None}, {"low": 0.1}),
        ("0.2", "0.2000"),
        (0.1, "0.1"),
    ],
)
def test_the_comparison_tells_values_apart(said: object, wanted: object) -> None:
    assert not agree(said, wanted, VECTORS["tolerance"])


def test_an_unknown_measure_is_no_answer() -> None:
    with pytest.raises(KeyError):
        answer("charm", {})
