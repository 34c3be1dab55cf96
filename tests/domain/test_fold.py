"""How words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from winjournal.domain.fold import fold, has_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("caf\u00e9", "cafe\u0301"),
        ("Caf\u00c9", "cafe"),
        ("STRASSE", "stra\u00dfe"),
        ("pay\u200bpal", "PayPal"),
        ("a \n\t b", "a b"),
        ("net\u00a060", "net 60"),
        ("\u202einvoice\u202c", "invoice"),
    ],
)
def test_the_same_word_is_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=60))
@settings(derandomize=True, deadline=None)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "words", "found", "found_whole"),
    [
        ("the anchor held", "anchor", True, True),
        ("the anchors held", "anchor", True, False),
        ("the anchors held", "chor", False, False),
        ("we re-anchored", "anchor", True, False),
        ("win-win", "win-win", True, True),
        ("win win", "win-win", False, False),
        ("100 % of it", "100%", False, False),
        ("100%_\\", "100%_\\", True, True),
        ("[$100k] counter", "$100k", True, True),
        ("net 60\ndays", "60 days", True, True),
        ("scanchor anchor", "anchor", True, True),
        ("anything", "", True, True),
        ("", "x", False, False),
        ("a", "*", False, False),
    ],
)
def test_words_are_literal_from_the_start_of_a_word(
    text: str, words: str, found: bool, found_whole: bool
) -> None:
    assert has_words(text, words) is found
    assert has_words(text, words, is_whole=True) is found_whole
