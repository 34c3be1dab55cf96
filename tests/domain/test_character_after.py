"""What stands round the six blocks: repairs, ageing, forecasts, M10, re-reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.records import (
    MAY,
    TODAY,
    YEAR,
    deal,
    record,
    reviewed,
    talk,
)
from tests.domain.test_character_counts import records
from tests.domain.test_character_honesty import FORBIDDEN, strings
from winjournal.domain import statements_after
from winjournal.domain.afterwards import Afterwards, Again, Look, Mend, Recovered
from winjournal.domain.answers import beside
from winjournal.domain.character import report
from winjournal.domain.debrief import Outcome, YesNoUnsure
from winjournal.domain.facts import Facts
from winjournal.domain.later import Commitments, Discovered
from winjournal.domain.mended import say_mended
from winjournal.domain.panels import Mended
from winjournal.domain.report import Report
from winjournal.domain.reread import to_rate_again
from winjournal.domain.standing import StatementResponse
from winjournal.domain.tags import Step

AT = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)


def told(*talks: Facts, **after: Any) -> Report:
    return report(record(*talks), YEAR, TODAY, Afterwards(**after))


def mend(number: int, made: date, done: date | None = None) -> Mend:
    return Mend(
        id=f"m{number}", negotiation_id=f"d{number:03}", made_on=made, done_on=done
    )


def look(number: int, day: int = 90, **given: Any) -> Look:
    usual: dict[str, Any] = {
        "negotiation_id": f"d{number:03}",
        "day": day,
        "due": date(2026, 1, 1) + timedelta(days=number + day),
    }
    return Look(**{**usual, **given})


WELL: dict[str, Any] = {
    "answered": True,
    "they_discovered": Discovered.NO,
    "my_commitments": Commitments.ALL,
    "swap_sign": YesNoUnsure.YES,
}


def test_no_template_holds_a_forbidden_word() -> None:
    texts = [t for v in vars(statements_after).values() for t in strings(v)]
    ours = [t for t in texts if t != statements_after.__doc__]
    assert len(ours) > 40
    assert [t for t in ours if FORBIDDEN.search(t) and "MEASURES" not in t] == []


def test_without_anything_after_that_is_said() -> None:
    found = told(talk(0))
    assert found.mended == Mended()
    assert say_mended(found.mended) == ("none written down",)
    assert found.reread.lines == ("No debrief was rated again yet.",)
    assert found.ageing.lines[0].startswith("No look back is due yet; the first")
    assert found.answered == ()


# Repairs and recovery


def test_repairs_and_recovery_with_their_medians() -> None:
    day = date(2026, 5, 1)
    found = told(
        *(talk(n) for n in range(4)),
        mends=(
            mend(0, day, day + timedelta(days=9)), mend(1, day, day), mend(2, day),
            mend(3, date(2025, 12, 31), day),
        ),
        recoveries=(
            Recovered(negotiation_id="d001", minutes=6.2),
            Recovered(negotiation_id="d000", minutes=1.0),
            Recovered(negotiation_id="d000"),
            Recovered(negotiation_id="gone", minutes=1.0),
        ),
    ).mended  # fmt: skip
    assert (found.made, found.repairs, found.days) == (2, 3, 4.5)
    assert (found.made_ids, found.open_ids) == (("d000", "d001"), ("d002",))
    assert (found.let_go, found.egos, found.minutes) == (2, 3, 3.6)
    assert (found.let_go_ids, found.held_ids) == (("d000", "d001"), ("d000",))
    assert say_mended(found) == (
        "2 of 3 made, median 4.5 days",
        "ego let go 2 of 3, median 4 min",
    )


def test_one_repair_made_the_next_day_and_none_let_go() -> None:
    made, done = date(2026, 5, 1), date(2026, 5, 2)
    recoveries = (Recovered(negotiation_id="d000"),)
    found = told(talk(0), mends=(mend(0, made, done),), recoveries=recoveries)
    assert say_mended(found.mended) == (
        "1 of 1 made, median 1 day",
        "ego let go 0 of 1",
    )
    assert found.volume.repairs == 1


def test_an_open_repair_has_no_days() -> None:
    found = told(talk(0), mends=(mend(0, date(2026, 5, 1)),)).mended
    assert say_mended(found) == ("0 of 1 made",)


# Ageing


def test_deals_age_by_how_they_ended() -> None:
    talks = [
        deal(0), deal(1, "12000"), deal(2, "8000"), talk(3, outcome=Outcome.AGREED),
        talk(4, outcome=Outcome.WALKED_AWAY), talk(5, outcome=Outcome.THEY_WALKED),
        talk(6, outcome=Outcome.OPEN, closed_on=None), deal(7), deal(8),
    ]  # fmt: skip
    looks = [look(n, 30, **WELL, deal_again=YesNoUnsure.YES) for n in range(7)]
    looks += [
        look(7, 30, swap_sign=YesNoUnsure.NO, deal_again=YesNoUnsure.NO, answered=True),
        look(8, 30), look(0, 90), look(1, 900),
    ]  # fmt: skip
    found = told(*talks, looks=tuple(reversed(looks))).ageing
    assert [(g.ended, g.day, len(g.due_ids)) for g in found.groups] == [
        ("inside my range", 30, 3), ("inside my range", 90, 1),
        ("above my range", 30, 1), ("below my range", 30, 1),
        ("without a range", 30, 1), ("walked from", 30, 1),
        ("left by them or by both", 30, 1),
    ]  # fmt: skip
    inside = found.groups[0]
    assert inside.due_ids == ("d000", "d007", "d008")
    assert inside.answered_ids == ("d000", "d007")
    assert (inside.held_ids, inside.failed_ids) == (("d000",), ("d007",))
    assert (inside.again_ids, inside.not_again_ids) == (("d000",), ("d007",))
    walked = found.groups[-2]
    assert (walked.held_ids, walked.again_ids) == ((), ("d004",))


def test_how_many_held_up_and_what_is_possible() -> None:
    past = date(2026, 4, 1)
    well: dict[str, Any] = {
        "they_discovered": Discovered.NO, "my_commitments": Commitments.ALL,
        "swap_sign": YesNoUnsure.YES,
    }  # fmt: skip
    answers = [well] * 5 + [{"swap_sign": YesNoUnsure.NO}] * 2 + [{}] * 3
    deals = [deal(n, last_due=past, last_day=90, **a) for n, a in enumerate(answers)]
    assert told(*deals).ageing.lines[0] == (
        "After 90 days 5 of 7 deals that can be told held up (plausibly 41-91 in 100)."
        " Of all 10 that are due it is between 50 and 80 in 100, whatever the others"
        " would say."
    )
    assert told(*deals[4:6]).ageing.lines[0] == (
        "After 90 days 1 of 2 deals that can be told held up, 2 due."
    )
    assert len(told(*deals[7:]).ageing.lines) == 2
    assert told(*deals[:7]).ageing.lines[0].endswith("(plausibly 41-91 in 100).")


def test_a_rating_that_fell_and_what_was_known_are_listed() -> None:
    deals = [deal(n, their_rating=6) for n in range(3)]
    looks = (
        look(0, 30, answered=True, their_sat=6), look(0, answered=True, their_sat=4),
        look(1, answered=True, their_sat=5), look(2, their_sat=1),
        look(2, 30, they_discovered=Discovered.YES_KNEW), look(1, 30, **WELL),
    )  # fmt: skip
    found = told(*deals, looks=looks).ageing
    assert found.fell_ids == ("d000",)
    assert found.knew_ids == ("d002",)


def forecast(number: int, said: int, came: YesNoUnsure) -> Facts:
    return deal(number, deal_again_prob=said, deal_again=came)


def test_forecasts_against_what_came() -> None:
    said = (90, 80, 70, 60, 90)
    talks = [
        forecast(n, p, YesNoUnsure.NO if n == 2 else YesNoUnsure.YES)
        for n, p in enumerate(said)
    ]
    found = told(*talks, forecast(5, 90, YesNoUnsure.UNSURE), deal(6)).ageing
    assert found.brier == pytest.approx(0.1420)
    assert (len(found.came_ids), found.came_not_ids) == (4, ("d002",))
    assert found.lines[1:] == (
        "They would deal with me again: I said 78 % on average, and it came so in"
        " 4 of 5.",
        "The mean squared miss (Brier) is 0.14: 0 is no miss, 0.25 is what an"
        " even guess each time gets.",
    )


def test_few_forecasts_are_counted_only() -> None:
    found = told(*(forecast(n, 90, YesNoUnsure.YES) for n in range(4))).ageing
    assert found.brier is None
    assert found.lines[1:] == (
        "They would deal with me again: it came so in 4 of 4 forecasts.",
    )


# M10


def test_ratings_and_marks_that_say_two_things() -> None:
    high, low = (4, 4, 4, 4, 7), (2, 4, 4, 4, 4)
    talks = [reviewed(n, "ego", step_self=high) for n in range(4)]
    talks += [
        reviewed(4, step_self=low), reviewed(5, "misled", step_self=low),
        reviewed(6, theirs=("ego",), step_self=high), reviewed(7, "ego"),
        talk(8, step_self=low), reviewed(9, "their-interest-ignored", step_self=high),
    ]  # fmt: skip
    found = told(*talks).self_rated
    assert [(x.id, x.step, x.rating) for x in found.high] == [
        ("d003", Step.EGO, 7), ("d002", Step.EGO, 7), ("d001", Step.EGO, 7),
    ]  # fmt: skip
    assert [(x.id, x.step, x.rating) for x in found.low] == [("d004", Step.TRUST, 2)]


# Rating again


def rated(number: int, **given: Any) -> Facts:
    usual: dict[str, Any] = {"debriefed_on": date(2026, 2, 1), "my_sat": 6}
    return talk(number, **{**usual, **given})


def again(number: int, on: date = TODAY, **given: Any) -> Again:
    usual: dict[str, Any] = {"my_sat": 5, "id": f"a{number}"}
    return Again(
        negotiation_id=f"d{number:03}", rated_on=on, **{**usual, **given}
    )  # fmt: skip


def test_five_old_debriefs_are_chosen_evenly() -> None:
    talks = [rated(n) for n in range(21)]
    assert to_rate_again(reversed(talks), (), TODAY) == (
        "d000", "d005", "d010", "d015", "d020",
    )  # fmt: skip


def test_what_was_rated_again_comes_last() -> None:
    talks = [rated(n) for n in range(7)]
    before = [again(n) for n in (0, 2, 4)]
    assert to_rate_again(talks, before, TODAY) == (
        "d000", "d001", "d003", "d005", "d006",
    )  # fmt: skip
    twice = [*before, again(0), *(again(n) for n in (1, 3, 5, 6))]
    assert to_rate_again(talks, twice, TODAY) == (
        "d001", "d002", "d003", "d004", "d006",
    )  # fmt: skip
    assert to_rate_again(talks[:2], before[:1], TODAY) == ("d000", "d001")


@pytest.mark.parametrize(
    "given",
    [
        {"debriefed_on": TODAY - timedelta(days=59)},
        {"debriefed_on": None},
        {"closed_on": None},
        {"my_sat": None},
    ],
)
def test_a_young_or_unrated_debrief_is_not_chosen(given: dict[str, Any]) -> None:
    assert to_rate_again([rated(0, **given)], (), TODAY) == ()


def test_the_shift_of_ratings_is_counted_and_from_five_averaged() -> None:
    steps = (4, 4, 4, 4, 6)
    talks = [rated(n, step_self=steps) for n in range(5)]
    given_again = [again(n, step_self=(4, 5, 4, 4, 4)) for n in range(4)]
    few = told(*talks, again=tuple(given_again)).reread
    assert few.lines[:2] == (
        "content: 0 higher now, 0 the same, 4 lower",
        "trust: 0 higher now, 4 the same, 0 lower",
    )
    old = again(4, date(2026, 3, 1), my_sat=1, step_self=(1, 1, 1, 1, 1), id="a0")
    new = again(4, my_sat=5, step_self=(4, 5, 4, 4, 4))
    enough = told(*talks, again=(new, old, *given_again)).reread
    assert enough.n == 5
    assert enough.lines == (
        "content: 1.0 of 7 lower now, over 5", "trust: the same on average, over 5",
        "winning: 1.0 of 7 higher now, over 5", "value: the same on average, over 5",
        "share: the same on average, over 5", "ego: 2.0 of 7 lower now, over 5",
    )  # fmt: skip


def test_a_rating_that_was_not_there_moves_nothing() -> None:
    found = told(
        rated(0), rated(1, my_sat=None, step_self=(1, 1, 1, 1, 1)),
        again=(again(0, step_self=(1, 1, 1, 1, 1)), again(1)),
    ).reread  # fmt: skip
    assert found.lines == ("content: 0 higher now, 0 the same, 1 lower",)


# What was said to the statements


def said(number: int, **given: Any) -> StatementResponse:
    usual: dict[str, Any] = {
        "id": f"r{number}",
        "block": "ego",
        "period": "2026",
        "answered_at": AT + timedelta(days=number),
        "agrees": True,
        "sentence": "No entries can speak to this yet.",
    }
    return StatementResponse(**{**usual, **given})


def test_what_was_said_stands_beside_its_block_newest_first() -> None:
    responses = (
        said(0), said(2, agrees=False, reason="they asked me to"),
        said(3, period="May 2026", sentence="1 of 2", reason="so it was"),
        said(1, block="closing"), said(1, block="trust"),
    )  # fmt: skip
    found = told(talk(0), responses=responses).answered
    assert [one.words for one in beside(found, Step.EGO)] == [
        'contested 3 May 2026: "they asked me to"',
        "agreed 1 May 2026",
        'agreed 4 May 2026: "so it was" (on May 2026)',
    ]
    assert [one.same for one in beside(found, Step.EGO)] == [True, True, False]
    assert len(found) == 4


def test_a_statement_that_reads_otherwise_now_is_not_the_same() -> None:
    (one,) = told(talk(0), responses=(said(0, sentence="It was 1 of 2."),)).answered
    assert (one.same, one.sentence) == (False, "It was 1 of 2.")


@given(records(), st.integers(0, 200))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_no_panel_says_a_forbidden_word(whole: Any, seed: int) -> None:
    ids = [d.id for d in whole.deals]
    after = Afterwards(
        mends=tuple(
            Mend(id=f"m{i}", negotiation_id=i, made_on=TODAY, done_on=TODAY)
            for i in ids
        ),
        looks=tuple(
            Look(negotiation_id=i, day=30 + seed % 2, due=TODAY, **WELL) for i in ids
        ),
        again=tuple(
            Again(id=i, negotiation_id=i, rated_on=TODAY, my_sat=seed % 7 + 1)
            for i in ids
        ),
    )
    found = report(whole, MAY if seed % 3 else YEAR, TODAY, after)
    panels = (found.mended, found.landings, found.ageing, found.reread)
    texts = [*strings(panels), *say_mended(found.mended)]
    assert [text for text in texts if FORBIDDEN.search(text)] == []
    assert replace(found, answered=()) == found
