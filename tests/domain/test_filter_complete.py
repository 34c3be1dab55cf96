"""What the last word of a filter may become."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.filter import read_filter
from winjournal.domain.filter_complete import MOST, Known, completions
from winjournal.domain.filter_tree import Everything

NOW = datetime(2026, 3, 4, 7, 50, tzinfo=UTC)
KNOWN = Known(
    people=("Dana", "Dana Müller", 'Bob "Bobby" Hall', "Émile"),
    kinds=("salary", "vendor deal"),
    own_tags=("silence",),
    saved={"hard ones": "@ego", "dana": "with:dana"},
)


def terms(text: str) -> list[str]:
    return [one.term for one in completions(text, KNOWN)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("outc", ["outcome:"]),
        ("o", ["outcome:", "on:", "over:"]),
        ("a (SIN", ["since:"]),
        ("with:da", ["with:Dana", 'with:"Dana Müller"']),
        ("WITH:emi", ["with:Émile"]),
        ('not with:"dana m', ['with:"Dana Müller"']),
        ("with:bob", ['with:Bob']),
        ("kind:v", ['kind:"vendor deal"']),
        ("outcome:w", ["outcome:walked-away"]),
        ("is:s", ["is:sealed"]),
        ("has:e", ["has:entry"]),
        ("sphere:h", ["sphere:household"]),
        ("step:e", ["step:ego"]),
        ("over:1", ["over:10%"]),
        ("since:last q", []),
        ('since:"last q', ['since:"last quarter"']),
        ("saved:", ['saved:"hard ones"', "saved:dana"]),
        ("@sil", ["@silence"]),
        ("@them/goalpost-s", ["@them/goalpost-shift"]),
        ("@th", ["@their-interest-served", "@their-interest-ignored", "@them/"]),
        ("@who/x", []),
        ("outcome:agreed", []),
        ("with:Dana ", []),
        ('"with:', []),
        ("(", []),
        ("or", []),
        ("", []),
        ("x " * 40, []),
        ("nothing", []),
        ("zzz:a", []),
    ],
)  # fmt: skip
def test_the_last_word_may_become(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_it_tells_where_the_word_begins_and_what_each_asks_for() -> None:
    start, (only,) = completions("a not (outcome:they", KNOWN)
    assert start == len("a not (")
    assert (only.term, only.says) == ("outcome:they-walked", "outcome they-walked")
    assert completions("saved:d", KNOWN)[1][0].says == "with:dana"
    assert completions("@sil", KNOWN)[1][0].says == "a tag of your own"
    assert completions("@shar", KNOWN)[1][0].says == "any mark of this step"


def test_a_long_list_is_cut() -> None:
    many = Known(people=[f"Person {number}" for number in range(500)])
    assert len(completions("with:p", many)[1]) == MOST


@given(text=st.text(alphabet='a@:"()/ -ostwihd', max_size=24))
def test_what_is_offered_is_understood(text: str) -> None:
    start, found = completions(text, KNOWN)
    assert 0 <= start <= len(text)
    for one in found:
        if not one.term.endswith((":", "/")):
            tree = read_filter(
                one.term, NOW, own_tags=KNOWN.own_tags, saved=KNOWN.saved
            )
            assert tree != Everything()
