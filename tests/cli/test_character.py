"""`wj character`, `wj agree` and `wj contest` on a small journal."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.conftest import Wj


def test_repairs_stand_before_the_blocks_and_panels_after(story: Wj) -> None:
    text = story.ok("character")
    order = ["Repairs  none written down", "Trust  ", "Interests  ", "Later", "Rated",
             "Again", "My moments"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "One by one, x is counted: x  2 Mar 2026" in text
    assert "No debrief was rated again yet." in text
    assert "No look back is due yet; the first is asked 30 days after closing." in text


def test_what_was_contested_stands_beside_the_sentence(story: Wj) -> None:
    said = story.ok("contest", "ego", "she", "asked", "me")
    assert said.startswith("contested  Ego was tagged in 1 of 1 reviewed talks")
    assert said.endswith("because  she asked me\n")
    assert 'You contested 4 Mar 2026: "she asked me"' in story.ok("character")
    assert "(on all time)" in story.ok("character", "2026")
    story.ok("undo")
    assert "contested" not in story.ok("character")


def test_a_quarter_is_the_same_however_it_is_asked_for(story: Wj) -> None:
    story.ok("agree", "ego", "--over", "q1")
    report = json.loads(story.ok("character", "2026-01..2026-03", "--json"))
    (answer,) = report["answered"]
    assert (answer["period"], answer["same"]) == ("Jan to Mar 2026", True)


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("agree",), 2, "Say which statement"),
        (("agree", "greed"), 2, "is no step"),
        (("agree", "ego", "fine"), 2, "one word too many"),
        (("agree", "ego", "--over", "someday"), 2, "is no period"),
        (("agree", "ego", "--over", "2025"), 3, "Nothing is said on ego yet."),
        (("contest", "ego"), 2, "Say why"),
        (("contest", "ego", "x" * 201), 2, "200"),
        (("character", "--where", "greed"), 2, "is no step"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_sentence(
    story: Wj, args: tuple[str, ...], code: int, said: str
) -> None:
    answer = story(*args)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert "answered" in story.ok("character", "--json")


def test_to_agree_twice_is_a_conflict(story: Wj) -> None:
    story.ok("agree", "ego")
    answer = story("agree", "ego")
    assert answer.code == 4
    assert "agreement already" in answer.err


def test_where_it_happens_is_counted(story: Wj) -> None:
    text = story.ok("character", "--where", "ego")
    assert re.search(r"By counterparty +Dana +1 of 1", text)
    assert re.search(r"By hour of the first sitting +15:00 to 18:00 +1 of 1", text)
    found = json.loads(story.ok("character", "--where", "ego", "--json"))
    assert {one["by"] for one in found} == {"person", "sphere", "kind", "hour"}
    assert all("interval" not in one for one in found)


def test_without_figures_facts_and_questions_are_left(story: Wj) -> None:
    story.ok("contest", "ego", "she asked me")
    text = story.ok("character", "--no-figures")
    assert 'You contested 4 Mar 2026: "she asked me"' in text
    assert "For: Acme renewal" in text
    assert "how Acme renewal" in text
    left = re.sub(r"\([0-9a-f]{6}\)|4 Mar 2026", "", text)
    assert re.findall(r"\d", left) == []


def test_the_setting_hides_figures_too(story: Wj) -> None:
    path = story.home / "settings.toml"
    path.write_text("figures = false\n")
    text = story.ok("--config", str(path), "character")
    assert " of 1" not in text


def test_nothing_is_said_where_there_is_no_journal(wj: Wj) -> None:
    for args in (("character",), ("character", "--where", "ego")):
        answer = wj(*args)
        assert answer.code == 0
        assert answer.out == ""
    assert wj("agree", "ego").code == 3
    assert not wj.journal.exists()
