"""The formats that an export can have."""

from __future__ import annotations

from dataclasses import dataclass

from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a journal.

    Attributes:
        name: What `--format` takes.
        words: What it is called.
        suffix: Of its files, with the dot.
        does: What it is for, in a few words.
    """

    name: str
    words: str
    suffix: str
    does: str


MARKDOWN = Format(name="md", words="Markdown", suffix=".md", does="to read and keep")
JSON = Format(
    name="json", words="JSON", suffix=".json", does="all of it, to be read in again"
)
CSV = Format(name="csv", words="CSV", suffix=".csv", does="tables for a spreadsheet")

FORMATS = (MARKDOWN, JSON, CSV)
"""All formats, the usual one first."""


def find_format(name: str) -> Format:
    """Return the format of this name, in any case, by its short or its long name.

    Raises:
        NotUnderstood: There is none.
    """
    wanted = name.strip().casefold()
    for one in FORMATS:
        if wanted in (one.name, one.words.casefold()):
            return one
    names = ", ".join(one.name for one in FORMATS)
    raise NotUnderstood(f"{quoted(name)} is no format.", f"There is {names}.")
