"""The converter as a command: what it prints, and how it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.real.casino import main
from tests.real.casino_file import read_dialogues
from tests.real.casino_rules import TAG_OF_LABEL, labelled, met, points, started
from tests.real.conftest import FILE
from winjournal.domain.tags import find_tag


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out, err


def few(raw: list[dict[str, Any]], path: Path, count: int = 2) -> Path:
    path.write_text(json.dumps(raw[:count]), encoding="utf-8")
    return path


def test_it_prints_one_line_and_makes_the_journal(
    raw: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = tmp_path / "j.db"
    file = few(raw, tmp_path / "two.json")
    status, out, err = run(capsys, file, "--journal", journal)
    assert (status, err) == (0, "")
    assert out.startswith("4 negotiations from 2 dialogues: 4 agreed; ")
    assert out.count("\n") == 1
    assert journal.is_file()


def test_a_journal_that_is_there_is_not_touched(
    raw: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = tmp_path / "j.db"
    journal.write_text("mine")
    file = few(raw, tmp_path / "two.json")
    status, out, err = run(capsys, file, "--journal", journal)
    assert (status, out) == (73, "")
    assert "is there already" in err
    assert journal.read_text() == "mine"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "is no JSON"),
        ("\x00", "is no JSON"),
        ("{}", "is no list of dialogues"),
        ("[]", "is no list of dialogues"),
        ("[1]", "a part of it is of another kind"),
        ('[{"dialogue_id": 1}]', "no 'participant_info'"),
    ],
)
def test_a_wrong_file_gets_a_sentence(
    content: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(content)
    status, out, err = run(capsys, file, "--journal", tmp_path / "j.db")
    assert (status, out) == (65, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert not (tmp_path / "j.db").exists()


def test_a_missing_file_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, tmp_path / "no.json", "--journal", tmp_path / "j.db")
    assert status == 66
    assert "There is no file" in err


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"chat_logs": []}, "it has no end"),
        ({"annotations": [["Hello", "flattery"]]}, "flattery"),
        ({"dialogue_id": 953}, "the same dialogue_id"),
    ],
)
def test_one_wrong_dialogue_and_nothing_is_made(
    change: dict[str, Any], sentence: str, raw: list[dict[str, Any]], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    hello = {"text": "Hello", "task_data": {}, "id": "mturk_agent_1"}
    first = {**raw[0], "chat_logs": [hello, *raw[0]["chat_logs"]], **change}
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps([first, raw[1]]))
    status, _, err = run(capsys, file, "--journal", tmp_path / "j.db")
    assert status == 65
    assert sentence in err
    assert not (tmp_path / "j.db").exists()


def test_a_thousand_dialogues_fit_into_a_year() -> None:
    assert started(0).isoformat() == "2024-01-08T09:00:00+00:00"
    assert started(1).isoformat() == "2024-01-08T11:00:00+00:00"
    assert started(1029).year == 2024


def test_packages_are_worth_what_the_seat_says() -> None:
    got = {"Food": 3, "Water": 1, "Firewood": 0}
    assert points(("Water", "Food", "Firewood"), got) == 5 + 3 * 4
    assert [str(met(n)) for n in range(4)] == ["0", "0.5", "0.5", "1"]


def test_every_label_is_in_the_table_and_every_tag_in_the_taxonomy() -> None:
    used = {
        label
        for dialogue in read_dialogues(FILE)
        for _, labels in dialogue.labels
        for label in labels
    }
    assert used <= set(TAG_OF_LABEL)
    assert all(find_tag(tag) for tag in TAG_OF_LABEL.values() if tag)
    for label in ("self-need", "small-talk", "non-strategic"):
        assert TAG_OF_LABEL[label] is None


def test_of_two_equal_lines_each_gets_its_own_labels() -> None:
    for dialogue in read_dialogues(FILE):
        lines = [line for line, _ in labelled(dialogue)]
        assert lines == sorted(set(lines))
