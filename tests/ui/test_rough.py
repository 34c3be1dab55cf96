"""What a program may not do by itself, and what a torn window may not do to a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.widgets import Input

from tests.ui.conftest import Sit
from winjournal.services.journal import Journal
from winjournal.ui.screens.entry import EntryScreen

Kept = Callable[[], Journal]

LINKS = "see https://example.org/a, file:///etc/passwd, [this](https://example.org)"


async def test_what_is_typed_in_a_window_too_small_goes_on_into_the_line(
    sit: Sit,
) -> None:
    async with sit() as person:
        await person.press("a")
        line = person.screen.query_one("#line", Input)
        await person.press("t", "a")
        await person.pilot.resize_terminal(20, 5)
        assert "too small" in " ".join(person.sees.split())
        await person.press("l", "k")
        await person.pilot.resize_terminal(100, 30)
        await person.press("e", "d")
        assert line.value == "talked"
        assert person.screen.focused is line


async def test_no_link_is_opened(
    sit: Sit, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr("webbrowser.open", lambda *a, **_: opened.append(a))
    entry = kept().writing.add(LINKS)
    async with sit() as person:
        monkeypatch.setattr(
            type(person.app), "open_url", lambda _, url, **__: opened.append(url)
        )
        person.app.push_screen(EntryScreen(entry.id))
        await person.wait()
        shown = person.sees.split("\n")
        row = next(at for at, said in enumerate(shown) if "example" in said)
        for column in (shown[row].index("https"), shown[row].index("file")):
            await person.pilot.click(offset=(column + 2, row))
            await person.pilot.click(offset=(column + 2, row), control=True)
        await person.wait()
        assert opened == []


async def test_copying_says_so(sit: Sit) -> None:
    async with sit() as person:
        await person.press("2", "y")
        assert person.told == "Copied."
