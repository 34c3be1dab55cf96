"""A choice of a few answers, or of none, by keys and mouse."""

from __future__ import annotations

import pytest

from tests.ui.drawn import style_of, text
from tests.ui.stage import Stage
from winjournal.ui.glyphs import ASCII
from winjournal.ui.widgets.form_spec import Option, met_field, scale_field
from winjournal.ui.widgets.segments import Segments

OUTCOMES = (
    Option("agreed", "agreed"),
    Option("walked-away", "walked away"),
    Option("they-walked", "they walked", "t"),
    Option("both-stopped", "both stopped"),
    Option("asked", "asked again"),
)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ((), None),
        (("right",), "agreed"),
        (("left",), "asked"),
        (("right", "right"), "walked-away"),
        (("right", "left", "left"), "agreed"),
        (("end", "right"), "asked"),
        (("end", "space"), "agreed"),
        (("w",), "walked-away"),
        (("a", "a"), "asked"),
        (("a", "a", "a"), "agreed"),
        (("t", "backspace"), None),
    ],
)
async def test_keys_choose(keys: tuple[str, ...], value: str | None) -> None:
    choice = Segments(OUTCOMES)
    app = Stage(choice)
    async with app.run_test() as pilot:
        choice.focus()
        await pilot.press(*keys)
        assert choice.value == value


async def test_a_letter_of_an_answer_does_not_reach_the_screen() -> None:
    choice = Segments(OUTCOMES)
    app = Stage(choice)
    async with app.run_test() as pilot:
        choice.focus()
        await pilot.pause()
        keys = app.screen.active_bindings
        assert "a" not in keys
        assert "question_mark" in keys


async def test_a_click_chooses() -> None:
    choice = Segments(OUTCOMES)
    app = Stage(choice)
    async with app.run_test(size=(100, 30), message_hook=app.hook) as pilot:
        await pilot.pause()
        line = text(app).splitlines()[3]
        at = line.index("they walked") - choice.region.x
        await pilot.click(choice, offset=(at, 0))
        assert choice.value == "they-walked"
        await pilot.click(choice, offset=(at - 2, 0))
        assert choice.value == "they-walked"
    assert app.heard(Segments.Changed)


async def test_the_chosen_answer_is_told_by_shape() -> None:
    choice = Segments(OUTCOMES, "agreed")
    app = Stage(choice)
    async with app.run_test() as pilot:
        await pilot.pause()
        chosen, other = style_of(app, "agreed"), style_of(app, "walked away")
        assert (chosen.bold, chosen.underline) == (True, True)
        assert not other.bold
    app = Stage(Segments(OUTCOMES, "agreed"), glyphs=ASCII)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[agreed]   walked away" in text(app)


async def test_answers_go_on_in_a_second_line_where_there_is_no_room() -> None:
    choice = Segments(OUTCOMES)
    app = Stage(choice)
    async with app.run_test(size=(44, 20)) as pilot:
        await pilot.pause()
        assert choice.size.height == 2
        assert all(option.label in text(app) for option in OUTCOMES)


async def test_a_degree_and_a_scale_are_chosen_by_their_figures() -> None:
    met = met_field("met_1", "2 years")
    scale = scale_field("my_sat", "How content", low="not at all", high="entirely")
    for spec, key, value in ((met, "5", "0.5"), (met, "0", "0"), (scale, "7", "7")):
        choice = Segments(spec.options, low=spec.low, high=spec.high)
        app = Stage(choice)
        async with app.run_test() as pilot:
            choice.focus()
            await pilot.press(key)
            assert choice.value == value
            assert spec.high in text(app)
