"""A list of items: moved in by keys and mouse, refreshed in place, paged."""

from __future__ import annotations

import threading

import pytest
from textual.content import Content

from tests.ui.drawn import lines, style_of, text
from tests.ui.stage import Stage
from winjournal.ui.glyphs import ASCII
from winjournal.ui.widgets.ledger import Column, Ledger, Pages, Row, Rows
from winjournal.ui.widgets.marks import mark


def rows(start: int, stop: int) -> list[Row]:
    return [Row(f"n{index}", (f"Deal {index}",)) for index in range(start, stop)]


def place_of(ledger: Ledger) -> int | None:
    return ledger.cursor


def ids(messages: list[Ledger.Highlighted]) -> list[str | None]:
    return [message.row_id for message in messages]


async def test_keys_move_and_enter_opens() -> None:
    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        ledger.show(Rows(rows(0, 200)))
        await pilot.press("j", "j", "down", "k")
        assert ledger.cursor_id == "n2"
        await pilot.press("G")
        assert ledger.cursor_id == "n199"
        assert "Deal 199" in text(app)
        await pilot.press("up")
        assert ledger.cursor_id == "n198"
        await pilot.press("g", "pagedown")
        assert ledger.cursor == ledger.size.height - 1
        await pilot.press("pageup", "k")
        assert ledger.cursor_id == "n0"
        await pilot.press("j", "enter")
        await pilot.pause()

    assert ids(app.heard(Ledger.Selected))[-1] == "n1"
    assert "n199" in ids(app.heard(Ledger.Highlighted))


async def test_the_highlight_is_told_once_for_each_item() -> None:
    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test(message_hook=app.hook) as pilot:
        ledger.show(Rows(rows(0, 3)))
        await pilot.press("j", "G", "G", "j")
        ledger.show(Rows(rows(0, 3)))
        ledger.show(Rows(()))
        await pilot.pause()

    told = dict.fromkeys(map(id, app.heard(Ledger.Highlighted)))
    assert len(told) == 4
    assert ids(app.heard(Ledger.Highlighted))[-1] is None


async def test_a_refresh_keeps_the_cursor_on_its_item() -> None:
    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test(size=(80, 24)) as pilot:
        ledger.show(Rows(rows(10, 60)))
        await pilot.press("j", "j", "j")
        assert ledger.cursor_id == "n13"

        ledger.show(Rows(rows(0, 60)))
        assert ledger.cursor_id == "n13"

        ledger.show(Rows(rows(20, 25)))
        assert ledger.cursor_id == "n24"

        ledger.show(Rows(rows(20, 25)), at="n21")
        assert ledger.cursor_id == "n21"

        ledger.show(Rows(()))
        assert place_of(ledger) is None
        await pilot.press("j", "k", "enter", "G")


async def test_a_click_moves_and_a_double_click_opens() -> None:
    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test(size=(80, 24), message_hook=app.hook) as pilot:
        first = Row("a", ("a",), heading="Under way", more="why it matters")
        ledger.show(Rows([first, *rows(0, 5)]))
        await pilot.pause()
        await pilot.click(ledger, offset=(4, 5))
        assert ledger.cursor_id == "n1"
        await pilot.click(ledger, offset=(4, 0))
        assert ledger.cursor_id == "n1"
        await pilot.click(ledger, offset=(4, 3), times=2)
        assert ledger.cursor_id == "a"
        await pilot.pause()

    assert ids(app.heard(Ledger.Selected))[-1] == "a"


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test(size=(80, 24)) as pilot:
        ledger.show(Rows(rows(0, 100)))
        await pilot.pause()
        for _ in range(4):
            ledger.action_scroll_down()
        await pilot.pause()
        assert ledger.scroll_offset.y > 0
        assert ledger.cursor == 0


async def test_the_focused_row_stands_on_its_ground_over_the_full_width() -> None:
    ledger = Ledger(Column(width=6, right=True), Column())
    app = Stage(ledger)
    async with app.run_test(size=(100, 30)) as pilot:
        ledger.show(Rows([Row("a", ("Fri", "Acme"), more="why"), *rows(0, 3)]))
        await pilot.pause()
        panel = app.theme_variables["panel"].lower()

        for y in (0, 1):
            strip = ledger.render_line(y)
            grounds = {
                segment.style.bgcolor.get_truecolor().hex
                for segment in strip
                if segment.style and segment.style.bgcolor
            }
            assert grounds == {panel}
            assert strip.cell_length == ledger.size.width == 96
        below = ledger.render_line(2)
        assert panel not in {
            segment.style.bgcolor.get_truecolor().hex
            for segment in below
            if segment.style and segment.style.bgcolor
        }


async def test_the_last_of_fewer_cells_takes_the_rest() -> None:
    ledger = Ledger(Column(width=6), Column(), Column(width=10, right=True))
    app = Stage(ledger)
    words = "n" * 30
    async with app.run_test(size=(44, 24)) as pilot:
        ledger.show(Rows([Row("a", ("Fri", words)), Row("b", ("Fri", words, "end"))]))
        await pilot.pause()
        drawn = [ledger.render_line(y).text.rstrip() for y in (0, 1)]
    assert drawn[0] == f" Fri     {words}"
    assert drawn[1] == f" Fri     {words[:24]}…  end"


async def test_columns_line_up_and_what_has_no_room_is_cut() -> None:
    ledger = Ledger(
        Column(width=6, right=True),
        Column(width=1, gap=1),
        Column(),
        Column(width=5, right=True),
        Column(width=10, from_width=60),
    )
    app = Stage(ledger)
    async with app.run_test(size=(40, 20)) as pilot:
        sign = mark("handled", app.glyphs)
        title = Content.assemble(("Acme", "bold"), " renewal and much more beside it")
        ledger.show(
            Rows(
                [
                    Row("a", ("27 Feb", sign, title, "41k", "never"), more="why now"),
                    Row("b", ("1 Mar", sign, "x\ny", "100k", "never")),
                ]
            )
        )
        await pilot.pause()
        drawn = [ledger.render_line(y).text for y in range(3)]

    assert drawn == [
        " 27 Feb  ■ Acme renewal and m…  41k ",
        "           why now                  ",
        "  1 Mar  ■ x y                 100k ",
    ]


async def test_an_empty_list_says_what_will_stand_there() -> None:
    ledger = Ledger(empty="Negotiations will stand here by date.")
    app = Stage(ledger)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Negotiations will stand here by date." in text(app)
        ledger.show(Rows(rows(0, 1)))
        await pilot.pause()
        assert "Negotiations will" not in text(app)


async def test_only_pages_that_are_seen_are_fetched() -> None:
    asked: list[tuple[int, int]] = []
    threads: set[str] = set()

    def fetch(start: int, stop: int) -> list[Row]:
        asked.append((start, stop))
        threads.add(threading.current_thread().name)
        return rows(start, stop)

    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test(size=(80, 24)) as pilot:
        ledger.show(Pages(10_000, fetch, find=lambda row_id: int(row_id[1:])))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert asked == [(0, 100)]
        assert "Deal 7" in text(app)
        assert ledger.cursor_id == "n0"

        await pilot.press("G")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert asked[1:] == [(9900, 10_000)]
        assert ledger.cursor_id == "n9999"
        assert "Deal 9999" in text(app)

        ledger.show(Pages(10_000, fetch), at="n50")
        ledger.show(Pages(10_000, fetch, find=lambda row_id: int(row_id[1:])), at="n50")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert ledger.cursor_id == "n50"
    assert threading.main_thread().name not in threads


async def test_a_page_that_comes_too_late_is_not_shown() -> None:
    wait = threading.Event()

    def slow(start: int, stop: int) -> list[Row]:
        wait.wait(5)
        return [Row(f"old{index}", ("old",)) for index in range(start, stop)]

    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test() as pilot:
        ledger.show(Pages(50, slow))
        ledger.show(Rows(rows(0, 2)))
        wait.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "old" not in text(app)
        assert ledger.cursor_id == "n0"


async def test_a_page_that_fails_is_told_and_the_list_goes_on() -> None:
    def broken(start: int, stop: int) -> list[Row]:
        raise OSError("gone")

    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test(message_hook=app.hook) as pilot:
        ledger.show(Pages(50, broken))
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("j", "enter")
    failed = app.heard(Ledger.Failed)

    assert isinstance(failed[0].error, OSError)


async def test_the_cursor_is_told_by_a_sign_where_colour_cannot() -> None:
    for theme, glyphs_are_ascii, sign in (
        ("terminal", False, "▌"),
        ("ink", True, ">"),
        ("ink", False, " "),
    ):
        ledger = Ledger()
        app = Stage(ledger, theme=theme)
        if glyphs_are_ascii:
            app = Stage(ledger, glyphs=ASCII)
        async with app.run_test() as pilot:
            ledger.show(Rows(rows(0, 3)))
            await pilot.pause()
            assert ledger.render_line(0).text.startswith(f"{sign}Deal 0")
            assert ledger.render_line(1).text.startswith(" Deal 1")


async def test_another_theme_is_drawn_at_once() -> None:
    ledger = Ledger(Column(style="$gold"))
    app = Stage(ledger)
    async with app.run_test() as pilot:
        ledger.show(Rows(rows(0, 3)))
        await pilot.pause()
        before = style_of(app, "Deal 1").color
        app.theme = "paper"
        await pilot.pause()
        await pilot.pause()
        after = style_of(app, "Deal 1").color

    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("#e5c384", "#965600")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40), (41, 13)])
async def test_a_resize_keeps_the_cursor_in_sight(size: tuple[int, int]) -> None:
    ledger = Ledger()
    app = Stage(ledger)
    async with app.run_test(size=(100, 30)) as pilot:
        ledger.show(Rows(rows(0, 100)))
        await pilot.press(*["j"] * 20)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert any("Deal 20 " in line for line in lines(app))


async def test_a_cut_cell_borrows_what_is_blank_beside_it_in_its_own_row() -> None:
    ledger = Ledger(
        Column(width=5, right=True),
        Column(),
        Column(width=8),
        Column(right=True, width=9),
    )
    app = Stage(ledger)
    words = "she asked for thirty days more"
    async with app.run_test(size=(60, 20)) as pilot:
        ledger.show(
            Rows(
                [
                    Row("a", ("today", words, "", "inbox")),
                    Row("b", ("Mon", words, "mark", "inbox")),
                    Row("c", ("Sun", words, "", "walked on")),
                    Row("d", ("Sat", "short", "mark", "open")),
                ]
            )
        )
        await pilot.pause()
        seen = [ledger.render_line(y).text.rstrip() for y in range(4)]

    borrowed, beside, wide, short = seen
    assert words in borrowed
    assert "…" in beside
    assert words not in beside
    assert beside.index("mark") == short.index("mark")
    assert len(borrowed) == len(beside) == len(wide) == len(short)
