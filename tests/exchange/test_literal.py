"""What a user typed into a field is seen as it was typed, and does nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.exchange.dossiers import BAD_INPUTS
from tests.exchange.reader import is_tame, parsed, shown, words
from winjournal.domain.edge import clean_text
from winjournal.exchange.literal import cell, fenced, heading, literal, literal_lines

SIGNS = st.text(
    st.sampled_from(list("abc12 \\`*_[]{}()#+-.!|~<>&;=$%^:\"'/@é漢\n\t")), max_size=30
)
SHORT = {name: text for name, text in BAD_INPUTS.items() if len(text) < 20_000}


def visible(text: str) -> list[str]:
    """Return the lines a reader must see, blanks collapsed."""
    lines = clean_text(text).text.split("\n")
    trimmed = (re.sub("[ \t]+", " ", line).strip(" ") for line in lines)
    return [line for line in trimmed if line]


def seen(page: str, label: str = "") -> str:
    found = "".join(words(page)[:1])
    assert is_tame(page)
    return found.removeprefix(label).strip()


def check(text: str) -> None:
    whole = " ".join(visible(text))
    assert seen(f"- label: {literal(text)}\n", "label:") == whole.strip(" ")
    assert seen(f"- {literal(text)}\n") == whole
    assert seen(f"{heading(literal(text), 2)}\n") == whole
    rows = f"| a | b |\n| --- | --- |\n| {cell(text)} | x |\n"
    assert [shown(t) for t in parsed(rows) if t.type == "inline"][2:] == [whole, "x"]
    page = f"- label: {literal_lines(text, '  ')}\n\n# after\n"
    assert seen(page, "label:") == "\n".join(visible(text))
    assert words(page)[-1] == "after"


@given(SIGNS)
@example("__a c__")
@example("Title ##")
@example("{{ x }} {% raw %} {#id}")
@settings(derandomize=True, deadline=None, max_examples=400)
def test_any_signs_are_seen_as_typed(text: str) -> None:
    check(text)


@pytest.mark.parametrize("name", sorted(SHORT))
def test_a_bad_input_is_seen_as_typed(name: str) -> None:
    text = SHORT[name]
    page = f"- label: {literal(text)}\n"
    assert seen(page, "label:") == " ".join(visible(text)).strip()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Dana's 3-year offer, 41k (net).", "Dana's 3-year offer, 41k (net)."),
        ("file_name stays", "file_name stays"),
        ("[[Deal A]]", "\\[\\[Deal A\\]\\]"),
        ("#tag and $5", "\\#tag and \\$5"),
        ("1. first", "1\\. first"),
        ("- dash", "\\- dash"),
        ("--- three", "\\--- three"),
        ("<b>", "&lt;b>"),
        ("R&D &amp; more", "R&D &amp;amp; more"),
        ("{{<x>}} 50%% {%", "\\{\\{&lt;x>\\}\\} 50\\%\\% \\{\\%"),
        ("==x== ^id", "\\=\\=x\\=\\= \\^id"),
    ],
)
def test_what_is_escaped_and_what_is_not(typed: str, written: str) -> None:
    assert literal(typed) == written


def test_control_characters_do_not_pass() -> None:
    assert literal("a\x00b\x1b[31mc\x9b") == "ab\\[31mc"


def test_a_cell_keeps_its_pipes() -> None:
    assert cell("a|b\\|c") == "a\\|b\\\\\\|c"


def test_code_cannot_end_its_own_block() -> None:
    page = fenced('{"a":"```\\n# x"}\n````', "json") + "\n\n# after\n"
    assert words(page) == ['{"a":"```\\n# x"}\n````\n', "after"]
