"""Keys that come in a burst do what they would do one by one."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tests.ui.conftest import Sit
from tests.ui.person import Person
from winjournal.ui.modals.help import HelpModal
from winjournal.ui.screens.today import TodayScreen


async def burst(person: Person, *keys: str) -> str:
    """Send keys without waiting for anything between them."""
    for key in keys:
        character = key if len(key) == 1 else None
        person.app.post_message(events.Key(key, character))
    await person.wait()
    while person.app._keys.is_busy:
        await person.wait()
    return person.sees


async def test_what_follows_a_is_written_into_the_line(sit: Sit) -> None:
    async with sit() as person:
        await burst(person, "a", *"undud")
        line = person.screen.query_one("#line", Input)
        assert line.value == "undud"
        assert person.at(TodayScreen)
        assert "Landlord, deposit" in person.sees


async def test_what_follows_n_is_written_into_the_first_field(sit: Sit) -> None:
    async with sit() as person:
        await burst(person, "n", *"Van", "tab", *"Dana")
        assert person.form.values["title"] == "Van"
        assert person.form.values["person"] == "Dana"


async def test_what_follows_a_mark_is_written_for_it(sit: Sit) -> None:
    async with sit() as person:
        await burst(person, "j", "m", "e", *"add", "enter")
        assert person.told == "Marked: ego."
        await person.press("4")
        shown = await person.press("G")
        assert "□ ego" in shown
        assert "  add" in shown


async def test_a_paste_keeps_its_place_among_the_keys(sit: Sit) -> None:
    async with sit() as person:
        person.app.post_message(events.Key("a", "a"))
        person.app.post_message(events.Paste("pasted "))
        await burst(person, *"and")
        assert person.screen.query_one("#line", Input).value == "pasted and"


async def test_a_key_that_closes_what_it_was_given_to_holds_no_other_up(
    sit: Sit,
) -> None:
    async with sit() as person:
        await burst(person, "question_mark", "escape", "3", "2", "1", "j")
        assert person.at(TodayScreen)
        await burst(person, "question_mark")
        assert isinstance(person.app.screen, HelpModal)
