"""From a story's lines to dated steps.

A line is `TIME VERB ARGUMENTS: WORDS`. The time is `09:43` on the day of the line
before, or `+2 09:43` two days after it. For example:

    -8 tue 09:40            (when the prep was written, a key of its own)
    +3 09:40 talk 51
    09:43 me honest: told her about the outage
    09:54 me ego 2: "cheaper", and I raised my voice
    17:30 them misled @09:58: the second quote was last year's
    10:12 offer me 44000: quarterly invoice
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from winjournal.demo.calendar import Calendar

_LINE = re.compile(r"(?P<when>(?:\+\d+ )?\d\d:\d\d) (?P<verb>[a-z]+)(?P<rest>.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a script.

    Attributes:
        at: When it is done.
        verb: What is done.
        args: The words before the colon.
        words: The text after it.
    """

    at: datetime
    verb: str
    args: tuple[str, ...] = ()
    words: str = ""

    def named(self, name: str) -> str | None:
        """Return the argument that stands after `name`, if it is there."""
        if name not in self.args:
            return None
        return self.args[self.args.index(name) + 1]


def lines_of(
    script: Iterable[str], opened: datetime, calendar: Calendar
) -> Iterator[Line]:
    """Yield the lines of a script with their times.

    Raises:
        ValueError: A line is none, or its time goes back.
    """
    at = opened
    for text in script:
        found = _LINE.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"{text!r} is no line of a script")
        at = calendar.after(at, found["when"])
        before, _, words = found["rest"].partition(": ")
        yield Line(
            at=at,
            verb=found["verb"],
            args=tuple(before.split()),
            words=words.strip(),
        )
