"""The people on the other side: acts only, both ways."""

from __future__ import annotations

import pytest

from tests.ui.conftest import Sit
from winjournal.ui.screens.negotiation import NegotiationScreen
from winjournal.ui.screens.person import PersonScreen


async def test_everybody_stands_in_a_list_and_one_beside_it(sit: Sit) -> None:
    async with sit() as person:
        shown = await person.press("3")
        assert "M. Okafor" in shown
        shown = await person.press("j")
    assert "I owed     1 promise, 0 kept, 1 open" in shown
    assert "they owed  1 promise, 0 kept, 1 open" in shown
    assert "Acme renewal" in shown
    assert "SLA draft" in shown


async def test_a_page_is_opened_and_leads_to_its_deals(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "j")
        shown = await person.press("enter")
        assert person.at(PersonScreen)
        assert "Dana   person" in shown
        await person.press("enter")
        assert person.at(NegotiationScreen)
        await person.press("escape")
        assert person.at(PersonScreen)


async def test_a_promise_is_settled_on_the_page(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "j", "enter", "G", "enter", "down", "enter")
        assert person.told == "The promise is broken."
        assert "broken" in person.sees
        await person.press("u")
        assert "broken" not in person.sees.replace(person.told, "")


async def test_a_part_of_a_name_narrows_the_list(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "f")
        shown = await person.type("rut")
        assert "Ruth" in shown
        assert "Okafor" not in shown
        await person.press("enter")
        shown = await person.press("escape")
        assert "Okafor" in shown
        await person.press("f")
        shown = await person.type("nobody")
        assert "Nobody here is called so." in shown


async def test_somebody_is_renamed_and_gets_an_alias(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "j", "e", "ctrl+u")
        await person.type("Dana Reyes / Supplier A")
        shown = await person.press("enter")
        assert person.told == "Saved: Dana Reyes"
        assert "Dana Reyes" in shown
        shown = await person.press("z")
        assert "Supplier A" in shown
        assert "Dana" not in shown
        await person.press("z")
        shown = await person.press("u")
        assert "Dana Reyes" not in shown.replace(person.told, "")


async def test_who_has_deals_is_not_deleted(sit: Sit) -> None:
    async with sit() as person:
        shown = await person.press("3", "d")
        assert "There are negotiations with M. Okafor." in person.told
        assert "M. Okafor" in shown


async def test_an_empty_journal_says_who_will_stand_here(
    sit: Sit, empty_file: object
) -> None:
    async with sit(path=empty_file) as person:
        shown = await person.press("3")
    assert "The people you deal with will stand here." in shown
    assert "n starts a negotiation" in shown


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_it_stands_in_any_window(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size=size) as person:
        shown = await person.press("3", "j")
        assert "Dana" in shown
        assert ("Promises" in shown) == (size[0] > 100)
