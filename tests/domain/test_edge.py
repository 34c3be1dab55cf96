"""What comes in is made safe to keep, and otherwise left as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from winjournal.domain.edge import MAX_BODY, clean_text, quoted
from winjournal.domain.errors import NotUnderstood

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@pytest.mark.parametrize(
    ("value", "text", "removed"),
    [
        ("plain", "plain", 0),
        ("a\r\nb\rc\x85d\u2028e\u2029f\n", "a\nb\nc\nd\ne\nf\n", 0),
        ("\r\r\n\n", "\n\n\n", 0),
        ("a\x00b", "ab", 1),
        ("\x1b[2J\x9b2J\x07", "[2J2J", 3),
        ("tab\tstays", "tab\tstays", 0),
        ("\x08\x0b\x0c\x0e\x1f\x7f\x80\x9f", "", 8),
        ("x\ud800y\udfff", "x\ufffdy\ufffd", 0),
        ("a\u202eb\u2066c\u200b", "a\u202eb\u2066c\u200b", 0),
        ("cafe\u0301", "cafe\u0301", 0),
        ("  two  blanks  ", "  two  blanks  ", 0),
        ("", "", 0),
    ],
)
def test_a_body_loses_only_what_steers_a_terminal(
    value: str, text: str, removed: int
) -> None:
    cleaned = clean_text(value)
    assert (cleaned.text, cleaned.removed) == (text, removed)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("line1\nline2: x", "line1 line2: x"),
        ("  a \t b\r\n", "a b"),
        ("cafe\u0301", "caf\u00e9"),
        ("\u3000 \u00a0", ""),
        ("a\x00b", "ab"),
    ],
)
def test_a_title_is_one_line_in_nfc(value: str, text: str) -> None:
    assert clean_text(value, one_line=True).text == text


@pytest.mark.parametrize(
    ("value", "notice"),
    [
        ("a", ""),
        ("\x00a", "1 control character removed."),
        ("\x00a\x1b\x07", "3 control characters removed."),
    ],
)
def test_what_was_removed_is_said(value: str, notice: str) -> None:
    assert clean_text(value).notice == notice


@pytest.mark.parametrize("one_line", [False, True])
@given(value=ANY_TEXT)
@settings(derandomize=True, deadline=None)
def test_cleaning_is_idempotent_and_harmless(value: str, one_line: bool) -> None:
    text = clean_text(value, one_line=one_line).text
    again = clean_text(text, one_line=one_line)
    assert (again.text, again.removed) == (text, 0)
    text.encode()
    kinds = {unicodedata.category(sign) for sign in text if sign not in "\t\n"}
    assert not kinds & {"Cc", "Cs"}
    if one_line:
        assert unicodedata.is_normalized("NFC", text)
        assert "\n" not in text


@pytest.mark.parametrize(
    "value", ["a" * MAX_BODY, "\u00e9" * (MAX_BODY // 2), "\x00" + "a" * MAX_BODY]
)
def test_a_text_may_have_one_mebibyte(value: str) -> None:
    assert len(clean_text(value).text.encode()) == MAX_BODY


@pytest.mark.parametrize(
    "value",
    ["a" * (MAX_BODY + 1), "\u00e9" * (MAX_BODY // 2 + 1), "lorem " * 1_800_000],
    ids=["one more", "in UTF-8", "ten million"],
)
def test_a_longer_text_is_refused_with_the_limit_named(value: str) -> None:
    with pytest.raises(NotUnderstood, match="at most 1 MiB") as error:
        clean_text(value)
    assert error.value.code == 2


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("short", '"short"'),
        ("x" * 40, f'"{"x" * 40}"'),
        ("x" * 41, f'"{"x" * 40}…"'),
        ("a\x1b[2J\nb", '"a[2J b"'),
    ],
)
def test_what_was_typed_is_quoted_short_and_harmless(value: str, words: str) -> None:
    assert quoted(value) == words
