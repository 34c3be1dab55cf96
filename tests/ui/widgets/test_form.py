"""Filling in a form: typing, choosing, what is wrong, what is folded, saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input, TextArea

from tests.ui.drawn import text
from tests.ui.gallery import VALUES, FormGallery, Gallery
from winjournal.ui.widgets.fold import Fold
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.pilot import Pilot


async def opened(
    pilot: Pilot[int], values: Mapping[str, str | None] = VALUES
) -> FormGallery:
    """Open the form of the gallery, its first field with the focus."""
    screen = FormGallery(values)
    await pilot.app.push_screen(screen)
    await pilot.pause()
    return screen


async def test_what_is_typed_is_told_as_it_is_typed() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, {})
        await pilot.press(*"[x] q?", "tab", *"Da")
        kind, values = screen.told[-1]
        assert kind == "changed"
        assert (values["title"], values["person"]) == ("[x] q?", "Da")
        assert values["outcome"] is None
        assert app.screen is screen


async def test_blanks_are_unknown() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        screen = await opened(pilot, {"title": "   ", "person": "\t"})
        values = screen.query_one(Form).values
        assert (values["title"], values["person"]) == (None, None)


async def test_a_name_is_completed_from_before() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        screen = await opened(pilot, {})
        await pilot.press("tab", *"m. o")
        await pilot.pause()
        await pilot.press("right")
        assert screen.told[-1][1]["person"] == "M. Okafor"


async def test_saving_without_what_is_needed_says_so_at_the_field() -> None:
    app = Gallery()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, {"title": "Acme renewal"})
        await pilot.press("tab", "tab", "tab", "tab", "ctrl+s")
        await pilot.pause()
        assert "With is needed." in text(app)
        assert not [kind for kind, _ in screen.told if kind == "submitted"]
        focused = screen.focused
        assert isinstance(focused, Input)
        await pilot.press(*"Dana", "ctrl+s")
        await pilot.pause()
        assert "With is needed." not in text(app)
        assert screen.told[-1][0] == "submitted"
        assert screen.told[-1][1]["person"] == "Dana"


async def test_what_is_wrong_is_said_once_the_field_is_left() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        screen.query_one(Form).focus_field("captured")
        await pilot.pause()
        await pilot.press("x")
        assert "Write a number" not in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "Write a number, such as 41000." in text(app)
        await pilot.press("shift+tab", "backspace", "4")
        await pilot.pause()
        assert "Write a number" not in text(app)


async def test_a_date_says_how_it_is_understood() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, {"when": "yesterday 3pm"})
        assert "Tue 3 Mar 2026, 15:00" in text(app)
        screen.query_one(Form).focus_field("when")
        await pilot.pause()
        await pilot.press("backspace")
        await pilot.pause()
        assert "Tue 3 Mar 2026" not in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "No date is understood in “yesterday 3p”." in text(app)


async def test_the_reason_for_asking_stands_under_the_focused_field_only() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert "like any other" not in text(app)
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert "Walking away is an outcome like any other." in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "like any other" not in text(app)


async def test_what_does_not_apply_is_not_asked_and_not_told() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot, {**VALUES, "captured": "41000"})
        form = screen.query_one(Form)
        told = [form.values["captured"]]
        form.focus_field("outcome")
        await pilot.pause()
        await pilot.press("w")
        await pilot.pause()
        assert "Captured" not in text(app)
        told.append(form.values["captured"])
        await pilot.press("a")
        await pilot.pause()
        told.append(form.values["captured"])
        assert told == ["41000", None, "41000"]


async def test_the_rest_is_folded_until_it_is_wanted() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        assert "What happened" not in text(app)
        screen.query_one(Fold).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert "What happened" in text(app)
        await pilot.press("tab", *"hello", "enter", *"there")
        assert screen.told[-1][1]["happened"] == "hello\nthere"
        await pilot.press("shift+tab", "space")
        await pilot.pause()
        assert "What happened" not in text(app)
        assert screen.query_one(Form).values["happened"] == "hello\nthere"


async def test_what_was_filled_in_is_not_folded() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, {**VALUES, "happened": "a lot"})
        assert "a lot" in text(app)


async def test_what_is_sealed_is_shown_and_not_changed() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        form = screen.query_one(Form)
        assert "36k" in text(app)
        assert form.values["sealed"] == "36k"
        typed_into = screen.query("Input, Segments")
        assert not [one for one in typed_into if getattr(one, "value", "") == "36k"]


async def test_a_service_can_say_what_is_wrong() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        screen = await opened(pilot)
        form = screen.query_one(Form)
        form.say_error("told", "Say it [b]so[/b].")
        await pilot.pause()
        assert "Say it [b]so[/b]." in text(app)
        assert screen.query_one(Fold).folded is False
        form.say_error("no such field", "Something else is wrong.")
        await pilot.pause()
        assert "Something else is wrong." in text(app)


async def test_a_draft_is_put_back() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot, {})
        form = screen.query_one(Form)
        form.set_values(
            {
                "title": "Kiln",
                "outcome": "agreed",
                "captured": "7",
                "happened": "all",
                "sealed": "36k",
                "gone": "x",
            }
        )
        await pilot.pause()
        values = form.values
        assert [values[name] for name in ("title", "outcome", "captured")] == [
            "Kiln",
            "agreed",
            "7",
        ]
        assert (values["happened"], values["sealed"]) == ("all", "36k")


async def test_enter_and_the_arrows_go_on_to_the_next_field() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        first = screen.focused
        await pilot.press("enter", "down")
        assert isinstance(screen.focused, Segments)
        await pilot.press("up", "up")
        assert screen.focused is first


async def test_the_mouse_fills_it_in_too() -> None:
    app = Gallery()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.click(Fold)
        await pilot.pause()
        assert screen.query_one(Fold).folded is False
        await pilot.click("KeyFooter", offset=(5, 0))
        await pilot.pause()
        assert screen.told[-1][0] == "submitted"


async def test_esc_leaves_from_any_field() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        await pilot.press(*"abc", "escape")
        await pilot.pause()
        assert app.screen is not screen


@pytest.mark.parametrize("size", [(80, 24), (44, 14), (140, 40)])
async def test_the_focused_field_is_always_seen(size: tuple[int, int]) -> None:
    app = Gallery()
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        for _ in range(9):
            await pilot.press("tab")
            await pilot.pause()
            focused = screen.focused
            assert focused is not None
            body = screen.query_one(Form).region
            assert body.overlaps(focused.region)


async def test_too_much_is_not_pasted() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        screen = await opened(pilot, {**VALUES, "happened": "a lot"})
        area = screen.query_one(TextArea)
        area.focus()
        await pilot.pause()
        area.post_message(events.Paste("x" * (1024 * 1024 + 1)))
        await pilot.pause()
        assert area.text == "a lot"
        assert "Nothing was pasted." in text(app)
