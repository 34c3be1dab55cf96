"""Out and in again: the same to the byte, seals that hold, nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Wj
from tests.documented import SCHEMA


@pytest.fixture
def out(story: Wj, tmp_path: Path) -> Path:
    """Return the story's journal as JSON."""
    file = tmp_path / "out.json"
    story.ok("export", "--format", "json", "-o", str(file))
    return file


def test_out_in_and_out_again_is_equal_to_the_byte(
    story: Wj, out: Path, tmp_path: Path
) -> None:
    said = story.ok("-j", "other", "import", str(out))
    assert said.startswith("brought in ")
    again = tmp_path / "again.json"
    story.ok("-j", "other", "export", "--format", "json", "-o", str(again))
    assert again.read_bytes() == out.read_bytes()
    assert story("-j", "other", "verify").code == 0


def test_what_goes_out_is_what_the_schema_says(out: Path) -> None:
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator(schema).validate(json.loads(out.read_text()))


def test_a_second_time_changes_nothing(story: Wj, out: Path) -> None:
    before = story.ok("export", "--format", "json")
    answer = story("import", str(out))
    assert answer.code == 0
    assert answer.out == ""
    assert "Nothing is new." in answer.err
    assert "A backup is " in answer.err
    assert story.ok("export", "--format", "json") == before


def test_what_has_changed_here_stays(story: Wj, out: Path) -> None:
    document = json.loads(out.read_text())
    person = document["counterparty"][0]
    person["note"] = "of another opinion"
    deal = document["negotiation"][0]
    deal["title"] = "Overwritten"
    moment = {
        **document["moment"][0], "id": "0" * 8 + "-0000-7000-8000-000000000000",
        "negotiation_id": deal["id"], "sitting_id": None, "entry_id": None,
    }  # fmt: skip
    document["moment"].append(moment)
    out.write_text(json.dumps(document))
    before = story.ok("export", "--format", "json")
    answer = story("import", str(out))
    assert answer.code == 0
    assert "Left as it is here: Overwritten: it has changed here since." in answer.err
    assert "it differs here." in answer.err
    assert story.ok("export", "--format", "json") == before


def test_a_dry_run_says_it_and_does_nothing(story: Wj, out: Path) -> None:
    said = story.ok("-j", "other", "import", str(out), "--dry-run")
    assert said.startswith("would bring in ")
    assert story("-j", "other", "list").out == ""


def test_somebody_of_the_same_name_comes_with_a_number(story: Wj, out: Path) -> None:
    story.ok("-j", "other", "new", "Van hire", "--with", "Dana")
    answer = story("-j", "other", "import", str(out))
    assert "Dana is another one here; it comes as Dana 2." in answer.err
    assert "Dana 2" in story.ok("-j", "other", "people")
    assert story("-j", "other", "verify").code == 0


@pytest.mark.parametrize(
    ("text", "code"), [("no", 65), ('{"format": "winjournal", "version": 9}', 78)]
)
def test_what_is_no_journal_changes_nothing(
    story: Wj, tmp_path: Path, text: str, code: int
) -> None:
    file = tmp_path / "x.json"
    file.write_text(text)
    before = story.ok("export", "--format", "json")
    answer = story("import", str(file))
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.count("\n") == 1
    assert story("import", str(tmp_path / "none")).code == 66
    assert story("import").code == 2
    assert story.ok("export", "--format", "json") == before


def test_a_row_out_of_range_brings_nothing_in(story: Wj, out: Path) -> None:
    document = json.loads(out.read_text())
    document["debrief"][0]["my_sat"] = 9
    out.write_text(json.dumps(document))
    answer = story("-j", "other", "import", str(out))
    assert answer.code == 2
    assert "A rating goes from 1 to 7." in answer.err
    assert story("-j", "other", "list").out == ""


def test_json_holds_the_whole_journal(story: Wj) -> None:
    assert story("export", "is:open", "--format", "json").code == 2
    assert story("export", "--week", "2026-W10", "--format", "json").code == 2
