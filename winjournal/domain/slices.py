"""Where it happens: a block's entries by person, sphere, kind, own tag and hour.

Counts and entries alone. A slice has no interval and no rank, for small n and many
slices find patterns in noise (MEASURES.md 3.2): they stand in the order of their
names, the hours in the order of the day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from winjournal.domain.evidence import (
    captured,
    ego_tagged,
    is_deal,
    landed,
    range_grounded,
    win_moved,
)
from winjournal.domain.measures.over_capture import Side
from winjournal.domain.steps_before import due_promises
from winjournal.domain.tags import Step, find_tag
from winjournal.domain.tally import view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from winjournal.domain.afterwards import Afterwards
    from winjournal.domain.facts import Facts, Record
    from winjournal.domain.periods import Period
    from winjournal.domain.tally import View


class By(StrEnum):
    """What entries are sliced by."""

    PERSON = "person"
    SPHERE = "sphere"
    KIND = "kind"
    TAG = "tag"
    HOUR = "hour"


SAID = {
    By.PERSON: "By counterparty",
    By.SPHERE: "By sphere",
    By.KIND: "By kind",
    By.TAG: "By own tag",
    By.HOUR: "By hour of the first sitting",
}
"""What a heading calls each."""

_HOURS = ((9, "before 9:00"), (12, "9:00 to 12:00"), (15, "12:00 to 15:00"),
          (18, "15:00 to 18:00"), (24, "after 18:00"))  # fmt: skip
NO_HOUR = "no hour known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Some entries of one block.

    Attributes:
        by: What they are sliced by.
        name: Which of these they are, as it is shown; a person's name for a person.
        k, n: How many of how many entries were counted; promises for trust.
        for_ids, against_ids: The negotiations to open, each once.
    """

    by: By
    name: str
    k: int
    n: int
    for_ids: tuple[str, ...] = ()
    against_ids: tuple[str, ...] = ()


_Entry: TypeAlias = "tuple[Facts, bool]"
"""A negotiation, once for each thing counted, and whether that counted."""


def slices(
    record: Record, after: Afterwards, period: Period, today: date, step: Step
) -> tuple[Slice, ...]:
    """Return one block's entries, sliced every way there is.

    A promise outside any negotiation is in no slice. A talk with two own tags is in
    both, one without any in none.
    """
    seen = view(record, period, today)
    entries = _entries(seen, step)
    found: list[Slice] = []
    for by in By:
        groups: defaultdict[tuple[object, str], list[_Entry]] = defaultdict(list)
        for talk, counted in entries:
            for key in _keys(talk, by, after.hours):
                groups[key].append((talk, counted))
        found += [
            _slice(by, name, group) for (_, name), group in sorted(
                groups.items(), key=lambda item: item[0]
            )
        ]  # fmt: skip
    return tuple(found)


_COUNTS: dict[Step, Callable[[Facts], bool | None]] = {
    Step.WINNING: win_moved,
    Step.VALUE: range_grounded,
    Step.SHARE: lambda talk: (
        None if (said := captured(talk)) is None else said.side is Side.OVER
    ),
    Step.EGO: ego_tagged,
    Step.INTERESTS: lambda talk: landed(talk) is not None if is_deal(talk) else None,
}
"""What each block's k of n counts of a talk; None where it is not of the n."""


def _entries(seen: View, step: Step) -> list[_Entry]:
    if step is Step.TRUST:
        return [
            (seen.by_id[pledge.negotiation_id], kept)
            for pledge, kept in due_promises(seen)
            if pledge.negotiation_id in seen.by_id
        ]
    counts = _COUNTS[step]
    said = ((talk, counts(talk)) for talk in seen.inside)
    return [(talk, counted) for talk, counted in said if counted is not None]


def _keys(talk: Facts, by: By, hours: dict[str, int]) -> Iterable[tuple[object, str]]:
    """Return the slices that a talk lies in, each with what it is sorted by."""
    if by is By.TAG:
        own = {
            tag for (_, tag), n in talk.counts.items() if n and find_tag(tag) is None
        }
        return [(tag, tag) for tag in own]
    if by is By.HOUR:
        return [_hour(hours.get(talk.id))]
    if by is By.PERSON:
        # Two people of one name are two slices.
        return [((talk.person.casefold(), talk.person_id), talk.person)]
    name = talk.sphere if by is By.SPHERE else (talk.kind or "")
    return [(name.casefold(), name)] if name else []


def _hour(hour: int | None) -> tuple[object, str]:
    if hour is None:
        return len(_HOURS), NO_HOUR
    return next((at, name) for at, (end, name) in enumerate(_HOURS) if hour < end)


def _slice(by: By, name: str, group: Sequence[_Entry]) -> Slice:
    return Slice(
        by=by,
        name=name,
        k=sum(counted for _, counted in group),
        n=len(group),
        for_ids=tuple(dict.fromkeys(talk.id for talk, yes in group if yes)),
        against_ids=tuple(dict.fromkeys(talk.id for talk, yes in group if not yes)),
    )
