"""Words that are ranked, within a filter."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from winjournal.domain.filter_tree import (
    And,
    Everything,
    Filter,
    Not,
    Or,
    With,
    Words,
)
from winjournal.domain.sought import Sought, read_sought

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
A, B, DANA = Words("a"), Words("b"), With("dana")
PHRASE = Words("a b", is_phrase=True)


@pytest.mark.parametrize(
    ("text", "every", "some", "within"),
    [
        ("", (), (), Everything()),
        ("a", (A,), (), Everything()),
        ('b "a b"', (B, PHRASE), (), Everything()),
        ("a with:dana b", (A, B), (), DANA),
        ("a with:dana not b", (A,), (), And((DANA, Not(B)))),
        ("with:dana", (), (), DANA),
        ("a or b", (), (A, B), Or((A, B))),
        ("not a", (), (), Not(A)),
        ("with:dana (a or (b not a))", (), (A, B), None),
    ],
)
def test_words_stand_apart_from_conditions(
    text: str,
    every: tuple[Words, ...],
    some: tuple[Words, ...],
    within: Filter | None,
) -> None:
    sought = read_sought(text, NOW)
    assert (sought.every, sought.some, sought.wrong) == (every, some, None)
    assert within is None or sought.within == within
    assert sought.is_blank is (text == "")


def test_what_is_no_filter_is_looked_for_as_it_stands() -> None:
    sought = read_sought("@egoo\x1b\n(", NOW)
    assert sought.literal == "@egoo ("
    assert sought.wrong is not None
    assert sought.wrong.position == 8
    assert not sought.is_blank


def test_what_is_being_typed_is_no_error() -> None:
    assert read_sought("a or", NOW, lenient=True) == Sought(every=(A,))
    assert read_sought("saved:x", NOW, saved={"x": "a"}).every == (A,)
