"""Top line, footer, the way back, and the room there is."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.ui.drawn import lines, style_of, text
from tests.ui.gallery import (
    CharacterGallery,
    FormGallery,
    Gallery,
    JournalGallery,
    TodayGallery,
)
from winjournal.ui.footer import MOST, FooterKey, KeyFooter, fitting
from winjournal.ui.topline import TopLine
from winjournal.ui.widgets.ledger import Ledger


def key(id_: str, word: str) -> FooterKey:
    return FooterKey(id_, id_[0], word, "", id_)


async def test_the_top_line_names_the_rooms_and_one_fact() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        top = lines(app)[1]
        assert top.startswith("  WinJournal   Today  2 Journal  3 People  4 Week")
        assert top.rstrip().endswith("saved 09:41")
        assert len(top.rstrip()) == 98
        current = style_of(app, "Today")
        assert (current.bold, current.underline) == (True, True)


@pytest.mark.parametrize("width", [100, 80, 70, 60, 50, 40])
async def test_the_top_line_is_never_cut_within_a_word(width: int) -> None:
    app = Gallery()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        words = lines(app)[0].split()
        rooms = "Today 2 Journal 3 People 4 Week 5 Character 6 Year"
        whole = f"WinJournal {rooms} saved 09:41"
        assert "Today" in words
        assert set(words) <= set(whole.split())


async def test_digits_and_clicks_go_to_rooms() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        assert isinstance(app.screen, JournalGallery)
        await pilot.pause()
        at = lines(app)[1].index("5 Character") + 4
        await pilot.click(TopLine, offset=(at, 1))
        await pilot.pause()
        assert isinstance(app.screen, CharacterGallery)
        await pilot.press("3")
        assert isinstance(app.screen, CharacterGallery)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayGallery)


async def test_the_digit_of_the_room_leads_back_to_its_first_screen() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        await app.push_screen(JournalGallery())
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, TodayGallery)
        assert len(app.screen_stack) == 1


async def test_digits_are_text_in_a_form() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        await pilot.press("b")
        await pilot.pause()
        await pilot.press("2", "q")
        field = app.screen.focused
        assert isinstance(field, Input)
        assert field.value.endswith("2q")
        await pilot.press("tab", "tab", "2", "q")
        assert isinstance(app.screen, FormGallery)


async def test_esc_comes_back_from_the_line_and_then_from_the_screen() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        await pilot.press("a")
        assert isinstance(app.screen.focused, Input)
        await pilot.press("x", "escape")
        assert isinstance(app.screen.focused, Ledger)
        await pilot.press("escape")
        assert isinstance(app.screen, TodayGallery)
        await app.push_screen(JournalGallery())
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayGallery)


async def test_q_goes_back_and_at_the_top_quits() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        await app.push_screen(JournalGallery())
        await pilot.pause()
        assert "q back" in text(app)
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, TodayGallery)
        assert "q quit" in text(app)
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running


async def test_the_footer_shows_the_keys_of_the_screen_in_order_of_use() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert lines(app)[29].strip() == (
            "a line  n new  m mark  b debrief  / find  u undo  ? help  q quit"
        )
        await pilot.press("2")
        await pilot.pause()
        assert lines(app)[29].strip() == (
            "⏎ open  f filter  n new  / find  x export  u undo  d delete"
            "  ? help  q quit"
        )


async def test_the_footer_follows_the_focus_and_the_keymap() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert lines(app)[29].strip() == "f1 help  esc back"
        await pilot.press("escape")
        app.set_keymap({"undo": "ctrl+u"})
        await pilot.pause()
        assert "^u undo" in text(app)


async def test_a_click_in_the_footer_does_what_the_key_does() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        at = lines(app)[29].index("b debrief") + 3
        await pilot.hover(KeyFooter, offset=(at, 0))
        assert "while you still know" in str(app.screen.query_one(KeyFooter).tooltip)
        await pilot.click(KeyFooter, offset=(at, 0))
        await pilot.pause()
        assert isinstance(app.screen, FormGallery)


def test_a_footer_has_nine_keys_at_most_and_says_that_there_is_more() -> None:
    keys = [key(f"{n}", f"word{n}") for n in range(12)]
    keys += [key("help", "help"), key("leave", "quit")]

    shown = fitting(keys, 200)

    assert len(shown) == MOST
    assert [one.word for one in shown[-2:]] == ["more", "quit"]


@pytest.mark.parametrize("width", range(1, 90, 7))
def test_a_footer_never_cuts_a_key(width: int) -> None:
    keys = [key(f"{n}", f"word{n}") for n in range(7)]
    keys += [key("help", "help"), key("leave", "quit")]

    shown = fitting(keys, width)

    drawn = "  ".join(f"{one.key} {one.word}" for one in shown)
    assert len(drawn) <= width
    if width >= 20:
        assert [one.id for one in shown[-2:]] == ["help", "leave"]


@pytest.mark.parametrize("size", [(39, 30), (100, 11), (20, 5), (1, 1)])
async def test_a_tiny_window_shows_one_sentence(size: tuple[int, int]) -> None:
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert "WinJournal   Today" not in text(app)
        if size[0] >= 20:
            assert "too small" in " ".join(text(app).split())
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "Acme renewal" in text(app)


@pytest.mark.parametrize(
    ("width", "stacked"), [(100, False), (140, False), (99, True), (40, True)]
)
async def test_two_columns_from_a_hundred_on(width: int, stacked: bool) -> None:
    app = Gallery()
    async with app.run_test(size=(width, 40)) as pilot:
        await pilot.pause()
        main = app.screen.query_one(".main").region
        side = app.screen.query_one(".side").region
        assert (side.y > main.y) is stacked
        if not stacked:
            assert side.x - main.right == 2
            assert abs(main.width * 2 - side.width * 3) <= 3


async def test_only_what_a_screen_has_a_method_for_is_offered() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        await pilot.pause()
        ids = {one.binding.id for one in app.screen.active_bindings.values()}
        assert {"mark", "undo", "go_journal"} <= ids
        assert not {"edit", "delete", "redo", "discreet"} & ids
        await pilot.press("e", "d", "U", "z")
        assert isinstance(app.screen, TodayGallery)
