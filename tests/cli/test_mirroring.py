"""`wj mirror`, and what was edited in the folder brought in again."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Wj
from winjournal.bootstrap import open_journal
from winjournal.domain.weeks import Week
from winjournal.exchange.mirror import MANIFEST


@pytest.fixture
def folder(story: Wj, tmp_path: Path) -> Path:
    """Return a folder that is in step with the story's journal."""
    place = tmp_path / "notes"
    story.ok("mirror", str(place))
    return place


def page(folder: Path, start: str) -> Path:
    (found,) = folder.glob(f"{start}*.md")
    return found


def holding(folder: Path, words: str) -> Path:
    (found,) = (path for path in folder.glob("*.md") if words in path.read_text())
    return found


def whole(wj: Wj) -> str:
    return wj.ok("export", "--format", "json")


def kiln_id(wj: Wj) -> str:
    (row,) = json.loads(wj.ok("list", "with:marsh", "--json"))
    found: str = row["short"]
    return found


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new))


def test_a_folder_holds_what_a_split_export_holds(
    story: Wj, folder: Path, tmp_path: Path
) -> None:
    story.ok("export", "--split", "-o", str(tmp_path / "split"))
    split = {path.name: path.read_bytes() for path in (tmp_path / "split").iterdir()}
    mirrored = {path.name: path.read_bytes() for path in folder.glob("*.md")}
    assert mirrored == split
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_is_the_same_is_not_touched(story: Wj, folder: Path) -> None:
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    story.ok("new", "Van hire", "--with", "Sam")
    answer = story("mirror", str(folder))
    assert answer.code == 0
    assert answer.err == f"1 written, 6 as they were in {folder}.\n"
    fresh = {path.name for path in folder.iterdir() if path.stat().st_mtime > 1}
    assert fresh == {page(folder, "Van hire").name, MANIFEST}
    os.utime(folder / MANIFEST, (1, 1))
    story.ok("mirror", str(folder))
    assert (folder / MANIFEST).stat().st_mtime == 1


def test_what_is_gone_is_removed_only_where_it_is_ours(story: Wj, folder: Path) -> None:
    mine = folder / "mine.md"
    mine.write_text("my own")
    kiln = page(folder, "Kiln")
    story.ok("rm", kiln_id(story))
    assert "1 removed" in story("mirror", str(folder)).err
    assert not kiln.exists()
    assert mine.read_text() == "my own"
    story.ok("undo")
    story.ok("mirror", str(folder))
    edit(kiln, "# Kiln lease", "# Kiln lease, mine")
    story.ok("rm", kiln_id(story))
    answer = story("mirror", str(folder))
    assert answer.code == 4
    assert "was edited by hand" in answer.err
    assert kiln.exists()
    story.ok("mirror", str(folder), "--force")
    assert not kiln.exists()


def test_what_was_edited_is_never_replaced_unasked(story: Wj, folder: Path) -> None:
    kiln = page(folder, "Kiln")
    edit(kiln, "# Kiln lease", "# Mine")
    for _ in range(2):
        answer = story("mirror", str(folder))
        assert answer.code == 4
        assert f"Left as it is: {kiln.name} was edited by hand." in answer.err
        assert "# Mine" in kiln.read_text()
    assert story("mirror", str(folder), "--force").code == 0
    assert "# Kiln lease" in kiln.read_text()


def test_a_file_of_that_name_that_is_not_ours_stays(
    story: Wj, folder: Path, tmp_path: Path
) -> None:
    kiln = page(folder, "Kiln")
    (folder / MANIFEST).unlink()
    kiln.write_text("mine")
    target = tmp_path / "target"
    target.write_text("precious")
    acme = page(folder, "Acme")
    acme.unlink()
    acme.symlink_to(target)
    assert story("mirror", str(folder)).code == 4
    assert kiln.read_text() == "mine"
    story("mirror", str(folder), "--force")
    assert target.read_text() == "precious"
    assert acme.is_symlink()


def test_a_new_title_is_a_new_name(story: Wj, folder: Path) -> None:
    document = json.loads(whole(story))
    document["negotiation"][-1]["title"] = "Oven lease"
    file = folder.parent / "renamed.json"
    file.write_text(json.dumps(document))
    story.ok("-j", "other", "import", str(file))
    answer = story("-j", "other", "mirror", str(folder))
    assert answer.code == 0, answer
    assert page(folder, "Oven")
    assert not list(folder.glob("Kiln*"))


@pytest.mark.parametrize(
    "name", ["../out.md", "/etc/x.md", ".hidden.md", "a/b.md", "x.txt", 3]
)
def test_a_manifest_that_leads_out_is_refused(
    story: Wj, folder: Path, name: object
) -> None:
    document = {
        "format": "winjournal-mirror", "version": 1,
        "files": {"negotiation:x": [name, "0" * 64]},
    }  # fmt: skip
    (folder / MANIFEST).write_text(json.dumps(document))
    answer = story("mirror", str(folder))
    assert answer.code == 65
    assert "is damaged" in answer.err


def test_edits_are_shown_and_brought_in(story: Wj, folder: Path) -> None:
    before = whole(story)
    edit(holding(folder, "about *anchors*"), "*anchors*.", "*anchors*.\n\n## And kilns")
    edit(holding(folder, "It was **loud**"), "It was **loud**.", "It was quiet.")
    dry = story.ok("import", str(folder), "--dry-run").splitlines()
    assert {"  -It was **loud**.", "  +It was quiet.", "  +# And kilns"} <= set(dry)
    assert dry[-1] == "would bring in 2 edits"
    assert whole(story) == before
    answer = story("import", str(folder))
    assert answer.code == 0, answer
    assert answer.out.endswith("brought in 2 edits\n")
    assert "A backup is" in answer.err
    after = json.loads(whole(story))
    assert "It was quiet." in [one["reflection"] for one in after["week_review"]]
    assert "A page of my own about *anchors*.\n\n# And kilns" in [
        one["body"] for one in after["entry"]
    ]
    assert "6 as they were" in story("mirror", str(folder)).err
    assert "Nothing was edited." in story("import", str(folder)).err
    story.ok("undo")
    assert whole(story) == before


def test_what_is_not_written_freely_is_refused_whole(story: Wj, folder: Path) -> None:
    edit(holding(folder, "about *anchors*"), "*anchors*.", "kilns.")
    edit(page(folder, "Acme"), "raised my voice", "sang")
    before = whole(story)
    answer = story("import", str(folder))
    assert answer.code == 4
    assert "only notes and reflections are read back" in answer.err
    assert whole(story) == before


def test_a_sealed_reflection_is_refused(story: Wj, folder: Path) -> None:
    journal = open_journal(story.journal)
    journal.weeks.seal(Week(2026, 10))
    journal.store.close()
    story.ok("mirror", str(folder))
    edit(holding(folder, "It was **loud**"), "It was **loud**.\n", "It was quiet.\n")
    before = whole(story)
    answer = story("import", str(folder))
    assert answer.code == 4
    assert "is sealed" in answer.err
    assert whole(story) == before


def test_an_edit_of_what_has_changed_here_is_refused(story: Wj, folder: Path) -> None:
    edit(page(folder, "Kiln"), "# Kiln lease", "# Mine")
    story.ok("tag", "ego", "--in", kiln_id(story))
    answer = story("import", str(folder))
    assert answer.code == 4
    assert "has changed since" in answer.err


def test_a_folder_must_be_named(story: Wj) -> None:
    assert story("mirror").code == 2
    assert story("mirror", "/nowhere/at/all").code == 73
