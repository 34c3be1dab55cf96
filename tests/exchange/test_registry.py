"""The formats there are."""

from __future__ import annotations

import subprocess
import sys

import pytest

from winjournal.domain.errors import NotUnderstood
from winjournal.exchange.registry import FORMATS, MARKDOWN, find_format


@pytest.mark.parametrize("name", ["md", "MD", " markdown ", "Markdown"])
def test_a_format_is_found_by_either_name(name: str) -> None:
    assert find_format(name) is MARKDOWN


@pytest.mark.parametrize("name", ["", "docx", "[b]\x1b[31m"])
def test_an_unknown_format_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(NotUnderstood) as found:
        find_format(name)
    assert found.value.sentence.endswith(" is no format.")
    assert "md" in found.value.remedy
    assert "\x1b" not in str(found.value)


def test_every_format_has_its_own_suffix() -> None:
    suffixes = [one.suffix for one in FORMATS]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") for suffix in suffixes)


def test_naming_the_formats_loads_no_yaml() -> None:
    code = (
        "import sys, winjournal.exchange.registry;"
        "print({'yaml', 'textual', 'sqlmodel'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
