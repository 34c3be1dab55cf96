"""The blocks on what was taken, left and met: share, ego, interests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.blocks import Doubt, noted, of_talks, plausible, share_block
from winjournal.domain.curves import index_plot, share_plot, strip
from winjournal.domain.debrief import InfoGap, NoDealReason
from winjournal.domain.doubts import ask_first, doubts
from winjournal.domain.evidence import (
    captured,
    ego_tagged,
    ego_tags,
    is_late,
    is_over,
    left,
)
from winjournal.domain.facts import Facts
from winjournal.domain.measures.over_capture import OverCapture, Side, over_captures
from winjournal.domain.measures.walk_away import Leaving
from winjournal.domain.statements import (
    EGO,
    EGO_FEW,
    EGO_LEAVING,
    OWN_VIEW,
    SEALED_LATE,
    SHARE,
    SHARE_FEW,
    SHARE_KEPT_BACK,
    SHARE_MIDDLE,
    signed_percent,
)
from winjournal.domain.tags import Step
from winjournal.domain.tally import Series, Tally, View, tally
from winjournal.domain.terms import FairBasis
from winjournal.domain.trend_words import share_trend, value_trend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.report import Block, Detail, Volume


_Leavings = dict[Leaving, list[Facts]]
"""Talks by what they say about leaving; an empty list for what none says."""


def fair_share(seen: View, logged: Volume) -> Block:
    """Return the block on deals against the range sealed before (M1)."""
    deals = tally(seen, captured)
    by = deals.split(lambda said: said.side is Side.OVER)
    over, others = by[True], by[False]
    under = deals.split(lambda said: said.side)[Side.UNDER]
    k, n = len(over), len(deals)
    kept = [t for t in over if t.info_gap is InfoGap.I_KEPT_IT]
    series = _indices(deals.looked_at)
    left_out = deals.without(seen.deals)
    return share_block(
        Step.SHARE,
        of_talks(over, others, left_out),
        Doubt(
            wrong_because=doubts(
                Step.SHARE, deals.talks, series.talks, logged,
                _range_doubts(deals.talks, left_out),
            ),
            question=ask_first(("over", over), ("within", others), otherwise="sealed"),
        ),
        few=SHARE_FEW.format(k=k, n=n, u=len(under)),
        enough=_share_sentence(deals, k, len(under), len(kept)),
        details=(
            noted(f"{len(under)} below it", under) if under else None,
            noted(f"in {len(kept)} of the {k} I had kept a fact back", kept)
            if over
            else None,
        ),
        trend=value_trend(series, n, seen, with_pairs=True),
        plot=index_plot(
            strip(deals, lambda said: said.side is Side.OVER), series, seen
        ),
    )  # fmt: skip


def _indices(deals: Series[OverCapture]) -> Series[float]:
    """Return the over-capture index of the deals that have one."""
    known = [
        (talk, float(said.index))
        for talk, said in zip(deals.talks, deals.said, strict=True)
        if said.index is not None
    ]
    return Series([talk for talk, _ in known], [index for _, index in known])


def _share_sentence(deals: Tally[OverCapture], k: int, under: int, kept: int) -> str:
    n = len(deals)
    sentence = SHARE.format(k=k, n=n, u=under, **plausible(k, n))
    middle = over_captures(deals.inside.said).index
    if middle is not None and middle.interval is not None:
        sentence += SHARE_MIDDLE.format(median=signed_percent(middle.median))
    return f"{sentence}.{SHARE_KEPT_BACK.format(g=kept, k=k) if k else ''}"


def _range_doubts(deals: Sequence[Facts], left_out: Sequence[Facts]) -> list[str]:
    found = []
    if own := sum(t.fair_basis is FairBasis.OWN_VIEW for t in deals):
        found.append(OWN_VIEW.format(o=own, n=len(deals)))
    if late := sum(is_late(t) for t in left_out):
        found.append(SEALED_LATE.format(late=late))
    return found


def ego(seen: View, logged: Volume) -> Block:
    """Return the block on ego and on leaving (M3 and M6)."""
    talks = tally(seen, ego_tagged)
    by = talks.split(bool)
    tagged, calm = by[True], by[False]
    k, n = len(tagged), len(talks)
    let_go = [(t, times) for t, times in seen.marked("ego-released") if t.reviewed]
    released, times = [t for t, _ in let_go], sum(times for _, times in let_go)
    leaving = tally(seen, left).split(lambda said: said)
    return share_block(
        Step.EGO,
        of_talks(
            tagged, calm, [t for t in seen.inside if is_over(t) and not t.reviewed]
        ),
        Doubt(
            wrong_because=doubts(Step.EGO, talks.talks, talks.looked_at.talks, logged),
            question=ask_first(("ego", tagged), ("calm", calm), otherwise="review"),
        ),
        few=EGO_FEW.format(k=k, n=n, r=len(released)),
        enough=EGO.format(k=k, n=n, r=times, **plausible(k, n)) + _below(leaving),
        details=(
            noted(f"let go in {len(released)}", released) if n else None,
            _in_one_talk(tagged),
            _below_detail(leaving),
            _workable_detail(leaving),
        ),
        trend=share_trend(talks.looked_at, n, seen),
        plot=share_plot(talks, seen),
    )


def _in_one_talk(tagged: Sequence[Facts]) -> Detail | None:
    """Return that all moments of ego came in one talk, where they did (M3)."""
    moments = sum(ego_tags(talk) or 0 for talk in tagged)
    if len(tagged) != 1 or moments < 2:
        return None
    return noted(f"{moments} moments, all in one talk", tagged)


def _below(by: _Leavings) -> str:
    w, s = len(by[Leaving.WALKED_WELL]), len(by[Leaving.STAYED_TOO_LONG])
    return EGO_LEAVING.format(h=w + s, w=w, s=s) if w or s else ""


def _below_detail(by: _Leavings) -> Detail | None:
    well, stayed = by[Leaving.WALKED_WELL], by[Leaving.STAYED_TOO_LONG]
    h = len(well) + len(stayed)
    if not h:
        return None
    words = f"below my line {h}: left {len(well)}, stayed {len(stayed)}"
    return noted(words, (*well, *stayed))


def _workable_detail(by: _Leavings) -> Detail | None:
    """Return how often an offer that met the line was left; only pride is ego."""
    gone, sound = by[Leaving.LEFT_WORKABLE_OFFER], by[Leaving.SOUND_DEAL]
    if not gone:
        return None
    pride = sum(t.no_deal_reason is NoDealReason.PRIDE for t in gone)
    words = f"left {len(gone)} of {len(gone) + len(sound)} offers that met it"
    return noted(f"{words}, {pride} for pride", gone)
