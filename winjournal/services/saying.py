"""What screens and shell say of a row, in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.ids import short_id
from winjournal.domain.line import Line, say_line
from winjournal.domain.say_dates import say_date, say_time
from winjournal.domain.tags import Actor, Polarity
from winjournal.domain.timeline_words import OUTCOMES as OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from winjournal.domain.writing import InboxLine
    from winjournal.services.views import Mark, UnderWay

LACKING = {
    "trust call": "trust not called yet",
    "my win": "my win not said yet",
    "my criteria": "nothing yet to check my win by",
    "their win": "their win unknown",
    "direction": "not said if more or less is better",
    "fair range": "no fair range yet",
    "basis of the range": "fair range without a basis",
    "walk-away line": "no walk-away line yet",
}
"""What a prep lacks, as a person would say it."""


def say_count(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: `1 slip`, `2 slips`, `0 slips`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def say_size(size: int) -> str:
    """Return the size of a file: `840 kB`, `1.2 MB`, `82.6 GB`."""
    if size < 999_500:
        return f"{max(round(size / 1000), 1)} kB"
    if size < 999_950_000:
        return f"{size / 1_000_000:.1f} MB"
    return f"{size / 1_000_000_000:,.1f} GB"


def say_marks(marks: Iterable[Mark], person: str) -> str:
    """Return what was marked: `you 1 handled, 1 slip; Dana 1 slip`."""
    by_side: dict[Actor, list[Mark]] = {Actor.ME: [], Actor.THEM: []}
    for mark in marks:
        by_side[mark.actor].append(mark)
    said = [
        f"{who} {_side(side)}"
        for who, side in (("you", by_side[Actor.ME]), (person, by_side[Actor.THEM]))
        if side
    ]
    return "; ".join(said)


def _side(marks: list[Mark]) -> str:
    handled = sum(m.polarity is Polarity.HANDLED for m in marks)
    slips = sum(m.polarity is Polarity.SLIP for m in marks)
    undecided = sum(m.polarity is None for m in marks)
    neutral = len(marks) - handled - slips - undecided
    parts = [
        f"{handled} handled" if handled else "",
        say_count(slips, "slip") if slips else "",
        say_count(neutral, "noted", "noted") if neutral else "",
        f"{undecided} undecided" if undecided else "",
    ]
    return ", ".join(part for part in parts if part)


def say_under_way(deal: UnderWay, today: date) -> str:
    """Return when a deal is: `live since 09:40`, `today 14:00`, `since 3 Mar`."""
    if deal.live_since is not None:
        return f"live since {say_time(deal.live_since)}"
    if deal.planned_for is not None:
        day = say_date(deal.planned_for.date(), today)
        return f"{day} {say_time(deal.planned_for)}"
    return f"since {say_date(deal.opened_on, today)}"


def say_why_now(deal: UnderWay, person: str) -> tuple[str, bool]:
    """Return why a deal matters now, and whether it is something to do.

    What was marked comes first; before the first talk, what the prep lacks.
    """
    if deal.marks:
        return say_marks(deal.marks, person), False
    if deal.missing and not deal.sealed:
        said = [LACKING.get(name, name) for name in deal.missing]
        more = f"; {len(said) - 2} more" if len(said) > 2 else ""
        return "; ".join(said[:2]) + more, True
    if not deal.sealed:
        return "prepared; not sealed yet", True
    return "sealed", False


def say_logged(line: InboxLine, parsed: Line) -> str:
    """Return what a logged line was understood as, and where it went."""
    where = "filed" if line.filed_at is not None else "inbox"
    return f"{short_id(line.id)}  {say_line(parsed)}  {where}"
