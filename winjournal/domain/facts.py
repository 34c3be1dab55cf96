"""What the measures read: one negotiation boiled down, without its words.

The store makes these by a few queries over the whole journal, so that a report
over ten thousand negotiations never builds a hundred thousand moments.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from winjournal.domain.debrief import InfoGap, NoDealReason, Outcome, YesNoUnsure
from winjournal.domain.later import Commitments, Discovered, PromiseState
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, FairBasis, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One negotiation as the measures see it; None is unknown.

    Attributes:
        on: Local date by which it is listed: closing, else opening.
        outcome: None without a debrief.
        shared: Whether my win was told to them.
        shifts: My later versions that count as a shift (MEASURES.md M2).
        updates: My announced versions with a reason, and late corrections.
        their_shared: Whether they told me their win.
        their_shifts: Their later versions that count.
        mine_met: Weighted share of my criteria met, 0 to 1.
        theirs_met: The same for theirs.
        theirs_told: Whether every criterion of theirs was told to me.
        their_rating: The other side's earliest own rating, 1 to 7.
        asked: Whether a rating was asked of them.
        counts: (actor, tag) to number of moments.
        undecided: Marks without a tag.
        same_day: Moments written live or on the same day.
        moments: All moments.
        last_due: Local date of the last configured follow-up.
        last_day: How many days after closing that was planned for.
    """

    id: str
    title: str
    person_id: str
    person: str
    sphere: str
    kind: str | None = None
    on: date
    closed_on: date | None = None
    sealed: bool = False
    sealed_in_time: bool = False
    unit: Unit = Unit.NONE
    currency: str | None = None
    direction: Direction | None = None
    fair_low: Decimal | None = None
    fair_high: Decimal | None = None
    fair_basis: FairBasis | None = None
    walk_away: Decimal | None = None
    line_is_text: bool = False
    outcome: Outcome | None = None
    debriefed_on: date | None = None
    captured: Decimal | None = None
    final_offer: Decimal | None = None
    below_line: YesNoUnsure | None = None
    info_gap: InfoGap | None = None
    no_deal_reason: NoDealReason | None = None
    my_sat: int | None = None
    their_sat_pred: int | None = None
    deal_again_prob: int | None = None
    step_self: tuple[int, int, int, int, int] | None = None
    reviewed: bool = False
    shared: bool = False
    shifts: int = 0
    updates: int = 0
    their_shared: bool = False
    their_shifts: int = 0
    mine_met: float | None = None
    theirs_met: float | None = None
    theirs_told: bool = False
    their_rating: int | None = None
    asked: bool = False
    counts: dict[tuple[Actor, str], int] = field(default_factory=dict)
    undecided: int = 0
    same_day: int = 0
    moments: int = 0
    last_due: date | None = None
    last_day: int | None = None
    last_answered: bool = False
    they_discovered: Discovered | None = None
    my_commitments: Commitments | None = None
    swap_sign: YesNoUnsure | None = None
    deal_again: YesNoUnsure | None = None
    my_sat_now: int | None = None

    def count(self, actor: Actor, *tags: str) -> int:
        """Return how many moments of one side carry any of the tags."""
        return sum(self.counts.get((actor, tag), 0) for tag in tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A moment that is an act of trust (MEASURES.md M4)."""

    negotiation_id: str
    person_id: str
    actor: Actor
    tag: str
    on: date
    strength: int
    promise_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A promise as the measures see it."""

    id: str
    negotiation_id: str | None
    person_id: str
    by: Actor
    state: PromiseState
    due: date | None
    settled_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything the measures read; deals in closing order, open ones last."""

    deals: tuple[Facts, ...] = ()
    deeds: tuple[Deed, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    unlogged: dict[str, int] = field(default_factory=dict)
