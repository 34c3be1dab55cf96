"""The examples of the manual's sections on finding, settings and completion work."""

from __future__ import annotations

import re
import shlex
import tomllib

import pytest

from tests.cli.conftest import Wj
from tests.documented import MANUAL
from winjournal.config.reading import config_of

SECTIONS = (
    "Finding", "Settings", "Completion", "In your own editor", "Pictures and copies",
    "The shell",
)  # fmt: skip


def section(name: str) -> str:
    return MANUAL.read_text().partition(f"\n## {name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", SECTIONS)
def test_every_example_runs(story: Wj, name: str) -> None:
    lines = re.findall(r"^\$ wj (.+)$", section(name), re.MULTILINE)
    assert lines
    for line in lines:
        answer = story(*shlex.split(line))
        assert answer.code == 0, (line, answer)


def test_every_filter_of_the_table_is_understood(story: Wj) -> None:
    rows = re.findall(r"^\| (`.+?`) \|", section("Finding"), re.MULTILINE)
    story.ok("filters", "hard", "@ego")
    for row in rows:
        terms = re.findall(r"`([^`]+)`", row)
        key = terms[0].partition(":")[0]
        for term in terms:
            is_short = ":" not in term and "@" not in term
            story.ok("list", f"{key}:{term}" if is_short else term)


def test_the_settings_that_are_shown_are_followed() -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", section("Settings"), re.DOTALL)
    config, warnings = config_of(shown)
    assert warnings == ()
    assert set(tomllib.loads(shown)) == {
        "theme", "week_starts", "prompts", "keys", "themes", "templates",
    }  # fmt: skip
    assert config.templates["rent"].gaps


def test_every_chapter_is_there_offline(wj: Wj) -> None:
    headings = re.findall(r"^## (.+)$", MANUAL.read_text(), re.MULTILINE)
    assert wj.ok("help", "chapters").splitlines() == headings
    for heading in headings:
        said = wj.ok("help", *heading.lower().split())
        name = heading.lower()
        assert said.startswith((f"## {heading}\n\n", "usage: ")) or name == "the line"
    assert wj.ok("help", "finding") == f"## Finding\n\n{section('Finding').strip()}\n"
    assert wj.ok("help", "man").startswith(".TH WINJOURNAL 1 ")
    assert wj("help", "no such thing").code == 2
