"""The formats that an export can have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from winjournal.domain.dossier import Dossier
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.writing import Entry, InboxLine
from winjournal.exchange.binding import bound
from winjournal.exchange.markdown import (
    entry_markdown,
    line_markdown,
    negotiation_markdown,
)
from winjournal.exchange.week import WeekPage, week_markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a journal.

    Attributes:
        name: What `--format` takes.
        words: What it is called.
        suffix: Of its files, with the dot.
        negotiation, entry, line, week: Write one thing as a file of its own.
        part: Writes a negotiation as a part of a larger file.
        bound: Yields parts as one file, piece by piece.
    """

    name: str
    words: str
    suffix: str
    negotiation: Callable[[Dossier], str]
    entry: Callable[[Entry], str]
    line: Callable[[InboxLine], str]
    week: Callable[[WeekPage], str]
    bound: Callable[[Iterable[str]], Iterator[str]]


MARKDOWN = Format(
    name="md",
    words="Markdown",
    suffix=".md",
    negotiation=negotiation_markdown,
    entry=entry_markdown,
    line=line_markdown,
    week=week_markdown,
    bound=bound,
)

FORMATS = (MARKDOWN,)
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
