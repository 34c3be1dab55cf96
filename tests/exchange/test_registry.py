"""The formats there are."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.exchange.dossiers import acme
from winjournal.domain.errors import NotUnderstood
from winjournal.exchange.binding import PART_LEVEL
from winjournal.exchange.markdown import negotiation_markdown
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


def test_every_format_writes_a_whole_file() -> None:
    for one in FORMATS:
        assert one.suffix.startswith(".")
        assert "I listed our awards" in one.negotiation(acme())
        part = negotiation_markdown(acme(), level=PART_LEVEL, front_matter=False)
        assert part in "".join(one.bound([part]))


def test_naming_the_formats_loads_no_yaml() -> None:
    code = (
        "import sys, winjournal.exchange.registry;"
        "print({'yaml', 'textual', 'sqlmodel'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
