"""Finding words in everything that was written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.bad_inputs import bad_inputs
from tests.ui.conftest import Sit
from tests.ui.drawn import style_of
from tests.ui.person import Person
from winjournal.domain.timeline_item import ItemKind
from winjournal.services.journal import Journal
from winjournal.ui.screens.deal_timeline import DealTimeline
from winjournal.ui.screens.entry import EntryScreen
from winjournal.ui.screens.find import FindScreen
from winjournal.ui.screens.person import PersonScreen
from winjournal.ui.screens.today import TodayScreen


def stands_on(person: Person, kind: type[object]) -> None:
    assert isinstance(person.screen, kind)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_it_says_what_is_searched_before_one_types(
    sit: Sit, size: tuple[int, int]
) -> None:
    async with sit(size=size) as person:
        seen = await person.press("slash")

    assert "Searched are titles and goalposts, moments," in seen


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_words_are_found_with_what_stands_around_them(
    sit: Sit, size: tuple[int, int]
) -> None:
    async with sit(size=size) as person:
        await person.press("slash")
        seen = await person.type("outage")

        assert "1 hit   ⏎ opens" in seen
        assert "Acme renewal  Dana" in seen
        assert "told her about the outage" in seen
        assert "yesterday" in seen


async def test_a_person_who_is_found_is_named_once(sit: Sit) -> None:
    async with sit() as person:
        await person.press("slash")
        seen = await person.type("Ruth")

    hit = next(line for line in seen.splitlines() if line.endswith(" person"))
    assert hit.count("Ruth") == 1


async def test_the_hits_are_bold_and_the_rest_is_not(sit: Sit) -> None:
    async with sit() as person:
        await person.press("slash")
        await person.type("outag")

        assert not style_of(person.app, "told her about").bold
        assert style_of(person.app, "outage").bold


async def test_enter_opens_the_deal_at_the_moment_that_was_found(sit: Sit) -> None:
    async with sit() as person:
        await person.press("slash")
        await person.type("outage")
        await person.press("enter")
        item = person.screen.query_one(DealTimeline).item

    assert item is not None
    assert (item.kind, item.words) == (ItemKind.MOMENT, "told her about the outage")


async def test_enter_opens_each_kind(sit: Sit, kept: Callable[[], Journal]) -> None:
    other = kept()
    other.writing.add("A quiet quince.")
    other.store.close()
    async with sit() as person:
        await person.press("slash")
        await person.type("quince")
        await person.press("enter")
        stands_on(person, EntryScreen)
        await person.press("escape")
        await refind(person, "rushed phone")
        assert "Where does this line belong?" in await person.press("enter")
        await person.press("escape")
        await refind(person, "okafor")
        await person.press("enter")
        stands_on(person, PersonScreen)


async def test_down_moves_among_the_hits_while_one_types(sit: Sit) -> None:
    async with sit() as person:
        await person.press("slash")
        await person.type("2 years")
        assert "2 hits" in person.sees
        find = person.screen
        assert isinstance(find, FindScreen)
        first = find.found.cursor_id
        await person.press("down")
        assert find.found.cursor_id != first
        await person.press("enter", "q")
        assert find.found.cursor_id != first


async def test_escape_goes_back(sit: Sit) -> None:
    async with sit() as person:
        await person.press("slash")
        await person.type("outage")
        await person.press("escape")

        stands_on(person, TodayScreen)


async def test_nothing_that_is_found_is_said(sit: Sit) -> None:
    async with sit() as person:
        await person.press("slash")
        seen = await person.type("xyzzy")

    assert "Nothing holds all these words." in seen


async def test_any_text_may_be_searched_for(
    sit: Sit, faults: list[BaseException]
) -> None:
    async with sit(size=(80, 24)) as person:
        await person.press("slash")
        for value in bad_inputs().values():
            await refind(person, value)

        stands_on(person, FindScreen)
    assert faults == []


async def test_discreet_hides_who_and_how_much(sit: Sit) -> None:
    async with sit(discreet=True) as person:
        await person.press("slash")
        seen = await person.type("40k")

    assert "40k or more" not in seen
    assert "Dana" not in seen


async def refind(person: Person, words: str) -> str:
    """Clear the line and type other words."""
    await person.press("ctrl+u")
    return await person.type(words)
