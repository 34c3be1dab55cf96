"""`wj verify`: the seals hold, or it says which does not."""

from __future__ import annotations

import json

from sqlcipher3 import dbapi2

from tests.cli.conftest import Wj


def by_hand(wj: Wj, sql: str) -> None:
    connection = dbapi2.connect(str(wj.journal))
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_seals_that_hold_are_counted(story: Wj) -> None:
    answer = story("verify")
    assert (answer.code, answer.err) == (0, "")
    found = json.loads(story.ok("verify", "--json"))
    assert answer.out == f"{found['chains']} chains, {found['links']} links\n"
    assert found["links"] > 0
    assert found["broken"] == []


def test_an_edit_by_hand_is_named(story: Wj) -> None:
    by_hand(story, "UPDATE debrief SET my_sat = 1 WHERE sealed_at IS NOT NULL")
    answer = story("verify")
    assert answer.code == 65
    assert "the debrief was changed after it was sealed" in answer.out
    assert answer.err.count("\n") == 1
    assert json.loads(story("verify", "--json").out)["broken"]


def test_without_a_journal_there_is_nothing_to_break(wj: Wj) -> None:
    assert json.loads(wj.ok("verify", "--json"))["chains"] == 0
