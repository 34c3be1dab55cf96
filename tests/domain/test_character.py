"""What each block says, tier by tier, word for word (MEASURES.md 4.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.domain.records import (
    ALL,
    MAY,
    TODAY,
    block,
    deal,
    deed,
    pledge,
    record,
    reviewed,
    talk,
    told,
)
from winjournal.domain.debrief import InfoGap, NoDealReason, Outcome, YesNoUnsure
from winjournal.domain.facts import Facts, Record
from winjournal.domain.later import Commitments, Discovered
from winjournal.domain.measures.tiers import Tier
from winjournal.domain.report import Block
from winjournal.domain.tags import Actor, Step
from winjournal.domain.terms import Direction, FairBasis, Unit


def texts(found: Block) -> list[str]:
    return [detail.text for detail in found.details]


def percent(found: Block) -> tuple[int, int] | None:
    if found.interval is None:
        return None
    low, high = found.interval
    return round(100 * low), round(100 * high)


def test_the_blocks_come_in_their_fixed_order() -> None:
    steps = [b.step for b in told(record()).blocks]
    assert steps == [
        Step.TRUST, Step.WINNING, Step.VALUE, Step.SHARE, Step.EGO, Step.INTERESTS,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("step", "how"),
    [
        (Step.TRUST, "A promise of yours counts once it is due or settled."),
        (Step.WINNING, "A talk counts once you have told them your win."),
        (Step.VALUE, "A prep counts once it is sealed with a fair range."),
        (Step.EGO, "A talk counts once you have looked through it for moments."),
    ],
)
def test_without_entries_nothing_is_said_but_what_would_count(
    step: Step, how: str
) -> None:
    found = block(record(), step)
    assert found.sentence == "No entries can speak to this yet."
    assert (found.k, found.n, found.tier) == (0, 0, Tier.NONE)
    assert found.interval is None
    assert found.point is None
    assert found.more_needed == how
    assert found.trend.clause == ""


# Trust


def promises(kept: int, broken: int) -> Record:
    states = ["kept"] * kept + ["broken"] * broken
    return record(
        *(talk(n) for n in range(len(states))),
        pledges=tuple(pledge(n, state) for n, state in enumerate(states)),
    )


def test_trust_with_few_lists_the_entries() -> None:
    found = block(promises(1, 1), Step.TRUST)
    assert found.sentence == "1 of 2 promises you logged were kept: Talk 0."
    assert found.tier is Tier.LISTED
    assert found.interval is None
    assert found.more_needed == "Too few to say; 3 more due promises needed."


def test_trust_with_four_has_a_bar_and_a_caution() -> None:
    found = block(promises(3, 1), Step.TRUST)
    assert found.sentence == (
        "3 of 4 promises you logged were kept: Talk 0, Talk 1, Talk 2."
    )
    assert found.caution == "too few for a pattern"
    assert found.interval is not None
    assert found.more_needed == "Too few to say; 1 more due promise needed."


def test_trust_of_none_kept_lists_what_was_due() -> None:
    assert block(promises(0, 2), Step.TRUST).sentence == (
        "0 of 2 promises you logged were kept: Talk 0, Talk 1."
    )


def test_trust_enough() -> None:
    whole = replace(
        promises(11, 1),
        deeds=(
            deed(0, "trust-built"), deed(1, "honest"), deed(2, "trust-broken"),
            deed(3, "misled"), deed(4, "trust-built", promise_id="q004"),
            deed(5, "trust-built", Actor.ME),
        ),
    )  # fmt: skip
    whole = replace(whole, pledges=(*whole.pledges, pledge(20, "kept", by=Actor.THEM)))
    found = block(whole, Step.TRUST)
    assert found.sentence == (
        "Across 12 due promises, 11 were kept (plausibly 72-99 in 100)."
        " Deeds noted on their side: 3 built, 2 broken."
    )
    assert found.headline == "promises kept"
    assert found.interval == pytest.approx((0.7169, 0.9851), abs=5e-5)
    assert found.point == pytest.approx(11 / 12)
    assert texts(found) == [
        "on their side: 3 built, 2 broken",
        "other deeds of mine: 1 built, 0 broken",
    ]
    assert found.more_needed == found.caution == ""


def test_an_overdue_promise_counts_as_not_kept_and_late_ones_too() -> None:
    whole = record(
        talk(0), talk(1), talk(2, title="Van hire", person="Sam"),
        pledges=(
            pledge(0, "kept-late"), pledge(1, "released"), pledge(2, "open"),
            pledge(3, "open", due=TODAY), pledge(4, "open", due=None),
        ),
    )  # fmt: skip
    found = block(whole, Step.TRUST)
    assert (found.k, found.n) == (0, 2)
    assert found.against_ids == ("q000", "q002")
    assert found.against_deals == ("d000", "d002")
    assert found.question == (
        "Settle what is owed to Sam in Van hire; until then it is not kept."
    )


def test_a_promise_outside_any_talk_is_counted_and_opens_none() -> None:
    whole = record(pledges=(pledge(1, "kept", negotiation_id=None),))
    found = block(whole, Step.TRUST)
    assert found.sentence == "1 of 1 promises you logged were kept."
    assert found.for_ids == ("q001",)
    assert found.for_deals == ()


def test_a_promise_is_listed_on_the_day_it_was_due_or_settled() -> None:
    whole = record(
        talk(0), talk(1),
        pledges=(
            pledge(0, "kept", due=date(2026, 7, 1), settled_on=date(2026, 5, 2)),
            pledge(1, "kept-late", due=date(2026, 5, 30), settled_on=date(2026, 6, 2)),
            pledge(2, "kept", due=date(2026, 4, 30), settled_on=date(2026, 5, 1)),
        ),
    )  # fmt: skip
    found = block(whole, Step.TRUST, MAY)
    assert (found.for_ids, found.against_ids) == (("q000",), ("q001",))


# Winning


def shared(number: int, **given: Any) -> Facts:
    return talk(number, shared=True, **given)


def test_winning_few() -> None:
    found = block(
        record(shared(0, shifts=1, title="Kiln lease"), shared(1), talk(2)),
        Step.WINNING,
    )
    assert found.sentence == (
        "After sharing your win, it moved in 1 of 2 talks: Kiln lease."
    )
    assert texts(found) == ["not shared at all in 1 of 3"]
    assert found.unknown_ids == ("d002",)


def test_winning_enough() -> None:
    talks = [shared(n) for n in range(4)]
    talks += [
        shared(4, shifts=2, updates=1),
        shared(5, counts={(Actor.ME, "goalpost-shift"): 1}),
        *(talk(n) for n in range(6, 9)),
    ]
    found = block(record(*talks), Step.WINNING)
    assert found.sentence == (
        "Your shared win moved without an open reason in 2 of 6 talks"
        " (10-66 in 100). Open updates: 1. Not shared at all: 3."
    )
    assert found.headline == "talks where my goalposts moved"
    assert percent(found) == (10, 66)
    assert texts(found) == ["not shared at all in 3 of 9", "open updates 1"]
    assert found.for_ids == ("d004", "d005")
    assert found.question == (
        "Ask Person 5 whether the change in Talk 5 had a reason they could see."
    )


def test_a_talk_under_way_does_not_count_as_not_shared() -> None:
    found = block(record(talk(0, closed_on=None), shared(1)), Step.WINNING)
    assert found.unknown_ids == ()
    assert found.details == ()


def test_their_shift_is_not_mine() -> None:
    theirs = {(Actor.THEM, "goalpost-shift"): 3}
    found = block(record(shared(0, their_shifts=2, counts=theirs)), Step.WINNING)
    assert (found.k, found.n) == (0, 1)


# Value


def test_value_few() -> None:
    found = block(record(deal(0), deal(1, fair_basis=FairBasis.OWN_VIEW)), Step.VALUE)
    assert found.sentence == "1 of 2 preps rested on an outside yardstick."
    assert found.question == (
        "Find one outside figure that the range of Talk 1 could have had."
    )


def test_value_enough() -> None:
    marks = {
        (Actor.ME, "value-explained"): 9,
        (Actor.ME, "value-defended"): 4,
        (Actor.ME, "info-shared"): 2,
        (Actor.THEM, "value-defended"): 7,
    }
    deals = [deal(n) for n in range(7)]
    deals += [deal(n, fair_basis=FairBasis.OWN_VIEW) for n in (7, 8)]
    found = block(record(*deals, talk(9, counts=marks)), Step.VALUE)
    assert found.sentence == (
        "7 of 9 fair ranges had an outside yardstick (51-93 in 100);"
        " value was explained 9 times and defended 4."
    )
    assert found.interval == pytest.approx((0.5084, 0.9327), abs=5e-5)
    assert texts(found) == ["explained 9, defended 4", "facts opened 2, kept back 0"]
    assert found.details[0].ids == ("d009",)


def test_a_range_sealed_late_still_has_its_yardstick() -> None:
    assert block(record(deal(0, sealed_in_time=False)), Step.VALUE).n == 1
    assert block(record(deal(0, sealed=False)), Step.VALUE).n == 0
    assert block(record(deal(0, unit=Unit.NONE)), Step.VALUE).n == 0


# Share


def test_share_few() -> None:
    found = block(record(deal(0, "12000"), deal(1), deal(2, "8000")), Step.SHARE)
    assert found.sentence == "1 of 3 deals ended above the range you sealed, 1 below."
    assert texts(found) == ["1 below it", "in 0 of the 1 I had kept a fact back"]
    assert found.question == "Ask Person 0 how Talk 0 looks now."


def test_share_enough() -> None:
    deals = [
        deal(0, "12200", info_gap=InfoGap.I_KEPT_IT), deal(1, "11500"),
        deal(2, "11800", info_gap=InfoGap.I_KEPT_IT), deal(3, "10500"),
        deal(4, "11001"), deal(5, "10200"), deal(6, "9600"), deal(7, "8000"),
    ]  # fmt: skip
    found = block(record(*deals), Step.SHARE)
    assert found.sentence == (
        "4 of 8 deals ended above your sealed range (24-76 in 100), 1 below;"
        " the middle deal was +8 % from it."
        " In 2 of the 4 you kept information back."
    )
    assert found.interval == pytest.approx((0.2393, 0.7607), abs=5e-5)
    assert found.headline == "deals above the range I sealed"
    assert found.against_ids == ("d003", "d005", "d006", "d007")


def test_with_none_above_nothing_is_said_of_information() -> None:
    found = block(record(*(deal(n) for n in range(5))), Step.SHARE)
    assert found.sentence == (
        "0 of 5 deals ended above your sealed range (0-31 in 100), 0 below;"
        " the middle deal was 0 % from it."
    )


def test_for_a_buyer_paying_less_is_taking_more() -> None:
    found = block(record(deal(0, "8000", direction=Direction.LESS)), Step.SHARE)
    assert found.for_ids == ("d000",)


def test_what_was_sealed_late_is_listed_and_left_out() -> None:
    late = deal(0, "12000", sealed_in_time=False)
    found = block(record(late, deal(1)), Step.SHARE)
    assert (found.n, found.unknown_ids) == (1, ("d000",))
    assert "1 deals were sealed after the talk and left out" in found.wrong_because


def test_own_views_are_said_to_be_softer() -> None:
    found = block(record(deal(0, fair_basis=FairBasis.OWN_VIEW), deal(1)), Step.SHARE)
    assert found.wrong_because == (
        "1 of these 2 ranges rest on your own view",
        "the range is your own, and probably generous to you",
    )


# Ego


def test_ego_few() -> None:
    found = block(
        record(reviewed(0, "ego", "ego", "ego-released"), reviewed(1), talk(2)),
        Step.EGO,
    )
    assert found.sentence == "Ego was tagged in 1 of 2 reviewed talks; let go in 1."
    assert texts(found) == ["let go in 1", "2 moments, all in one talk"]
    assert found.unknown_ids == ("d002",)


def left(number: int, outcome: Outcome, offer: str, **given: Any) -> Facts:
    return deal(
        number, outcome=outcome, captured=None, final_offer=Decimal(offer),
        walk_away=Decimal(9000), reviewed=True, **given,
    )  # fmt: skip


def test_ego_enough() -> None:
    talks = [
        reviewed(0, "ego", "ego", "ego-released"),
        reviewed(1, theirs=("ego", "ego")),
        reviewed(2, "stayed-for-ego", "ego-released", "ego-released"),
        left(3, Outcome.WALKED_AWAY, "8500"),
        left(4, Outcome.AGREED, "8500"),
        left(5, Outcome.WALKED_AWAY, "9000", no_deal_reason=NoDealReason.PRIDE),
        left(6, Outcome.THEY_WALKED, "8500"),
        left(7, Outcome.WALKED_AWAY, "8500", sealed_in_time=False),
    ]
    found = block(record(*talks), Step.EGO)
    assert found.sentence == (
        "Ego was tagged in 2 of 8 reviewed talks (8-54 in 100), let go 3 times."
        " Below your line 2 times: left 1, stayed 1."
    )
    assert texts(found) == [
        "let go in 2",
        "below my line 2: left 1, stayed 1",
        "left 1 of 1 offers that met it, 1 for pride",
    ]
    assert found.details[1].ids == ("d003", "d004")


def test_a_line_in_words_takes_the_answer() -> None:
    talks = [
        left(n, Outcome.WALKED_AWAY, "1", line_is_text=True, below_line=answer)
        for n, answer in enumerate([*YesNoUnsure, None])
    ]
    found = block(record(*talks), Step.EGO)
    assert "below my line 1: left 1, stayed 0" in texts(found)


def test_without_a_hard_case_the_line_is_not_mentioned() -> None:
    found = block(record(*(reviewed(n) for n in range(5))), Step.EGO)
    assert found.sentence == (
        "Ego was tagged in 0 of 5 reviewed talks (0-31 in 100), let go 0 times."
    )


# Interests


def both(number: int, mine: int, theirs: int | None, **given: Any) -> Facts:
    return deal(number, my_sat=mine, their_rating=theirs, **given)


RATINGS = [(7, 4), (6, 5), (5, 5), (7, 3), (4, 6), (6, 4)]


def test_interests_few() -> None:
    found = block(record(both(0, 7, 4), both(1, 6, None)), Step.INTERESTS)
    assert found.sentence == "Their own view is known for 1 of 2 deals."
    assert (found.k, found.n, found.tier) == (1, 2, Tier.LISTED)
    assert found.headline == "deals with their own view"
    assert found.interval is None
    assert found.against_ids == found.unknown_ids == ("d001",)
    assert found.question == "Ask Person 1 how Talk 1 looks now."


def test_interests_three_have_no_interval_yet() -> None:
    found = block(record(*(both(n, 6, 5) for n in range(3))), Step.INTERESTS)
    assert found.caution == "too few for a pattern"
    assert found.interval is None


def test_interests_unheard() -> None:
    found = block(record(both(0, 7, None)), Step.INTERESTS)
    assert found.sentence == "No entries can speak to this yet."
    assert found.more_needed.startswith(
        "You have not yet heard from the other side. A deal counts once"
    )


def test_interests_enough() -> None:
    past: dict[str, Any] = {
        "last_due": date(2026, 4, 1),
        "they_discovered": Discovered.NO,
        "my_commitments": Commitments.ALL,
    }
    predicted = [6, 5, 6, 7, 4, 6]
    reported = [5, 5, 4, 6, 5, 4]
    deals = [
        deal(
            n, my_sat=None, their_rating=reported[n], their_sat_pred=predicted[n],
            mine_met=round((mine - 1) / 6, 4), theirs_met=round((theirs - 1) / 6, 4),
            theirs_told=True,
            swap_sign=[YesNoUnsure.YES, YesNoUnsure.NO, YesNoUnsure.UNSURE][n % 3],
            **past,
        )
        for n, (mine, theirs) in enumerate(RATINGS)
    ]  # fmt: skip
    found = block(record(*deals), Step.INTERESTS)
    assert found.sentence == (
        "By both sides' account the 6 deals sit at 36 degrees (45 is equal;"
        " plausibly 24-48), meeting 70 % of what both wanted."
        " They were on average 0.8 less pleased than predicted."
        " 2 of 4 checked deals held up after 90 days."
    )
    balance = found.balance
    assert balance is not None
    assert balance.angle == pytest.approx(35.9099, abs=5e-5)
    assert balance.interval == pytest.approx((24.1969, 47.6229), abs=5e-5)
    assert balance.reach == pytest.approx(0.7033, abs=5e-5)
    assert balance.gap == pytest.approx(-0.2222, abs=5e-5)
    assert balance.bias == pytest.approx(0.8333, abs=5e-5)
    assert balance.bias_interval == pytest.approx((-0.1284, 1.7950), abs=5e-5)
    assert balance.tilt is None
    assert (balance.held, balance.checked, balance.due) == (2, 4, 6)
    assert (found.top, found.point) == (90, balance.angle)
    assert found.headline == "degrees; 45 is equal"
    assert found.for_deals == ("d000", "d001", "d003", "d005")
    assert found.against_deals == ("d002", "d004")


def test_interests_of_equals_say_so() -> None:
    deals = [both(n, 5, 5, their_sat_pred=5) for n in range(5)]
    found = block(record(*deals), Step.INTERESTS)
    assert "sit at 45 degrees (45 is equal; plausibly 37-53)" in found.sentence
    assert "on average as pleased as predicted." in found.sentence


def test_they_can_be_more_pleased() -> None:
    deals = [both(n, 5, 6, their_sat_pred=4) for n in range(5)]
    found = block(record(*deals), Step.INTERESTS)
    assert "on average 2.0 more pleased than predicted." in found.sentence


def test_where_nothing_was_met_there_is_no_angle() -> None:
    found = block(record(*(both(n, 1, 1) for n in range(5))), Step.INTERESTS)
    assert found.sentence == "By both sides' account nothing was met in the 5 deals."
    assert found.interval is None
    assert found.point is None


def test_a_guess_at_their_criteria_is_no_account() -> None:
    guess = deal(0, mine_met=1.0, theirs_met=0.5)
    assert block(record(guess), Step.INTERESTS).k == 0
    assert block(record(replace(guess, theirs_told=True)), Step.INTERESTS).k == 1


def test_a_look_back_that_is_not_due_is_not_missing() -> None:
    later = both(0, 5, 5, last_due=date(2026, 7, 1))
    found = block(record(later), Step.INTERESTS, ALL)
    assert found.balance is not None
    assert found.balance.due == 0


def test_the_silent_are_named_as_a_doubt() -> None:
    deals = [both(0, 5, 5, their_sat_pred=4), both(1, 5, None, their_sat_pred=4)]
    assert block(record(*deals), Step.INTERESTS).wrong_because == (
        "1 of 2 have not answered; they may be the displeased ones",
        "where a deal lands also carries their skill, power and luck",
    )


# Periods


def test_a_period_filters_what_is_counted_and_listed() -> None:
    whole = record(*(deal(n, "12000") for n in range(118, 123)))
    found = block(whole, Step.SHARE, MAY)
    assert found.for_ids == ("d120", "d121", "d122")
    assert told(whole, MAY).volume.talks == 3
    assert block(whole, Step.SHARE).n == 5


def test_volume_says_how_much_was_logged() -> None:
    talks = [
        reviewed(n, "ego", theirs=("ego",), same_day=1, debriefed_on=TODAY)
        for n in (0, 1)
    ]
    volume = told(record(*talks, talk(2))).volume
    assert (volume.talks, volume.debriefed, volume.marks) == (3, 2, 4)
    assert volume.same_day == 2
    assert volume.repairs == 0
