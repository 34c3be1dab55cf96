"""`wj people`: one counterparty in words, and what they are called."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Wj


def test_one_page_says_what_was_done_both_ways(story: Wj) -> None:
    text = story.ok("people", "dana")
    assert "promises   kept: mine 0 of 1; 1 open of mine, 1 day late" in text
    assert "my acts    1 built; too few for a figure" in text
    assert "you did what was owed  +1.99" in text
    assert "not told yet: prices rise in April" in text
    page = json.loads(story.ok("people", "dana", "--json"))
    assert page["between"]["acts"][0]["handled"] is True


def test_two_become_one_and_undo_parts_them(story: Wj) -> None:
    before = json.loads(story.ok("people", "--json"))
    said = story.ok("people", "merge", "marsh", "Dana", "--dry-run")
    assert said == "Marsh would become Dana, with 1 deal and 0 promises;" + (
        " nothing is done.\n"
    )
    assert json.loads(story.ok("people", "--json")) == before
    assert "Marsh is Dana now" in story.ok("people", "merge", "marsh", "Dana")
    assert story.ok("people", "Marsh").startswith("Dana  ")
    assert "Kiln lease" in story.ok("people", "dana")
    assert story("verify").code == 0
    story.ok("undo")
    assert json.loads(story.ok("people", "--json")) == before


def test_names_are_given_and_taken(story: Wj) -> None:
    assert story.ok("people", "rename", "dana", "Dana Reyes") == (
        "Dana is called Dana Reyes now.\n"
    )
    story.ok("people", "alias", "Dana Reyes", "Supplier A")
    story.ok("people", "nickname", "supplier a", "The Owl")
    assert "alias Supplier A; also The Owl" in story.ok("people", "the owl")
    assert "Dana Reyes" in story.ok("log", "The Owl: @ego again")
    story.ok("people", "nickname", "the owl", "THE OWL", "--drop")
    story.ok("people", "alias", "dana reyes", "--drop")
    assert story("people", "the owl").code == 3
    assert story("people", "nickname", "dana reyes", "x", "--drop").code == 3


def test_who_is_archived_comes_back(story: Wj) -> None:
    story.ok("people", "archive", "Dana")
    assert "Dana" not in story.ok("people")
    assert story.ok("people", "--archived").startswith("Dana  ")
    assert json.loads(story.ok("people", "--archived", "--json"))[0]["name"] == "Dana"
    story.ok("people", "back", "dana")
    assert story("people", "--archived").err == "Nobody is archived.\n"


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("merge", "Dana"), 2),
        (("archive", "Dana", "Marsh"), 2),
        (("merge", "Dana", "Dana"), 2),
        (("rename", "Dana", "Marsh"), 2),
        (("rename", "Dana", "x" * 61), 2),
        (("rename", "Dana", " "), 2),
        (("merge", "Dana", "Nobody"), 3),
        (("archive", "Nobody"), 3),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    args: tuple[str, ...], code: int, story: Wj
) -> None:
    before = story.ok("people", "--json")
    answer = story("people", *args)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.count("\n") == 1
    assert story.ok("people", "--json") == before


def test_somebody_who_is_called_like_a_word_is_shown(story: Wj) -> None:
    story.ok("people", "rename", "Marsh", "archive Dana")
    assert story.ok("people", "archive", "Dana").startswith("archive Dana")
    assert "Dana" in story.ok("people")
