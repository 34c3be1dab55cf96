"""Dates in words: `yesterday 3pm`, `last tuesday`, `14 march`, `2026-03-04T15:00`.

The whole text is a date, a time or both, or it is nothing at all. What is
ambiguous is past: `tue` is the latest Tuesday, `3pm` the latest three o'clock.
For due dates `future=True` turns that round: `by fri` is the coming Friday.
The zone is that of `now`; zones.py says what becomes of times that a change of
clocks skips or repeats. All of it is English and has no other magic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from winjournal.domain.calendar_words import COUNT, NUMBER, NoSuchDate, day_of, moved
from winjournal.domain.clock_words import PARTS, PartOfDay, clock, read_clock
from winjournal.domain.date_words import Day, Grain, Here, read_day
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.zones import at_wall, is_after, later_by, zone_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 48
"""Characters; no phrase that is understood is longer, so long texts are cheap."""

_NOON = time(12)
_REMEDY = "Write for example yesterday 3pm, last tue, 14 march or 2026-03-04 15:00."
_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[t ]"
    r"(?P<clock>([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?)(?:\.[0-9]{1,9})?"
    r" ?(?P<offset>z|utc|[+-][0-9]{2}:?[0-9]{2})?"
)
_ZONE_NAME = re.compile(r"[0-9t:. -]+ ?[a-z]+/[a-z_/]+")
_HOURS = re.compile(
    f"(?:(?P<half>half an hour)|(?P<count>{COUNT}) ?"
    "(?P<unit>h|hour|hours|m|min|mins|minute|minutes)) ago"
)
_NIGHTS = {"tonight": "today night", "last night": "yesterday night"}
_HALF_DAY = re.compile(f"(?P<day>.+?) (?:in the )?(?P<part>{'|'.join(PARTS)})")


@dataclass(frozen=True, slots=True)
class When:
    """A date, a time or both, as understood.

    Attributes:
        at: The instant, in the zone of `now`. A day without a time is noon, and
            today without a time is now.
        has_time: Whether a time was said, be it only "this morning".
        precision: How fine it was said.
        skipped: The local time that was said, where the zone skips it; `at` is
            then later by the gap. None otherwise.
    """

    at: datetime
    has_time: bool
    precision: Grain
    skipped: time | None = None


def read_when(text: str, now: datetime, *, future: bool = False) -> When | None:
    """Return what `text` says, or None where not all of it is a date.

    Args:
        text: What stands before the colon, or in a field.
        now: An aware time; its zone is the zone of the answer.
        future: Whether what is ambiguous lies ahead: for due dates.
    """
    try:
        return read_or_refuse(text, now, future=future)
    except NoSuchDate:
        return None


def read_date_strictly(text: str, now: datetime, *, future: bool = False) -> When:
    """Return what `text` says, for options and fields that take only a date.

    Args:
        text: What was typed.
        now: An aware time; its zone is the zone of the answer.
        future: Whether what is ambiguous lies ahead.

    Raises:
        NotUnderstood: It is no date; the sentence says why.
    """
    try:
        when = read_or_refuse(text, now, future=future)
    except NoSuchDate as error:
        raise NotUnderstood(
            f"{quoted(text)} is no date: {error.sentence}", _REMEDY
        ) from None
    if when is None:
        raise NotUnderstood(f"{quoted(text)} is no date.", _REMEDY)
    return when


def read_or_refuse(text: str, now: datetime, *, future: bool = False) -> When | None:
    """Return what `text` says, or None where it has not the form of a date.

    Raises:
        NoSuchDate: It has the form, but there is no such day or time.
    """
    zone_of(now)
    if len(text) > _LONGEST:
        return None
    words = " ".join(text.casefold().replace(",", " ").split())
    here = Here(now.date(), future)
    return (
        _read_iso(words, now)
        or _read_distance(words, now)
        or _read_part(words, now, here)
        or _read_day_and_clock(words, now, here)
    )


def _read_iso(words: str, now: datetime) -> When | None:
    """Read an ISO time, with an offset or in the zone of `now`."""
    found = _ISO.fullmatch(words)
    if found is None:
        if _ZONE_NAME.fullmatch(words):
            raise NoSuchDate("a zone has no name here; write an offset such as +02:00.")
        return None
    year, month, number, said, hour, minute, second, offset = found.groups()
    day = day_of(int(year), int(month), int(number))
    at_clock = clock(said, hour, minute, second, None)
    if offset is None:
        return _placed(Day(day), at_clock, now, Grain.MINUTE)
    try:
        sign = offset.upper().replace("UTC", "Z")
        local = datetime.fromisoformat(f"{day}T{at_clock}{sign}")
        at = local.astimezone(zone_of(now))
    except (ValueError, OverflowError):
        raise NoSuchDate(f"there is no offset {offset}.") from None
    return When(at, True, Grain.MINUTE)


def _read_distance(words: str, now: datetime) -> When | None:
    """Read `now` and hours or minutes ago, which a change of clocks may cross."""
    if words in ("now", "just now", "right now"):
        return When(now, True, Grain.MINUTE)
    found = _HOURS.fullmatch(words)
    if found is None:
        return None
    if found["half"]:
        minutes = 30
    else:
        count = found["count"]
        minutes = NUMBER[count] if count in NUMBER else int(count)
        minutes *= 60 if found["unit"].startswith("h") else 1
    return When(later_by(now, timedelta(minutes=-minutes)), True, Grain.MINUTE)


def _read_part(words: str, now: datetime, here: Here) -> When | None:
    """Read `this morning`, `tonight`, `last night`, `tuesday afternoon`."""
    named = _part_of_day(words, here)
    if named is None:
        return None
    day, part = named
    if day.date == now.date() and part.begins <= now.hour:
        # It has begun: what happened in it did so before now.
        begun = min(part.nominal, now.time().replace(microsecond=0))
        return _placed(day, begun, now, Grain.PART)
    day = _pushed(day, part.nominal, now, here)
    return _placed(day, part.nominal, now, Grain.PART)


def _part_of_day(words: str, here: Here) -> tuple[Day, PartOfDay] | None:
    words = _NIGHTS.get(words, words)
    found = _HALF_DAY.fullmatch(words)
    if found is None:
        return None
    day = read_day("today" if found["day"] == "this" else found["day"], here)
    if day is None or day.grain is not Grain.DAY:
        return None
    return day, PARTS[found["part"]]


def _read_day_and_clock(words: str, now: datetime, here: Here) -> When | None:
    """Read a day, a time of day, or both in either order."""
    if day := read_day(words, here):
        if day.date == now.date():
            return When(now, False, day.grain)
        return When(at_wall(day.date, _NOON, zone_of(now)), False, day.grain)
    if at_clock := read_clock(words):
        day = _pushed(Day(now.date(), cycle=1), at_clock, now, here)
        return _placed(day, at_clock, now, Grain.MINUTE)
    for one, other in _halves(words):
        at_clock = read_clock(other)
        day = _day_with(one, at_clock, here) if at_clock else None
        if at_clock and day:
            day = _pushed(day, at_clock, now, here)
            return _placed(day, at_clock, now, Grain.MINUTE)
    return None


def _day_with(words: str, at_clock: time, here: Here) -> Day | None:
    """Return the day of `last night` or `tuesday` for a time that is said with it."""
    if named := _part_of_day(words, here):
        day, part = named
        on = part.days_on(at_clock)
        return None if on is None else replace(day, date=moved(day.date, on, "day"))
    plain = read_day(words, here)
    return plain if plain and plain.grain is Grain.DAY else None


def _halves(words: str) -> Iterator[tuple[str, str]]:
    """Yield each way to part the words in two, in both orders."""
    parts = words.split(" ")
    for n in range(1, len(parts)):
        one, other = " ".join(parts[:n]), " ".join(parts[n:])
        yield one, other
        yield other, one


def _pushed(day: Day, at_clock: time, now: datetime, here: Here) -> Day:
    """Return the day, a cycle further where its time lies on the wrong side."""
    at = at_wall(day.date, at_clock, zone_of(now))
    wrong = is_after(now, at) if here.future else is_after(at, now)
    if not wrong or not day.cycle:
        return day
    step = day.cycle if here.future else -day.cycle
    return replace(day, date=moved(day.date, step, "day"))


def _placed(day: Day, at_clock: time, now: datetime, grain: Grain) -> When:
    at = at_wall(day.date, at_clock, zone_of(now))
    exists = (at.date(), at.time()) == (day.date, at_clock)
    return When(at, True, grain, None if exists else at_clock)
