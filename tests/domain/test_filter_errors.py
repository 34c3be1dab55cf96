"""Where a filter is wrong, and what is said about it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.filter import MAX_DEPTH, read_filter
from winjournal.domain.filter_tokens import MAX_TERMS, MAX_WORD, FilterError
from winjournal.domain.filter_tree import And, Filter, Words

NOW = datetime(2026, 3, 4, 7, 50, tzinfo=ZoneInfo("Europe/Berlin"))
A = Words("a")


def read(text: str) -> Filter:
    return read_filter(text, NOW)


@pytest.mark.parametrize(
    ("text", "position", "length", "sentence", "remedy"),
    [
        ("a @egoo", 2, 5, '"@egoo" is no tag.', "Did you mean @ego"),
        ("@zzz", 0, 4, '"@zzz" is no tag.', "A step is @trust, a tag is @ego."),
        ("@over-capture+", 0, 14, '"@over-capture+" is no tag.', "@over-capture"),
        ("wiht:dana", 0, 5, '"wiht:" is not known; did you mean with:?', "In quotes"),
        ("outcom:agreed", 0, 7, "did you mean outcome:?", "In quotes"),
        (
            "a outcome:won",
            10,
            3,
            'outcome: does not know "won".',
            "agreed, walked-away",
        ),
        ('outcome:"won it"', 9, 6, 'outcome: does not know "won it".', "both-stopped"),
        ("step:6", 5, 1, 'step: does not know "6".', "trust, winning, value"),
        (
            "sphere:work",
            7,
            4,
            'sphere: does not know "work".',
            "professional, personal",
        ),
        ("is:done", 3, 4, 'is: does not know "done".', "open, sealed, undebriefed"),
        ("has:notes", 4, 5, 'has: does not know "notes".', "entry, moments, debrief"),
        ("over:much", 5, 4, 'over: does not know "much".', "over:10%"),
        ("over:-5", 5, 2, 'over: does not know "-5".', "over:10%"),
        ("since:foo", 6, 3, '"foo" is no period.', "last month"),
        ("on:2026-02-30", 3, 10, "there is no 30 February 2026.", "last month"),
        ("a with:", 7, 0, "with: needs a value right after it.", "with:dana"),
        ("with: dana", 5, 0, "with: needs a value right after it.", "with:dana"),
        ("until:", 6, 0, "until: needs a value", 'until:"last month"'),
        ('step:""', 7, 0, "step: needs a value", "It takes trust"),
        ("a or", 4, 0, 'something must follow "or".', "In quotes"),
        ("not ", 4, 0, 'something must follow "not".', "In quotes"),
        ("or a", 0, 2, 'something must stand before "or".', "In quotes"),
        ("a or or b", 5, 2, 'something must stand before "or".', "In quotes"),
        ("a (b", 2, 1, "this parenthesis is not closed.", "In quotes"),
        ("()", 1, 1, 'something must stand before ")".', "In quotes"),
        ("(a or )", 6, 1, 'something must stand before ")".', "In quotes"),
    ],
)
def test_an_error_points_at_the_place_and_says_what_would_do(
    text: str, position: int, length: int, sentence: str, remedy: str
) -> None:
    with pytest.raises(FilterError) as error:
        read(text)
    assert (error.value.position, error.value.length) == (position, length)
    assert error.value.column == position + 1
    assert error.value.sentence.startswith(f"Column {position + 1}: ")
    assert sentence in error.value.sentence
    assert remedy in error.value.remedy
    assert error.value.code == NotUnderstood.code == 2


def test_limits_are_named() -> None:
    most = " ".join(f"w{n}" for n in range(MAX_TERMS))
    tree = read(most)
    assert isinstance(tree, And)
    assert len(tree.parts) == MAX_TERMS
    with pytest.raises(FilterError, match="at most 32 words and conditions"):
        read(f"{most} more")
    with pytest.raises(FilterError, match="at most 32 words and conditions"):
        read("not " * 1000 + "a")
    assert read("x" * MAX_WORD) == Words("x" * MAX_WORD)
    with pytest.raises(FilterError, match="at most 200 characters"):
        read("x" * (MAX_WORD + 1))
    deep = "(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH
    assert read(deep) == A
    with pytest.raises(FilterError, match="at most 16 parentheses"):
        read(f"({deep})")
    with pytest.raises(FilterError):
        read("(" + "a" + ")" * 1_000_000)
