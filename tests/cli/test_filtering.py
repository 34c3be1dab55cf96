"""Filters under a name: saved, listed, used, forgotten."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Wj


def test_a_filter_is_saved_and_used(story: Wj) -> None:
    said = story.ok("filters", "hard ones", "@ego", "or", "over:10%")
    assert said.startswith('saved:"hard ones"  marked ego or more than 10 %')
    assert "Acme renewal" in story.ok("list", "saved:hard ones")
    assert "Kiln" in story.ok("list", "not", "saved:hard ones")
    assert "Acme" in story.ok("search", "renewal", "saved:hard ones")
    assert story.ok("export", 'saved:"hard ones"', "-o", "-").count("Acme renewal")


def test_they_are_listed_shown_and_forgotten(story: Wj) -> None:
    story.ok("filters", "mine", "with:dana", "since:last month")
    assert story.ok("filters") == 'mine  with:dana since:"last month"\n'
    answer = story("filters", "MINE")
    assert answer.out == 'with:dana since:"last month"\n'
    assert answer.err == "with dana, since Sun 1 Feb 2026\n"
    (shape,) = json.loads(story.ok("filters", "--json"))
    assert shape["means"] == "with dana, since Sun 1 Feb 2026"
    assert story.ok("filters", "Mine", "--delete").startswith("deleted  mine")
    assert json.loads(story.ok("filters", "--json")) == []
    assert story("list", "saved:mine").code == 2


def test_a_second_of_the_same_name_takes_its_place(story: Wj) -> None:
    story.ok("filters", "mine", "with:dana")
    story.ok("filters", "Mine", "@ego")
    assert story.ok("filters") == "mine  @ego\n"


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["x"], 3, 'No filter is called "x".'),
        (["x", "--delete"], 3, "No filter is called"),
        (["--delete"], 2, "There is no name."),
        (["x", "is:done"], 2, 'Column 4: is: does not know "done".'),
        (["x", ""], 2, "There is no filter to save."),
        (['a"b', "@ego"], 2, "cannot be a filter's name."),
        (["x" * 41, "@ego"], 2, "cannot be a filter's name."),
        (["x", "saved:x"], 2, "cannot hold another one"),
    ],
)
def test_what_cannot_be_saved_is_said(
    story: Wj, args: list[str], code: int, said: str
) -> None:
    answer = story("filters", *args)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert not (story.home / ".config/winjournal/config.toml").exists()
