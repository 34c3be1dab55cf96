"""The closing question deal by deal: where each landed, and what they felt."""

from __future__ import annotations

from heapq import nlargest
from math import fsum
from typing import TYPE_CHECKING

from winjournal.domain.evidence import landed_by_any
from winjournal.domain.measures.interests import Grade
from winjournal.domain.measures.prediction import prediction_bias
from winjournal.domain.measures.settings import TIER_ENOUGH
from winjournal.domain.panels import Felt, Landings, Spot
from winjournal.domain.statements import in_100
from winjournal.domain.statements_after import (
    CRITERIA_GUESSED,
    CRITERIA_MINE,
    CRITERIA_ONLY_GUESSED,
    CRITERIA_TOLD,
    FELT_ANSWERED,
    FELT_BIAS,
    FELT_FEW,
    FELT_SAME,
    NOT_PLACED,
    pleased,
)
from winjournal.domain.tally import tally

if TYPE_CHECKING:
    from winjournal.domain.facts import Facts
    from winjournal.domain.tally import View

WIDEST = 3
"""Deals named with the widest gap each way."""


def landings(seen: View) -> Landings:
    """Return where the deals of the period landed between both sides.

    A guess of mine places a deal, hollow, and is in no figure and in neither list.
    """
    placed = tally(seen, landed_by_any).inside
    spots = [
        Spot(id=talk.id, mine=x.mine, theirs=x.theirs, guessed=x.grade is Grade.C)
        for talk, x in zip(placed.talks, placed.said, strict=True)
    ]
    felt = [
        Felt(id=talk.id, predicted=talk.their_sat_pred, said=talk.their_rating)
        for talk in seen.inside
        if talk.their_sat_pred is not None and talk.their_rating is not None
    ]
    told = [spot for spot in spots if not spot.guessed]
    told_ids, felt_ids = [spot.id for spot in told], [one.id for one in felt]
    more = [spot.theirs - spot.mine for spot in told]
    gaps = [float(one.predicted - one.said) for one in felt]
    return Landings(
        spots=tuple(spots),
        felt=tuple(felt),
        mine_more=_widest(told_ids, [-gap for gap in more]),
        theirs_more=_widest(told_ids, more),
        less_pleased=_widest(felt_ids, gaps),
        more_pleased=_widest(felt_ids, [-gap for gap in gaps]),
        lines=(*_criteria(seen), *_feelings(seen, felt)) or (NOT_PLACED,),
    )


def _widest(ids: list[str], gaps: list[float]) -> tuple[str, ...]:
    """Return the ids of the widest gaps above nothing, the later first among equals."""
    wide = nlargest(WIDEST, [gap for gap in gaps if gap > 0])
    if not wide:
        return ()
    # Where each stands is asked of those alone that are as wide as the last of them.
    places = [(gap, at) for at, gap in enumerate(gaps) if gap >= wide[-1]]
    return tuple([ids[at] for _, at in nlargest(WIDEST, places)])


def _criteria(seen: View) -> list[str]:
    deals = seen.deals
    mine = [talk.mine_met for talk in deals if talk.mine_met is not None]
    theirs = [talk for talk in deals if talk.theirs_met is not None]
    told = [t.theirs_met for t in theirs if t.theirs_told and t.theirs_met is not None]
    guessed = len(theirs) - len(told)
    said = []
    if len(mine) >= TIER_ENOUGH:
        said.append(CRITERIA_MINE.format(share=_mean(mine), n=len(mine)))
    if len(told) >= TIER_ENOUGH:
        more = CRITERIA_GUESSED.format(g=guessed) if guessed else ""
        said.append(CRITERIA_TOLD.format(share=_mean(told), n=len(told), guessed=more))
    elif guessed:
        said.append(CRITERIA_ONLY_GUESSED.format(g=guessed))
    return said


def _mean(shares: list[float]) -> int:
    return in_100(fsum(shares) / len(shares))


def _feelings(seen: View, felt: list[Felt]) -> list[str]:
    asked: list[Facts] = [t for t in seen.inside if t.their_sat_pred is not None]
    if not asked:
        return []
    if len(felt) < TIER_ENOUGH:
        return [FELT_FEW.format(n=len(felt), asked=len(asked))]
    found = prediction_bias([one.predicted for one in felt], [one.said for one in felt])
    said = FELT_ANSWERED.format(n=len(felt), asked=len(asked))
    if found is None or found.interval is None:
        return [said]
    template = FELT_SAME if abs(found.bias) < 0.05 else FELT_BIAS
    return [
        template.format(
            bias=f"{abs(found.bias):.1f}",
            direction="less" if found.bias > 0 else "more",
            lo=pleased(found.interval.low),
            hi=pleased(found.interval.high),
            miss=f"{found.typical_miss:.1f}",
        ),
        said,
    ]
