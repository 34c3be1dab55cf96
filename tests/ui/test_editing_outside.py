"""`E` in the rooms: the same page as `wj edit`, saved, kept or left alone."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from winjournal.domain.errors import EditorFailed
from winjournal.domain.filter_tree import Everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Sit
    from winjournal.services.journal import Journal


def newest(journal: Journal) -> str:
    return journal.reading.journal(Everything(), 0, 1)[0].title


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the terminal lent; here is none that could be."""
    monkeypatch.setattr("winjournal.ui.app.WinJournalApp.suspend", nullcontext)


@pytest.mark.usefixtures("lent")
async def test_what_has_the_focus_is_rewritten_and_undone(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    kept().writing.add("one page")

    def editor(page: str) -> str:
        return page.replace("one page", "another")

    async with sit(editor=editor) as person:
        await person.press("2", "E")
        assert newest(kept()) == "another"
        assert person.told == "Saved."
        await person.press("u")
        assert newest(kept()) == "one page"


@pytest.mark.usefixtures("lent")
async def test_a_page_that_cannot_be_read_waits_on_today_and_goes_on(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    kept().writing.add("one page")
    given: list[str] = []

    def editor(page: str) -> str:
        given.append(page)
        if len(given) == 1:
            return page.replace("at:", "ta:").replace("one page", "another")
        return page.replace("ta:", "at:")

    async with sit(editor=editor) as person:
        await person.press("2", "E")
        assert "kept as draft" in person.told
        assert newest(kept()) == "one page"
        (draft,) = kept().drafts.waiting()
        assert "a page" in await person.press("1")
        from winjournal.ui.resuming import resume

        resume(person.app, draft.owner)
        await person.wait()
        assert "another" in given[1]
        assert newest(kept()) == "another"
        assert kept().drafts.waiting() == ()


@pytest.mark.usefixtures("lent")
async def test_an_editor_that_fails_saves_nothing_and_keeps_what_it_left(
    sit: Sit, kept: Callable[[], Journal]
) -> None:
    kept().writing.add("one page")

    def editor(page: str) -> str:
        raise EditorFailed(2, page.replace("one page", "another"))

    async with sit(editor=editor) as person:
        await person.press("2", "E")
        assert newest(kept()) == "one page"
        assert "kept as draft" in person.told
        (draft,) = kept().drafts.waiting()
        assert "another" in draft.text
