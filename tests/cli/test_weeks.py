"""`wj week` and `wj vow`: what waits, the question, and how a vow fared."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Wj


def test_a_week_says_what_waits_in_its_three_parts(story: Wj) -> None:
    text = story.ok("week")
    assert "about" in text.splitlines()[0]
    assert "\nClear  2\n" in text
    assert "inbox    felt rushed on the phone" in text
    assert "promise  SLA draft" in text
    assert "vow      Acme renewal: did the IF come?" in text
    assert "\nHardest moments  2\n" in text
    assert "Acme renewal: raised my voice" in text
    assert "\nQuestion  P4\nReplay Acme renewal as someone sitting in" in text
    assert "because you tagged ego this week" in text
    assert text == story.ok("week", "--plain")


def test_machines_get_the_walk_and_the_question(story: Wj) -> None:
    said = json.loads(story.ok("week", "--json"))
    assert [one["id"] for one in said["asked"]["others"]][-1] == "fallback"
    assert said["walk"]["to_do"]["lines"] == 1
    assert said["asked"]["prompt"]["trigger"] == "you tagged ego this week"


def test_a_vow_is_shown_made_and_tested(story: Wj) -> None:
    assert story.ok("vow") == (
        "now   IF they say cheaper THEN I ask one question  kept 0 of 0\n"
        "next  IF it gets loud THEN I wait\n"
    )
    assert story.ok("vow", "missed", "kiln") == (
        "missed  Kiln lease  IF they say cheaper THEN I ask one question\n"
    )
    assert story.ok("vow", "kept", "marsh").startswith("kept  Kiln lease")
    assert story.ok("vow", "if", "they", "sigh,", "then", "I", "wait.") == (
        "next  IF they sigh THEN I wait\n"
    )
    said = json.loads(story.ok("vow", "--json"))
    assert (said["kept"], said["tested"]) == (1, 1)
    assert said["next"]["cue"] == "they sigh"
    story.ok("undo")
    assert "it gets loud" in story.ok("vow")


@pytest.mark.parametrize(
    ("words", "code"),
    [(("only", "half"), 2), (("then", "I", "wait"), 2), (("kept", "nobody"), 3)],
)
def test_what_is_no_vow_is_told(story: Wj, words: tuple[str, ...], code: int) -> None:
    answer = story("vow", *words)
    assert (answer.code, answer.out) == (code, "")


def test_without_a_journal_no_vow_stands(wj: Wj) -> None:
    assert json.loads(wj.ok("vow", "--json"))["standing"] is None
    assert wj("vow", "kept").code == 3
