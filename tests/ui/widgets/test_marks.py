"""Marks and weeks of marks: told by shape, counted, never cut off."""

from __future__ import annotations

import pytest

from tests.ui.gallery import STRIP
from winjournal.ui.glyphs import ASCII, UNICODE
from winjournal.ui.widgets.marks import mark, tagged
from winjournal.ui.widgets.week_strip import StripLine, WeekMarks, strip_lines


def plain(lines: tuple[StripLine, ...], width: int) -> list[str]:
    return [line.plain.rstrip() for line in strip_lines(lines, width, UNICODE)]


def styles(content: object) -> list[str]:
    return [str(span.style) for span in getattr(content, "spans", ())]


def test_a_mark_of_theirs_is_grey() -> None:
    assert styles(mark("slip", UNICODE)) == ["$slip"]
    assert styles(mark("slip", UNICODE, theirs=True)) == ["$ink-soft"]
    assert set(styles(tagged("slip", "ego", UNICODE, theirs="Dana"))) == {"$ink-soft"}


def test_strength_is_a_figure_beside_it() -> None:
    assert tagged("slip", "ego", UNICODE, strength=2).plain == "□ ego 2"
    assert tagged("handled", "honest", ASCII).plain == "# honest"
    assert tagged("slip", "goalpost-shift", UNICODE, theirs="Dana").plain == (
        "□ Dana goalpost-shift"
    )


def test_twelve_weeks_are_drawn_as_in_the_picture() -> None:
    assert plain(STRIP, 91) == [
        "trust    ■■   ■■■  ■    ■    ■■        ■■   ■    ■              ■"
        "      14 handled",
        "winning            □    ■    □    ■              ■■             "
        "        4 handled   2 slips",
        "value    ■    ■    □    ■■   ■■■□                          ■□   "
        "        8 handled   3 slips",
        "share         □                   ■□                  □    □    ■"
        "       2 handled   4 slips",
        "ego      □    ■    ■    ■■   ■□□       ■    ■    ■□   □          "
        "       8 handled   5 slips",
    ]


@pytest.mark.parametrize("width", [140, 96, 76, 56, 40, 36])
def test_it_fits_where_the_screen_is_narrow(width: int) -> None:
    lines = plain(STRIP, width)

    assert all(len(line) <= width for line in lines)
    assert lines[1].startswith("winning")
    if width >= 56:
        assert lines[4].endswith("5 slips" if width >= 90 else "5 □")


def test_more_marks_than_fit_are_a_figure() -> None:
    line = StripLine("ego", (WeekMarks(handled=12, slips=3), WeekMarks(slips=1)))

    assert plain((line,), 40)[0].startswith("ego  ■12□3 □")


def test_what_does_not_fit_at_all_says_that_there_is_more() -> None:
    line = StripLine("ego", tuple(WeekMarks(12, 13, 14) for _ in range(12)))

    (drawn,) = plain((line,), 60)

    assert "+" in drawn
    assert len(drawn) <= 60


def test_one_slip_is_not_slips() -> None:
    line = StripLine("ego", (WeekMarks(slips=1), WeekMarks(undecided=2)))

    assert plain((line,), 60)[0].endswith("1 slip   2 undecided")


def test_nothing_is_nothing() -> None:
    assert plain((), 80) == []
    assert plain((StripLine("ego", ()),), 80) == ["ego"]
    assert plain((StripLine("ego", (WeekMarks(),) * 12),), 80) == ["ego"]
