"""The grammar of `wj log`: `[DATE: ] text with @tags %person` (SHELL.md).

Nothing is lost by reading a line: what is not understood is text, and the text
is kept exactly as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from winjournal.domain.calendar_words import MONTH_NUMBER
from winjournal.domain.dates import When, read_when
from winjournal.domain.edge import clean_text
from winjournal.domain.line_marks import LineMark, UnknownWord, read_marks
from winjournal.domain.say_dates import say_day, say_time
from winjournal.domain.tags import Actor, Polarity, polarity_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_PERSON = re.compile(
    r"(?<![\w%])%(?:\"([^\"\n]+)\"|([^\W\d_][^\s,;:!?()\[\]{}<>\"@%/\\]*))"
)
_HEAD = re.compile(r"([^,:\n]+)[,:]")
_BAR = "  "

NAME_LIMIT = 60
"""Characters of a name; that of negotiation.py, which takes 8 ms to import."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A counterparty by the names one may type.

    Attributes:
        name: The name itself.
        aliases: Other names for the same person.
    """

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What was understood of a logged line.

    Attributes:
        when: When it happened; `now` where the line says nothing.
        said: The date as it was said; None where it was not.
        text: All after the date, exactly as written.
        person: The counterparty; None where none is named.
        is_known: Whether the person is among the known ones.
        marks: The marks in order.
        unknown: Words with an `@` that are no tag and stayed text.
    """

    when: datetime
    said: When | None
    text: str
    person: str | None
    is_known: bool
    marks: tuple[LineMark, ...]
    unknown: tuple[UnknownWord, ...]

    @property
    def has_date(self) -> bool:
        """Whether the line or an option said when."""
        return self.said is not None


def read_line(
    text: str,
    now: datetime,
    people: Sequence[KnownPerson] = (),
    *,
    take_date: bool = True,
    at: When | None = None,
    person: str | None = None,
    own_tags: Collection[str] = (),
) -> Line:
    """Read a logged line; every text is one.

    All before the first `: ` is taken for the date only if all of it is a date
    in words and something follows. A month alone and a known name are none:
    "May: asked for more" is about a person more often than about a month.

    Args:
        text: The line, cleaned at the edge (edge.py); it may have several lines.
        now: An aware time, in whose zone dates are read.
        people: Who is known; an alias stands for its name.
        take_date: False takes the text literally.
        at: What `--at` said; the text is then taken literally too.
        person: What `--with` said; it goes before any name in the text.
        own_tags: Slugs of the user's own tags.
    """
    names = _names(people)
    said, rest = at, text
    if take_date and at is None:
        said, rest = _take_date(text, now, names)
    typed = person or _person_in(rest, names)
    known = names.get(_key(typed)) if typed else None
    marks, unknown = read_marks(rest, own_tags)
    return Line(
        when=said.at if said else now,
        said=said,
        text=rest,
        person=known or typed,
        is_known=known is not None,
        marks=marks,
        unknown=unknown,
    )


def say_line(line: Line) -> str:
    """Return what was understood, in one line.

    For example `Tue 3 Mar 2026 15:00  Dana  ego slip  trust handled`. A date
    that was said without a time shows none.
    """
    parts = [_say_when(line), line.person or "", *map(say_mark, line.marks)]
    return _BAR.join(part for part in parts if part)


def say_hints(line: Line) -> tuple[str, ...]:
    """Return a sentence for each `@word` that stayed text."""
    return tuple(_hint(unknown) for unknown in line.unknown)


def say_mark(mark: LineMark) -> str:
    """Return a mark in words: `ego slip`, `their trust handled`, `value undecided`."""
    core = mark.word[1:].partition("!")[0].rpartition("/")[2]
    stem = core.rstrip("+-").lower().replace("_", "-")
    words = [stem]
    if mark.actor is Actor.THEM:
        words.insert(0, "their")
    if mark.slug is None:
        words.append("undecided")
    elif (polarity := polarity_of(mark.slug)) is not Polarity.NEUTRAL:
        words.append(polarity.value)
    if mark.strength > 1:
        words.append(f"({mark.strength} of 3)")
    return " ".join(words)


def _take_date(
    text: str, now: datetime, names: dict[str, str]
) -> tuple[When | None, str]:
    head, colon, rest = text.partition(": ")
    is_name = head.strip().casefold() in MONTH_NUMBER or _key(head[:99]) in names
    if not colon or "\n" in head or is_name or not rest.strip():
        return None, text
    said = read_when(head, now)
    return (said, rest) if said else (None, text)


def _person_in(text: str, names: dict[str, str]) -> str | None:
    for found in _PERSON.finditer(text):
        typed = found[1] or found[2].rstrip(".'\u2019-")
        name = clean_text(typed, one_line=True).text
        if 0 < len(name) <= NAME_LIMIT:
            return name
    head = _HEAD.match(text)
    return names.get(_key(head[1][: NAME_LIMIT + 9])) if head else None


def _names(people: Sequence[KnownPerson]) -> dict[str, str]:
    """Return name by key; a name goes before another person's alias."""
    names = {_key(a): known.name for known in people for a in known.aliases}
    return names | {_key(known.name): known.name for known in people}


def _key(name: str) -> str:
    return clean_text(name, one_line=True).text.casefold()


def _say_when(line: Line) -> str:
    day = say_day(line.when.date())
    if line.said is None:
        return f"{day} {say_time(line.when)}"
    if line.said.skipped is not None:
        missing = say_time(line.said.skipped)
        return f"{day} {say_time(line.when)} (no {missing} that day)"
    return f"{day} {say_time(line.when)}" if line.said.has_time else day


def _hint(unknown: UnknownWord) -> str:
    if not unknown.nearest:
        return f"{unknown.word} is no tag and stays text."
    *most, last = unknown.nearest
    choice = f"{', '.join(most)} or {last}" if most else last
    return f"{unknown.word} is no tag and stays text; did you mean {choice}?"
