"""`wj verify`: the seals hold, or it says which does not."""

from __future__ import annotations

import json

import pytest
from sqlcipher3 import dbapi2

from tests.cli.conftest import Wj
from winjournal.bootstrap import open_journal
from winjournal.domain.weeks import Week


@pytest.fixture
def sealed(story: Wj) -> Wj:
    """Return the command line over a journal with a sealed week."""
    journal = open_journal(story.journal)
    week = Week(2026, 9)
    journal.weeks.save(week, reflection="Calm.")
    journal.weeks.seal(week)
    journal.store.close()
    return story


def by_hand(wj: Wj, sql: str) -> None:
    connection = dbapi2.connect(str(wj.journal))
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_seals_that_hold_are_counted(sealed: Wj) -> None:
    answer = sealed("verify")
    assert (answer.code, answer.err) == (0, "")
    found = json.loads(sealed.ok("verify", "--json"))
    assert answer.out == "1 chain, 1 link\n"
    assert (found["chains"], found["links"]) == (1, 1)
    assert found["broken"] == []


def test_an_edit_by_hand_is_named(sealed: Wj) -> None:
    by_hand(
        sealed,
        "UPDATE week_review SET reflection = 'Loud.' WHERE sealed_at IS NOT NULL",
    )
    answer = sealed("verify")
    assert answer.code == 65
    assert "the week was changed after it was sealed" in answer.out
    assert answer.err.count("\n") == 1
    assert json.loads(sealed("verify", "--json").out)["broken"]


def test_without_a_journal_there_is_nothing_to_break(wj: Wj) -> None:
    assert json.loads(wj.ok("verify", "--json"))["chains"] == 0
