from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Wj


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def front(text: str) -> dict[str, object]:
    _, block, _ = text.split("---\n", 2)
    read: dict[str, object] = yaml.safe_load(block)
    return read


def test_everything_goes_to_standard_output(story: Wj) -> None:
    text = story.ok("export")
    assert text == story.ok("export", "-o", "-")
    assert front(text)["title"] == "Journal"
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        "## Acme renewal",
        "## Kiln lease",
        "## 2026-03-04 09:00 +01:00",
        "## 2026-03-04 10:00 +01:00",
        "## Week 9 of 2026",
        "## Week 10 of 2026",
    ]
    for said in ("felt rushed on the phone", "anchors", "It was **loud**."):
        assert text.count(said) == 1


def test_a_filter_chooses(story: Wj) -> None:
    text = story.ok("export", "with:dana")
    assert "# Acme renewal" in text
    assert "Kiln" not in text
    assert front(text)["query"] == "with:dana"
    assert story.ok("export", "--open").count("## ") == 1


def test_nothing_found_writes_nothing(story: Wj, place: Path) -> None:
    answer = story("export", "nowhere", "-o", str(place / "a.md"))
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Nothing found, so nothing is written.\n"
    assert list(place.iterdir()) == []


def test_one_negotiation_is_a_page(story: Wj) -> None:
    row = json.loads(story.ok("list", "with:dana", "--json"))[0]
    text = story.ok("export", "--id", row["short"])
    assert front(text)["id"] == row["id"]
    assert "\n# Acme renewal\n" in text
    assert "\n# Kiln lease\n" in story.ok("export", "--id", "last")


def test_a_week_is_a_page_with_its_review(story: Wj) -> None:
    text = story.ok("export", "--week", "W10")
    assert front(text)["week"] == "2026-W10"
    for said in ("It was **loud**.", "I talked.", "## Acme renewal", "I ask one",
                 "felt rushed", "anchors"):  # fmt: skip
        assert text.count(said) == 1, said


def test_a_file_is_written_privately_and_never_replaced_unasked(
    story: Wj, place: Path
) -> None:
    path = place / "a.md"
    answer = story("export", "-o", str(path))
    assert (answer.code, answer.out, answer.err) == (0, "", f"Written: {path}.\n")
    assert path.read_text() == story.ok("export")
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_text("mine")
    answer = story("export", "-o", str(path))
    assert answer.code == 73
    assert answer.err == f"wj: {path} is there already. Use --force to replace it.\n"
    assert path.read_text() == "mine"
    assert story("export", "--force", "-o", str(path)).code == 0
    assert path.read_text() != "mine"


def test_a_folder_gets_a_file_with_a_name(story: Wj, place: Path) -> None:
    story.ok("export", "-o", str(place))
    story.ok("export", "--week", "10", "-o", str(place))
    story.ok("export", "--id", "last", "-o", f"{place}/")
    names = sorted(path.name for path in place.iterdir())
    assert names[1:] == ["Kiln lease -- " + names[1][-9:], "winjournal.md"][:2]
    assert names[0] == "2026-W10.md"


def test_split_writes_one_file_each(story: Wj, place: Path) -> None:
    folder = place / "out"
    answer = story("export", "--split", "-o", str(folder))
    assert answer.err == f"Written: 6 files in {folder}.\n"
    assert folder.stat().st_mode & 0o777 == 0o700
    pages = {path.name.partition(" -- ")[0]: path for path in folder.iterdir()}
    assert front(pages["Acme renewal"].read_text())["person"] == "Dana"
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert len(pages) == 6
    assert front(pages["2026-W10"].read_text())["week"] == "2026-W10"


def test_split_replaces_nothing_and_then_writes_nothing(story: Wj, place: Path) -> None:
    assert story("export", "--split", "-o", str(place)).code == 0
    names = sorted(place.iterdir())
    for path in names[1:]:
        path.unlink()
    names[0].write_text("mine")
    answer = story("export", "--split", "-o", str(place))
    assert answer.code == 73
    assert str(names[0]) in answer.err
    assert list(place.iterdir()) == [names[0]]
    assert story("export", "--split", "--force", "-o", str(place)).code == 0
    assert sorted(place.iterdir()) == names


def test_the_same_journal_gives_the_same_bytes(story: Wj) -> None:
    first = story.ok("export")
    story.pass_(days=30)
    assert story.ok("export") == first


def test_a_line_stands_once_with_its_negotiation(story: Wj) -> None:
    story.ok("log", "%Marsh quartz came by")
    text = story.ok("export")
    assert text.count("quartz") == 1
    assert text.index("quartz") > text.index("## Kiln lease")
    assert text.index("quartz") < text.index("anchors")
    assert story.ok("export", "quartz").count("quartz") == 2


def test_a_filed_line_stands_once(story: Wj) -> None:
    story.ok("log", "%Marsh quartz came by")
    story.ok("new", "Other", "--with", "Sam")
    assert story.ok("export").count("quartz") == 1
    assert story.ok("export", "--open").count("quartz") == 1
    assert "quartz" in story.ok("export", "quartz")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--format", "docx"], 2),
        (["--split"], 2),
        (["--split", "-o", "-"], 2),
        (["--week", "W10", "--id", "last"], 2),
        (["--week", "W10", "ego"], 2),
        (["--week", "W77"], 2),
        (["--id", "zzzz"], 3),
        (["-o", "/nowhere/at/all.md"], 73),
        (["-o", "place/that/is/not/"], 73),
        (["--split", "-o", "/nowhere/at/all"], 73),
    ],
)
def test_what_cannot_be_exported_is_told(story: Wj, args: list[str], code: int) -> None:
    answer = story("export", *args)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.count("\n") == 1


def test_a_planted_link_is_not_followed(story: Wj, place: Path) -> None:
    target = place / "target"
    target.write_text("precious")
    (place / "a.md").symlink_to(target)
    assert story("export", "-o", str(place / "a.md")).code == 73
    assert story("export", "--force", "-o", str(place / "a.md")).code == 0
    assert target.read_text() == "precious"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
def test_a_full_disk_is_told(story: Wj, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = story("export", "-o", str(story.home / "a.md"))
    assert answer.code == 74
    assert "No space left on device" in answer.err
    assert not (story.home / "a.md").exists()
