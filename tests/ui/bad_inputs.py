"""The hostile inputs of `tests/data/bad_inputs.json`, as far as a screen shows them."""

from __future__ import annotations

import json
import re

from tests.program import ROOT

LONGEST = 20_000
"""Characters of an input that a widget is given: one line of it is seen."""

CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
"""What must never reach a terminal."""


def bad_inputs() -> dict[str, str]:
    """Return the inputs by name."""
    data = json.loads((ROOT / "tests/data/bad_inputs.json").read_text())
    return {
        one["name"]: (one["value"] * one["repeat"])[:LONGEST] for one in data["inputs"]
    }


def shown(value: str) -> str:
    """Return the first words of an input as a screen must show them."""
    first_line = re.split("[\n\r\x85\u2028\u2029]", value)[0]
    return CONTROL.sub("", re.sub("[\ud800-\udfff]", "\ufffd", first_line))[:20].strip()
