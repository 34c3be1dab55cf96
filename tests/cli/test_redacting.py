"""`wj export`: CSV, what is hidden, the character report, the user's templates."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Wj


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_is_a_table_of_negotiations(story: Wj, tmp_path: Path) -> None:
    found = rows(story.ok("export", "--format", "csv"))
    assert [row["title"] for row in found] == ["Acme renewal", "Kiln lease"]
    assert len(rows(story.ok("export", "with:dana", "--format", "csv"))) == 1
    story.ok("export", "--format", "csv", "-o", f"{tmp_path}/")
    data = (tmp_path / "negotiations.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,title,")


def test_csv_split_is_a_table_a_kind(story: Wj, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    story.ok("export", "--format", "csv", "--split", "-o", str(folder))
    moments = rows((folder / "moment.csv").read_text("utf-8-sig"))
    assert [row["tag"] for row in moments] == ["ego", "trust-built", "goalpost-shift"]
    assert len(rows((folder / "inbox.csv").read_text("utf-8-sig"))) == 1
    few = tmp_path / "few"
    story.ok("export", "with:marsh", "--format", "csv", "--split", "-o", str(few))
    assert rows((few / "moment.csv").read_text("utf-8-sig")) == []
    people = rows((few / "counterparty.csv").read_text("utf-8-sig"))
    assert [row["name"] for row in people] == ["Marsh"]


def test_names_are_hidden_everywhere(story: Wj, tmp_path: Path) -> None:
    story.ok("log", "%Dana dana wrote, 41k was too much; the kiln too")
    text = story.ok("export", "--redact", "names,money")
    assert "dana" not in text.casefold()
    assert "41" not in text.split("kiln too")[0][-80:]
    assert "hidden:\n- names\n- money\n" in text
    assert "Hash" not in text
    assert text == story.ok("export", "--redact", "names,money")
    folder = tmp_path / "pages"
    story.ok("export", "--redact", "names,money,text", "--split", "-o", str(folder))
    assert list(folder.glob("2026-W10 -- *.md"))
    for path in folder.iterdir():
        assert "dana" not in f"{path.name} {path.read_text()}".casefold()
        assert "renewal" not in f"{path.name} {path.read_text()}".casefold()
    table = story.ok("export", "--format", "csv", "--redact", "names")
    assert "dana" not in table.casefold()
    week = story.ok("export", "--week", "W10", "--redact", "names")
    assert "dana" not in week.casefold()


def test_a_query_with_a_name_is_not_told(story: Wj) -> None:
    assert "query" not in story.ok("export", "with:dana", "--redact", "names")


def test_the_character_report_hides_names_unless_asked(story: Wj) -> None:
    story.ok("new", "Talk with Dana", "--with", "Dana")
    text = story.ok("export", "--character")
    assert "# What your negotiations say" in text
    for said in ("## Trust", "## Interests", "## Limits", " of ", "Range"):
        assert said in text, said
    assert "dana" not in text.casefold()
    assert "hidden:\n- names\n" in text
    silent = story.ok("export", "--character", "--redact", "text")
    assert "acme" not in silent.casefold()
    assert "hidden: []" in story.ok("export", "--character", "--redact", "none")
    answer = story("export", "--character", "2019")
    assert (answer.code, answer.out) == (0, "")


def test_a_template_of_ones_own_writes_the_pages(story: Wj) -> None:
    folder = story.home / ".config/winjournal/templates"
    folder.mkdir(parents=True)
    file = folder / "negotiation.md"
    file.write_text("{{ level|signs }} Deal: {{ negotiation.negotiation.title }}\n")
    text = story.ok("export")
    assert "## Deal: Acme renewal\n" in text
    assert "It was **loud**." in text
    file.write_text("{{ negotiation.\n")
    answer = story("export")
    assert answer.code == 65
    assert answer.err.count("\n") == 1
    assert f"{file}, line 1: " in answer.err


@pytest.mark.parametrize(
    "args",
    [
        ["--redact", "faces"],
        ["--redact", "names", "--format", "json"],
        ["--character", "--format", "csv"],
        ["--character", "last month", "--week", "W10"],
        ["--split", "--format", "csv"],
        ["--character", "whenever"],
    ],
)
def test_what_does_not_go_together_is_told(story: Wj, args: list[str]) -> None:
    answer = story("export", *args)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
