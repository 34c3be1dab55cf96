"""Curves, strips of marks and where deals landed: drawn cell by cell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from winjournal.domain.panels import Amount, Dot, Felt, Plot, Point, Spot
from winjournal.ui.glyphs import ASCII, UNICODE
from winjournal.ui.widgets.curve import dot_lines, plot_lines
from winjournal.ui.widgets.scatter import felt_lines, scatter_lines

START = date(2026, 1, 31)


def dots(count: int) -> tuple[Dot, ...]:
    return tuple(
        Dot(id=f"d{n}", on=START + timedelta(days=n), counted=n % 3 == 0)
        for n in range(count)
    )


def point(number: int, value: float, low: float, high: float) -> Point:
    amount = Amount(marks=10 + number, reviewed=8, talks=9, debriefed=8)
    on = START + timedelta(days=30 * number)
    return Point(on=on, value=value, low=low, high=high, amount=amount)


FALLING = Plot(
    points=(
        point(0, 100, 79, 100), point(1, 50, 24, 76), point(2, 50, 24, 76),
        point(3, 0, 0, 21),
    ),
)  # fmt: skip


def drawn(lines: list[object]) -> list[str]:
    return [str(getattr(line, "plain", line)).rstrip() for line in lines]


def test_single_marks_stand_in_their_order_with_their_days() -> None:
    assert drawn([*dot_lines(dots(4), 60, UNICODE)]) == [
        "● ○ ○ ●", "31 Jan 2026 – 3 Feb 2026   ● counted, ○ not",  # noqa: RUF001 - as it is drawn
    ]  # fmt: skip
    assert drawn([*dot_lines(dots(1), 60, ASCII)]) == [
        "x", "31 Jan 2026   x counted, . not",
    ]  # fmt: skip


def test_of_too_many_marks_the_latest_are_drawn_and_that_is_said() -> None:
    lines = drawn([*dot_lines(dots(40), 80, ASCII)])
    assert lines[0].count("x") + lines[0].count(".") == 40
    few = drawn([*dot_lines(dots(40), 60, ASCII)])
    assert few[1].startswith("the latest 30, 10 Feb 2026 - 11 Mar 2026")
    quiet = drawn([*dot_lines(dots(40), 60, ASCII, counts=False)])
    assert quiet[1].startswith("10 Feb 2026")


def test_a_curve_stands_in_its_band_over_dates_and_amounts() -> None:
    assert drawn([*plot_lines(FALLING, 47, ASCII)]) == [
        "           in 100",
        "       100 ======",
        "           ::::::",
        "           ::::::::::::::::::::::::::::::",
        "                 ::::::::::::::::::::::::",
        "        50       ========================",
        "                 ::::::::::::::::::::::::",
        "                 ::::::::::::::::::::::::::::::",
        "                                         ::::::",
        "         0                               ======",
        "           31 Jan 2026               1 May 2026",
        "  my marks 10                                13",
        " debriefed 8 of 9                        8 of 9",
    ]


@pytest.mark.parametrize("width", [80, 100, 140])
def test_a_curve_takes_the_width_there_is(width: int) -> None:
    lines = plot_lines(FALLING, width, UNICODE)
    assert max(line.cell_length for line in lines) == width
    assert all(line.cell_length <= width for line in lines)
    assert "31 Jan 2026" in lines[10].plain
    assert lines[10].plain.endswith("1 May 2026")


def test_without_room_for_a_curve_the_marks_are_drawn() -> None:
    plot = Plot(dots=dots(2), points=FALLING.points)
    assert drawn([*plot_lines(plot, 30, ASCII)])[0] == "x ."
    assert plot_lines(plot, 20, ASCII) == []
    assert plot_lines(Plot(), 80, ASCII) == []


def test_the_equal_line_and_negative_values_have_their_figures() -> None:
    points = (point(0, 10, -5, 20), point(1, -5, -10, 5))
    plot = Plot(points=points, unit="%", low=-20, high=20, equal=0)
    lines = drawn([*plot_lines(plot, 47, ASCII)])
    assert [line[:10].strip() for line in lines[1:10]] == [
        "20", "", "", "", "0", "", "", "", "-20",
    ]  # fmt: skip


def test_a_flat_axis_draws_in_its_middle() -> None:
    plot = Plot(points=(point(0, 5, 5, 5), point(1, 5, 5, 5)), low=5, high=5)
    assert "=" in drawn([*plot_lines(plot, 47, ASCII)])[5]


SPOTS = (
    Spot(id="a", mine=1.0, theirs=1.0, guessed=False),
    Spot(id="b", mine=1.0, theirs=1.0, guessed=True),
    Spot(id="c", mine=1.0, theirs=0.0, guessed=False),
    Spot(id="d", mine=0.0, theirs=0.5, guessed=True),
    *(Spot(id=f"e{n}", mine=0.5, theirs=0.5, guessed=True) for n in range(10)),
)


def test_where_deals_landed_hollow_where_theirs_is_my_guess() -> None:
    lines = drawn([*scatter_lines(SPOTS, 60, UNICODE)])
    assert lines[0] == "           theirs only              both met"
    assert lines[1] == "  theirs 1                                 2"
    assert lines[5] == "         ½ ○               +"
    assert lines[9] == "         0 ·                               ●"
    assert lines[10] == "           neither                 mine only"
    assert lines[11] == "           0               ½          mine 1"
    assert lines[12].startswith("           ● by both accounts, ○ theirs is my guess")
    assert scatter_lines(SPOTS, 20, UNICODE) == []
    assert scatter_lines((), 60, UNICODE) == []


def test_without_a_guess_none_is_explained() -> None:
    lines = drawn([*scatter_lines(SPOTS[:1], 60, ASCII)])
    assert "guess" not in " ".join(lines)
    assert lines[1].endswith("x")


def test_what_i_thought_they_felt_is_a_mark_a_talk() -> None:
    felt = [Felt(id="a", predicted=p, said=5) for p in (6, 6, 5, 3)]
    assert drawn([*felt_lines(felt, 70, ASCII)]) == [
        "           points of 7 that I thought them more pleased than they said",
        "        +1 OO 2", "         0 O 1", "        -1", "        -2 O 1",
    ]  # fmt: skip


def test_of_many_talks_a_mark_stands_for_several() -> None:
    felt = [Felt(id="a", predicted=5, said=5) for _ in range(100)]
    lines = drawn([*felt_lines(felt, 48, ASCII)])
    assert lines[1].count("O") <= 32
    assert lines[-1].endswith("one mark is up to 4 talks")
    assert felt_lines((), 48, ASCII) == []
