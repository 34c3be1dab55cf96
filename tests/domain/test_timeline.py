"""One deal as a timeline: the order, the words, and the times before them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.exchange.dossiers import DEAL, acme, at
from winjournal.domain.debrief import Debrief, YesNoUnsure
from winjournal.domain.dossier import Dossier
from winjournal.domain.goalposts import ChangeReason, Goalpost, Source
from winjournal.domain.later import (
    Commitments,
    Discovered,
    FollowUp,
    OutsideView,
    Promise,
    PromiseState,
)
from winjournal.domain.moments import Moment
from winjournal.domain.tags import Actor, Polarity
from winjournal.domain.terms import Direction, Terms, Unit
from winjournal.domain.then_and_now import then_and_now
from winjournal.domain.timeline import placed, timeline_of
from winjournal.domain.timeline_item import Item, ItemKind, Part
from winjournal.domain.timeline_words import say_terms
from winjournal.domain.writing import Entry, InboxLine

TODAY = date(2026, 3, 20)


def items(dossier: Dossier, today: date = TODAY) -> tuple[Item, ...]:
    return timeline_of(dossier, today, "Dana")


def the(kind: ItemKind, dossier: Dossier, today: date = TODAY) -> Item:
    found = [item for item in items(dossier, today) if item.kind is kind]
    assert len(found) == 1
    return found[0]


def lines(dossier: Dossier, today: date = TODAY) -> list[str]:
    return [
        f"{'~' if one.gap else ''}{one.when} {one.item.what}"
        for one in placed(items(dossier, today), today)
    ]


def test_a_deal_reads_from_the_seal_to_the_debrief() -> None:
    assert lines(acme()) == [
        "1 Mar sealed",
        "~4 Mar sitting",
        "15:02 told Dana",
        "15:12 ego",
        "15:20 Dana offered",
        "15:30 my win v2",
        "15:40 ego",
        " agreed",
        "~17:00 debrief",
        "20:00 entry",
    ]


def test_today_says_times_alone() -> None:
    seen = lines(acme(), today=date(2026, 3, 4))

    assert seen[:3] == ["Sun sealed", "~15:00 sitting", "15:02 told Dana"]


def test_without_a_sitting_a_day_of_talks_says_its_date_first() -> None:
    talked = replace(acme(), sittings=(), goalposts=())

    assert lines(talked)[:4] == ["1 Mar sealed", "~4 Mar talk", "15:12 ego",
                                 "15:20 Dana offered"]  # fmt: skip
    assert the(ItemKind.TALK, talked).words == "Wed 4 Mar 2026"


def test_a_single_mark_stands_at_its_date() -> None:
    lonely = replace(acme(), sittings=(), goalposts=(), offers=(), debrief=None,
                     entries=(), moments=acme().moments[:1])  # fmt: skip

    assert lines(lonely) == ["1 Mar sealed", "4 Mar ego"]


def test_a_far_year_is_said_and_a_near_one_is_not() -> None:
    old = date(2026, 12, 20)

    assert lines(acme(), today=date(2027, 1, 20))[0] == "1 Mar 2026 sealed"
    late = Promise(id="p", counterparty_id="p1", by=Actor.ME, text="x",
                   made_at=at(4, 16), due=date(2027, 1, 5))  # fmt: skip
    assert lines(replace(acme(), promises=(late,)), today=old)[-1].startswith("5 Jan ")


def test_the_seal_holds_the_first_words_and_the_terms() -> None:
    sealed = the(ItemKind.PREP, acme())

    assert (sealed.what, sealed.words) == ("sealed", "2 years, 40k")
    assert sealed.more == "fair 38k – 46k, market    leave below 36k"  # noqa: RUF001 - an en dash is what stands between figures
    assert sealed.todo == ""


def test_what_is_not_sealed_says_so_while_it_is_open() -> None:
    open_deal = replace(
        acme().negotiation, prep_sealed_at=None, closed_on=None, prep_hash=None
    )
    prep = the(ItemKind.PREP, replace(acme(), negotiation=open_deal))

    assert (prep.what, prep.todo, prep.on) == (
        "prepared", "not sealed yet", date(2026, 3, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (Terms(), ""),
        (Terms(walk_away_text="two visits"), "leave: two visits"),
        (Terms(unit=Unit.PERCENT, direction=Direction.LESS, fair_low=Decimal(10),
               walk_away=Decimal(15)), "fair 10    leave above 15"),
        (Terms(unit=Unit.POINTS, walk_away=Decimal(5)), "leave at 5"),
    ],
)  # fmt: skip
def test_terms_are_said_by_their_direction(terms: Terms, said: str) -> None:
    assert say_terms(terms) == said


def test_a_new_version_keeps_the_words_before_and_says_why() -> None:
    version = the(ItemKind.WIN, acme())

    assert (version.what, version.words) == ("my win v2", "2 years, 42k")
    assert version.before == "2 years, 40k"
    assert version.more == "leverage, not announced"


def test_a_version_for_circumstances_says_what_changed() -> None:
    changed = replace(
        acme().goalposts[1], change_reason=ChangeReason.CIRCUMSTANCES,
        what_changed="the budget was cut", announced=True, shared_at=at(4, 15, 30),
    )  # fmt: skip
    told = replace(acme(), goalposts=(acme().goalposts[0], changed))

    assert (
        the(ItemKind.WIN, told).more == "circumstances, announced: the budget was cut"
    )
    # An announced version was told as it was made; no second line says so.
    assert the(ItemKind.SHARED, told).id == "g1"


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (Source.TOLD_ME, "their win, told me"),
        (Source.MY_GUESS, "their win, my guess"),
        (None, "their win"),
    ],
)
def test_their_win_says_how_it_is_known(source: Source | None, what: str) -> None:
    theirs = Goalpost(id="t", negotiation_id=DEAL, owner=Actor.THEM, text="one invoice",
                      recorded_at=at(1, 12), source=source)  # fmt: skip
    item = the(ItemKind.WIN, replace(acme(), goalposts=(theirs,)))

    assert (item.what, item.words, item.actor) == (what, "one invoice", Actor.THEM)


def test_a_mark_knows_its_polarity_and_whose_it_is() -> None:
    marks = [one for one in items(acme()) if one.kind is ItemKind.MOMENT]

    assert [(one.polarity, one.actor, one.strength) for one in marks] == [
        (Polarity.SLIP, Actor.ME, 1),
        (Polarity.SLIP, Actor.THEM, 2),
    ]


def test_an_undecided_mark_is_still_to_do_in_the_debrief() -> None:
    undecided = Moment(id="m", negotiation_id=DEAL, at=at(4, 15, 12))
    deal = replace(acme(), moments=(undecided,), criteria=(),
                   debrief=_whole(acme()))  # fmt: skip

    assert the(ItemKind.MOMENT, deal).what == "undecided"
    assert the(ItemKind.DEBRIEF, deal).todo == "1 mark undecided"


def test_a_debrief_says_what_is_still_to_answer() -> None:
    todo = the(ItemKind.DEBRIEF, acme()).todo

    assert todo == "still to answer: my win changed, their win changed"


def test_many_missing_answers_are_counted() -> None:
    debrief = acme().debrief
    assert debrief is not None
    left = replace(acme(), debrief=replace(debrief, my_sat=None, info_gap=None))

    assert the(ItemKind.DEBRIEF, left).todo == "4 still to answer"


def test_offers_say_the_amount_and_the_words() -> None:
    offer = the(ItemKind.OFFER, acme())

    assert (offer.what, offer.words) == (
        "Dana offered", "41k EUR, if we sign today",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "by", "today", "aside", "todo"),
    [
        (PromiseState.OPEN, Actor.ME, date(2026, 3, 5), "due tomorrow", ""),
        (PromiseState.OPEN, Actor.ME, date(2026, 3, 6), "", "due today"),
        (PromiseState.OPEN, Actor.ME, date(2026, 3, 9), "", "3 days late"),
        (PromiseState.OPEN, Actor.THEM, date(2026, 3, 9), "3 days late", ""),
        (PromiseState.KEPT_LATE, Actor.ME, date(2026, 3, 9), "kept late", ""),
    ],
)
def test_a_promise_of_mine_that_is_due_is_to_do(
    state: PromiseState, by: Actor, today: date, aside: str, todo: str
) -> None:
    promise = Promise(id="p", counterparty_id="p1", by=by, text="SLA draft",
                      made_at=at(4, 16), due=date(2026, 3, 6), state=state)  # fmt: skip
    item = the(ItemKind.PROMISE, replace(acme(), promises=(promise,)), today)

    assert (item.aside, item.todo, item.part) == (aside, todo, Part.AFTER)


def test_a_look_back_shows_then_and_now_beside_each_other() -> None:
    answered = FollowUp(
        id="f", negotiation_id=DEAL, day=30, due=date(2026, 4, 3),
        answered_at=at(4, 9) + timedelta(days=30), their_sat=4, my_sat_now=5,
        deal_again=YesNoUnsure.UNSURE,
    )  # fmt: skip
    item = the(ItemKind.LOOK_BACK, replace(acme(), follow_ups=(answered,)))

    assert item.aside == "they say 4 of 7"
    assert item.more == (
        "they: guessed 5, now 4    me: then 6, now 5    again: then ?, now unsure"
    )


def test_no_and_nothing_are_two_answers() -> None:
    answered = FollowUp(
        id="f", negotiation_id=DEAL, day=30, due=date(2026, 4, 3),
        answered_at=at(4, 9), deal_again=YesNoUnsure.NO, swap_sign=YesNoUnsure.NO,
        they_discovered=Discovered.NO, my_commitments=Commitments.NONE,
    )  # fmt: skip
    rows = then_and_now(answered, acme(), date(2026, 4, 3))
    assert {row.what: row.now for row in rows} == {
        "they would deal again": "no", "I would sign in their chair": "no",
        "they found out": "nothing", "my promises": "none",
    }  # fmt: skip


def test_a_look_back_that_is_due_is_to_do_and_says_nothing_of_then() -> None:
    waits = FollowUp(id="f", negotiation_id=DEAL, day=30, due=date(2026, 3, 19))
    item = the(ItemKind.LOOK_BACK, replace(acme(), follow_ups=(waits,)))

    assert (item.words, item.more, item.todo) == ("30 days on", "", "to be answered")


def test_their_word_waits_for_the_own_ratings() -> None:
    view = OutsideView(id="v", negotiation_id=DEAL, by="them", received_at=at(9, 9),
                       sat=3, words="felt rushed")  # fmt: skip
    debrief = acme().debrief
    assert debrief is not None
    told = replace(acme(), outside_views=(view,))
    hidden = replace(told, debrief=replace(debrief, step_self=None))

    assert the(ItemKind.OUTSIDE, told).words == "3 of 7: felt rushed"
    assert the(ItemKind.OUTSIDE, hidden).words == ""
    assert "felt" not in str(the(ItemKind.OUTSIDE, hidden))


def test_a_line_that_waits_is_to_do() -> None:
    line = InboxLine(id="l", line="Dana, renewal\nsecond", at=at(4, 15, 1),
                     logged_at=at(4, 15, 1))  # fmt: skip
    item = the(ItemKind.LINE, replace(acme(), lines=(line,)))

    assert (item.words, item.todo) == ("Dana, renewal", "not filed yet")


def test_an_entry_of_that_day_stands_by_the_clock_before_or_after_the_end() -> None:
    before, after = (
        Entry(id=name, written_at=when, body=f"# {name}", negotiation_id=DEAL)
        for name, when in (("early", at(4, 14)), ("late", at(4, 23)))
    )
    seen = [one.words for one in items(replace(acme(), entries=(before, after)))
            if one.kind in (ItemKind.ENTRY, ItemKind.DEBRIEF)]  # fmt: skip

    assert seen == ["# early", "", "# late"]


def test_every_item_is_named_once() -> None:
    keys = [item.key for item in items(acme())]

    assert len(set(keys)) == len(keys)


def _whole(dossier: Dossier) -> Debrief:
    assert dossier.debrief is not None
    return replace(dossier.debrief, my_win_changed=False, their_win_changed=True)
