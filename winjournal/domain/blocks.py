"""A block from a count: what its tier lets it show (MEASURES.md 3.0)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.measures.settings import TIER_COUNTED, TIER_ENOUGH
from winjournal.domain.measures.shares import share
from winjournal.domain.measures.tiers import Tier, tier
from winjournal.domain.panels import Plot
from winjournal.domain.report import Block, Detail, Trend
from winjournal.domain.statements import (
    FEW_FOR_A_PATTERN,
    HEADLINES,
    NO_ENTRIES,
    in_100,
    more_needed,
)
from winjournal.domain.tally import ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from winjournal.domain.facts import Facts
    from winjournal.domain.tags import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was counted and what can be opened; see `Block`."""

    for_ids: tuple[str, ...] = ()
    against_ids: tuple[str, ...] = ()
    for_deals: tuple[str, ...] = ()
    against_deals: tuple[str, ...] = ()
    unknown_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Why a block could be wrong, and what would change its picture."""

    wrong_because: tuple[str, ...]
    question: str


def of_talks(
    for_: Iterable[Facts], against: Iterable[Facts], unknown: Iterable[Facts] = ()
) -> Evidence:
    """Return the evidence of a count of negotiations, which are opened themselves."""
    yes, no = ids(for_), ids(against)
    return Evidence(
        for_ids=yes,
        against_ids=no,
        for_deals=yes,
        against_deals=no,
        unknown_ids=ids(unknown),
    )


def share_block(
    step: Step,
    evidence: Evidence,
    doubt: Doubt,
    *,
    few: str,
    enough: str,
    details: Iterable[Detail | None] = (),
    trend: Trend = Trend(),  # noqa: B008  frozen, so one may be shared
    plot: Plot = Plot(),  # noqa: B008  the same
) -> Block:
    """Return the block of a share, with what its tier lets it show.

    Args:
        step: Which.
        evidence: What was counted: k of them for, the others against.
        doubt: Why it could be wrong.
        few: The sentence for one to four; its figures filled in.
        enough: The one from five on, its figures filled in too.
        details: The second line; None is left out.
        trend: What may be said about a change.
        plot: The same over time.
    """
    k = len(evidence.for_ids)
    n = k + len(evidence.against_ids)
    level = tier(n)
    interval = share(k, n).interval if n >= TIER_COUNTED else None
    return Block(
        step=step,
        headline=HEADLINES[step],
        k=k,
        n=n,
        tier=level,
        interval=(interval.low, interval.high) if interval else None,
        point=k / n if interval else None,
        sentence={Tier.NONE: NO_ENTRIES}.get(
            level, enough if n >= TIER_ENOUGH else few
        ),
        caution=FEW_FOR_A_PATTERN if level is Tier.COUNTED else "",
        details=tuple(detail for detail in details if detail),
        trend=trend,
        plot=plot,
        for_ids=evidence.for_ids,
        against_ids=evidence.against_ids,
        for_deals=evidence.for_deals,
        against_deals=evidence.against_deals,
        unknown_ids=evidence.unknown_ids,
        wrong_because=doubt.wrong_because,
        question=doubt.question,
        more_needed=more_needed(step, n, TIER_ENOUGH),
    )


def plausible(k: int, n: int) -> dict[str, int]:
    """Return the limits of a share as `lo` and `hi`, so many in 100; 0 without any."""
    interval = share(k, n).interval
    if interval is None:
        return {"lo": 0, "hi": 0}
    return {"lo": in_100(interval.low), "hi": in_100(interval.high)}


def noted(text: str, talks: Iterable[Facts] = ()) -> Detail:
    """Return a fact of the second line with the negotiations that it counts."""
    return Detail(text=text, ids=ids(talks))
