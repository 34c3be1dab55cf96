"""Export from a screen: what is shown, seen before it is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.screens.conftest import MakeApp
from winjournal.files import write_pieces
from winjournal.ui.screens.export import ExportScreen
from winjournal.ui.widgets.form import Form


def write(path: Path, pieces: Iterable[str], force: bool) -> None:
    write_pieces(path, pieces, force=force)


@pytest.mark.parametrize("room", ["2", "3", "4"])
async def test_x_shows_what_will_be_written(make_app: MakeApp, room: str) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.desk.settle()
        await pilot.press(room)
        await app.desk.settle()
        await pilot.press("x")
        await app.desk.settle()
        await pilot.pause()
        assert isinstance(app.screen, ExportScreen)
        assert str(app.screen.query_one("#preview", Static).render()).startswith("---")


async def test_a_file_is_written_once_and_not_replaced(
    make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app(write_file=write, export_folder=tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(2):
            await app.desk.settle()
            await pilot.press("3")
            await app.desk.settle()
            await pilot.press("x")
            await app.desk.settle()
            await pilot.press("ctrl+s")
            await app.desk.settle()
            await pilot.pause()
        (file,) = tmp_path.glob("*.md")
        assert file.stat().st_mode & 0o777 == 0o600
        assert isinstance(app.screen, ExportScreen)
        first = file.read_bytes()
        app.screen.query_one(Form).set_values({"replace": "yes", "query": "is:open"})
        await pilot.press("ctrl+s")
        await app.desk.settle()
        await pilot.pause()
        assert file.read_bytes() != first


async def test_a_file_each(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app(write_file=write, export_folder=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.desk.settle()
        await pilot.press("2")
        await app.desk.settle()
        await pilot.press("x")
        await app.desk.settle()
        app.screen.query_one(Form).set_values({"split": "each", "query": "is:open"})
        await pilot.press("ctrl+s")
        await app.desk.settle()
        await pilot.pause()
    assert len(list(tmp_path.glob("winjournal/*.md"))) == 4


async def test_a_filter_that_is_none_stays_in_the_form(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.desk.settle()
        await pilot.press("2")
        await app.desk.settle()
        await pilot.press("x")
        await app.desk.settle()
        app.screen.query_one(Form).set_values({"query": "since:never ("})
        await pilot.press("ctrl+s")
        await app.desk.settle()
        await pilot.pause()
        assert isinstance(app.screen, ExportScreen)
