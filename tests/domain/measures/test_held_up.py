from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.measures.laws import law
from winjournal.domain.measures.held_up import (
    HeldUp,
    held_up,
    held_ups,
    missing_bounds,
    rating_fell,
)
from winjournal.domain.measures.interval import Interval
from winjournal.domain.measures.shares import share

DISCOVERED = ["no", "yes-new", "yes-knew", "unknown", None]
COMMITMENTS = ["all", "na", "some", "none", None]
SWAP = ["yes", "no", "unsure", None]
FAILURES = {"yes-knew", "some", "none"}


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        (("no", "all", "yes"), True),
        (("yes-new", "na", "yes"), True),
        (("yes-knew", "all", "unsure"), False),
        (("unknown", "some", "yes"), False),
        (("unknown", "all", "no"), False),
        (("no", "all", "unsure"), None),
        (("unknown", "all", "yes"), None),
        (("no", None, "yes"), None),
        ((None, None, None), None),
        ((None, None, "no"), False),
    ],
)
def test_whether_a_deal_held_up(
    answers: tuple[str | None, str | None, str | None], verdict: bool | None
) -> None:
    assert held_up(*answers) is verdict


@pytest.mark.parametrize("answers", product(DISCOVERED, COMMITMENTS, SWAP))
def test_one_clear_failure_decides_and_nothing_else_fails(
    answers: tuple[str | None, str | None, str | None],
) -> None:
    failed = bool(FAILURES & set(answers[:2])) or answers[2] == "no"
    assert (held_up(*answers) is False) == failed


@pytest.mark.parametrize(
    "answers",
    [("perhaps", "all", "yes"), ("no", "most", "yes"), ("no", "all", "maybe")],
)
def test_an_answer_that_is_none(answers: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="is none of"):
        held_up(*answers)


def test_bounds_of_the_law() -> None:
    assert missing_bounds(5, 7, 10) == Interval(0.5, 0.8)


def test_bounds_close_when_all_answered_and_open_when_none_did() -> None:
    assert missing_bounds(2, 4, 4) == Interval(0.5, 0.5)
    assert missing_bounds(0, 0, 4) == Interval(0.0, 1.0)
    assert missing_bounds(0, 0, 0) is None


@pytest.mark.parametrize("counts", [(3, 2, 4), (1, 5, 4), (-1, 2, 4)])
def test_impossible_counts_are_refused(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no possible counts"):
        missing_bounds(*counts)


@law
@given(st.lists(st.none() | st.booleans(), max_size=20))
def test_an_answer_never_widens_the_bounds(verdicts: list[bool | None]) -> None:
    open_, all_held = held_ups([*verdicts, None]), held_ups([*verdicts, True])
    assert open_.bounds is not None
    assert all_held.bounds is not None
    assert open_.bounds.low <= all_held.bounds.low
    assert all_held.bounds.high == open_.bounds.high


def test_due_deals_together() -> None:
    due = [True] * 5 + [False] * 2 + [None] * 3
    assert held_ups(due) == HeldUp(share(5, 7), Interval(0.5, 0.8))
    assert held_ups([]) == HeldUp(share(0, 0), None)


@pytest.mark.parametrize(
    ("first", "later", "fell"),
    [(6, 4, True), (6, 5, False), (4, 6, False), (None, 2, False), (6, None, False)],
)
def test_a_rating_that_fell(first: int | None, later: int | None, fell: bool) -> None:
    assert rating_fell(first, later) is fell
