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
    assert "promises   1 open of mine; 1 open of" in shown
    assert "not told yet: prices rise in April" in " ".join(shown.split())
    assert "Acme renewal" in shown


async def test_a_page_is_opened_and_leads_to_its_deals(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "j")
        shown = await person.press("enter")
        assert person.at(PersonScreen)
        assert "Dana   person" in shown
        assert "my acts" in shown
        await person.press("enter")
        assert person.at(NegotiationScreen)
        await person.press("escape")
        assert person.at(PersonScreen)


async def test_a_promise_is_settled_on_the_page(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "j", "enter", "j", "j", "enter", "down", "enter")
        assert person.told == "The promise is broken."
        assert "broken" in person.sees
        await person.press("u")
        assert "broken" not in person.sees.replace(person.told, "")


async def test_an_act_of_trust_says_how_it_weighs_and_opens_its_deal(sit: Sit) -> None:
    async with sit(size=(100, 40)) as person:
        shown = await person.press("3", "j", "enter", "G")
        assert "+1.00  you told bad news unasked: told her about the outage" in shown
        assert "1 built; too few for a figure" in shown
        await person.press("enter")
        assert person.at(NegotiationScreen)


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


async def test_somebody_is_renamed_and_gets_other_names(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "j", "e", "ctrl+u")
        await person.type("Dana Reyes")
        await person.press("tab")
        await person.type("The Owl")
        await person.press("tab")
        await person.type("Supplier A")
        await person.press("ctrl+s")
        assert person.told == "Saved: Dana Reyes"
        shown = await person.press("enter")
        assert "Dana Reyes   person, also The Owl, alias Supplier A" in shown
        shown = await person.press("z")
        assert "Supplier A" in shown
        assert "Dana" not in shown
        assert "Owl" not in shown
        await person.press("z", "escape", "f")
        shown = await person.type("owl")
        assert "Dana Reyes" in shown
        await person.press("escape", "u")
        assert "Dana Reyes" not in person.sees.replace(person.told, "")


async def test_a_name_of_somebody_else_is_refused_in_the_form(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "j", "e", "ctrl+u")
        await person.type("ruth")
        shown = await person.press("ctrl+s")
        assert "Somebody else is called ruth." in shown


async def test_two_become_one_on_the_page_and_undo_parts_them(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "j", "enter", "=")
        assert "Dana is the same as" in person.sees
        await person.type("ruth")
        shown = await person.press("enter")
        assert person.told == "Dana is Ruth now; u parts them again."
        assert "Ruth   person, also Dana" in shown
        shown = await person.press("escape")
        assert "2 deals" in shown
        shown = await person.press("u")
        assert "2 deals" not in shown.replace(person.told, "")
        await person.press("k", "enter")
        assert "Dana   person" in person.sees
        await person.press("U")
        assert person.told == 'There is no counterparty "0e3497".'
        assert not person.at(PersonScreen)


async def test_who_is_archived_is_shown_and_brought_back(sit: Sit) -> None:
    async with sit() as person:
        shown = await person.press("3", "H")
        assert "Nobody is archived." in shown
        await person.press("H", "j", "h")
        assert person.told.startswith("Dana is archived; H in People shows those")
        shown = await person.press("H")
        assert "Ruth" not in shown
        await person.press("h")
        assert person.told == "Dana stands in the list again."
        shown = await person.press("H")
        assert "Ruth" in shown


async def test_there_may_be_nobody_to_merge_with(sit: Sit) -> None:
    async with sit() as person:
        await person.press("3", "h", "h")
        await person.press("=")
        assert person.told == "There is nobody else to merge with."


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
        footer = shown.splitlines()[-1]
    assert "The people you deal with will stand here." in shown
    assert "n starts a negotiation" in shown
    assert "help" in footer
    assert not any(word in footer for word in ("edit", "merge", "archive", "export"))


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_it_stands_in_any_window(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size=size) as person:
        shown = await person.press("3", "j")
        assert "Dana" in shown
        assert ("Before the next one" in shown) == (size[0] > 100)
