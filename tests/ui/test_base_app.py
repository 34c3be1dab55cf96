"""Themes, toasts, the palette, and what happens when the program breaks."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from textual.css.stylesheet import Stylesheet

from tests.ui.drawn import style_of, text
from tests.ui.gallery import Gallery
from winjournal.resources import ResourceMissingError, migrations_folder, styles_folder
from winjournal.ui.base_app import style_sheets
from winjournal.ui.bindings import reachable
from winjournal.ui.glyphs import ASCII
from winjournal.ui.safe_app import CRASHED

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "they would take 36k"


async def test_a_theme_that_the_user_chose_is_reported() -> None:
    app = Gallery("paper")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        assert app.theme == "paper"
        assert app.chosen == []
        app.action_theme()
        await pilot.pause()
        await pilot.press(*"nord", "enter")
        await pilot.pause()
        assert app.theme == "nord"
        assert app.chosen == ["nord"]


@pytest.mark.parametrize("theme", sorted(Gallery().available_themes))
async def test_every_theme_draws(theme: str) -> None:
    app = Gallery(theme)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("b")
        await pilot.pause()
        assert app.theme == theme
        assert style_of(app, "WinJournal").color != style_of(app, "2 Journal").bgcolor


async def test_a_toast_never_reads_markup() -> None:
    app = Gallery()
    async with app.run_test(notifications=True, size=(100, 30)) as pilot:
        app.notify("[b]x[/] [/] $gold", title="[red]y", markup=True)
        await pilot.pause()
        assert "[b]x[/] [/] $gold" in text(app)
        assert "[red]y" in text(app)


async def test_ctrl_c_says_how_to_leave() -> None:
    app = Gallery()
    async with app.run_test(notifications=True, size=(100, 30)) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "q leaves WinJournal." in text(app)
        assert app.is_running


async def test_a_key_given_to_two_actions_is_said() -> None:
    app = Gallery(keymap={"undo": "ctrl+u", "quick_line": "m"})
    async with app.run_test(notifications=True, size=(100, 40)) as pilot:
        await pilot.pause()
        said = " ".join(text(app).replace("█", " ").split())
        assert "the key m to two actions:" in said
        assert "Write a line; Mark a moment." in said
        assert said.count("to two") == 1
        assert "^u undo" in said


async def test_the_palette_offers_the_actions_and_no_screenshot() -> None:
    app = Gallery()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = text(app)
        assert "Write a line  a" in shown
        assert "Screenshot" not in shown
        assert list(app.get_system_commands(app.screen)) == []
        await pilot.press(*"debr")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "How content I am" in text(app)


async def test_the_palette_offers_everything_from_a_text_field_too() -> None:
    app = Gallery()
    async with app.run_test() as pilot:
        await pilot.press("a")
        ids = [command.id for command, _ in reachable(app.screen)]
        assert {"mark", "go_journal", "theme", "undo"} <= set(ids)
        assert ids.index("mark") < ids.index("go_journal")


async def test_ascii_frames_where_the_locale_is_not_utf8() -> None:
    app = Gallery(glyphs=ASCII)
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in ("2", "5", "4", "1", "b", "f1"):
            await pilot.press(keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            odd = {c for c in text(app) if not c.isascii()} - set("…“”–")  # noqa: RUF001 - what the gallery writes itself
            assert odd == set()


class Breaking(Gallery):
    """An application that breaks when asked."""

    def __init__(self, *, drafts_fail: bool = False) -> None:
        super().__init__()
        self.drafts_fail = drafts_fail
        self.saved = 0
        self.recorded: list[Exception] = []

    def save_drafts(self) -> None:
        self.saved += 1
        if self.drafts_fail:
            raise OSError("disk full")

    def record_crash(self, error: Exception) -> None:
        self.recorded.append(error)

    def action_undo(self) -> None:
        note = SECRET
        raise ValueError(note)


async def broken_by(app: Breaking, key: str) -> None:
    """Press the key that breaks it."""
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize(
    ("fails", "words"), [(False, "kept as a draft"), (True, "could not be kept")]
)
async def test_a_fault_saves_drafts_and_says_one_line_without_words_of_the_user(
    fails: bool, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    app = Breaking(drafts_fail=fails)

    with pytest.raises(ValueError, match=SECRET):
        await broken_by(app, "u")

    app._print_error_renderables()
    said = " ".join(capsys.readouterr().err.split())
    assert app.return_code == CRASHED == 70
    assert app.saved == 1
    assert [type(error) for error in app.recorded] == [ValueError]
    assert words in said
    assert "ValueError" in said
    assert SECRET not in said
    assert "Traceback" not in said


def test_styles_come_in_order_and_whole(tmp_path: Path) -> None:
    for name in ("week.tcss", "base.tcss", "a.tcss", "tokens.tcss", "note.txt"):
        (tmp_path / name).write_text("")

    names = [path.name for path in style_sheets(tmp_path)]

    assert names == ["tokens.tcss", "base.tcss", "a.tcss", "week.tcss"]


def test_the_folders_that_ship_are_found() -> None:
    assert (styles_folder() / "base.tcss").is_file()
    assert migrations_folder().is_dir()


def test_a_broken_installation_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import winjournal

    package = tmp_path / "site" / "winjournal"
    package.mkdir(parents=True)
    monkeypatch.setattr(winjournal, "__file__", str(package / "__init__.py"))
    with pytest.raises(ResourceMissingError, match="install it again"):
        styles_folder()

    (package.parent / "styles").mkdir()
    assert styles_folder() == package.parent / "styles"
    (package / "_styles").mkdir()
    assert styles_folder() == package / "_styles"


async def test_a_screen_is_opened_without_parsing_the_styles_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed: list[str] = []
    reparse = Stylesheet.reparse

    def noted(sheet: Stylesheet) -> None:
        parsed.append("again")
        reparse(sheet)

    monkeypatch.setattr(Stylesheet, "reparse", noted)
    app = Gallery()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2", "4", "1", "b")
        await pilot.pause()
        assert parsed == []
        app.theme = "paper"
        await pilot.pause()
        assert parsed == ["again"]
        await pilot.press("escape", "2")
        await pilot.pause()
        ground = style_of(app, "WinJournal").bgcolor
        assert ground is not None
        assert ground.name == "#faf8f3"


def test_the_first_paint_waits_for_nothing_that_it_does_not_show() -> None:
    code = (
        "import sys, winjournal.ui.base_app, winjournal.ui.screen, "
        "winjournal.ui.widgets.ledger, winjournal.ui.widgets.week_strip\n"
        "late = ('textual.widgets._text_area', 'textual.widgets._markdown', "
        "'textual.widgets._data_table', 'markdown_it', 'winjournal.ui.modals', "
        "'winjournal.ui.palette', 'winjournal.ui.widgets.form')\n"
        "print(sorted(set(late) & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
