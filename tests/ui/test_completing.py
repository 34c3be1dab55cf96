"""A filter completes while it is typed, and is saved under a name."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.ui.conftest import Sit
from winjournal.domain.errors import DiskTrouble
from winjournal.ui.screens.find import FindScreen
from winjournal.ui.screens.journal import JournalListScreen

RENEWAL, LEASE = "Acme renewal", "Kiln lease"


async def test_what_a_word_may_become_is_offered_and_taken(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2", "f")
        seen = await person.type("outcome:")
        assert "agreed  walked-away  they-walked  both-stopped  open" in seen
        seen = await person.type("agr")
        await person.press("right")
        line = person.screen.focused
        assert isinstance(line, Input)
        assert line.value == "outcome:agreed"
        assert "outcome agreed   1" in person.sees
        seen = await person.type(" with:r")
        await person.press("right")
        assert line.value == "outcome:agreed with:Ruth"


async def test_names_are_not_offered_where_they_are_hidden(sit: Sit) -> None:
    async with sit(discreet=True) as person:
        await person.press("2", "f")
        await person.type("with:r")
        await person.press("right")
        line = person.screen.focused
        assert isinstance(line, Input)
        assert line.value == "with:r"


async def test_a_filter_is_saved_and_chosen_again(sit: Sit) -> None:
    kept: list[tuple[str, str]] = []
    async with sit(keep_filter=lambda *pair: kept.append(pair)) as person:
        await person.press("2", "f")
        await person.type("outcome:agreed")
        seen = await person.press("ctrl+s")
        assert "Save outcome:agreed" in seen
        await person.type("The done")
        await person.press("enter")
        assert kept == [("The done", "outcome:agreed")]
        assert person.told == "Saved; saved:The done finds it again."
        await person.press("ctrl+u", "escape", "F")
        assert "Saved filters" in person.sees
        seen = await person.press("enter")
        assert 'saved:"The done"' in seen
        assert "outcome agreed   1" in seen
        assert RENEWAL not in seen


async def test_what_is_no_filter_is_not_saved(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2", "ctrl+s")
        assert "There is no filter to save." in person.told
        await person.press("F")
        assert "No filter is saved yet" in person.told
        await person.press("f")
        await person.type("is:xyz")
        await person.press("ctrl+s")
        assert 'is: does not know "xyz"' in person.told
        assert isinstance(person.screen, JournalListScreen)


async def test_a_name_that_is_taken_says_so_and_a_failure_is_told(sit: Sit) -> None:
    def refuse(*_: str) -> None:
        raise DiskTrouble("The disk is full.")

    async with sit(filters={"Mine": "@ego"}, keep_filter=refuse) as person:
        await person.press("2", "f")
        await person.type("with:dana")
        await person.press("ctrl+s")
        assert "Takes the place of Mine: @ego" in await person.type("mine")
        await person.press("enter")
        assert person.told == "Not saved: The disk is full."
        assert person.app.setting.filters == {"Mine": "@ego"}


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_find_takes_the_same_filters(sit: Sit, size: tuple[int, int]) -> None:
    async with sit(size=size, filters={"lease": "with:ruth"}) as person:
        await person.press("slash")
        seen = await person.type("2 years")
        assert "2 hits" in seen
        seen = await person.type(" saved:lease")
        assert "with ruth   1 hit" in seen
        assert RENEWAL not in seen
        assert LEASE in seen
        await person.press("ctrl+u")
        seen = await person.type("outcome:agreed")
        assert LEASE in seen
        await person.press("ctrl+u")
        seen = await person.type("@nonsense tag")
        assert 'As it stands. Column 1: "@nonsense" is no tag.' in seen
        await person.press("ctrl+u")
        seen = await person.type("has:")
        assert "entry  moments  debrief  terms" in seen
        assert isinstance(person.screen, FindScreen)


async def test_a_template_fills_only_what_is_blank(sit: Sit) -> None:
    async with sit() as person:
        await person.press("n")
        await person.fill(title="Pay", person="Dana", ego_risk="my own words")
        await person.press("ctrl+o")
        assert "Begin as" in person.sees
        await person.type("vend")
        await person.press("enter")
        values = person.form.values
    assert values["kind"] == "vendor"
    assert values["ego_risk"] == "my own words"
    assert values["my_criterion_1"] == "a price within the fair range !3"
    assert (values["unit"], values["direction"]) == ("money", "less")
    assert values["currency"] == "EUR"
    assert values["gap_1"]


async def test_a_sphere_that_was_left_as_it_stood_follows_the_template(
    sit: Sit,
) -> None:
    async with sit() as person:
        await person.press("n", "ctrl+o")
        await person.type("family")
        await person.press("enter")
        values = person.form.values
    assert (values["sphere"], values["unit"]) == ("household", "none")


DUSK = {"background": "#1b1a24", "ink": "#dcd6f7", "gold": "#4a4420"}


async def test_colours_of_ones_own_are_used_and_can_be_read(sit: Sit) -> None:
    async with sit(theme="dusk", themes={"dusk": DUSK}) as person:
        assert person.app.theme == "dusk"
        variables = person.app.get_css_variables()
        assert variables["ink"].lower() == "#dcd6f7"
        assert variables["gold"].lower() != "#4a4420"


async def test_keys_that_name_no_action_are_told(sit: Sit) -> None:
    async with sit(keymap={"quik_line": "A"}) as person:
        assert person.told == "There is no action quik_line. Did you mean quick_line?"
