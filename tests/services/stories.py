"""Small beginnings that the service tests share."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from winjournal.domain.debrief import Debrief, InfoGap, Outcome
from winjournal.domain.goalposts import Source
from winjournal.domain.negotiation import Negotiation, TrustCall
from winjournal.domain.terms import Direction, FairBasis, Terms, Unit
from winjournal.domain.worth import GapPlan
from winjournal.services.journal import Journal
from winjournal.services.prep import Prep, Wish
from winjournal.services.worth import Bring, Gap

TERMS = Terms(
    unit=Unit.MONEY,
    currency="EUR",
    direction=Direction.MORE,
    fair_low=Decimal(38000),
    fair_high=Decimal(46000),
    fair_basis=FairBasis.MARKET,
    walk_away=Decimal(36000),
    target=Decimal(48000),
)

WHOLE = Prep(
    title="Acme renewal",
    person="Dana",
    kind="vendor",
    trust_call=TrustCall.ENOUGH,
    my_win="2 years, 40k or more, a named contact",
    my_criteria=(Wish(text="2 years", weight=3), Wish(text="40k", weight=2)),
    their_win="predictable cost, one invoice",
    their_source=Source.TOLD_ME,
    their_criteria=(Wish(text="one invoice", weight=2),),
    terms=TERMS,
    value_items=(
        Bring(text="on-call", low=Decimal(12), high=Decimal(15), evidence="report"),
    ),
    information_gaps=(
        Gap(text="prices rise in April", material=True, plan=GapPlan.TELL),
    ),
)

LEAST = Prep(title="Landlord, deposit", person="M. Okafor")


def begin(journal: Journal, prep: Prep = WHOLE) -> Negotiation:
    return journal.deals.create(prep)


def answers(journal: Journal, negotiation_id: str) -> Debrief:
    return replace(
        journal.debriefs.blank(negotiation_id),
        outcome=Outcome.AGREED,
        captured=Decimal(41000),
        my_sat=6,
        their_sat_pred=5,
        my_win_changed=False,
        their_win_changed=True,
        info_gap=InfoGap.I_KEPT_IT,
        step_self=(6, 5, 4, 3, 2),
        moments_reviewed=True,
    )


def met(journal: Journal, negotiation_id: str) -> dict[str, Decimal | None]:
    criteria = journal.deals.read(negotiation_id).criteria
    return {c.id: Decimal(1) for c in criteria}
