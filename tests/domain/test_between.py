"""One counterparty's page: acts both ways, and how each weighs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_character_honesty import FORBIDDEN
from winjournal.domain.aged import say_aged
from winjournal.domain.before import Before, TrustAct
from winjournal.domain.between import Between, Material, between
from winjournal.domain.debrief import Debrief, Outcome, YesNoUnsure
from winjournal.domain.goalposts import ChangeReason, Goalpost, Source
from winjournal.domain.later import (
    Commitments,
    Discovered,
    FollowUp,
    Promise,
    PromiseState,
    Repair,
    SatSource,
)
from winjournal.domain.moved import say_moved
from winjournal.domain.tags import Actor
from winjournal.domain.worth import GapPlan, InformationGap

TODAY = date(2026, 6, 30)
AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
ME, THEM = Actor.ME, Actor.THEM


def deed(tag: str, on: date = TODAY, by: Actor = THEM, **more: Any) -> TrustAct:
    return TrustAct(on=on, actor=by, tag=tag, negotiation_id="d", **more)


def promise(state: PromiseState, by: Actor = THEM, **more: Any) -> Promise:
    settled = None if state is PromiseState.OPEN else TODAY
    return Promise(id="p", counterparty_id="c", by=by, text="usage data", made_at=AT,
                   state=state, settled_on=settled, **more)  # fmt: skip


def page(known: Before, **more: Any) -> Between:
    titles = {"d": "Acme renewal", "e": "Acme, first year"}
    closed = {"d": date(2026, 3, 1), "e": date(2025, 3, 1)}
    given = Material(name="Dana", titles=titles, closed=closed, known=known, **more)
    return between(given, TODAY)


def test_the_acts_of_the_vector_weigh_as_the_law_says() -> None:
    acts = (
        deed("trust-built"),
        deed("honest", date(2025, 6, 30), strength=2),
        deed("trust-broken", date(2026, 1, 1)),
    )
    found = page(Before(acts=acts))
    assert [(a.text, a.aside, a.handled) for a in found.acts] == [
        ("Dana did what was owed", "+1.00", True),
        ("Dana broke trust", "-1.42", False),
        ("Dana told bad news unasked", "+1.00", True),
    ]
    assert dict(found.counts)["their acts"] == (
        "2 built, 1 broke it; weighs 55 of 100 for trust (plausibly 22-86),"
        " 90 days ago too few"
    )
    lied = deed("misled", date(2024, 6, 30), repaired=True)
    found = page(Before(acts=(*acts, lied)))
    assert found.acts[-1].text == "Dana misled; put right"
    assert found.acts[-1].aside == "-2.00"
    assert (
        "weighs 40 of 100 for trust (plausibly 14-70)"
        in (dict(found.counts)["their acts"])
    )


def test_below_the_evidence_there_is_no_figure() -> None:
    found = page(Before(acts=(deed("trust-built", by=ME), deed("honest", by=ME))))
    assert found.counts == (("my acts", "2 built; too few for a figure"),)
    assert page(Before()) == Between()


def test_an_act_that_is_a_promise_counts_once_and_one_to_come_not_yet() -> None:
    known = Before(
        acts=(
            deed("trust-built", id="m"),
            deed("honest", TODAY + timedelta(days=1), id="n"),
        ),
        promises=(promise(PromiseState.KEPT, moment_id="m"),),
    )
    found = page(known)
    assert [a.text for a in found.acts] == ["Dana kept: usage data"]
    assert dict(found.counts)["promises"] == "kept: Dana 1 of 1"


@pytest.mark.parametrize(
    ("state", "acts"),
    [("kept", 1), ("broken", 1), ("kept-late", 0), ("released", 0), ("open", 0)],
)
def test_only_a_promise_kept_or_broken_is_an_act(state: str, acts: int) -> None:
    assert len(page(Before(promises=(promise(PromiseState(state)),))).acts) == acts


def test_promises_stand_on_one_line_both_ways() -> None:
    known = Before(
        promises=(
            promise(PromiseState.KEPT, ME),
            promise(PromiseState.BROKEN),
            promise(PromiseState.RELEASED),
            promise(PromiseState.OPEN, due=TODAY - timedelta(days=3)),
        )
    )
    assert dict(page(known).counts)["promises"] == (
        "kept: mine 1 of 1, Dana 0 of 2; 1 open of Dana's, 3 days late; 1 released"
    )


def win(owner: Actor, deal: str = "d", version: int = 1, **more: Any) -> Goalpost:
    source = Source.TOLD_ME if owner is THEM else None
    how = {"shared_at": AT, "source": source} | more
    return Goalpost(id=f"{deal}{owner}{version}", negotiation_id=deal, owner=owner,
                    version=version, text="x",
                    recorded_at=AT + timedelta(days=version), **how)  # fmt: skip


def test_shifts_are_said_of_both_sides_by_one_rule() -> None:
    leverage: dict[str, Any] = {
        "change_reason": ChangeReason.LEVERAGE,
        "announced": True,
    }
    told: dict[str, Any] = {
        "change_reason": ChangeReason.CIRCUMSTANCES,
        "what_changed": "budget",
        "announced": True,
    }
    posts = (
        win(ME), win(ME, version=2, **told),
        win(THEM), win(THEM, version=2, **leverage),
        win(ME, "e", shared_at=None), win(THEM, "e", source=Source.MY_GUESS),
        win(ME, "f"),
    )  # fmt: skip
    assert say_moved(posts, frozenset({("f", ME)})) == (
        "shifted after sharing: mine in 1 of 2, theirs in 1 of 1;"
        " 1 open update; my win not shared in 1"
    )
    assert say_moved((), frozenset()) == ""


def test_theirs_counts_from_when_it_was_written_down_as_told() -> None:
    first, later = win(THEM, shared_at=None), win(THEM, version=2, announced=False,
                                                  shared_at=None)  # fmt: skip
    assert say_moved((later, first), frozenset()) == (
        "shifted after sharing: theirs in 1 of 1"
    )


def look(deal: str = "d", day: int = 90, **more: Any) -> FollowUp:
    return FollowUp(id=f"{deal}{day}", negotiation_id=deal, day=day,
                    due=TODAY - timedelta(days=1), **more)  # fmt: skip


HELD: dict[str, Any] = {
    "answered_at": AT,
    "they_discovered": Discovered.NO,
    "my_commitments": Commitments.ALL,
    "swap_sign": YesNoUnsure.YES,
}


def test_how_deals_aged_is_told_with_what_was_guessed() -> None:
    ended = Debrief(id="b", negotiation_id="d", outcome=Outcome.AGREED, my_sat=6,
                    their_sat_pred=6, written_at=AT)  # fmt: skip
    found = page(
        Before(),
        debriefs=(ended,),
        look_backs=(
            look(
                **HELD,
                their_sat=4,
                their_sat_source=SatSource.TOLD_ME,
                my_sat_now=5,
                deal_again=YesNoUnsure.YES,
            ),
            look("e", 30, **HELD | {"swap_sign": YesNoUnsure.NO}, their_sat=3),
            look("e", 90),
            look("gone", **HELD),
        ),
    )
    assert [(a.text, a.aside) for a in found.aged] == [
        (
            "after 30 days: did not hold up; they, as I read it, 3 of 7",
            "Acme, first year",
        ),
        (
            "after 90 days: held up; they 4 of 7 (guessed 6), I 5 of 7 (then 6);"
            " would deal again",
            "Acme renewal",
        ),
    ]
    assert dict(found.counts)["later"] == (
        "held up: 1 of 1 deal; 1 more cannot be told yet"
    )


def test_what_is_not_due_is_not_counted() -> None:
    titles = {"d": "x"}
    waits = replace(look(), due=TODAY + timedelta(days=1))
    assert say_aged([waits], titles, TODAY) == ""
    assert say_aged([look()], titles, TODAY) == "1 deal cannot be told yet"
    refused = look(**HELD, deal_again=YesNoUnsure.NO, their_sat=2,
                   their_sat_source=SatSource.THIRD_PARTY)  # fmt: skip
    (aged,) = page(Before(), look_backs=(refused,)).aged
    assert aged.text.endswith("they, by a third party, 2 of 7; would not deal again")


def test_what_to_remember_is_open_matters_untold_facts_and_own_lessons() -> None:
    gap = InformationGap(id="g", negotiation_id="d", text="prices rise", material=True,
                         plan=GapPlan.TELL)  # fmt: skip
    taught = [
        Debrief(id=id_, negotiation_id=deal, outcome=Outcome.AGREED, lesson=lesson,
                true_sentence=sentence, written_at=AT)
        for id_, deal, lesson, sentence in (
            ("b", "d", "Say it first", None), ("c", "e", " ", "I was afraid"),
            ("x", "gone", "not theirs", None),
        )
    ]  # fmt: skip
    broken = promise(PromiseState.BROKEN, ME)
    repair = Repair(id="r", negotiation_id="d", text="call her", made_at=AT)
    found = page(
        Before(promises=(broken,), repairs=(repair,)),
        gaps=(gap, replace(gap, told_at=AT), replace(gap, negotiation_id="gone")),
        debriefs=taught,
        note=" Prefers mornings ",
    )
    assert [(s.text, s.aside) for s in found.next_time] == [
        ("today, you did not keep: usage data", "open"),
        ("still to be put right: call her", "open"),
        ("not told yet: prices rise", "Acme renewal"),
        ("Say it first", "Acme renewal"),
        ("I was afraid", "Acme, first year"),
        ("Prefers mornings", "note"),
    ]


ACTS = st.lists(
    st.builds(
        TrustAct,
        on=st.dates(date(2020, 1, 1), TODAY),
        actor=st.sampled_from(Actor),
        tag=st.sampled_from(["trust-built", "honest", "trust-broken", "misled"]),
        strength=st.integers(1, 3),
    ),
    max_size=12,
)


@given(ACTS, ACTS)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_their_acts_change_no_line_of_mine_and_no_word_is_a_verdict(
    mine: list[TrustAct], theirs: list[TrustAct]
) -> None:
    own = tuple(replace(act, actor=ME) for act in mine)
    others = tuple(replace(act, actor=THEM) for act in theirs)
    alone, both = page(Before(acts=own)), page(Before(acts=(*others, *own)))
    assert dict(alone.counts).get("my acts") == dict(both.counts).get("my acts")
    assert [text for _, text in both.counts if FORBIDDEN.search(text)] == []
