"""Free writing: in its own words, in one's own editor, kept as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

import pytest

from tests.ui.conftest import Sit
from winjournal.domain.errors import EditorFailed
from winjournal.domain.filter_tree import Everything
from winjournal.services.journal import Journal
from winjournal.services.views import RowKind
from winjournal.ui.app import IN_THE_FORM
from winjournal.ui.screens.entry import EntryScreen

Kept = Callable[[], Journal]

WORDS = "# What I saw\n\n[x] not *bold*, and [b]not[/b] a tag: 100%"


async def test_what_is_written_is_kept_to_the_letter(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        person.app.push_screen(EntryScreen())
        await person.wait()
        shown = await person.type(WORDS)
        assert "[x] not *bold*, and [b]not[/b] a tag: 100%" in shown
        await person.press("ctrl+s")
        assert person.told == "Written."
    rows = kept().reading.journal(Everything(), 0, 10)
    (entry,) = [row for row in rows if row.kind is RowKind.ENTRY]
    assert kept().reading.entry(entry.id).body == WORDS


async def test_it_is_rewritten_and_undone(sit: Sit, kept: Kept) -> None:
    journal = kept()
    entry = journal.writing.add("one line")
    journal.store.close()
    async with sit() as person:
        person.app.push_screen(EntryScreen(entry.id))
        await person.wait()
        await person.type(", and another")
        await person.press("ctrl+s")
        assert kept().reading.entry(entry.id).body == "one line, and another"
        await person.press("u")
        assert kept().reading.entry(entry.id).body == "one line"


async def test_the_editor_of_ones_own_gets_the_text_and_gives_it_back(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []

    def editor(text: str) -> str:
        given.append(text)
        return text.upper()

    async with sit(editor=editor) as person:
        # Here is no terminal that could be lent to it.
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        person.app.push_screen(EntryScreen())
        await person.wait()
        await person.type("louder")
        shown = await person.press("f4")
        assert given == ["louder"]
        assert "LOUDER" in shown


async def test_what_an_editor_that_was_killed_had_written_is_in_the_form(
    sit: Sit, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = kept().writing.add("mine")

    def killed(text: str) -> str:
        raise EditorFailed(-9, f"{text}, and precious words")

    async with sit(editor=killed) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        person.app.push_screen(EntryScreen(entry.id))
        await person.wait()
        shown = await person.press("f4")
        assert "mine, and precious words" in shown
        assert "What you wrote is in the form; nothing is saved." in person.told
        assert kept().reading.entry(entry.id).body == "mine"


async def test_a_text_that_was_changed_elsewhere_is_not_written_over(
    sit: Sit, kept: Kept
) -> None:
    journal = kept()
    entry = journal.writing.add("mine")
    async with sit() as person:
        person.app.push_screen(EntryScreen(entry.id))
        await person.wait()
        journal.writing.edit(entry.id, "theirs")
        await person.type(" still")
        shown = await person.press("ctrl+s")
        assert "Changed elsewhere" in shown
        shown = await person.press("escape")
        assert "This was changed elsewhere meanwhile." in shown
        assert "mine still" in shown
        await person.press("escape")
        shown = await person.press("g")
        assert "mine still  entry" in shown
        await person.press("enter")
        assert "What it began from was changed since." in person.told
    assert journal.reading.entry(entry.id).body == "theirs"


async def test_an_empty_text_is_not_saved(sit: Sit) -> None:
    async with sit() as person:
        person.app.push_screen(EntryScreen())
        await person.wait()
        shown = await person.press("ctrl+s")
        assert person.at(EntryScreen)
        assert "In your words is needed." in shown


async def test_what_a_failing_editor_left_stands_in_the_field_unsaved(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def editor(text: str) -> str:
        raise EditorFailed(3, text.upper())

    async with sit(editor=editor) as person:
        monkeypatch.setattr(person.app, "suspend", nullcontext)
        person.app.push_screen(EntryScreen())
        await person.wait()
        await person.type("louder")
        shown = await person.press("f4")
        assert "LOUDER" in shown
        assert IN_THE_FORM in person.told
        await person.press("escape")
        assert "Kept as a draft" in person.told
