from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.measures.laws import law
from winjournal.domain.measures.prediction import Prediction, brier, prediction_bias

ratings = st.integers(1, 7)
pairs = st.lists(st.tuples(ratings, ratings), min_size=1, max_size=15)


def measured(predicted: list[int], reported: list[int | None]) -> Prediction:
    prediction = prediction_bias(predicted, reported)
    assert prediction is not None
    return prediction


def limits(prediction: Prediction) -> tuple[float, float]:
    assert prediction.interval is not None
    return prediction.interval.low, prediction.interval.high


def test_the_law_s_six_predictions() -> None:
    prediction = measured([6, 5, 6, 7, 4, 6], [5, 5, 4, 6, 5, 4])
    assert prediction.bias == pytest.approx(0.8333, abs=5e-5)
    assert limits(prediction) == pytest.approx((-0.1284, 1.7950), abs=5e-5)
    assert prediction.typical_miss == pytest.approx(1.1667, abs=5e-5)


def test_equal_errors_do_not_fake_certainty() -> None:
    prediction = measured([6] * 5, [5] * 5)
    assert (prediction.bias, prediction.typical_miss) == (1.0, 1.0)
    assert limits(prediction) == pytest.approx((0.6108, 1.3892), abs=5e-5)


def test_one_answer_has_no_interval() -> None:
    assert measured([6], [4]) == Prediction(1, 1, 2.0, None, 2.0)


def test_no_answer_has_no_bias() -> None:
    assert prediction_bias([], []) is None
    assert prediction_bias([5, 6], [None, None]) is None


def test_the_silent_are_counted_and_not_scored() -> None:
    prediction = measured([6, 1, 5, 7], [5, None, 5, None])
    assert (prediction.answered, prediction.asked) == (2, 4)
    alone = measured([6, 5], [5, 5])
    assert limits(prediction) == limits(alone)
    assert prediction.bias == alone.bias


@law
@given(pairs)
def test_turned_round_a_bias_changes_its_sign(both: list[tuple[int, int]]) -> None:
    predicted, reported = [p for p, _ in both], [r for _, r in both]
    here, there = measured(predicted, [*reported]), measured(reported, [*predicted])
    assert there.bias == pytest.approx(-here.bias)
    assert there.typical_miss == here.typical_miss
    assert abs(here.bias) <= here.typical_miss
    if here.interval is not None:
        low, high = limits(here)
        assert limits(there) == pytest.approx((-high, -low))
        assert low < here.bias < high


def test_both_lists_speak_of_the_same_deals() -> None:
    with pytest.raises(ValueError, match="zip"):
        prediction_bias([5], [])
    with pytest.raises(ValueError, match="zip"):
        brier([0.5], [])


def test_brier_of_the_law() -> None:
    score = brier([0.9, 0.8, 0.7, 0.6, 0.9], [True, True, False, True, True])
    assert score == pytest.approx(0.1420, abs=5e-5)


def test_brier_at_its_marks() -> None:
    assert brier([1.0, 0.0], [True, False]) == 0.0
    assert brier([0.0], [True]) == 1.0
    assert brier([0.5] * 4, [True, False, True, True]) == 0.25
    assert brier([], []) is None
