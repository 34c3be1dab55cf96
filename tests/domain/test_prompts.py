"""The weekly prompts: each trigger, its words and its entries; one a week, in turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.records import deal, record, talk
from winjournal.domain.debrief import InfoGap, Outcome
from winjournal.domain.facts import Facts
from winjournal.domain.later import Promise, PromiseState
from winjournal.domain.moments import Moment, Recorded
from winjournal.domain.prompt_triggers import raised
from winjournal.domain.prompts import (
    FALLBACK,
    Prompt,
    Seen,
    fallback,
    own_prompt,
    prompt_of,
)
from winjournal.domain.tags import Actor
from winjournal.domain.weeks import Week

WEEK = Week(2026, 20)
"""11 to 17 May 2026; talk 131 is closed on its Tuesday."""

FORBIDDEN = (
    "you are", "personality", "narcissist", "greedy", "dishonest", "toxic",
    "always", "never",
)  # fmt: skip


def seen(*talks: Facts, **given: Any) -> Seen:
    usual: dict[str, Any] = {
        "record": record(*talks), "week": WEEK, "today": date(2026, 5, 13),
        "people": {"p1": "Dana"},
    }  # fmt: skip
    return Seen(**{**usual, **given})


def prompt(id_: str, *talks: Facts, **given: Any) -> Prompt | None:
    found = raised(seen(*talks, **given))
    return next((one for one in found if one.id == id_), None)


def moment(number: int, tag: str, actor: Actor = Actor.ME, **given: Any) -> Moment:
    at = datetime(2026, 5, 12, 9, number % 60, tzinfo=UTC)
    usual: dict[str, Any] = {
        "id": f"m{number}", "negotiation_id": f"d{number:03}", "at": at, "tag": tag,
        "actor": actor, "recorded": Recorded.LIVE,
    }  # fmt: skip
    return Moment(**{**usual, **given})


def with_dana(number: int, **given: Any) -> Facts:
    return talk(number, person_id="p1", person="Dana", **given)


def promise(due: date | None, **given: Any) -> Promise:
    usual: dict[str, Any] = {
        "id": "q1", "counterparty_id": "p1", "negotiation_id": "d001",
        "by": Actor.ME, "text": "send the SLA draft.", "due": due,
        "made_at": datetime(2026, 5, 1, tzinfo=UTC),
    }  # fmt: skip
    return Promise(**{**usual, **given})


def test_p1_asks_about_shifts_with_the_same_person() -> None:
    talks = [
        with_dana(n, shared=True, shifts=shifts)
        for n, shifts in ((1, 1), (2, 0), (3, 1), (4, 1))
    ]
    found = prompt("P1", *talks)
    assert found is not None
    assert found.text == (
        "Your win moved after it was shared in 2 of 3 talks with Dana. What happened "
        "just before each move, and what did Dana see?"
    )
    assert found.trigger == "your win moved in 2 of the last 3 talks with Dana"
    assert found.deals == ("d004", "d003")


def test_p1_wants_two_with_one_person_among_the_last_three() -> None:
    shifted = {"shared": True, "shifts": 1}
    assert prompt("P1", with_dana(1, **shifted), talk(2, **shifted)) is None
    held = [with_dana(n, shared=True) for n in (3, 4)]
    early = [with_dana(n, **shifted) for n in (1, 2)]
    assert prompt("P1", *early, *held) is None
    assert prompt("P1", *(replace(t, shared=False) for t in early)) is None


def test_p2_asks_about_a_fact_kept_back_above_the_range() -> None:
    kept = {"info_gap": InfoGap.I_KEPT_IT}
    found = prompt("P2", deal(1, "12000", **kept), deal(2, "12000", **kept))
    assert found is not None
    assert found.text.startswith("In Talk 2 you ended above your range and kept a fact")
    assert "If Person 2 learned it tomorrow" in found.text
    assert found.deals == ("d002",)
    assert prompt("P2", deal(1, "10000", **kept)) is None
    assert prompt("P2", deal(1, "12000", info_gap=InfoGap.I_SHARED_IT)) is None
    assert prompt("P2", deal(1, "12000", sealed_in_time=False, **kept)) is None


def test_p3_asks_where_every_change_is_laid_to_circumstances() -> None:
    talks = [with_dana(1), with_dana(2)]
    changes = [("d001", "circumstances")] * 2 + [("d002", "circumstances")]
    found = prompt("P3", *talks, changes=changes)
    assert found is not None
    assert found.text.startswith("Each of your 3 changes was put down to circumst")
    assert "would Dana agree" in found.text
    assert found.deals == ("d002", "d001")
    mixed = prompt("P3", with_dana(1), talk(2), changes=changes)
    assert mixed is not None
    assert "would the other side agree" in mixed.text
    assert prompt("P3", *talks, changes=changes[:2]) is None
    assert prompt("P3", *talks, changes=[*changes, ("d001", "leverage")]) is None


@pytest.mark.parametrize(
    ("id_", "tag", "begins"),
    [
        ("P4", "ego", "Replay Talk 2 as someone"),
        ("P4", "stayed-for-ego", "Replay Talk 2 as someone"),
        ("P5", "ego-released", "You let something pass in Talk 2."),
        ("P5", "goalpost-held", "You let something pass in Talk 2."),
        ("P10", "under-claim", "In Talk 2 you took less than you had earned."),
    ],
)
def test_a_tag_of_the_week_names_the_strongest(id_: str, tag: str, begins: str) -> None:
    moments = [moment(1, tag), moment(2, tag, strength=3), moment(3, tag)]
    found = prompt(id_, talk(1), talk(2), talk(3), moments=moments)
    assert found is not None
    assert found.text.startswith(begins)
    assert found.deals == ("d002", "d003", "d001")
    theirs = [moment(1, tag, Actor.THEM)]
    assert prompt(id_, talk(1), moments=theirs) is None


def test_p6_asks_about_a_deal_signed_below_its_line() -> None:
    found = prompt("P6", deal(1, "8000", walk_away=9000))
    assert found is not None
    assert found.text.startswith("In Talk 1 you signed below the line you had sealed.")
    assert prompt("P6", deal(1, "9000", walk_away=9000)) is None
    walked = deal(
        2, None, walk_away=9000, outcome=Outcome.WALKED_AWAY, final_offer=8000
    )
    assert prompt("P6", walked) is None


def test_p7_asks_where_their_view_is_known_for_less_than_half() -> None:
    deals = [
        deal(n, their_rating=5 if n in (1, 2, 7, 8) else None) for n in range(1, 9)
    ]
    found = prompt("P7", *deals)
    assert found is not None
    assert found.text.startswith("You have their own answer for 2 of 6 deals.")
    assert found.deals == ("d006", "d005", "d004", "d003")
    assert prompt("P7", *deals[:4]) is None, "half is not less than half"
    assert prompt("P7", talk(1)) is None, "without a deal there is nobody to ask"


def test_p8_asks_about_a_wide_error_of_this_week() -> None:
    old = deal(1, their_sat_pred=6, their_rating=4)
    assert prompt("P8", old) is None
    heard = prompt("P8", old, heard=frozenset({"d001"}))
    assert heard is not None
    assert heard.text.startswith("They were less pleased with Talk 1 than you thought.")
    assert heard.trigger == "they rated a deal 2 lower than you had predicted"
    fresh = prompt("P8", deal(131, their_sat_pred=7, their_rating=4))
    assert fresh is not None
    assert prompt("P8", deal(131, their_sat_pred=5, their_rating=4)) is None


def test_p8_asks_about_a_bias_whose_whole_interval_is_above_nought() -> None:
    deals = [deal(n, their_sat_pred=6, their_rating=5) for n in range(1, 6)]
    found = prompt("P8", *deals)
    assert found is not None
    assert found.deals == ("d005",)
    assert "over 5 answers" in found.trigger
    even = [deal(n, their_sat_pred=5, their_rating=4 + n % 3) for n in range(1, 6)]
    assert prompt("P8", *even) is None


def test_p9_asks_about_what_i_owe() -> None:
    late = prompt("P9", talk(1), owed=[promise(date(2026, 5, 11))])
    assert late is not None
    assert late.text.startswith("You owe Dana: send the SLA draft, due Mon 11 May")
    assert late.trigger == "a promise of yours is overdue"
    assert (late.deals, late.promise_id) == (("d001",), "q1")
    soon = prompt("P9", owed=[promise(date(2026, 5, 20), negotiation_id=None)])
    assert soon is not None
    assert soon.trigger == "a promise of yours is due within 7 days"
    for other in (
        promise(date(2026, 5, 21)),
        promise(None),
        promise(date(2026, 5, 11), by=Actor.THEM),
        promise(date(2026, 5, 11), state=PromiseState.KEPT),
    ):
        assert prompt("P9", owed=[other]) is None


def test_p10_asks_after_two_deals_under_in_a_row() -> None:
    under = [deal(1, "8000"), deal(2, "8500")]
    found = prompt("P10", *under)
    assert found is not None
    assert found.text.startswith("Twice you ended below what you had written")
    assert found.deals == ("d002", "d001")
    assert prompt("P10", *under, deal(3, "10000")) is None
    assert prompt("P10", under[0]) is None


def test_what_lies_after_the_week_raises_nothing() -> None:
    later = deal(200, "12000", info_gap=InfoGap.I_KEPT_IT)
    assert raised(seen(later)) == ()


def test_no_journal_raises_the_fallback() -> None:
    assert raised(seen()) == ()
    found = prompt_of((), ())
    assert found == fallback()
    assert found.id == FALLBACK
    assert found.text.startswith("Which talk this week did you not log")


def named(*ids: str) -> tuple[Prompt, ...]:
    return tuple(Prompt(id=i, text=i, trigger=i) for i in ids)


@pytest.mark.parametrize(
    ("holds", "asked", "id_"),
    [
        (("P1", "P4"), (), "P1"),
        (("P1", "P4"), ("P1",), "P4"),
        (("P1", "P4"), (None, None, None, "P1"), "P4"),
        (("P1", "P4"), (None, None, None, None, "P1"), "P1"),
        (("P4",), ("P4",), "P4"),
        (("P1", "P4"), ("P1", "P4"), "P4"),
        (("P1", "P4", "P9"), ("P9", "P1", "P4"), "P4"),
        ((), ("P4",), FALLBACK),
    ],
)
def test_prompts_take_turns(
    holds: tuple[str, ...], asked: tuple[str | None, ...], id_: str
) -> None:
    assert prompt_of(named(*holds), asked).id == id_


@given(
    holds=st.lists(st.sampled_from(["P1", "P2", "P4", "P7"]), unique=True, min_size=2),
    weeks=st.integers(1, 30),
)
def test_none_comes_twice_in_a_row_where_two_hold(holds: list[str], weeks: int) -> None:
    asked: list[str | None] = []
    for _ in range(weeks):
        asked.insert(0, prompt_of(named(*holds), asked).id)
    assert all(one != other for one, other in pairwise(asked))


def test_the_words_judge_nobody_and_order_does_not_count() -> None:
    talks = [
        *(with_dana(n, shared=True, shifts=1) for n in (1, 2)),
        *(
            deal(n, "8000", walk_away=9000, their_sat_pred=7, their_rating=4)
            for n in (3, 4)
        ),
        deal(5, None), deal(6, None), deal(7, None), deal(8, None), deal(9, None),
    ]  # fmt: skip
    given_: dict[str, Any] = {
        "owed": [promise(date(2026, 5, 11))],
        "changes": [("d001", "circumstances")] * 3,
        "moments": [moment(1, "ego"), moment(2, "ego-released")],
        "heard": frozenset({"d003", "d004"}),
    }
    found = raised(seen(*talks, **given_))
    assert [one.id for one in found] == [
        "P1", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10",
    ]  # fmt: skip
    assert found == raised(seen(*reversed(talks), **given_))
    ids = {one.id for one in talks}
    for one in (*found, fallback()):
        said = f"{one.text} {one.trigger}".casefold()
        assert not [word for word in FORBIDDEN if word in said]
        assert set(one.deals) <= ids
        assert one.text.endswith("?")


def test_a_title_with_braces_stays_a_title() -> None:
    odd = talk(1, title="{n} of [b]")
    found = prompt("P4", odd, moments=[moment(1, "ego")])
    assert found is not None
    assert found.text.startswith("Replay {n} of [b] as someone")


OWN = [own_prompt("own-fair", "What would they call fair?"), own_prompt("own-b", "B?")]


@pytest.mark.parametrize(
    ("found", "asked", "id_"),
    [
        ((), (), "own-fair"),
        ((), ("own-fair",), "own-b"),
        ((), ("own-b", "own-fair"), "own-fair"),
        ((), (None, None, None, None, "own-fair"), "own-fair"),
        (("P4",), ("P4",), "P4"),
    ],
)
def test_own_questions_take_turns_where_the_data_raise_none(
    found: tuple[str, ...], asked: tuple[str | None, ...], id_: str
) -> None:
    assert prompt_of(named(*found), asked, OWN).id == id_
