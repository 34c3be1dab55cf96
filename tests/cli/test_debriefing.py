"""`wj debrief`, `wj stats` and `--jsonl`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Wj

ALL = (
    "--their-sat-pred", "5", "--my-win-changed", "no", "--their-win-changed", "no",
    "--info-gap", "none", "--moments-reviewed", "yes", "--my-sat", "6",
    "--step-trust", "5", "--step-winning", "5", "--step-value", "4",
    "--step-share", "6", "--step-ego", "3",
)  # fmt: skip


def test_what_is_missing_is_named_with_its_option(story: Wj) -> None:
    assert story.ok("debrief", "Marsh") == (
        "Kiln lease  Marsh  debrief\nstill to answer:\n"
        "  --outcome             outcome\n"
    )
    said = story.ok("debrief", "Marsh", "--outcome", "they-walked")
    assert "outcome           they-walked\nclosed-on         2026-03-04\n" in said
    assert "  --my-sat              my satisfaction\n" in said


def test_answers_come_bit_by_bit_until_it_is_sealed(story: Wj) -> None:
    story.ok("debrief", "Marsh", "--outcome", "walked-away", "--lesson", "wait")
    answer = story("debrief", "Marsh", "--seal")
    assert answer.code == 2
    assert "Still missing" in answer.err
    said = story.ok("debrief", "Marsh", *ALL)
    assert said.endswith("Nothing is missing; --seal seals it.\n")
    assert "debrief, sealed" in story.ok("debrief", "Marsh", "--seal")
    assert story("debrief", "Marsh", "--lesson", "again").code == 4
    told = json.loads(story.ok("debrief", "Marsh", "--json"))
    assert told["answers"]["lesson"] == "wait"
    assert told["missing"] == []
    assert told["sealed_at"] == "2026-03-04T10:00:01+01:00"


def test_criteria_have_numbers(story: Wj) -> None:
    said = story.ok("debrief", "Acme")
    assert "met-1" in said
    assert story("debrief", "Acme", "--met", "one=1").code == 2
    answer = story("debrief", "Acme", "--met", "1=2")
    assert (answer.code, "met-1: A criterion is met" in answer.err) == (2, True)


def test_an_answer_that_is_none_names_its_field(story: Wj) -> None:
    answer = story("debrief", "Marsh", "--my-win-changed", "maybe")
    assert answer.err == "wj: my-win-changed: Answer yes or no.\n"
    assert story("debrief", "Marsh", "--outcome", "won").code == 2
    assert story("debrief", "Marsh", "-e", "--lesson", "x").code == 2
    assert story("debrief", "nobody").code == 3


def test_it_is_answered_in_the_editor(
    story: Wj, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "ed"
    script.write_text(
        "#!/bin/sh\nsed -i 's/^outcome:.*/outcome: both-stopped/;"
        's/^why:.*/why: one\\n  two/\' "$1"\n'
    )
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    story.ok("debrief", "Marsh", "-e")
    told = json.loads(story.ok("debrief", "Marsh", "--json"))["answers"]
    assert (told["outcome"], told["why"]) == ("both-stopped", "one\ntwo")


def test_without_a_journal_there_is_no_debrief_and_none_is_made(wj: Wj) -> None:
    assert wj("debrief", "Dana", "--outcome", "agreed").code == 3
    assert not wj.journal.exists()
    assert json.loads(wj.ok("stats", "--json")) == {}


def test_stats_count(story: Wj) -> None:
    told = json.loads(story.ok("stats", "--json"))
    assert (told["negotiations"], told["open"], told["agreed"]) == (2, 1, 1)
    assert (told["marks"], told["marks_of_mine"]) == (3, 2)
    assert (told["entries"], told["lines_in_the_inbox"], told["people"]) == (1, 1, 2)
    assert told["first_month"] == "2026-03"
    assert "marks of mine       2\n" in story.ok("stats")


def test_a_list_comes_a_document_a_line(story: Wj) -> None:
    lines = story.ok("list", "--jsonl").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(
        story.ok("list", "--json")
    )
    assert len(story.ok("search", "anchors", "--jsonl").splitlines()) == 1
    assert story.ok("list", "nothingatall", "--jsonl") == ""


def test_last_and_live_are_ids_whatever_a_title_says(story: Wj) -> None:
    story.ok("new", "The last mile", "--with", "Ines")
    story.pass_(minutes=1)
    story.ok("new", "Rent", "--with", "Omar")
    assert story.ok("debrief", "last").startswith("Rent  Omar")
    assert story.ok("prep", "last", "--json").find("Rent") > 0
    assert story("debrief", "live").code == 3
    story.ok("promise", "a draft", "--to", "Omar", "--by", "fri")
    assert "a draft" in story.ok("promise", "done", "last")
    assert "goalpost" in story.ok("tag", "goalpost-", "--in", "Omar")
    assert story("repair", "done", "last").code == 3
