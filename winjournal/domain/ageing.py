"""How deals look later, by how they ended; and forecasts against what came."""

from __future__ import annotations

from collections import defaultdict
from math import fsum
from typing import TYPE_CHECKING, TypeAlias

from winjournal.domain.debrief import Outcome, YesNoUnsure
from winjournal.domain.evidence import captured, held, is_deal, is_due
from winjournal.domain.later import FOLLOW_UP_DAYS, Discovered
from winjournal.domain.measures.held_up import held_up, held_ups, rating_fell
from winjournal.domain.measures.over_capture import Side
from winjournal.domain.measures.prediction import brier
from winjournal.domain.measures.settings import TIER_ENOUGH
from winjournal.domain.panels import Aged, Ageing
from winjournal.domain.statements import in_100
from winjournal.domain.statements_after import (
    ABOVE,
    BELOW,
    BRIER,
    FORECASTS,
    FORECASTS_FEW,
    HELD,
    HELD_BOUNDS,
    HELD_FEW,
    INSIDE,
    NO_FORECASTS,
    NO_RANGE,
    NOT_AGED,
    OTHER_END,
    WALKED,
)
from winjournal.domain.tally import ids, tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.afterwards import Afterwards, Look
    from winjournal.domain.facts import Facts
    from winjournal.domain.tally import View

_SIDES = {Side.WITHIN: INSIDE, Side.OVER: ABOVE, Side.UNDER: BELOW}
_ENDS = (INSIDE, ABOVE, BELOW, NO_RANGE, WALKED, OTHER_END)
_NO_DEAL = (WALKED, OTHER_END)
_CAME: dict[YesNoUnsure | None, bool] = {YesNoUnsure.YES: True, YesNoUnsure.NO: False}


_LookedAt: TypeAlias = "tuple[Facts, list[Look]]"
"""A talk and the looks back at it."""


def ageing(seen: View, after: Afterwards) -> Ageing:
    """Return how the negotiations of the period look later.

    A look back counts once its day has come, or once it was answered. Groups are
    slices: counts and entries, never an interval beside another's (MEASURES.md 3.2).
    """
    looks_at: defaultdict[str, list[Look]] = defaultdict(list)
    for look in after.looks:
        looks_at[look.negotiation_id].append(look)
    # Talk by talk: what is found stands in closing order without being sorted.
    looked_at = [
        (talk, looks_at[talk.id]) for talk in seen.inside if talk.id in looks_at
    ]
    found = _groups(looked_at, seen)
    knew = {
        look.negotiation_id
        for look in after.looks
        if look.they_discovered is Discovered.YES_KNEW
    }
    forecasts = [
        (talk, talk.deal_again_prob / 100, _CAME[talk.deal_again])
        for talk in seen.inside
        if talk.deal_again_prob is not None and talk.deal_again in _CAME
    ]
    enough = len(forecasts) >= TIER_ENOUGH
    miss = brier([said for _, said, _ in forecasts], [came for *_, came in forecasts])
    lines = _lines([(said, came) for _, said, came in forecasts], miss)
    if not found:
        lines = (NOT_AGED.format(day=FOLLOW_UP_DAYS[0]), *lines)
    return Ageing(
        groups=found,
        fell_ids=_fell(seen, after),
        knew_ids=ids(talk for talk, _ in looked_at if talk.id in knew),
        came_ids=tuple(talk.id for talk, _, came in forecasts if came),
        came_not_ids=tuple(talk.id for talk, _, came in forecasts if not came),
        brier=miss if enough else None,
        lines=(*_held(seen), *lines),
    )


def _groups(looked_at: list[_LookedAt], seen: View) -> tuple[Aged, ...]:
    """Return the looks that count by how their talks ended, then by day."""
    sides, today = _sides(seen), seen.today
    by_end: defaultdict[str, defaultdict[int, list[Look]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for talk, looks in looked_at:
        ended = sides.get(talk.id) or _ended(talk)
        if not ended:
            continue
        by_day = by_end[ended]
        for look in looks:
            if look.answered or look.due <= today:
                by_day[look.day].append(look)
    return tuple(
        _aged(ended, day, looks)
        for ended in _ENDS
        if ended in by_end
        for day, looks in sorted(by_end[ended].items())
    )


def _fell(seen: View, after: Afterwards) -> tuple[str, ...]:
    """Return the talks in which their latest rating fell from their first (M8)."""
    latest: dict[str, tuple[int, int]] = {}
    for look in after.looks:
        if look.their_sat is not None and look.answered:
            said = look.day, look.their_sat
            before = latest.get(look.negotiation_id)
            if before is None or before < said:
                latest[look.negotiation_id] = said
    return ids(
        talk
        for talk in seen.inside
        if talk.id in latest and rating_fell(talk.their_rating, latest[talk.id][1])
    )


def _sides(seen: View) -> dict[str, str]:
    """Return how the deals of the period ended that have a range to end against."""
    deals = tally(seen, captured).inside
    sides = [_SIDES[said.side] for said in deals.said]
    return dict(zip(ids(deals.talks), sides, strict=True))


def _held(seen: View) -> tuple[str, ...]:
    """Return how many deals held up at the last look back, with what is possible."""
    due = [(talk, held(talk)) for talk in seen.deals if is_due(talk, seen.today)]
    looks = held_ups(verdict for _, verdict in due)
    told, bounds = looks.held, looks.bounds
    if not told.n or told.interval is None or bounds is None:
        return ()
    said = {
        "days": max(talk.last_day or 0 for talk, _ in due) or FOLLOW_UP_DAYS[-1],
        "h": told.k, "f": told.n, "due": len(due),
    }  # fmt: skip
    if told.n < TIER_ENOUGH:
        return (HELD_FEW.format(**said),)
    lo, hi = in_100(told.interval.low), in_100(told.interval.high)
    line = HELD.format(**said, lo=lo, hi=hi)
    if told.n < len(due):
        least, most = in_100(bounds.low), in_100(bounds.high)
        line += HELD_BOUNDS.format(due=len(due), least=least, most=most)
    return (line,)


def _ended(talk: Facts) -> str:
    """Return how a talk without a range ended; empty while it goes on."""
    if is_deal(talk):
        return NO_RANGE
    if talk.outcome is Outcome.WALKED_AWAY:
        return WALKED
    return "" if talk.outcome in (None, Outcome.OPEN) else OTHER_END


def _aged(ended: str, day: int, looks: list[Look]) -> Aged:
    again = [_CAME.get(look.deal_again) for look in looks]
    told: list[bool | None] = [None] * len(looks)
    if ended not in _NO_DEAL:
        told = [
            held_up(look.they_discovered, look.my_commitments, look.swap_sign)
            for look in looks
        ]
    return Aged(
        ended=ended,
        day=day,
        due_ids=_ids(looks),
        answered_ids=_ids([look for look in looks if look.answered]),
        held_ids=_where(looks, told, True),
        failed_ids=_where(looks, told, False),
        again_ids=_where(looks, again, True),
        not_again_ids=_where(looks, again, False),
    )


def _ids(looks: Iterable[Look]) -> tuple[str, ...]:
    return tuple([look.negotiation_id for look in looks])


def _where(looks: list[Look], said: list[bool | None], wanted: bool) -> tuple[str, ...]:
    """Return the negotiations of the looks that say what is wanted."""
    both = zip(looks, said, strict=True)
    return tuple([look.negotiation_id for look, one in both if one is wanted])


def _lines(forecasts: list[tuple[float, bool]], miss: float | None) -> tuple[str, ...]:
    n, came = len(forecasts), sum(came for _, came in forecasts)
    if not n or miss is None:
        return (NO_FORECASTS,)
    if n < TIER_ENOUGH:
        return (FORECASTS_FEW.format(came=came, n=n),)
    said = int(fsum(said for said, _ in forecasts) / n * 100 + 0.5)
    return (
        FORECASTS.format(said=said, came=came, n=n),
        BRIER.format(brier=f"{miss:.2f}"),
    )
