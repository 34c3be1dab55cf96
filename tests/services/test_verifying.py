"""A chain shows every edit that did not come through WinJournal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.services.conftest import HandClock
from tests.services.stories import WHOLE, answers, begin, met
from winjournal.domain.goalposts import ChangeReason, Source
from winjournal.domain.tags import Actor
from winjournal.domain.weeks import Week
from winjournal.services.journal import Journal
from winjournal.services.prep import Wish

WEEK = Week(2026, 10)


def by_hand(path: Path, sql: str) -> None:
    """Edit the file as another SQLite tool would."""
    connection = dbapi2.connect(str(path))
    connection.execute(sql)
    connection.commit()
    connection.close()


def sealed(journal: Journal, clock: HandClock) -> str:
    """Seal a prep, its debrief and a week, and share and change in between."""
    deal = begin(journal)
    journal.deals.seal(deal.id)
    clock.pass_(minutes=20)
    journal.deals.share(deal.id, Actor.ME)
    journal.deals.change_goalpost(
        deal.id, Actor.ME, "3 years", ChangeReason.LEVERAGE, announced=False,
        wishes=(Wish(text="3 years"),),
    )  # fmt: skip
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    journal.debriefs.seal(deal.id)
    journal.weeks.save(WEEK, reflection="Calm.", vow=("they sigh", "I wait"))
    journal.weeks.seal(WEEK)
    return deal.id


def test_what_was_only_added_to_holds(journal: Journal, clock: HandClock) -> None:
    sealed(journal, clock)
    found = journal.history.verify()
    assert (found.chains, found.links, found.broken) == (2, 4, ())


def test_an_undone_seal_holds(journal: Journal) -> None:
    deal = begin(journal)
    journal.deals.seal(deal.id)
    journal.history.undo()
    assert journal.history.verify().broken == ()
    journal.history.redo()
    assert journal.history.verify().broken == ()


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("UPDATE negotiation SET walk_away = '30000'", "the prep was changed"),
        ("UPDATE goalpost SET text = 'more' WHERE version = 1", "the prep was changed"),
        ("UPDATE criterion SET weight = 1", "the prep was changed"),
        ("UPDATE debrief SET my_sat = 7", "the debrief was changed"),
        ("UPDATE week_review SET reflection = 'Loud.'", "the week was changed"),
        ("UPDATE vow SET deed = 'I shout'", "the week was changed"),
        ("UPDATE goalpost SET text = 'more' WHERE version = 2", "the version was"),
        ("UPDATE goalpost SET announced = 1 WHERE version = 2", "the version was"),
        ("DELETE FROM goalpost WHERE version = 2", "the version is not sealed now"),
        ("UPDATE value_item SET evidence = 'much'", "the prep was changed"),
        ("DELETE FROM information_gap", "the prep was changed"),
        ("UPDATE link SET content = '{}' WHERE kind = 'prep'", "the link does not"),
        ("DELETE FROM link WHERE kind = 'version'", "the link does not"),
        ("DELETE FROM link WHERE kind = 'prep'", "the link does not"),
        ("DELETE FROM link WHERE kind = 'debrief'", "the seal of the debrief"),
        ("DELETE FROM link WHERE kind = 'week'", "the seal of the week"),
        ("UPDATE link SET number = 9 WHERE kind = 'prep'", "the link"),
        ("UPDATE negotiation SET prep_sealed_at = NULL, prep_hash = NULL,"
         " prep_sealed_offset = NULL, sealed_in_time = NULL", "the prep is not"),
    ],
)  # fmt: skip
def test_an_edit_by_hand_is_named(
    journal: Journal, clock: HandClock, tmp_path: Path, sql: str, reason: str
) -> None:
    sealed(journal, clock)
    by_hand(tmp_path / "j.db", sql)
    broken = journal.history.verify().broken
    assert len(broken) == 1
    assert broken[0].reason.startswith(reason)


def test_a_sealed_guess_that_they_confirm_is_a_new_version(journal: Journal) -> None:
    deal = begin(journal, replace(WHOLE, their_source=Source.MY_GUESS))
    journal.deals.seal(deal.id)
    journal.deals.share(deal.id, Actor.THEM)
    theirs = [g for g in journal.deals.read(deal.id).goalposts if g.owner is Actor.THEM]
    assert [(g.version, g.source) for g in theirs] == [
        (1, Source.MY_GUESS),
        (2, Source.TOLD_ME),
    ]
    assert journal.history.verify().broken == ()
