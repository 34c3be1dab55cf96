"""Entries, logged lines and where they are filed."""

from __future__ import annotations

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, begin
from winjournal.domain.errors import Conflict, Invalid, NotUnderstood
from winjournal.domain.tags import Actor
from winjournal.services.journal import Journal
from winjournal.services.writing import first_line

LINE = (
    "yesterday 3pm: Dana, renewal call. @ego I listed our awards. "
    "@trust+ told her about the outage"
)


def test_a_line_with_one_open_deal_is_filed_there(journal: Journal) -> None:
    deal = begin(journal)
    line, _ = journal.inbox.log(LINE)
    dossier = journal.deals.read(deal.id)
    assert [(m.tag, m.actor, m.note) for m in dossier.moments] == [
        ("ego", Actor.ME, "I listed our awards."),
        ("trust-built", Actor.ME, "told her about the outage"),
    ]
    assert {m.at.isoformat() for m in dossier.moments} == {"2026-03-03T15:00:00+01:00"}
    assert [e.inbox_id for e in dossier.entries] == [line.id]
    assert journal.inbox.lines() == ()


def test_a_line_that_could_go_two_ways_waits(journal: Journal) -> None:
    begin(journal)
    begin(journal)
    journal.inbox.log(LINE)
    assert len(journal.inbox.lines()) == 1
    assert journal.inbox.file_known() == 0


def test_a_waiting_line_is_filed_by_hand_once(journal: Journal) -> None:
    deal = begin(journal, LEAST)
    line, _ = journal.inbox.log("felt rushed @ego!2 on the phone")
    journal.inbox.file(line.id, deal.id)
    moments = journal.deals.read(deal.id).moments
    assert [(m.tag, m.strength) for m in moments] == [("ego", 2)]
    with pytest.raises(Conflict):
        journal.inbox.file(line.id, deal.id)


def test_a_line_can_become_an_entry_of_its_own(journal: Journal) -> None:
    line, _ = journal.inbox.log("slept badly before the call")
    filed = journal.inbox.file(line.id, None)
    assert filed.entry_id is not None
    assert journal.reading.entry(filed.entry_id).body == "slept badly before the call"


def test_a_filed_line_goes_with_what_it_became_and_comes_back(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    line, _ = journal.inbox.log("felt rushed @ego!2 on the phone")
    clock.pass_(seconds=1)
    journal.inbox.file(line.id, deal.id)
    before = journal.deals.read(deal.id)
    clock.pass_(seconds=1)
    journal.inbox.drop(line.id)
    after = journal.deals.read(deal.id)
    assert (after.entries, after.moments, after.lines) == ((), (), ())
    journal.history.undo()
    assert journal.deals.read(deal.id) == before


def test_the_words_of_a_line_are_kept_as_typed(journal: Journal) -> None:
    text = "[b]not bold[/b] <i>  two  blanks @nosuchtag"
    line, _ = journal.inbox.log(text)
    assert line.line == text


@pytest.mark.parametrize("text", ["", "   ", "\n\t\n"])
def test_nothing_is_not_logged(journal: Journal, text: str) -> None:
    with pytest.raises(Invalid):
        journal.inbox.log(text)


def test_an_entry_over_a_mebibyte_is_refused(journal: Journal) -> None:
    with pytest.raises(NotUnderstood, match="MiB"):
        journal.writing.add("x" * (2**20 + 1))


def test_an_entry_changed_elsewhere_is_not_overwritten(journal: Journal) -> None:
    entry = journal.writing.add("one")
    journal.writing.edit(entry.id, "two")
    with pytest.raises(Conflict):
        journal.writing.edit(entry.id, "three", before="one")
    assert journal.reading.entry(entry.id).body == "two"


def test_a_logged_line_is_undone_like_any_act(
    journal: Journal, clock: HandClock
) -> None:
    journal.inbox.log("first")
    clock.pass_(seconds=1)
    journal.inbox.log("second")
    journal.history.undo()
    assert [x.line for x in journal.inbox.lines()] == ["first"]


def test_first_line_skips_blank_ones_and_is_cut() -> None:
    assert first_line("\n\n  hello\nworld") == "hello"
    assert first_line("x" * 80, 10) == "xxxxxxxxx…"
