"""`wj prep` and `wj brief`: read from the shell what was written before."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Wj


def test_a_prep_is_shown_step_by_step(story: Wj) -> None:
    text = story.ok("prep", "marsh")
    assert text.startswith("Kiln lease\nwith Marsh; not sealed\n")
    assert text.splitlines().count("  nothing yet") == 4
    assert "my vow             If they say cheaper, then I ask one question" in text
    assert text.splitlines()[-1] == (
        "Before it can be sealed: trust not called yet; my win not said yet; "
        "nothing yet to check my win by; their win unknown; no walk-away line yet."
    )


def test_without_a_name_it_is_the_one_under_way(story: Wj) -> None:
    assert story.ok("prep") == story.ok("prep", "Kiln")
    assert story.ok("brief") == story.ok("brief", "kiln", "lease")


def test_a_closed_one_is_found_by_its_id(story: Wj) -> None:
    row = json.loads(story.ok("list", "with:dana", "--json"))[0]
    text = story.ok("prep", row["short"])
    assert "Before it can be sealed" not in text
    brief = story.ok("brief", row["short"])
    assert brief.splitlines()[0] == "Acme renewal"
    assert "- evidence: report" in brief
    assert "prices rise in April  (material, tell them)" in brief
    assert max(map(len, brief.splitlines())) <= 72
    assert brief == story.ok("brief", row["short"], "--plain")


def test_markdown_is_asked_for_or_told_by_the_name(story: Wj, tmp_path: Path) -> None:
    shown = story.ok("brief", "--markdown")
    assert shown.startswith("# Kiln lease\n\nWith Marsh; not sealed.\n")
    place = tmp_path / "kiln.md"
    answer = story("brief", "-o", str(place))
    assert (answer.out, answer.err) == ("", f"Written: {place}.\n")
    assert place.read_text("utf-8") == shown
    assert place.stat().st_mode & 0o777 == 0o600
    again = story("brief", "-o", str(place))
    assert again.code == 73
    assert place.read_text("utf-8") == shown
    story.ok("brief", "--plain", "--force", "-o", str(place))
    assert place.read_text("utf-8") == story.ok("brief")
    assert story.ok("brief", "-o", "-") == story.ok("brief")


def test_machines_get_one_document(story: Wj) -> None:
    said = json.loads(story.ok("brief", "--json"))
    assert said["title"] == "Kiln lease"
    assert said["parts"][-1]["lines"][0]["label"] == "my vow"
    assert len(json.loads(story.ok("prep", "--json"))["parts"]) == 5


def test_what_cannot_be_shown_is_said_in_a_sentence(story: Wj, wj: Wj) -> None:
    assert story("brief", "--plain", "--markdown").code == 2
    assert story("brief", "nobody").code == 3
    assert story("brief", "-o", "/nowhere/a.md").code != 0


def test_without_a_journal_there_is_nothing_to_prepare(wj: Wj) -> None:
    answer = wj("prep")
    assert (answer.code, answer.out) == (3, "")
    assert not wj.journal.exists()
