"""Whatever is typed, reading it ends in an answer or in one clear sentence."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_filter_match import ROWS
from winjournal.domain.dates import read_date_strictly, read_when
from winjournal.domain.edge import MAX_BODY, clean_text
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_explain import explain
from winjournal.domain.filter_match import matches
from winjournal.domain.filter_tokens import FilterError
from winjournal.domain.filter_tree import Words
from winjournal.domain.line import KnownPerson, read_line, say_hints, say_line
from winjournal.domain.moments import NOTE_MAX
from winjournal.domain.periods import read_period
from winjournal.domain.weeks import Week

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 3, 29, 4, 0, tzinfo=ZoneInfo("Europe/Berlin"))
PEOPLE = (KnownPerson("Dana", ("D",)), KnownPerson(""))
DATA = Path(__file__).parents[1] / "data" / "bad_inputs.json"
BAD = {
    bad["name"]: bad["value"] * bad["repeat"]
    for bad in json.loads(DATA.read_text(encoding="utf-8"))["inputs"]
}
SETTINGS = settings(derandomize=True, deadline=None, max_examples=300)

WORDS = (
    "yesterday", "today", "3pm", "15:30", "25:61", "tue", "last", "next", "week",
    "month", "march", "14", "29", "feb", "2026", "2026-02-30", "2026-03-29T02:30",
    "in", "ago", "days", "9999", "a", "the", "of", "end", "morning", "by", "..", "W53",
    "q3", ": ", ":", ", ", "\n", "@ego", "@them/", "@trust+", "!2", "@x", "%", "%Dana",
    "Dana", "(", ")", "or", "and", "not", "with:", "since:", "is:", "over:",
    "outcome:", "step:", "\"", "-", "+", "10%", "\x00", "\u202e", "\ud800", "",
)  # fmt: skip
PIECES = st.sampled_from(WORDS)
ANY_TEXT = st.one_of(
    st.text(st.characters(codec=None), max_size=80),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)


def check_line(text: str) -> None:
    line = read_line(text, NOW, PEOPLE)
    assert text.endswith(line.text)
    assert line.has_date or line.text == text
    assert line.when.tzinfo is not None
    for mark in line.marks:
        assert mark.word in line.text
        assert mark.note is None or 0 < len(mark.note) <= NOTE_MAX
        assert mark.slug is not None or mark.step is not None
    assert "\n" not in say_line(line)
    assert len(say_hints(line)) <= 5


def refusal(read: Callable[[], object]) -> NotUnderstood | None:
    """Return the clear sentence in which reading ends, or None where it answers."""
    try:
        read()
    except NotUnderstood as error:
        return error
    return None


def check_filter(text: str, *, lenient: bool = False) -> None:
    error = refusal(lambda: read_filter(text, NOW, lenient=lenient))
    if error is not None:
        assert isinstance(error, FilterError)
        assert 0 <= error.position <= error.position + error.length <= len(text)
        assert "\n" not in str(error)
        assert error.sentence.endswith((".", "?"))
        return
    tree = read_filter(text, NOW, lenient=lenient)
    assert explain(tree)
    for row in ROWS.values():
        matches(tree, row)


def check_date(text: str) -> None:
    when = read_when(text, NOW)
    error = refusal(lambda: read_date_strictly(text, NOW))
    assert (when is None) is (error is not None)
    if error is not None:
        assert "\n" not in str(error)
        assert len(error.sentence) < 160
    refusal(lambda: read_period(text, NOW))
    refusal(lambda: Week.parse(text, NOW.date()))


@given(ANY_TEXT)
@SETTINGS
def test_any_text_is_a_line(text: str) -> None:
    check_line(text)


@given(ANY_TEXT)
@SETTINGS
def test_any_text_is_a_filter_or_a_clear_error(text: str) -> None:
    check_filter(text)
    check_filter(text, lenient=True)


@given(ANY_TEXT)
@SETTINGS
def test_any_text_is_a_date_or_none(text: str) -> None:
    check_date(text)


@given(st.datetimes(datetime(1901, 1, 1), datetime(2199, 1, 1)), PIECES, PIECES)  # noqa: DTZ001 the strategy wants naive bounds
@SETTINGS
def test_any_day_can_be_today(now: datetime, one: str, other: str) -> None:
    aware = now.replace(tzinfo=UTC)
    for text in (one, f"{one} {other}", f"{other} days ago", f"in {one} {other}"):
        for future in (False, True):
            when = read_when(text, aware, future=future)
            assert when is None or date(1899, 12, 31) < when.at.date()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_a_line(name: str) -> None:
    if len(BAD[name].encode(errors="replace")) > MAX_BODY:
        with pytest.raises(NotUnderstood, match="1 MiB"):
            clean_text(BAD[name])
    else:
        check_line(clean_text(BAD[name]).text)
    check_line(BAD[name])


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_a_filter_or_a_clear_error(name: str) -> None:
    check_filter(BAD[name])
    check_filter(BAD[name], lenient=True)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_no_date(name: str) -> None:
    check_date(BAD[name])
    assert read_when(BAD[name], NOW) is None


@pytest.mark.parametrize(
    "name",
    [
        "fts_unbalanced_quote",
        "fts_operators",
        "fts_column_filter",
        "fts_hyphen",
        "like_wildcards",
        "sql_quote",
        "leading_dash",
        "fmt_strings",
        "markup_click_action",
        "lone_surrogate",
        "nul_inside",
    ],
)
def test_what_looks_like_syntax_elsewhere_is_searched_for(name: str) -> None:
    tree = read_filter(BAD[name], NOW)
    parts = getattr(tree, "parts", (tree,))
    assert all(isinstance(part, Words) for part in parts)


def test_a_whole_book_in_one_line_is_read_at_once() -> None:
    line = read_line("@ego word @dana " * 20_000, NOW, PEOPLE)
    assert len(line.marks) == 20_000
    assert len(line.unknown) == 1
