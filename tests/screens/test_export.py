"""Export from a screen: what is shown, seen before it is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Static

from tests.screens.conftest import MakeApp
from winjournal.exchange.templates import Source, Templates
from winjournal.files import write_pieces
from winjournal.ui.screens.export import ExportScreen
from winjournal.ui.widgets.form import Form


def write(path: Path, pieces: Iterable[str], force: bool) -> None:
    write_pieces(path, pieces, force=force)


@pytest.mark.parametrize("room", ["2", "3", "4", "5"])
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
        app.screen.query_one(Form).set_values({"form": "each", "query": "is:open"})
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


async def opened(app: Any, pilot: Any, room: str) -> ExportScreen:
    """Open the export of a room."""
    for key in (room, "x"):
        await app.desk.settle()
        await pilot.press(key)
    await app.desk.settle()
    await pilot.pause()
    assert isinstance(app.screen, ExportScreen)
    return app.screen


async def told(app: Any, pilot: Any, **values: str) -> str:
    """Fill in the form and return what the preview then shows."""
    form = app.screen.query_one(Form)
    form.set_values(values)
    form.post_message(Form.Changed(form, form.values))
    await pilot.pause()
    await app.desk.settle()
    await pilot.pause()
    return str(app.screen.query_one("#preview", Static).render())


async def test_the_form_and_what_is_hidden_are_chosen(
    make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app(write_file=write, export_folder=tmp_path)
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await opened(app, pilot, "2")
        form = screen.query_one(Form)
        assert "With: Sam (person)" in await told(app, pilot)
        assert "With: Client B (person)" in await told(app, pilot, hide="names")
        table = await told(app, pilot, form="csv", hide="none")
        assert "id,title,person" in table
        assert (form.values["place"] or "").endswith(".csv")
        assert '"format": "winjournal"' in await told(app, pilot, form="json")
        said = await told(app, pilot, form="json", hide="names")
        assert said.startswith("JSON is the whole journal")
        await told(app, pilot, form="json", hide="none")
        await pilot.press("ctrl+s")
        await app.desk.settle()
        await pilot.pause()
    assert (tmp_path / "winjournal.json").read_text().startswith('{"format"')


async def test_what_is_said_of_a_character_names_nobody(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(app, pilot, "5")
        assert screen.query_one(Form).values["hide"] == "names"
        preview = str(screen.query_one("#preview", Static).render())
        assert "hidden:\n- names" in preview


async def test_a_template_that_is_wrong_is_told(make_app: MakeApp) -> None:
    templates = Templates({"negotiation": Source("negotiation.md", "{{ mood }}")})
    app = make_app(page_templates=lambda: templates)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, "2")
        preview = str(screen.query_one("#preview", Static).render())
        assert preview.startswith("negotiation.md, line 1: 'mood' is undefined.")
        assert screen.query_one(Form).is_mounted
