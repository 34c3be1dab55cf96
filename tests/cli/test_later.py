"""Promises, repairs, offers, seals and others' words from the shell."""

from __future__ import annotations

import json
import re

from tests.cli.conftest import Wj


def first_word(said: str) -> str:
    return said.split()[0]


def test_a_promise_is_written_listed_and_settled(story: Wj) -> None:
    said = story.ok("promise", "send the SLA draft", "--to", "Dana", "--by", "fri")
    assert re.fullmatch(
        r"[0-9a-f]{6}  promised Dana  send the SLA draft  due Fri 6 Mar 2026\n", said
    )
    id_ = first_word(said)
    assert "I  Dana  send the SLA draft  Fri" in story.ok("promise", "--to", "dana")
    assert story.ok("promise", "done", id_).endswith("kept  send the SLA draft\n")
    assert story.ok("promise", "open", id_).endswith("open  send the SLA draft\n")
    (one,) = [
        p for p in json.loads(story.ok("promise", "--json"))
        if p["text"] == "send the SLA draft"
    ]  # fmt: skip
    assert (one["state"], one["due"]) == ("open", "2026-03-06")


def test_theirs_and_a_date_in_the_words(story: Wj) -> None:
    said = story.ok("promise", "name a contact by monday", "--to", "Dana", "--theirs")
    assert "Dana promised  name a contact  due Mon 9 Mar 2026" in said


def test_a_promise_needs_somebody(story: Wj) -> None:
    answer = story("promise", "send it")
    assert (answer.code, answer.out) == (2, "")
    assert "A promise is between two. Add --to NAME." in answer.err
    assert story("promise", "send it", "--to", "Nobody Here").code == 3
    assert story("promise", "send it", "--to", "Dana", "--by", "blue").code == 2
    assert story("promise", "done", "ffffff").code == 3


def test_something_due_is_told_by_the_exit_status(story: Wj) -> None:
    before = story("due", "--quiet")
    assert before.out == ""
    story.ok("promise", "call today", "--to", "Dana", "--by", "today")
    after = story("due", "--quiet")
    assert (after.code, after.out, after.err) == (10, "", "")
    assert "call today" in story.ok("due")


def test_a_repair_is_written_and_made(story: Wj) -> None:
    marked = story.ok("tag", "misled", "two buyers", "--in", "last")
    slip = first_word(marked)
    said = story.ok("repair", "tell them it was one", "--slip", slip, "--by", "fri")
    assert said.endswith("tell them it was one  due Fri 6 Mar 2026\n")
    id_ = first_word(said)
    assert "tell them it was one" in story.ok("due")
    assert story.ok("repair", "done", id_, "they", "laughed").endswith(
        "put right  tell them it was one\n"
    )
    assert "they laughed" in story.ok("repair")
    (one,) = json.loads(story.ok("repair", "--json"))
    assert one["effect"] == "they laughed"
    assert one["done_on"] == "2026-03-04"
    story.ok("rm", id_)
    assert story.ok("repair", "--json") == "[]\n"


def test_an_offer_goes_into_the_one_that_is_named(story: Wj) -> None:
    said = story.ok("offer", "them", "41k", "45-day", "terms", "--in", "last")
    assert "theirs" in said
    assert "45-day terms" in said
    answer = story("offer", "--in", "last")
    assert answer.code == 2


def test_nothing_is_sealed_that_is_not_whole(story: Wj) -> None:
    answer = story("seal", "last")
    assert answer.code == 2
    assert "Still missing:" in answer.err


def test_a_note_is_printed_and_an_answer_kept(story: Wj) -> None:
    note = story.ok("outside", "last", "--note")
    assert "from 1 (not at all) to 7 (entirely)" in note.replace("\n", " ")
    assert story.ok("outside", "last", "--asked").startswith("asked  ")
    said = story.ok("outside", "last", "3", "too", "slow")
    assert said == "kept until your own scores are in\n"
    assert "too slow" not in story.ok("show", "last")
    assert "too slow" not in story.ok("show", "last", "--json")
    assert "too slow" not in story("outside", "last").out
    assert "too slow" not in story.ok("outside", "last", "--json")


def test_a_look_back_is_put_off(story: Wj) -> None:
    listed = json.loads(story.ok("lookback", "--json"))
    assert isinstance(listed, list)
    answer = story("lookback", "No Such Deal")
    assert answer.code == 3
