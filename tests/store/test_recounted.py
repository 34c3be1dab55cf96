"""The record of many negotiations, counted again from each of them."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.conftest import START
from tests.store.entities import DEAL, MOMENT, PERSON
from tests.store.test_record import put, record
from winjournal.domain.debrief import (
    Debrief,
    InfoGap,
    NoDealReason,
    Outcome,
    YesNoUnsure,
)
from winjournal.domain.facts import Facts
from winjournal.domain.filter_tree import Everything
from winjournal.domain.goalposts import Criterion, Source, share_met
from winjournal.domain.moments import Precision, Recorded
from winjournal.domain.tags import TAXONOMY, Actor
from winjournal.domain.terms import Direction, FairBasis, Terms, Unit

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier
    from winjournal.services.entities import Entity
    from winjournal.store.store import SqlStore


def some(chance: random.Random, kind: Any) -> Any:
    return chance.choice([None, *kind])


def random_parts(id_: str, chance: random.Random) -> list[Entity]:
    """Return a negotiation and parts that differ in all that a measure reads."""
    opened = date(2026, 1, 1) + timedelta(days=chance.randrange(30))
    amounts = [Decimal(90), Decimal("100.5"), Decimal(110)]
    deal = replace(
        DEAL, id=id_, opened_on=opened,
        closed_on=some(chance, [opened + timedelta(days=9)]),
        kind=some(chance, ["salary"]), prep_sealed_at=some(chance, [START]),
        sealed_in_time=some(chance, [True, False]),
        terms=Terms(
            unit=Unit.MONEY, currency="EUR", direction=some(chance, Direction),
            fair_low=amounts[0], fair_high=some(chance, amounts),
            fair_basis=some(chance, FairBasis), walk_away=some(chance, amounts),
            walk_away_text=some(chance, ["below cost"]),
        ),
    )  # fmt: skip
    outcome = chance.choice(list(Outcome))
    agreed = outcome is Outcome.AGREED
    parts: list[Entity] = [deal]
    if chance.random() < 0.8:
        parts.append(Debrief(
            id=f"{id_}d", negotiation_id=id_, written_at=START, outcome=outcome,
            captured=some(chance, amounts) if agreed else None,
            final_offer=some(chance, amounts), below_line=some(chance, YesNoUnsure),
            info_gap=some(chance, InfoGap), no_deal_reason=some(chance, NoDealReason),
            my_sat=some(chance, range(1, 8)), their_sat_pred=some(chance, range(1, 8)),
            deal_again_prob=some(chance, [0, 50, 100]),
            step_self=some(chance, [(1, 2, 3, 4, 5)]),
            moments_reviewed=chance.random() < 0.5,
        ))  # fmt: skip
    for number in range(chance.randrange(6)):
        parts.append(replace(
            MOMENT, id=f"{id_}m{number}", negotiation_id=id_, precision=Precision.EXACT,
            tag=some(chance, [*(tag.slug for tag in TAXONOMY[:4]), "my own tag"]),
            actor=chance.choice(list(Actor)), recorded=chance.choice(list(Recorded)),
        ))  # fmt: skip
        parts.append(Criterion(
            id=f"{id_}c{number}", negotiation_id=id_, owner=chance.choice(list(Actor)),
            text="a", weight=chance.randrange(1, 4), source=some(chance, Source),
            met=some(chance, [Decimal(0), Decimal("0.5")] + [Decimal(1)] * 9),
        ))  # fmt: skip
    return parts


def facts_of(dossier: Dossier) -> Facts:
    """Return the facts of one negotiation, from the negotiation alone."""
    deal, terms, debrief = (
        dossier.negotiation, dossier.negotiation.terms, dossier.debrief,
    )  # fmt: skip
    mine = dossier.criteria_of(Actor.ME)
    theirs = dossier.criteria_of(Actor.THEM)
    marks = dossier.moments
    told: dict[str, Any] = {}
    if debrief is not None:
        names = (
            "outcome", "captured", "final_offer", "below_line", "info_gap",
            "no_deal_reason", "my_sat", "their_sat_pred", "deal_again_prob",
            "step_self",
        )  # fmt: skip
        told = {name: getattr(debrief, name) for name in names}
        told["debriefed_on"] = debrief.written_at.date()
        told["reviewed"] = debrief.moments_reviewed
    return Facts(
        id=deal.id, title=deal.title, person_id="person", person="Dana",
        sphere=deal.sphere.value, kind=deal.kind, on=deal.closed_on or deal.opened_on,
        closed_on=deal.closed_on, sealed=deal.is_sealed,
        sealed_in_time=bool(deal.sealed_in_time), unit=terms.unit,
        currency=terms.currency, direction=terms.direction, fair_low=terms.fair_low,
        fair_high=terms.fair_high, fair_basis=terms.fair_basis,
        walk_away=terms.walk_away,
        line_is_text=terms.walk_away is None and terms.walk_away_text is not None,
        mine_met=share_met(mine), theirs_met=share_met(theirs),
        theirs_told=bool(theirs) and all(c.source is Source.TOLD_ME for c in theirs),
        counts=dict(Counter((m.actor, m.tag) for m in marks if m.tag)),
        undecided=sum(m.tag is None for m in marks),
        same_day=sum(m.recorded is not Recorded.LATER for m in marks),
        moments=len(marks), **told,
    )  # fmt: skip


def test_the_record_is_what_the_negotiations_say(store: SqlStore) -> None:
    chance = random.Random(11)
    put(
        store,
        PERSON,
        *(part for n in range(60) for part in random_parts(f"d{n:02}", chance)),
    )
    with store.read() as reader:
        dossiers = [reader.dossier(id_) for id_ in reader.dossiers(Everything())]
    expected = {dossier.negotiation.id: facts_of(dossier) for dossier in dossiers}
    found = {deal.id: deal for deal in record(store).deals}
    assert set(found) == set(expected)
    for id_, deal in found.items():
        assert deal.mine_met == pytest.approx(expected[id_].mine_met)
        assert deal.theirs_met == pytest.approx(expected[id_].theirs_met)
        same = replace(
            deal, mine_met=expected[id_].mine_met, theirs_met=expected[id_].theirs_met
        )
        assert same == expected[id_]
