"""Times of day in words: `3pm`, `15:30`, `noon`, `morning`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from winjournal.domain.calendar_words import NoSuchDate


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A stretch of the day that people name instead of a time.

    Attributes:
        nominal: The time it is taken for.
        begins: The hour from which on it is under way.
        first: The first hour that is still said to be in it.
        end: The hour after the last; over 24 in the small hours of the next day.
    """

    nominal: time
    begins: int
    first: int
    end: int

    def days_on(self, clock: time) -> int | None:
        """Return by how many days `clock` in this part lies after its date.

        1 for the small hours of a night, 0 otherwise; None for a time that is
        not in this part of the day.
        """
        if self.first <= clock.hour < self.end:
            return 0
        return 1 if clock.hour + 24 < self.end else None


PARTS = {
    "morning": PartOfDay(time(9), begins=5, first=0, end=12),
    "afternoon": PartOfDay(time(15), begins=12, first=12, end=18),
    "evening": PartOfDay(time(19), begins=17, first=17, end=24),
    "night": PartOfDay(time(21), begins=20, first=18, end=29),
}

_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"(?: ?(?P<half>am|pm|a\.m\.|p\.m\.))?"
)


def read_clock(words: str) -> time | None:
    """Return the time of day that all of `words` says, or None.

    A number alone is no time: it needs a colon, `am` or `pm`. Without `am` and
    `pm` the hours run from 0 to 23.

    Args:
        words: Lower case, single blanks.

    Raises:
        NoSuchDate: It has the form of a time, but no clock shows it.
    """
    words = re.sub(r"^(?:at|around|about) ", "", words)
    if words in _NAMED:
        return _NAMED[words]
    found = _CLOCK.fullmatch(words)
    if found is None or (found["minute"] is None and found["half"] is None):
        return None
    return clock(words, found["hour"], found["minute"], found["second"], found["half"])


def clock(
    words: str, hour: str, minute: str | None, second: str | None, half: str | None
) -> time:
    """Return the time that these digits mean.

    Args:
        words: The whole of it, for the error.
        hour: 0 to 23, or 1 to 12 with `half`.
        minute: 0 to 59; None for 0.
        second: 0 to 59; None for 0.
        half: Something that starts with a or p; None for a 24-hour clock.

    Raises:
        NoSuchDate: A number is out of its range.
    """
    hours = int(hour)
    if half is not None:
        if not 1 <= hours <= 12:
            raise NoSuchDate(f"no clock shows {words}.")
        hours = hours % 12 + (12 if half.startswith("p") else 0)
    try:
        return time(hours, int(minute or 0), int(second or 0))
    except ValueError:
        raise NoSuchDate(f"no clock shows {words}.") from None
