"""Tags of one's own on the screens: added in the picker, kept from the palette."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.conftest import Sit
from winjournal.services.journal import Journal
from winjournal.ui.modals.choose import ChooseModal
from winjournal.ui.screens.moment_form import MomentScreen


async def test_one_is_added_in_the_picker_and_marked(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit() as person:
        await person.press("m", "t")
        await person.type("of your own")
        await person.press("enter")
        shown = await person.type("Price talk")
        assert "@price-talk" in shown
        shown = await person.press("enter")
        assert "Under which step stands @price-talk?" in shown
        await person.type("value")
        shown = await person.press("enter")
        assert "Marked price-talk. What showed it?" in shown
        await person.press("enter")
        await person.press("m", "t")
        shown = await person.type("price")
        assert "@price-talk, your own" in shown
        await person.press("escape", "escape", "2", "f")
        await person.type("@price-talk")
        shown = person.sees
        assert "is no tag" not in shown
        assert "1" in shown
    journal = kept()
    assert [(row.tag.slug, row.uses) for row in journal.tags.rows()] == [
        ("price-talk", 1)
    ]


async def test_they_are_renamed_merged_and_archived_from_the_palette(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    async with sit() as person:
        await person.screen.run_action("own_tags")
        await person.wait()
        assert person.at(ChooseModal)
        assert "Add a tag" in person.sees
        await person.press("enter")
        await person.type("rushed")
        await person.press("enter", "enter")
        assert person.told == "@rushed is a tag of yours."
        await person.screen.run_action("own_tags")
        await person.wait()
        assert "trust, 0 marks" in person.sees
        await person.press("enter", "enter")
        await person.type("-on")
        shown = await person.press("enter")
        assert person.told == "@rushed is @rushed-on now."
        await person.screen.run_action("own_tags")
        await person.wait()
        await person.press("enter", "down", "enter")
        assert person.told == "@rushed-on is archived."
        await person.press("u")
        assert person.told == "Taken back: archived the tag @rushed-on"
        assert shown
    assert [tag.archived_at for tag in kept().tags.all()] == [None]


async def test_the_form_of_a_moment_takes_one(sit: Sit) -> None:
    async with sit() as person:
        await person.press("4", "G", "enter", "e")
        assert person.at(MomentScreen)
        await person.press("ctrl+t")
        await person.type("of your own")
        await person.press("enter")
        await person.type("silence")
        await person.press("enter", "enter")
        assert "silence" in person.sees
        await person.press("ctrl+s")
        assert "Saved: silence." in person.told
