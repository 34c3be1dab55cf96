"""The marks of a logged line, their notes, and hints for what is nearly one."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from winjournal.domain.line import read_line, say_hints, say_line
from winjournal.domain.line_marks import LineMark, read_marks
from winjournal.domain.moments import NOTE_MAX
from winjournal.domain.tags import Actor, Step

NOW = datetime(2026, 3, 4, 7, 50, tzinfo=ZoneInfo("Europe/Berlin"))


def slugs(text: str) -> list[str | None]:
    return [mark.slug for mark in read_line(text, NOW).marks]


def only_mark(text: str) -> LineMark:
    (mark,) = read_line(text, NOW).marks
    return mark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@ego x", ["ego"]),
        ("@over-capture x", ["over-capture"]),
        ("@goalpost_shift x", ["goalpost-shift"]),
        ("x @EGO", ["ego"]),
        ("(@ego) x", ["ego"]),
        ("@ego, x", ["ego"]),
        ("@ego. x", ["ego"]),
        ("@ego: x", ["ego"]),
        ("@ego! x", ["ego"]),
        ("@ego- x", ["ego"]),
        ("@ego-. x", ["ego"]),
        ("@goalpost- x @share+", ["goalpost-shift", "fair-share"]),
        ("@promise x", ["promise"]),
        ("@trust x", [None]),
        ("no tag", []),
        ("@dana x", []),
        ("me@ego.com", []),
        ("me@ego", []),
        ("@ego.com", []),
        ("@ego@example.com", []),
        ("@@ego", []),
        ("@ego's", []),
        ("@ego\u2019s", []),
        ("@ego-driven", []),
        ("@trust+told", []),
        ("@ego!4", []),
        ("@ego!23", []),
        ("/@ego", []),
        ("@ ego", []),
        ("@", []),
    ],
)
def test_tags_in_a_text(text: str, expected: list[str | None]) -> None:
    assert slugs(text) == expected


@pytest.mark.parametrize(
    ("text", "actor", "strength", "slug"),
    [
        ("@them/ego x", Actor.THEM, 1, "ego"),
        ("@Them/goalpost-!3 x", Actor.THEM, 3, "goalpost-shift"),
        ("@me/ego x", Actor.ME, 1, "ego"),
        ("@ego!2 x", Actor.ME, 2, "ego"),
        ("@trust+!3. x", Actor.ME, 3, "trust-built"),
        ("@ego!1! x", Actor.ME, 1, "ego"),
    ],
)
def test_side_and_strength(text: str, actor: Actor, strength: int, slug: str) -> None:
    mark = only_mark(text)
    assert (mark.actor, mark.strength, mark.slug) == (actor, strength, slug)
    assert mark.note == "x"


def test_a_step_is_an_undecided_mark() -> None:
    mark = only_mark("she'd rather have one invoice @interest")
    assert (mark.slug, mark.step) == (None, Step.INTERESTS)
    assert mark.word == "@interest"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("before @ego after", "after"),
        ("@ego after\nnext line", "after"),
        ("@ego\nnext line", None),
        ("@ego, after.", "after."),
        ("(@ego) after", "after"),
        ("@ego - after - all", "after - all"),
        ("@ego \u2014 after", "after"),
        ("@ego -5% for them", "-5% for them"),
        ("@ego .5 points", ".5 points"),
        ('@ego "cheaper", she said', '"cheaper", she said'),
        ("@ego ...", None),
        ("@ego \u20ac", None),
        ("@ego mail me@x.org  twice ", "mail me@x.org  twice"),
        ("@ego [b]x[/]", "[b]x[/]"),
    ],
)
def test_a_note_is_what_follows_on_the_line(text: str, note: str | None) -> None:
    assert only_mark(text).note == note


def test_a_note_ends_where_the_next_mark_begins() -> None:
    line = read_line("@ego one @them/ego! two @dana @trust three", NOW)
    assert [mark.note for mark in line.marks] == ["one", "two @dana", "three"]


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("x" * 140, "x" * 140),
        ("x" * 141, "x" * 139 + "…"),
        ("word " * 40, "word " * 27 + "word…"),
    ],
)
def test_a_long_note_is_cut_between_words_and_the_text_is_not(
    words: str, note: str
) -> None:
    line = read_line(f"@ego {words}", NOW)
    assert line.marks[0].note == note
    assert len(note) <= NOTE_MAX
    assert line.text == f"@ego {words}"


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("@trsut+ x", ["@trsut+ is no tag and stays text; did you mean @trust+"]),
        ("@them/egoo x", ["@them/egoo is no tag and stays text; did you mean @them/"]),
        ("@ego!4 x", ["@ego!4 is no tag and stays text; did you mean @ego"]),
        ("@Dana x @Dana", ["@Dana is no tag and stays text."]),
        ("me@trsut.org @trsut.org", []),
        ("@ego", []),
    ],
)
def test_what_is_nearly_a_tag_gets_a_hint(text: str, hints: list[str]) -> None:
    line = read_line(text, NOW)
    said = say_hints(line)
    assert len(said) == len(hints)
    for sentence, start in zip(said, hints, strict=True):
        assert sentence.startswith(start)
    assert line.text == text


def test_hints_are_few() -> None:
    line = read_line(" ".join(f"@word{n}" for n in range(50)), NOW)
    assert len(line.unknown) == 5


def test_own_tags_are_tags() -> None:
    line = read_line("@silence x", NOW, own_tags=("silence",))
    assert [mark.slug for mark in line.marks] == ["silence"]
    assert say_line(line).endswith("  silence")


def test_the_words_before_a_trailing_tag_are_its_note() -> None:
    mark = only_mark("two calls\nshe'd rather have one invoice @interest")
    assert mark.note == "she'd rather have one invoice"


def test_words_that_belong_to_the_mark_before_are_not_taken_twice() -> None:
    marks, _ = read_marks("@ego I listed our awards @trust+")
    assert [mark.note for mark in marks] == ["I listed our awards", None]
