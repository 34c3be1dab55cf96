"""The dates of the stories: in words that are relative to today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from winjournal.domain.weeks import Week

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WHEN = re.compile(
    r"(?:(?P<weeks>-\d+) (?P<day>[a-z]{3})|(?P<ago>\d+)d|(?P<name>today|yesterday))"
    r" (?P<clock>\d\d:\d\d)"
)
_LATER = re.compile(r"(?:\+(?P<days>\d+) )?(?P<clock>\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Turns the words of a script into times.

    Attributes:
        today: The local date that the stories lead up to.
        zone: The zone of their times.
    """

    today: date
    zone: tzinfo

    def at(self, words: str) -> datetime:
        """Return the time of `-38 tue 10:00`, `4d 15:30`, `today 09:40`.

        `-38 tue` is the Tuesday 38 ISO weeks before this one, `4d` is four days ago.

        Raises:
            ValueError: The words are none of these.
        """
        found = _WHEN.fullmatch(words)
        if found is None:
            raise ValueError(f"{words!r} is no time of a script")
        if found["weeks"]:
            monday = self.week(int(found["weeks"])).monday
            day = monday + timedelta(days=_DAYS.index(found["day"]))
        else:
            ago = int(found["ago"] or found["name"] == "yesterday")
            day = self.today - timedelta(days=ago)
        return self._at(day, found["clock"])

    def after(self, before: datetime, words: str) -> datetime:
        """Return the time of `09:43` on the day of `before`, or `+2 09:43` later.

        Raises:
            ValueError: The words are none of these, or the time is not after.
        """
        found = _LATER.fullmatch(words)
        if found is None:
            raise ValueError(f"{words!r} is no time within a script")
        day = before.date() + timedelta(days=int(found["days"] or 0))
        at = self._at(day, found["clock"])
        if at < before:
            raise ValueError(f"{words!r} goes back behind {before:%H:%M}")
        return at

    def week(self, back: int) -> Week:
        """Return the week that lies `back` weeks from this one; past ones are < 0."""
        return Week.of(self.today + timedelta(weeks=back))

    def _at(self, day: date, clock: str) -> datetime:
        return datetime.combine(day, time.fromisoformat(clock), tzinfo=self.zone)


def day_after(day: date, words: str) -> date:
    """Return the date of `+4`, four days after `day`, or of `fri`, the next Friday.

    Raises:
        ValueError: The words are neither.
    """
    if words not in _DAYS:
        return day + timedelta(days=int(words))
    ahead = (_DAYS.index(words) - day.weekday() - 1) % 7 + 1
    return day + timedelta(days=ahead)
