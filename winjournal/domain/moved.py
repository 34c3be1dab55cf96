"""Whose goalposts moved after they were shared, in how many talks (M2)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from winjournal.domain.goalposts import Source
from winjournal.domain.measures.goalposts import (
    Change,
    Version,
    changes_after_sharing,
    is_shift,
)
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from winjournal.domain.goalposts import Goalpost


def say_moved(
    goalposts: Iterable[Goalpost],
    shift_marks: frozenset[tuple[str, Actor]],
) -> str:
    """Return by whom the goalposts were shifted, by one rule for both; "" without any.

    Like `shifted after sharing: mine in 0 of 4, theirs in 1 of 3; 2 open updates`.
    A talk whose win was not shared is not counted; where none was, that is said.

    Args:
        goalposts: All versions of both sides, of any number of negotiations.
        shift_marks: (negotiation, side) of the `goalpost-shift` marks.
    """
    wins: dict[tuple[str, Actor], list[Goalpost]] = defaultdict(list)
    for one in goalposts:
        wins[one.negotiation_id, one.owner].append(one)
    said: list[str] = []
    updates, hidden = 0, 0
    for actor, whose in ((Actor.ME, "mine"), (Actor.THEM, "theirs")):
        told = [
            (changes, (id_, actor) in shift_marks)
            for (id_, owner), versions in wins.items()
            if owner is actor and (changes := _changes(versions)) is not None
        ]
        if actor is Actor.ME:
            hidden = sum(owner is actor for _, owner in wins) - len(told)
        if told:
            k = sum(is_shift(changes, shift_tagged=tag) for changes, tag in told)
            said.append(f"{whose} in {k} of {len(told)}")
            updates += sum(c.count(Change.OPEN_UPDATE) for c, _ in told)
    parts = [f"shifted after sharing: {', '.join(said)}"] if said else []
    if updates:
        parts.append(f"{updates} open update{'s' if updates > 1 else ''}")
    if hidden:
        parts.append(f"my win not shared in {hidden}")
    return "; ".join(parts)


def _changes(versions: Sequence[Goalpost]) -> tuple[Change, ...] | None:
    in_order = sorted(versions, key=lambda one: one.version)
    told = [at for one in in_order if (at := _shared_at(one)) is not None]
    return changes_after_sharing(
        min(told, default=None),
        [
            Version(one.recorded_at, one.change_reason.value, bool(one.announced))
            for one in in_order
        ],
    )


def _shared_at(one: Goalpost) -> datetime | None:
    """Return when a version was told: by me, or for theirs to me."""
    if one.owner is Actor.ME:
        return one.shared_at
    if one.source is not Source.TOLD_ME:
        return None
    return one.shared_at or one.recorded_at
