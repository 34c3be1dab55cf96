"""One negotiation as a timeline: what happened, in the words that were written.

Shell, screens and exports can show the same items; how they look is theirs.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from winjournal.domain.say_dates import say_brief, say_day, say_time
from winjournal.domain.timeline_item import Item, ItemKind, Part, Placed
from winjournal.domain.timeline_later import (
    ending_items,
    look_back_item,
    outside_item,
    promise_item,
    repair_item,
    writing_items,
)
from winjournal.domain.timeline_table import (
    moment_item,
    offer_item,
    prep_items,
    sitting_item,
    winning_items,
)
from winjournal.domain.timeline_worth import worth_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from winjournal.domain.dossier import Dossier

NEAR_DAYS = 180
"""Within so many days of today a date needs no year."""


def timeline_of(dossier: Dossier, today: date, them: str = "they") -> tuple[Item, ...]:
    """Return everything that happened in a negotiation, oldest first.

    A day of two or more timed things without a sitting begins with an item of its
    own. What others said is withheld until the own ratings are in.

    Args:
        dossier: The negotiation.
        today: Local date, for what is due.
        them: How the other side is called.
    """
    items = [
        *prep_items(dossier),
        *winning_items(dossier, them),
        *worth_items(dossier, today, them),
        *map(sitting_item, dossier.sittings),
        *(offer_item(one, dossier, them) for one in dossier.offers),
        *(moment_item(one, dossier) for one in dossier.moments),
        *ending_items(dossier, today),
        *(promise_item(one, today, them) for one in dossier.promises),
        *(repair_item(one, today) for one in dossier.repairs),
        *(look_back_item(one, dossier, today) for one in dossier.follow_ups),
        *(outside_item(one, dossier, today, them) for one in dossier.outside_views),
        *writing_items(dossier),
    ]
    return tuple(sorted([*items, *_talks(items, today)], key=_order))


def placed(items: Iterable[Item], today: date) -> tuple[Placed, ...]:
    """Return the items with the times to print before them.

    On a day of talks, times stand after the first line, which says the date; today
    times alone. On other days the first line says the date and the rest nothing.
    """
    known = tuple(items)
    timed = _timed_days(known, today)
    return tuple(
        Placed(
            item=item,
            when=_when(item, before, timed, today),
            gap=before is not None and _begins(item, before, timed),
        )
        for item, before in zip(known, (None, *known[:-1]), strict=True)
    )


def _order(item: Item) -> tuple[date, Part, bool, float, bool]:
    at = item.at.timestamp() if item.at else 0.0
    opens = item.kind in (ItemKind.TALK, ItemKind.SITTING, ItemKind.ENTRY)
    return (item.on, item.part, item.at is None, at, not opens)


def _timed_days(items: Iterable[Item], today: date) -> set[date]:
    return {
        item.on
        for item in items
        if item.kind in (ItemKind.SITTING, ItemKind.TALK)
        or (item.on == today and item.part is Part.TIMED)
    }


def _when(item: Item, before: Item | None, timed: set[date], today: date) -> str:
    is_first = before is None or before.on != item.on
    if item.on in timed and item.at and (item.on == today or not is_first):
        return say_time(item.at)
    waits = item.kind in (ItemKind.VALUE, ItemKind.GAP)
    if is_first or (item.at is None and item.part is Part.AFTER and not waits):
        return _say_day(item.on, today)
    return ""


def _say_day(day: date, today: date) -> str:
    said = say_brief(day, today)
    # What is near can only be meant in one year, and the order says which.
    is_far = day.year != today.year and abs((day - today).days) >= NEAR_DAYS
    return f"{said} {day.year}" if is_far else said


def _begins(item: Item, before: Item, timed: set[date]) -> bool:
    if item.part is Part.AFTER or before.part is Part.AFTER:
        return item.part is not before.part
    return item.on != before.on and bool({item.on, before.on} & timed)


def _talks(items: Iterable[Item], today: date) -> Iterator[Item]:
    days: dict[date, list[Item]] = defaultdict(list)
    for item in items:
        if item.part is Part.TIMED:
            days[item.on].append(item)
    for day, found in days.items():
        first = min(found, key=_order)
        counted = sum(one.kind in (ItemKind.MOMENT, ItemKind.OFFER) for one in found)
        sat = any(one.kind is ItemKind.SITTING for one in found)
        if counted > 1 and not sat and day != today:
            yield Item(
                kind=ItemKind.TALK,
                id=day.isoformat(),
                on=day,
                at=first.at,
                what="talk",
                words=say_day(day),
            )
