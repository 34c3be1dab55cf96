"""What the docs say is there is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.documented import (
    MAN,
    MANUAL,
    README,
    SCHEMA,
    SECTION,
    schema_text,
    with_keys,
)
from tests.program import ROOT
from winjournal.cli.manpage import man_page
from winjournal.ui.commands import COMMANDS

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = ("http://", "https://", "mailto:", "#")


@pytest.mark.parametrize("page", [README, MANUAL], ids=lambda page: page.name)
def test_a_page_has_the_keys_of_the_program(page: Path) -> None:
    text = page.read_text()
    is_current = with_keys(text) == text
    assert is_current, "the table of keys is old: ./dev docs writes it anew"


def test_the_schema_of_the_json_is_that_of_the_program() -> None:
    is_current = SCHEMA.read_text() == schema_text()
    assert is_current, "the schema is old: ./dev docs writes it anew"


def test_the_page_for_man_is_that_of_the_program() -> None:
    is_current = MAN.read_text() == man_page()
    assert is_current, "the page for man is old: ./dev docs writes it anew"


def test_every_key_is_in_the_table() -> None:
    (table,) = SECTION.findall(with_keys(README.read_text()))
    for command in COMMANDS:
        if command.keys:
            assert f"| {command.title} |" in table


def test_a_page_without_a_place_for_the_keys_is_refused() -> None:
    with pytest.raises(ValueError, match="keys"):
        with_keys("# WinJournal\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text())
    local = [link for link in links if not link.startswith(ELSEWHERE)]
    missing = [
        link for link in local if not (page.parent / link.partition("#")[0]).exists()
    ]
    assert missing == []


def test_every_dev_command_of_the_readme_exists() -> None:
    said = subprocess.run(
        [str(ROOT / "dev"), "help"], capture_output=True, text=True, check=True
    ).stdout
    named = set(re.findall(r"\./dev (\w+)", README.read_text()))
    assert {"run", "test", "check"} <= named
    assert named <= set(re.findall(r"^\./dev (\w+)", said, re.MULTILINE))


def test_an_unknown_dev_command_is_a_usage_error() -> None:
    done = subprocess.run(
        [str(ROOT / "dev"), "nonsense"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "no such command: nonsense" in done.stderr


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-run.lock"])
def test_a_lock_file_pins_hashes_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text()
    requirements = re.split(r"\n(?=\S)", text.strip())
    assert len(requirements) > 20
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+(\[\w+\])?==[^ ]+ ", requirement), requirement
        assert "--hash=sha256:" in requirement
    assert "://" not in text


def test_what_runs_is_pinned_alike_in_both_lock_files() -> None:
    pinned = [
        set(
            re.findall(
                r"^([a-z0-9-]+(?:\[\w+\])?==[^ ]+)",
                (ROOT / lock).read_text(),
                re.MULTILINE,
            )
        )
        for lock in ("requirements-run.lock", "requirements.lock")
    ]
    assert pinned[0] <= pinned[1]
