"""What holds on every screen: help, the palette, undo, the footer under the mouse."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.ui.conftest import Sit
from winjournal.ui.footer import KeyFooter
from winjournal.ui.screens.people import PeopleScreen
from winjournal.ui.screens.prep import PrepScreen
from winjournal.ui.screens.today import TodayScreen
from winjournal.ui.screens.week import WeekScreen

HELP = {
    "today": ((), "Write what happened into the line"),
    "people": (("3",), "The people you deal with"),
    "person": (("3", "enter"), "What was done with one person, both ways."),
    "week": (("4",), "One ISO week, Monday to Sunday"),
    "prep": (("n",), "Only what it is and with whom are needed"),
    "debrief": (("b",), "Facts come first and ratings last"),
    "look back": (("tab", "enter"), "How the deal looks now"),
    "review": (("4", "e"), "The question that the data raised, one sentence, and one"),
    "year": (("6",), "A year by days."),
    "day": (("6", "enter"), "What was negotiated, written and marked on one day"),
    "mark": (("m",), "Slip beside handled"),
}
"""The keys that lead to a screen from Today, and what its help begins with."""


@pytest.mark.parametrize("screen", HELP)
async def test_help_says_what_stands_there_and_which_keys_work(
    sit: Sit, screen: str
) -> None:
    keys, sentence = HELP[screen]
    async with sit(size=(100, 60)) as person:
        await person.press(*keys)
        shown = await person.press("f1")
        assert sentence in " ".join(shown.split())
        assert "Keys here" in shown
        assert "esc" in shown
        await person.press("escape")
        assert "Keys here" not in person.sees


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])
@pytest.mark.parametrize("theme", ["ink", "paper"])
async def test_every_screen_stands_in_every_window(
    sit: Sit, size: tuple[int, int], theme: str
) -> None:
    async with sit(size=size, theme=theme) as person:
        for name, (keys, _) in HELP.items():
            shown = await person.press(*keys)
            assert "esc" in shown or "quit" in shown or "back" in shown, name
            for line in shown.splitlines():
                assert len(line) <= size[0], name
            while len(person.app.screen_stack) > 1:
                await person.press("escape")
            await person.press("1", "shift+tab")
            person.screen.set_focus(person.screen.query_one("#now"))


async def test_the_palette_lists_every_action_that_works(sit: Sit) -> None:
    async with sit(size=(100, 80)) as person:
        shown = await person.press("ctrl+p")
        for title in ("Write a line", "New negotiation", "Undo", "People", "Find"):
            assert title in shown
        await person.press(*"new neg")
        await person.pilot.pause(0.2)
        await person.press("enter")
        assert person.at(PrepScreen)


@pytest.mark.parametrize("room", ["1", "3", "4"])
async def test_undo_and_redo_work_in_every_room_and_say_what_they_did(
    sit: Sit, room: str
) -> None:
    async with sit() as person:
        person.app.desk.ask(lambda j: j.inbox.log("said at the door"))
        await person.press(room, "u")
        assert person.told == "Taken back: logged said at the door"
        await person.press("U")
        assert person.told == "Done again: logged said at the door"
        await person.press("u", "u", "u")
        assert "Taken back" in person.told


async def test_nothing_left_to_redo_is_said(sit: Sit) -> None:
    async with sit() as person:
        await person.press("U")
        assert "redo" in person.told


async def test_the_footer_and_the_top_line_are_clicked(sit: Sit) -> None:
    async with sit() as person:
        await person.pilot.click(KeyFooter, offset=(4, 0))
        await person.wait()
        assert isinstance(person.screen.focused, Input)
        await person.press("escape")
        await person.pilot.click("TopLine", offset=(37, 1))
        await person.wait()
        assert person.at(PeopleScreen)
        await person.press("4")
        assert person.at(WeekScreen)
        await person.press("escape")
        assert person.at(TodayScreen)


async def test_the_footer_stays_while_something_stands_before_it(sit: Sit) -> None:
    async with sit() as person:
        before = person.sees.splitlines()[-1]
        shown = await person.press("m")
        assert shown.splitlines()[-1] == before


async def test_too_small_a_window_says_so_and_comes_back(sit: Sit) -> None:
    async with sit(size=(39, 11)) as person:
        assert "too small" in person.sees
        await person.pilot.resize_terminal(100, 30)
        await person.wait()
        assert "Acme renewal" in person.sees
        await person.pilot.resize_terminal(80, 24)
        await person.wait()
        assert "Acme renewal" in person.sees


async def test_keys_can_be_changed_by_the_name_of_the_action(sit: Sit) -> None:
    async with sit(keymap={"new": "ctrl+n"}) as person:
        await person.press("n")
        assert person.at(TodayScreen)
        assert "^n new" in person.sees
        await person.press("ctrl+n")
        assert person.at(PrepScreen)


async def test_in_ascii_no_room_draws_a_sign_the_terminal_lacks(sit: Sit) -> None:
    async with sit(ascii_only=True) as person:
        for key in ("1", "2", "3", "4", "5", "6", "slash"):
            shown = await person.press(key)
            assert shown.isascii(), key
