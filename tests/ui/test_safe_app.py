"""Whatever goes wrong, a person's words are kept, and none is put on the terminal."""

from __future__ import annotations

from typing import Any

from textual.widgets import Input

from tests.ui.conftest import Sit
from winjournal.domain.errors import DiskTrouble
from winjournal.ui.safe_app import CRASHED, SafeApp


async def test_a_line_takes_every_line_of_a_paste(sit: Sit) -> None:
    async with sit() as person:
        await person.press("a")
        await person.type("one\r\ntwo\n\n\tthree\x1b[31m")
        assert person.screen.query_one("#line", Input).value == "one two three[31m"


def told(app: SafeApp) -> str:
    """Return what will stand on the terminal once the screen is gone."""
    left: list[Any] = app._exit_renderables
    text = "".join(part.text for lines in left for part in lines.segments)
    return " ".join(text.split())


async def test_a_terminal_that_fails_ends_it_with_a_sentence_alone() -> None:
    saved: list[str] = []

    class App(SafeApp):
        def save_drafts(self) -> None:
            saved.append("kept")

    app = App()
    async with app.run_test():
        app.panic("Traceback: note = 'what Dana said'")
        said = told(app)
    assert saved == ["kept"]
    assert app.return_code == CRASHED
    assert "Dana" not in said
    assert "is kept as a draft" in said


async def test_what_could_not_be_kept_is_said() -> None:
    class App(SafeApp):
        def save_drafts(self) -> None:
            raise DiskTrouble("The disk is full.")

    app = App()
    async with app.run_test():
        app.panic()
        said = told(app)
    assert "could not be kept" in said
