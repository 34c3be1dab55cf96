"""Local times that exist: what a clock on the wall means in a zone.

A local time inside the gap of a change to summer time is moved forward by the
gap, one that comes twice means the first. Works with any tzinfo that knows
`fold` (zoneinfo, dateutil) and with fixed offsets.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def zone_of(now: datetime) -> tzinfo:
    """Return the zone of an aware time.

    Raises:
        ValueError: `now` is naive, which is an error of the caller.
    """
    if now.tzinfo is None:
        raise ValueError("a time needs its zone")
    return now.tzinfo


def at_wall(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return the instant at which the wall clock in `zone` shows this.

    A time that the zone skips is moved forward by the gap: 02:30 in the night
    of the change becomes 03:30. A time that comes twice is the first of both.
    """
    wall = datetime.combine(day, clock, zone)
    if wall.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall.replace(
        tzinfo=None
    ):
        return wall
    # About 20 ms, and only for a time that does not exist.
    from dateutil.tz import resolve_imaginary

    # By way of UTC, so that the result has the fold and offset of a real time.
    return resolve_imaginary(wall).astimezone(UTC).astimezone(zone)


def later_by(moment: datetime, distance: timedelta) -> datetime:
    """Return `moment` plus an elapsed time, which a change of clocks may cross.

    Raises:
        OverflowError: The calendar ends before.
    """
    return (moment.astimezone(UTC) + distance).astimezone(zone_of(moment))


def is_after(one: datetime, other: datetime) -> bool:
    """Whether `one` is the later instant.

    Python compares times of the same zone by the wall clock, which is wrong in
    the hour that comes twice.
    """
    return one.astimezone(UTC) > other.astimezone(UTC)
