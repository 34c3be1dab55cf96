"""What is typed is kept every half second, until it is saved or let go."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.ui.bad_inputs import bad_inputs
from tests.ui.conftest import Sit
from tests.ui.seed import NOW
from winjournal.domain.errors import DiskTrouble
from winjournal.domain.sought import read_sought
from winjournal.domain.writing import Draft
from winjournal.services.journal import Drafts, Journal
from winjournal.ui.drafting import DraftKeeper, base_of, values_of
from winjournal.ui.screens.entry import EntryScreen
from winjournal.ui.screens.prep import PrepScreen
from winjournal.ui.screens.today import TodayScreen

Kept = Callable[[], Journal]


def drafts(kept: Kept) -> dict[str, dict[str, str | None]]:
    """Return the values of every draft on disk by its owner."""
    journal = kept()
    found: tuple[Draft, ...] = journal.drafts.waiting()
    journal.store.close()
    return {draft.owner: values_of(draft.text) for draft in found}


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse every draft, as a full disk does."""

    def refuse(*_: object, **__: object) -> None:
        raise DiskTrouble("The disk is full.", "Nothing was changed.")

    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "keep", refuse)
        yield


async def test_it_is_written_at_the_next_tick(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press("n")
        await person.type("Van hire")
        (keeper,) = [k for k in person.app.typing if k.owner == "prep:new"]
        keeper._tick()
        await person.wait()
        assert drafts(kept)["prep:new"]["title"] == "Van hire"
        assert not keeper.is_dirty


async def test_much_text_is_written_less_often(sit: Sit) -> None:
    async with sit() as person:
        keeper = DraftKeeper(person.app, "entry:new")
        keeper.note({"body": "w" * 300_000})
        for _ in range(3):
            keeper._tick()
        assert keeper.is_dirty
        keeper._tick()
        assert not keeper.is_dirty


async def test_what_is_blank_again_is_no_draft(sit: Sit, kept: Kept) -> None:
    async with sit() as person:
        await person.press("n")
        await person.type("Van")
        person.app.save_drafts()
        assert drafts(kept)["prep:new"]["title"] == "Van"
        await person.press("ctrl+u")
        assert person.form.values["title"] is None
        shown = await person.press("escape")
        assert "Not saved yet" not in shown
    assert drafts(kept) == {}


async def test_a_full_disk_is_said_for_as_long_as_it_lasts(
    sit: Sit, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit() as person:
        await person.press("n")
        (keeper,) = [k for k in person.app.typing if k.owner == "prep:new"]
        with full_disk(monkeypatch):
            await person.type("Van hire")
            keeper._tick()
            await person.wait()
            assert "What you type is not kept. The disk is full." in person.sees
            assert person.form.values["title"] == "Van hire"
            person.app.clear_notifications()
            await person.wait()
            assert "What you type is not kept." in person.sees
        keeper._tick()
        await person.wait()
        assert "not kept" not in person.sees
        assert drafts(kept)["prep:new"]["title"] == "Van hire"


async def test_with_a_full_disk_a_form_is_not_left_by_mistake(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit() as person:
        await person.press("n")
        with full_disk(monkeypatch):
            await person.type("Van hire")
            shown = await person.press("escape")
            assert person.at(PrepScreen)
            assert "Not kept: The disk is full." in shown
            assert "esc once more leaves without it." in shown
            await person.press("escape")
            assert person.at(TodayScreen)


async def test_with_a_full_disk_the_program_is_not_left_by_mistake(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit() as person:
        await person.press("a")
        with full_disk(monkeypatch):
            await person.type("half a thought")
            await person.press("escape", "q")
            assert person.app.return_code is None
            assert "Not kept: The disk is full." in person.told
            await person.press("q")
            assert person.app.return_code == 0


async def test_the_line_too_says_when_it_is_not_kept(
    sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit() as person:
        await person.press("a")
        (keeper,) = person.app.typing
        with full_disk(monkeypatch):
            await person.type("half a thought")
            keeper._tick()
            await person.wait()
            assert "What you type is not kept." in person.sees


async def test_a_line_left_on_another_screen_stands_on_today(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press("3", "a")
        await person.type("half a thought")
        await person.press("escape")
        shown = await person.press("1")
        assert "half a thought" in shown
        assert "Not saved yet" not in shown
        await person.press("a", "enter")
        assert "inbox" in person.told
    assert drafts(kept) == {}


async def test_words_for_a_mark_that_were_left_go_on_later(
    sit: Sit, kept: Kept
) -> None:
    async with sit() as person:
        await person.press("j", "m", "e")
        await person.type("raised my")
        await person.press("escape")
        shown = await person.press("t", "g")
        assert "Acme renewal  words for a mark" in shown
        shown = await person.press("enter")
        assert "raised my" in shown
        await person.type(" voice")
        await person.press("enter")
        assert "Not saved yet" not in person.sees
    assert drafts(kept) == {}
    hits = kept().reading.find(read_sought("raised my voice", NOW))
    assert len(hits) == 1


async def test_what_was_edited_since_is_said(sit: Sit, kept: Kept) -> None:
    journal = kept()
    entry = journal.writing.add("one")
    async with sit() as person:
        person.app.push_screen(EntryScreen(entry.id))
        await person.wait()
        await person.type(" and two")
        await person.press("escape")
        journal.writing.edit(entry.id, "another")
        person.app.push_screen(EntryScreen(entry.id))
        await person.wait()
        assert "What it began from was changed since." in person.told
        assert person.form.values["body"] == "one and two"


@pytest.mark.parametrize("name", bad_inputs())
async def test_any_text_survives_as_a_draft(name: str, sit: Sit, kept: Kept) -> None:
    text = bad_inputs()[name]
    async with sit() as person:
        keeper = DraftKeeper(person.app, "entry:new")
        keeper.note({"body": text})
        keeper.keep_now()
    held = drafts(kept).get("entry:new", {}).get("body")
    assert held == (text or None)


@pytest.mark.parametrize("text", ["", "no JSON", "[1]", "7", '"a"', "{"])
def test_a_draft_that_cannot_be_read_holds_nothing(text: str) -> None:
    assert values_of(text) == {}


def test_of_a_draft_only_texts_are_taken() -> None:
    text = json.dumps({"a": "x", "b": None, "c": 3, "d": ["y"]})
    assert values_of(text) == {"a": "x", "b": None}


def test_a_form_that_begins_from_the_same_has_the_same_base() -> None:
    assert base_of({"a": "x", "b": ""}) == base_of({"b": None, "a": "x"})
    assert base_of({"a": "x"}) != base_of({"a": "y"})
