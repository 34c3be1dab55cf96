"""`wj year`: a month in a line, and one document."""

from __future__ import annotations

import json

from tests.cli.conftest import Wj


def test_a_year_is_told_by_days(story: Wj) -> None:
    text = story.ok("year")
    assert text.startswith("2026  1 talk ended, 3 marks\n")
    line = next(one for one in text.splitlines() if one.startswith("Mar"))
    assert line[4:12] in {" ·A▒ · -", " .A+ . -"}
    assert max(map(len, text.splitlines())) <= 72
    assert text == story.ok("year", "2026", "--plain")


def test_machines_get_the_days(story: Wj) -> None:
    said = json.loads(story.ok("year", "--json"))
    assert said["year"] == 2026
    assert said["days"][0]["on"] == "2026-03-02"
    assert said["days"][0]["ended"][0]["outcome"] == "agreed"


def test_an_empty_year_and_none_are_told(story: Wj) -> None:
    answer = story("year", "2020")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Nothing is written in 2020.\n"
    for word in ("next", "26", "²⁰²⁶", "99999999999999"):
        assert story("year", word).code == 2
