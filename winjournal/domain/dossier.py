"""One negotiation with everything that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from winjournal.domain.debrief import Debrief, Outcome, missing_answers
from winjournal.domain.goalposts import Criterion, Goalpost
from winjournal.domain.later import FollowUp, OutsideView, Promise, Repair
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation, Offer, Sitting
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms, Unit
from winjournal.domain.worth import InformationGap, ValueItem
from winjournal.domain.writing import Entry, InboxLine, Link, Vow, VowTest


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One negotiation, whole; every tuple is in order of time, oldest first.

    Attributes:
        lines: Logged lines that belong here by person but are not filed yet.
        vows: The vows that were tested here.
        links: The chain of its seals.
    """

    negotiation: Negotiation
    counterparty: Counterparty
    goalposts: tuple[Goalpost, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    value_items: tuple[ValueItem, ...] = ()
    information_gaps: tuple[InformationGap, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    offers: tuple[Offer, ...] = ()
    moments: tuple[Moment, ...] = ()
    debrief: Debrief | None = None
    promises: tuple[Promise, ...] = ()
    repairs: tuple[Repair, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    outside_views: tuple[OutsideView, ...] = ()
    vow_tests: tuple[VowTest, ...] = ()
    vows: tuple[Vow, ...] = ()
    entries: tuple[Entry, ...] = ()
    lines: tuple[InboxLine, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """How it ended; `open` before the debrief says so."""
        return self.debrief.outcome if self.debrief else Outcome.OPEN

    def goalpost(self, owner: Actor) -> Goalpost | None:
        """Return the latest version of one side's goalpost, or None."""
        own = [g for g in self.goalposts if g.owner is owner]
        return max(own, key=lambda g: g.version, default=None)

    def criteria_of(self, owner: Actor) -> tuple[Criterion, ...]:
        """Return one side's criteria in their order."""
        return tuple(c for c in self.criteria if c.owner is owner)

    @property
    def may_show_words(self) -> bool:
        """Whether what others said may be shown: one's own scores are in."""
        return self.debrief is not None and self.debrief.has_own_scores

    def without_words(self) -> Dossier:
        """Return it as it may be shown: what others said waits for one's own scores."""
        if self.may_show_words:
            return self
        hidden = (replace(v, sat=None, words=None) for v in self.outside_views)
        return replace(self, outside_views=tuple(hidden))

    def missing(self) -> tuple[str, ...]:
        """Return what the prep still lacks to be sealed, in the order asked."""
        mine, theirs = self.goalpost(Actor.ME), self.goalpost(Actor.THEM)
        return missing_for_seal(
            self.negotiation.terms,
            has_call=self.negotiation.trust_call is not None,
            has_win=mine is not None,
            has_criteria=bool(self.criteria_of(Actor.ME)),
            has_source=theirs is not None and theirs.source is not None,
        )

    def unanswered(self, debrief: Debrief | None = None) -> tuple[str, ...]:
        """Return the required answers that the debrief lacks, in the order asked.

        Args:
            debrief: What a form holds; None takes the one written.
        """
        answered = debrief or self.debrief
        if answered is None:
            return ("outcome",)
        terms = self.negotiation.terms
        return missing_answers(
            answered,
            has_unit=terms.unit is not Unit.NONE,
            line_is_text=terms.walk_away is None and terms.walk_away_text is not None,
            criteria_open=any(c.met is None for c in self.criteria),
        )


def missing_for_seal(
    terms: Terms, *, has_call: bool, has_win: bool, has_criteria: bool,
    has_source: bool,
) -> tuple[str, ...]:  # fmt: skip
    """Return what a prep lacks to be sealed, in the order asked (MEASURES.md 2.2).

    Args:
        terms: The number that the deal turns on; without a unit only the
            walk-away line is asked for.
        has_call: Whether trust was called.
        has_win: Whether my winning is written.
        has_criteria: Whether one criterion of mine is.
        has_source: Whether it is said how I know theirs.
    """
    numbers = terms.unit is not Unit.NONE
    wanted = (
        ("trust call", not has_call),
        ("my win", not has_win),
        ("my criteria", not has_criteria),
        ("their win", not has_source),
        ("direction", numbers and terms.direction is None),
        ("fair range", numbers and terms.fair_low is None),
        ("basis of the range", numbers and terms.fair_basis is None),
        ("walk-away line", terms.walk_away is None and not terms.walk_away_text),
    )
    return tuple(name for name, lacking in wanted if lacking)
