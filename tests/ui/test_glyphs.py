"""The signs fit the terminal, and each takes the room it is counted for."""

from __future__ import annotations

from dataclasses import fields

import pytest
from rich.cells import cell_len

from winjournal.ui.glyphs import ASCII, UNICODE, Glyphs, glyphs_for


@pytest.mark.parametrize(
    ("encoding", "term", "expected"),
    [
        ("utf-8", "xterm-256color", UNICODE),
        ("UTF8", "", UNICODE),
        ("ANSI_X3.4-1968", "xterm", ASCII),
        ("latin-1", "xterm", ASCII),
        ("utf-8", "dumb", ASCII),
        ("utf-8", "linux", ASCII),
    ],
)
def test_signs_are_chosen_by_locale_and_terminal(
    encoding: str, term: str, expected: Glyphs
) -> None:
    assert glyphs_for(encoding, term) is expected


def test_the_ascii_signs_are_ascii() -> None:
    values = [getattr(ASCII, field.name) for field in fields(Glyphs)]

    assert all(value.isascii() for value in values if isinstance(value, str))


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_each_sign_is_one_cell_wide(glyphs: Glyphs) -> None:
    words = {"enter", "half_word", "ascii_only"}
    names = [field.name for field in fields(Glyphs) if field.name not in words]

    assert [name for name in names if cell_len(getattr(glyphs, name)) != 1] == []


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_marks_are_told_apart_by_shape(glyphs: Glyphs) -> None:
    marks = (glyphs.handled, glyphs.slip, glyphs.undecided)
    degrees = (glyphs.met, glyphs.half, glyphs.unmet)

    assert len(set(marks)) == 3
    assert len(set(degrees)) == 3
