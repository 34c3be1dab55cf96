"""Drafts: kept beside the journal, forgotten with what saves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from winjournal.bootstrap import open_journal
from winjournal.domain.errors import Conflict, Invalid
from winjournal.domain.writing import Entry
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.store.store import open_store


def owners(journal: Journal) -> list[str]:
    return [draft.owner for draft in journal.drafts.waiting()]


def test_a_draft_is_renewed_and_forgotten(journal: Journal) -> None:
    journal.drafts.keep("entry:new", "form", "one")
    journal.drafts.keep("entry:new", "form", "one and two")
    (draft,) = journal.drafts.of("entry:new")
    assert draft.text == "one and two"
    journal.drafts.drop("entry:new", "form")
    assert owners(journal) == []


def test_what_saves_it_forgets_it_in_the_same_transaction(journal: Journal) -> None:
    journal.drafts.keep("entry:new", "form", "one")
    journal.drafts.keep("prep:new", "form", "another")
    with journal.drafts.saved("entry:new", "form"):
        journal.writing.add("one")
        assert owners(journal) == ["prep:new"]
    journal.history.undo()
    assert owners(journal) == ["prep:new"]


def test_after_an_error_it_stays(journal: Journal) -> None:
    journal.drafts.keep("entry:new", "form", "one")
    with pytest.raises(Invalid), journal.drafts.saved("entry:new", "form"):
        journal.writing.add(" ")
    assert owners(journal) == ["entry:new"]
    journal.writing.add("something else")
    assert owners(journal) == ["entry:new"]


def test_where_nothing_was_to_be_written_it_is_forgotten_all_the_same(
    journal: Journal,
) -> None:
    journal.drafts.keep("entry:new", "form", "one")
    with journal.drafts.saved("entry:new", "form"):
        pass
    assert owners(journal) == []


def test_what_is_typed_elsewhere_now_is_left_alone(
    tmp_path: Path, clock: HandClock
) -> None:
    running = {"2-1"}
    journals = [
        Journal.over(
            open_store(tmp_path / "j.db", clock, SeededIds(seed)),
            clock,
            SeededIds(seed + 10),
            name,
            running.__contains__,
        )
        for seed, name in ((1, "1-1"), (2, "2-1"))
    ]
    mine, theirs = journals
    mine.drafts.keep("prep:new", "form", "mine")
    theirs.drafts.keep("prep:new", "form", "theirs")
    assert [d.text for d in mine.drafts.of("prep:new")] == ["mine"]
    assert {d.text for d in theirs.drafts.waiting()} == {"mine", "theirs"}
    running.clear()
    assert {d.text for d in mine.drafts.waiting()} == {"mine", "theirs"}
    for journal in journals:
        journal.store.close()


def test_what_is_typed_elsewhere_survives_what_is_saved_here(
    tmp_path: Path, clock: HandClock
) -> None:
    running = {"1-1", "2-1"}
    here, there = (
        Journal.over(
            open_store(tmp_path / "j.db", clock, SeededIds(seed)),
            clock,
            SeededIds(seed + 10),
            name,
            running.__contains__,
        )
        for seed, name in ((1, "1-1"), (2, "2-1"))
    )
    there.drafts.keep("prep:x", "form", "typed there")
    for forget in (
        lambda: here.drafts.drop("prep:x", "form"),
        lambda: here.writing.add("saved here"),
        lambda: None,
    ):
        here.drafts.keep("prep:x", "form", "typed here")
        with here.drafts.saved("prep:x", "form"):
            forget()
        assert [d.text for d in there.drafts.of("prep:x")] == ["typed there"]
        assert here.drafts.of("prep:x") == ()
    # once the other program is gone, its draft is what anybody may let go
    running.clear()
    here.drafts.drop("prep:x", "form")
    assert there.drafts.of("prep:x") == ()
    for journal in (here, there):
        journal.store.close()


def test_an_act_that_may_not_be_done_is_not(journal: Journal) -> None:
    def refuse() -> None:
        raise Conflict("It was changed.")

    journal.drafts.keep("prep:x", "form", "mine")
    with (
        pytest.raises(Conflict, match="It was changed"),
        journal.drafts.saved("prep:x", "form", refuse),
    ):
        journal.writing.add("never")
    assert [d.text for d in journal.drafts.of("prep:x")] == ["mine"]
    assert journal.reading.every(Entry) == ()


def test_two_openings_of_one_program_are_one(tmp_path: Path, clock: HandClock) -> None:
    one = open_journal(tmp_path / "j.db", clock=clock, ids=SeededIds(1))
    one.drafts.keep("line", "form", "half a thought")
    two = open_journal(tmp_path / "j.db", clock=clock, ids=SeededIds(2))
    assert owners(two) == ["line"]
    one.store.close()
    two.store.close()
