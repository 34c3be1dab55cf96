"""A ruler shows where things are, and its words never overlap."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.drawn import text
from tests.ui.stage import Stage
from winjournal.ui.glyphs import ASCII, UNICODE
from winjournal.ui.widgets.ruler import Ruler, Scale, Tick, around, ruler_line
from winjournal.ui.widgets.ruler import ruler_lines as drawn

DEAL = Scale(
    low=34.0,
    high=50.0,
    interval=(Tick(38.0, figure="38k"), Tick(46.0, figure="46k")),
    interval_word="fair range",
    value=Tick(41.0, figure="41k"),
    ticks=(Tick(36.0, "leave", "36k"), Tick(48.0, "asked", "48k")),
)


def plain(scale: Scale, width: int) -> list[str]:
    return [line.plain.rstrip() for line in drawn(scale, width, UNICODE)]


def test_a_deal_is_drawn_as_in_the_picture() -> None:
    assert plain(DEAL, 33) == [
        "  leave    fair range     asked",
        "────┼───━━━━━━●━━━━━━━━━━───┼────",
        "   36k  38k  41k       46k  48k",
    ]


def test_it_can_be_drawn_in_ascii() -> None:
    assert ruler_line(DEAL, 17, ASCII).plain == "--+-===O=====-+--"


def test_the_value_is_bold_and_the_range_is_no_verdict() -> None:
    lines = drawn(DEAL, 33, UNICODE)
    styles = {str(span.style) for line in lines for span in line.spans}

    assert "bold $ink" in styles
    assert {"$interval", "$key", "$hair"} <= styles
    assert not {"$handled", "$slip", "$danger"} & styles


def test_without_a_value_there_is_no_dot() -> None:
    scale = Scale(low=0, high=1, interval=(Tick(0.2), Tick(0.4)))

    assert plain(scale, 11) == ["──━━━──────"]


def test_what_lies_beyond_the_scale_stands_at_its_end() -> None:
    scale = Scale(low=0, high=10, value=Tick(99), ticks=(Tick(-5),))

    assert plain(scale, 6) == ["┼────●"]


def test_a_scale_may_run_the_other_way() -> None:
    assert plain(Scale(low=10, high=0, value=Tick(10)), 5) == ["●────"]


def test_a_scale_of_one_point_is_drawn() -> None:
    assert plain(Scale(low=5, high=5, value=Tick(5)), 5) == ["──●──"]


@pytest.mark.parametrize(
    ("values", "ends"),
    [([36, 46], (34.5, 47.5)), ([40], (34, 46)), ([0], (-1, 1)), ([], (0, 1))],
)
def test_a_scale_leaves_room_at_its_ends(
    values: list[float], ends: tuple[float, float]
) -> None:
    assert around(values) == pytest.approx(ends)


@given(
    ticks=st.lists(
        st.builds(
            Tick,
            st.floats(-1, 2, allow_nan=False),
            st.text("abck", max_size=12),
            st.text("0123", max_size=6),
        ),
        max_size=6,
    ),
    width=st.integers(12, 60),
)
def test_words_never_overlap_and_none_is_lost(ticks: list[Tick], width: int) -> None:
    lines = plain(Scale(low=0, high=1, ticks=tuple(ticks)), width)

    drawn_words = Counter(word for line in lines for word in line.split())
    wanted = Counter(
        word for tick in ticks for word in (tick.word, tick.figure) if word
    )
    assert wanted <= drawn_words
    assert all(len(line) <= width for line in lines)


async def test_it_takes_the_lines_it_needs() -> None:
    ruler = Ruler()
    app = Stage(ruler)
    async with app.run_test(size=(80, 24)) as pilot:
        assert ruler.size.height == 0
        ruler.show(DEAL)
        await pilot.pause()
        assert ruler.size.height == 3
        assert "fair range" in text(app)
