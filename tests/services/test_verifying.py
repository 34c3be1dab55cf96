"""A chain shows every edit that did not come through WinJournal."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import WHOLE, answers, begin, met
from winjournal.domain.debrief import YesNoUnsure
from winjournal.domain.errors import Conflict, Sealed
from winjournal.domain.goalposts import ChangeReason, Source
from winjournal.domain.tags import Actor
from winjournal.domain.weeks import Week
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.services.prep import Wish, prep_of
from winjournal.services.sealing import add_link, debrief_content, prep_content

WEEK = Week(2026, 10)


BY_HAND = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
named = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
for (name,) in connection.execute(named).fetchall():
    connection.execute(f"DROP TRIGGER {name}")
for statement in sys.argv[2:]:
    connection.execute(statement)
connection.commit()
"""
"""Another SQLite may lack the functions that the search triggers use; whoever edits
a file by hand would drop those triggers, so they go first."""


def by_hand(path: Path, *sql: str) -> None:
    """Edit the file with another SQLite than the journal's, from another process."""
    subprocess.run([sys.executable, "-c", BY_HAND, str(path), *sql], check=True)


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
    first = journal.deals.read(deal.id).follow_ups[0]
    journal.later.answer(replace(first, deal_again=YesNoUnsure.YES, my_sat_now=4))
    journal.weeks.save(WEEK, reflection="Calm.", vow=("they sigh", "I wait"))
    journal.weeks.seal(WEEK)
    return deal.id


def test_what_was_only_added_to_holds(journal: Journal, clock: HandClock) -> None:
    sealed(journal, clock)
    found = journal.history.verify()
    assert (found.chains, found.links, found.broken) == (2, 5, ())


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
        ("UPDATE follow_up SET my_sat_now = 7", "the look-back was changed"),
        ("UPDATE follow_up SET answered_at = NULL, answered_offset = NULL",
         "the look-back is not sealed now"),
        ("DELETE FROM link WHERE kind = 'look-back'", "the seal of the look-back"),
        ("UPDATE link SET hash = 'f' || substr(hash, 2) WHERE kind = 'version'",
         "the link does not"),
        ("UPDATE link SET sealed_at = '2020' || substr(sealed_at, 5)"
         " WHERE kind = 'version'", "the link does not"),
        ("DELETE FROM link WHERE chain LIKE 'negotiation:%'", "the seal of the prep"),
        ("UPDATE link SET content = '{}' WHERE kind = 'prep'", "the link does not"),
        ("DELETE FROM link WHERE kind = 'version'", "the link does not"),
        ("DELETE FROM link WHERE kind = 'prep'", "the link does not"),
        ("DELETE FROM link WHERE kind = 'debrief'", "the link does not"),
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


def test_links_put_in_another_order_are_named(
    journal: Journal, clock: HandClock, tmp_path: Path
) -> None:
    sealed(journal, clock)
    by_hand(
        tmp_path / "j.db",
        "UPDATE link SET number = 99 WHERE kind = 'version'",
        "UPDATE link SET number = 2 WHERE kind = 'debrief'",
        "UPDATE link SET number = 3 WHERE kind = 'version'",
    )
    (broken,) = journal.history.verify().broken
    assert broken.number == 2
    assert broken.reason.startswith("the link does not follow")


@pytest.mark.parametrize("kind", ["version", "look-back"])
def test_a_later_seal_is_undone_and_shows_it(
    journal: Journal, clock: HandClock, kind: str
) -> None:
    id_ = sealed(journal, clock)
    if kind == "version":
        journal.deals.change_goalpost(
            id_, Actor.ME, "4 years", ChangeReason.LEVERAGE, announced=True
        )
    else:
        second = journal.deals.read(id_).follow_ups[1]
        journal.later.answer(replace(second, deal_again=YesNoUnsure.NO))
    links = journal.history.verify().links
    journal.history.undo()
    found = journal.history.verify()
    assert (found.links, found.broken) == (links + 1, ())
    journal.history.redo()
    found = journal.history.verify()
    assert (found.links, found.broken) == (links + 2, ())
    clock.pass_(minutes=11)
    with pytest.raises(Conflict):
        journal.history.undo()


def test_a_chain_of_the_form_before_still_holds(
    journal: Journal, clock: HandClock, tmp_path: Path
) -> None:
    """Schema 1 sealed neither value items nor versions nor look-backs."""
    id_ = sealed(journal, clock)
    dossier = journal.deals.read(id_)
    path, ids = tmp_path / "j.db", SeededIds(99)
    by_hand(path, "DELETE FROM link", "DELETE FROM week_review", "DELETE FROM vow")
    assert dossier.debrief is not None
    with journal.store.write("sealed", "as before") as writer:
        for kind, content in (
            ("prep", prep_content(dossier, 1)),
            ("debrief", debrief_content(dossier.debrief, dossier.criteria, 1)),
        ):
            chain = f"negotiation:{id_}"
            add_link(writer, ids, chain, kind, content, clock.now())
    assert journal.history.verify().broken == ()
    by_hand(path, "UPDATE negotiation SET alternative = 'none'")
    (broken,) = journal.history.verify().broken
    assert broken.reason.startswith("the prep was changed")


def test_a_version_is_not_rewritten_by_the_form(journal: Journal) -> None:
    deal = begin(journal)
    journal.deals.change_goalpost(
        deal.id, Actor.ME, "3 years", ChangeReason.CORRECTION, announced=True
    )
    dossier = journal.deals.read(deal.id)
    prep = prep_of(dossier)
    version = dossier.negotiation.version
    with pytest.raises(Sealed):
        journal.deals.edit(deal.id, replace(prep, my_win="5 years"), version)
    journal.deals.edit(deal.id, replace(prep, alternative="Beta Ltd"), version)
    assert journal.history.verify().broken == ()


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
