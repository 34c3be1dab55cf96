"""A preparation on one page: what was written, step by step, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.exchange.dossiers import acme, at
from winjournal.domain.before import Before, Lesson
from winjournal.domain.brief import Brief, BriefLine, brief_of
from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import Goalpost, Source
from winjournal.domain.later import Promise, PromiseState
from winjournal.domain.negotiation import Counterparty, Negotiation, TrustCall
from winjournal.domain.tags import Actor
from winjournal.domain.worth import GapPlan, InformationGap, ValueItem

TODAY = date(2026, 3, 5)
BARE = Dossier(
    negotiation=Negotiation(
        id="d", title="Van hire", counterparty_id="p", opened_on=TODAY
    ),
    counterparty=Counterparty(id="p", name="Harbour Vans"),
)


def prepared() -> Dossier:
    """Return a negotiation with everything that a prep can hold."""
    deal = acme()
    item = ValueItem(
        id="v1", negotiation_id="d", text="uptime", low=Decimal(12000),
        high=Decimal(15000), unit="EUR", evidence="the report",
        differs="no one else is on call", told_at=at(4, 15),
    )  # fmt: skip
    gap = InformationGap(
        id="i1", negotiation_id="d", text="prices rise in April", material=True,
        plan=GapPlan.KEEP, because="it is not decided",
    )  # fmt: skip
    return replace(
        deal,
        negotiation=replace(
            deal.negotiation, trust_call=TrustCall.NOT_YET, ego_risk="a rival",
            smallest_promise="send the data", value_case="we answer at night",
            planned_for=at(6, 14), terms=replace(
                deal.negotiation.terms, target=Decimal(48000),
                fair_basis_note="three quotes",
            ),
        ),
        goalposts=(
            *deal.goalposts[:1],
            Goalpost(id="g3", negotiation_id="d", owner=Actor.THEM,
                     text="one invoice", source=Source.MY_GUESS, recorded_at=at(1, 9)),
        ),
        value_items=(item, replace(item, id="v2", text="brand", low=None, high=None,
                                   evidence=None, differs=None, told_at=None)),
        information_gaps=(gap,),
    )  # fmt: skip


KNOWN = Before(
    name="Dana",
    promises=(
        Promise(id="p1", counterparty_id="p1", by=Actor.ME, text="send it",
                made_at=at(1, 9), state=PromiseState.KEPT, settled_on=date(2026, 3, 2)),
        Promise(id="p2", counterparty_id="p1", by=Actor.THEM, text="call back",
                made_at=at(1, 9), state=PromiseState.BROKEN,
                settled_on=date(2026, 3, 2)),
    ),
    lessons=(
        Lesson(negotiation_id="x", title="Kiln lease", on=date(2026, 2, 3),
               person_id="p1", text="say it first"),
    ),
    vow="If I hear cheaper, then I ask",
)  # fmt: skip


def said(brief: Brief, part: str) -> list[tuple[str, str, str]]:
    (lines,) = [p.lines for p in brief.parts if p.title == part]
    return [(line.label, line.text, line.aside) for line in lines]


def test_the_page_goes_through_the_five_steps() -> None:
    brief = brief_of(prepared(), KNOWN, TODAY)
    assert (brief.title, brief.person) == ("Acme renewal", "Dana")
    assert brief.aside == "Fri 6 Mar 2026 14:00, sealed Sun"
    assert [part.title for part in brief.parts] == [
        "1  Trust", "2  Winning", "3  Value", "4  Fair share", "5  Ego and leaving",
        "What I learned before",
    ]  # fmt: skip
    assert said(brief, "1  Trust") == [
        ("my call", "", "not yet"),
        ("first promise", "send the data", ""),
        ("promises kept", "", "mine 1 of 1, Dana 0 of 1"),
        ("open between us", "Mon, Dana did not keep: call back", ""),
    ]
    assert said(brief, "2  Winning") == [
        ("for me", "2 years, 40k", "told them yesterday"),
        ("", "2 years", "weighs 3"),
        ("for them", "one invoice", "my guess"),
    ]
    assert said(brief, "3  Value") == [
        ("what I bring", "we answer at night", ""),
        ("in parts", "uptime, 12k to 15k EUR", "shown yesterday"),
        ("evidence", "the report", ""),
        ("differs", "no one else is on call", ""),
        ("", "brand, EUR", "no evidence yet"),
        ("together", "12k to 15k EUR with evidence", ""),
    ]
    assert said(brief, "4  Fair share") == [
        ("fair", "38k – 46k EUR", "market"),  # noqa: RUF001 - the domain's own dash
        ("source", "three quotes", ""),
        ("target", "48k EUR", ""),
        ("they may not know", "prices rise in April", "material, keep it"),
        ("because", "it is not decided", ""),
    ]
    assert said(brief, "5  Ego and leaving") == [
        ("I leave", "below 36k", ""),
        ("if it fails", "stay with the old tool", ""),
        ("what would sting", "a rival", ""),
        ("my vow", "If I hear cheaper, then I ask", ""),
    ]
    assert said(brief, "What I learned before") == [
        ("Kiln lease", "say it first", "3 Feb"),
    ]


def test_what_is_empty_is_left_out_unless_all_five_are_asked_for() -> None:
    assert brief_of(BARE, Before(), TODAY).parts == ()
    whole = brief_of(BARE, Before(), TODAY, whole=True)
    assert len(whole.parts) == 5
    assert {part.lines for part in whole.parts} == {(BriefLine("nothing yet"),)}
    assert whole.aside == "not sealed"


def test_a_seal_that_came_too_late_says_so() -> None:
    deal = prepared()
    late = replace(deal, negotiation=replace(deal.negotiation, sealed_in_time=False))
    assert brief_of(late, Before(), TODAY).aside.endswith(
        "sealed Sun, after the talk began"
    )


def test_a_win_that_was_not_told_says_so() -> None:
    deal = prepared()
    mine, theirs = deal.goalposts
    untold = replace(deal, goalposts=(replace(mine, shared_at=None), theirs))
    first, *_ = said(brief_of(untold, Before(), TODAY), "2  Winning")
    assert first[2] == "not told yet"
