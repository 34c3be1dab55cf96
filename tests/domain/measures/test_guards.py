from __future__ import annotations

import pytest

from winjournal.domain.measures.guards import (
    coverage_to_show,
    dominant,
    tagging_fell,
)


def test_one_counterparty_with_more_than_half_is_named() -> None:
    assert dominant(["dana", "ivo", "dana"]) == "dana"
    assert dominant(["dana", "ivo", "dana", "ivo"]) is None
    assert dominant(["dana", "ivo", "lea"]) is None
    assert dominant(["dana"]) == "dana"
    assert dominant([]) is None


@pytest.mark.parametrize(
    ("before", "last", "fell"),
    [
        ([2] * 8, [1] * 8, True),
        ([2] * 8, [1] * 7 + [2], False),
        ([2] * 8, [0] * 8, True),
        ([4, 0], [1], True),
        ([0] * 8, [0] * 8, False),
        ([0] * 8, [3] * 8, False),
        ([], [0], False),
        ([3], [], False),
    ],
)
def test_tagging_half_as_much_or_less(
    before: list[int], last: list[int], fell: bool
) -> None:
    assert tagging_fell(before, last) is fell


def test_coverage_is_shown_when_it_is_low() -> None:
    assert coverage_to_show(6, 4) == pytest.approx(0.6)
    assert coverage_to_show(7, 3) is None
    assert coverage_to_show(0, 3) == 0.0
    assert coverage_to_show(0, 0) is None
