"""What the manual shows of the way out and in works as it stands there."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Wj
from tests.cli.test_importing_others import DAY_ONE, JRNL, zipped
from tests.documented import MANUAL

SECTION = re.search(
    r"^## Out and in\n(.*?)(?=^## )", MANUAL.read_text(), re.MULTILINE | re.DOTALL
)
SAID = SECTION[1] if SECTION else ""
CALLS = [
    shlex.split(line.removeprefix("$ wj "))
    for block in re.findall(r"```console\n(.*?)```", SAID, re.DOTALL)
    for line in block.splitlines()
]
TEMPLATE = re.findall(r"```\n(\{\{.*?)```", SAID, re.DOTALL)


def test_every_example_works(
    story: Wj, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.chdir(place)
    shutil.copy(JRNL / "journal.txt", place)
    (place / "DayOne.zip").write_bytes(zipped(Journal=json.dumps(DAY_ONE)))
    table = "Subject,With,Date,Notes\nVan hire,Dana,2026-02-03,calm\n"
    (place / "old-deals.csv").write_text(table)
    assert len(CALLS) > 10
    for call in CALLS:
        answer = story(*call)
        assert answer.code == 0, (call, answer)


def test_the_template_works(story: Wj) -> None:
    (template,) = TEMPLATE
    folder = story.home / ".config/winjournal/templates"
    folder.mkdir(parents=True)
    (folder / "negotiation.md").write_text(template)
    assert "## Acme renewal\n" in story.ok("export")
