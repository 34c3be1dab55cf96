from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from winjournal.domain.errors import NotUnderstood
from winjournal.domain.field_page import page_of, read_page

NAMES = ("at", "my_win", "why")
LINE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029")
)
VALUE = st.lists(LINE, max_size=4).map(lambda lines: "\n".join(lines).strip())


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, VALUE)), VALUE)
def test_what_stands_on_a_page_reads_back(fields: dict[str, str], body: str) -> None:
    page = page_of(fields, body, about=["at: a day"])
    assert read_page(page, NAMES, has_body=True) == (fields, body)


def test_a_page_looks_like_this() -> None:
    fields = {"my_win": "a named contact", "why": "one\n\ntwo", "at": ""}
    assert page_of(fields, "Words.") == (
        "---\n# To save nothing, leave without a change.\n"
        "my-win: a named contact\nwhy: one\n\n  two\nat:\n---\nWords.\n"
    )


def test_a_field_that_was_taken_out_is_left_out_and_an_empty_one_is_empty() -> None:
    page = "---\nMy_Win: x \nwhy:\n---\n"
    assert read_page(page, NAMES, has_body=False) == ({"my_win": "x", "why": ""}, None)


def test_a_page_without_fields_is_text_where_there_is_a_text() -> None:
    assert read_page("only words\n", NAMES, has_body=True) == ({}, "only words")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("words", "does not begin with ---"),
        ("---\nat: x\n", "have no end"),
        ("---\nat: x\n---\nwords\n", "Line 4 belongs to no field"),
        ("---\nmy-wim: x\n---\n", 'Line 2: "my-wim" is no field. Did you mean my-win?'),
        ("---\n\nzzz\n---\n", 'Line 3: "zzz" is no field. There are at, my-win, why.'),
        ("---\n  more\n---\n", "Line 2"),
    ],
)
def test_a_page_that_is_none_says_where(page: str, said: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_page(page, NAMES, has_body=False)
    assert said in str(caught.value)
