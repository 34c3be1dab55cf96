"""Rating old debriefs again without seeing the ratings: which, and what moved."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from math import fsum
from typing import TYPE_CHECKING

from winjournal.domain.measures.settings import TIER_ENOUGH
from winjournal.domain.panels import Reread, Shift
from winjournal.domain.self_rated import RATED
from winjournal.domain.statements_after import (
    NOT_REREAD,
    REREAD_FEW,
    REREAD_MEAN,
    REREAD_SAME,
)
from winjournal.domain.then_and_now import Compared, compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from winjournal.domain.afterwards import Again
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.facts import Facts
    from winjournal.domain.standing import BlindRating
    from winjournal.domain.tally import View

AT_ONCE = 5
"""Debriefs rated again in one go."""

OLD_AFTER = timedelta(days=60)
"""From this age on a debrief is old: the day itself is hardly remembered [D]."""

CONTENT = "content"


def to_rate_again(
    talks: Iterable[Facts], again: Iterable[Again], today: date
) -> tuple[str, ...]:
    """Return the old debriefs to rate again, at most five, the oldest first.

    The same data always give the same ones: those rated again least often, spread
    evenly from the oldest to the newest of them, so that no time of one's life is
    chosen.

    Args:
        talks: Every negotiation, in any order.
        again: What was rated again before.
        today: Local date.
    """
    times = Counter(one.negotiation_id for one in again)
    old = [
        talk
        for talk in talks
        if talk.debriefed_on is not None
        and talk.debriefed_on <= today - OLD_AFTER
        and talk.closed_on is not None
        and not (talk.my_sat is None and talk.step_self is None)
    ]
    old.sort(key=lambda talk: (talk.closed_on or talk.on, talk.id))
    chosen: list[Facts] = []
    for often in sorted({times[talk.id] for talk in old}):
        same = [talk for talk in old if times[talk.id] == often]
        chosen += _spread(same, AT_ONCE - len(chosen))
    wanted = {talk.id for talk in chosen}
    return tuple(talk.id for talk in old if talk.id in wanted)


def _spread(talks: Sequence[Facts], count: int) -> list[Facts]:
    """Return so many of them, evenly from the first to the last."""
    if count <= 0 or len(talks) <= count:
        return list(talks[: max(count, 0)])
    if count == 1:
        return [talks[0]]
    last = len(talks) - 1
    return [talks[at * last // (count - 1)] for at in range(count)]


def reread(seen: View, again: Iterable[Again]) -> Reread:
    """Return how ratings moved when they were given again; the latest one counts."""
    latest: dict[str, Again] = {}
    for one in sorted(again, key=lambda one: (one.rated_on, one.id)):
        latest[one.negotiation_id] = one
    pairs = [(talk, latest[talk.id]) for talk in seen.inside if talk.id in latest]
    content = [
        (talk.id, now.my_sat - talk.my_sat)
        for talk, now in pairs
        if talk.my_sat is not None and now.my_sat is not None
    ]
    shifts = [_shift(CONTENT, content)]
    for at, step in enumerate(RATED):
        moved = [
            (talk.id, now.step_self[at] - talk.step_self[at])
            for talk, now in pairs
            if talk.step_self is not None and now.step_self is not None
        ]
        shifts.append(_shift(step.value, moved))
    shown = tuple(shift for shift in shifts if shift.n)
    return Reread(
        n=len(pairs),
        shifts=shown,
        lines=tuple(map(say_shift, shown)) or (NOT_REREAD,),
    )


def say_shift(shift: Shift) -> str:
    """Return in words what a rating became; below five as counts."""
    what = shift.what
    if shift.mean is None:
        return REREAD_FEW.format(
            what=what, higher=shift.higher, same=shift.same, lower=shift.lower
        )
    size = f"{abs(shift.mean):.1f}"
    if size == "0.0":
        return REREAD_SAME.format(what=what, n=shift.n)
    direction = "higher" if shift.mean > 0 else "lower"
    return REREAD_MEAN.format(what=what, mean=size, direction=direction, n=shift.n)


def _shift(what: str, moved: Sequence[tuple[str, int]]) -> Shift:
    by = [by for _, by in moved]
    enough = len(by) >= TIER_ENOUGH
    return Shift(
        what=what,
        n=len(by),
        mean=fsum(by) / len(by) if enough else None,
        higher=sum(step > 0 for step in by),
        same=sum(step == 0 for step in by),
        lower=sum(step < 0 for step in by),
        ids=tuple(id_ for id_, _ in moved),
    )


def shifts_of(
    dossiers: Iterable[Dossier], ratings: Iterable[BlindRating]
) -> tuple[Compared, ...]:
    """Return the ratings of debriefs then and now: content, and the steps that moved.

    Args:
        dossiers: The negotiations, with their debriefs.
        ratings: What was rated again, in the same order.
    """
    rows: list[Compared] = []
    for dossier, now in zip(dossiers, ratings, strict=True):
        debrief = dossier.debrief
        then = debrief.my_sat if debrief else None
        rows.append(compared(dossier.negotiation.title, then, now.my_sat))
        before = debrief.step_self if debrief else None
        for step, old, new in zip(
            RATED, before or (None,) * 5, now.step_self or (None,) * 5, strict=True
        ):
            if old != new and None not in (old, new):
                rows.append(compared(f"  {step.value}", old, new))
    return tuple(rows)
