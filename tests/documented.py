"""The parts of the docs that are written by the program: `./dev docs` writes them."""

from __future__ import annotations

import json
import re

from tests.program import ROOT
from winjournal.cli.manpage import man_page
from winjournal.exchange.json_schema import json_schema
from winjournal.ui.commands import key_table

README = ROOT / "README.md"
MANUAL = ROOT / "docs" / "manual.md"
MAN = ROOT / "docs" / "winjournal.1"
SCHEMA = ROOT / "docs" / "winjournal.schema.json"

SECTION = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)


def with_keys(text: str) -> str:
    """Return a page with the table of keys as the program has it now.

    Raises:
        ValueError: The page has no place for it, or more than one.
    """
    written, places = SECTION.subn(lambda _: f"\n{key_table()}\n", text)
    if places != 1:
        raise ValueError("the page needs one <!-- keys --> and one <!-- /keys -->")
    return written


def schema_text() -> str:
    """Return the published JSON Schema as the program has it now."""
    return f"{json.dumps(json_schema(), indent=1, ensure_ascii=False)}\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema_text())
    MAN.write_text(man_page())
    for page in (README, MANUAL):
        page.write_text(with_keys(page.read_text()))
