"""What an old debrief shows when it is rated again: facts, and no rating."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import Criterion, Source
from winjournal.domain.later import OutsideView, SatSource
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.domain.reread import shifts_of
from winjournal.domain.reread_facts import facts_to_rate_by
from winjournal.domain.standing import BlindRating
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction, FairBasis, Terms, Unit

AT = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
DANA = Counterparty(id="dana", name="Dana")
DEAL = Negotiation(
    id="d", title="Acme", counterparty_id="dana", opened_on=date(2026, 2, 1),
    closed_on=date(2026, 3, 2),
    terms=Terms(
        unit=Unit.MONEY, currency="EUR", direction=Direction.MORE,
        fair_low=Decimal(38000), fair_high=Decimal(46000), fair_basis=FairBasis.MARKET,
        walk_away=Decimal(36000),
    ),
)  # fmt: skip
DEBRIEF = Debrief(
    id="b", negotiation_id="d", written_at=AT, outcome=Outcome.AGREED,
    captured=Decimal(41000), my_sat=6, their_sat_pred=5, deal_again_prob=77,
    step_self=(6, 5, 4, 3, 2), happened="She said cheaper.", lesson="Wait.",
)  # fmt: skip


def mark(number: int, tag: str | None, note: str = "", **given: object) -> Moment:
    made = Moment(
        id=f"m{number}", negotiation_id="d", at=AT, tag=tag, note=note or None
    )
    return replace(made, **given)  # type: ignore[arg-type]  # names of fields


def wish(text: str, met: str | None, owner: Actor = Actor.ME) -> Criterion:
    return Criterion(
        id=text, negotiation_id="d", owner=owner, text=text, source=Source.TOLD_ME,
        met=Decimal(met) if met else None,
    )  # fmt: skip


WHOLE = Dossier(
    negotiation=DEAL, counterparty=DANA, debrief=DEBRIEF,
    criteria=(
        wish("2 years", "1"), wish("40k", "0.5"), wish("logo", None),
        wish("one invoice", "0", Actor.THEM),
    ),
    moments=(
        *(mark(n, "ego", f"no {n}") for n in range(7)), mark(8, "honest"),
        mark(9, None), mark(10, "ego", actor=Actor.THEM),
    ),
    outside_views=(
        OutsideView(
            id="o", negotiation_id="d", by="them", sat=7, words="fine",
            source=SatSource.TOLD_ME,
        ),
    ),
)  # fmt: skip


def test_the_facts_stand_there_and_no_rating() -> None:
    found = dict(facts_to_rate_by(WHOLE))
    assert found == {
        "with": "Dana",
        "ended": "agreed at 41k EUR, Mon 2 Mar 2026",
        "range and line": "fair 38k – 46k, market, leave below 36k",  # noqa: RUF001 - as it is said
        "my criteria": "2 years met, 40k half",
        "theirs": "one invoice not",
        "my marks": "ego (no 0); ego (no 1); ego (no 2); ego (no 3); ego (no 4);"
        " ego (no 5); 2 more",
        "happened": "She said cheaper.",
        "lesson": "Wait.",
    }


def test_a_last_offer_stands_where_nothing_was_captured() -> None:
    left = replace(
        DEBRIEF, outcome=Outcome.WALKED_AWAY, captured=None, final_offer=Decimal(35000)
    )
    found = dict(facts_to_rate_by(replace(WHOLE, debrief=left)))
    assert found["ended"] == "walked away at 35k EUR, Mon 2 Mar 2026"


def test_what_is_not_there_is_left_out() -> None:
    bare = Dossier(
        negotiation=replace(DEAL, terms=Terms(), closed_on=None), counterparty=DANA
    )
    assert facts_to_rate_by(bare) == (("with", "Dana"), ("ended", "open"))


def test_the_shift_names_what_moved() -> None:
    again = BlindRating(
        id="a", negotiation_id="d", rated_at=AT, my_sat=3, step_self=(6, 5, 4, 3, 7)
    )
    rows = shifts_of((WHOLE, WHOLE), (again, replace(again, step_self=None)))
    assert [(row.what, row.then, row.now, row.shift) for row in rows] == [
        ("Acme", "6 of 7", "3 of 7", "3 less"), ("  ego", "2 of 7", "7 of 7", "5 more"),
        ("Acme", "6 of 7", "3 of 7", "3 less"),
    ]  # fmt: skip


def test_without_a_debrief_there_is_nothing_then() -> None:
    again = BlindRating(id="a", negotiation_id="d", rated_at=AT, my_sat=3)
    (row,) = shifts_of((replace(WHOLE, debrief=None),), (again,))
    assert (row.then, row.now, row.shift) == ("", "3 of 7", "")
