"""When a block says that something changed, and what keeps it from saying so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.records import (
    ALL,
    MAY,
    YEAR,
    block,
    deal,
    record,
    reviewed,
    talk,
    told,
)
from winjournal.domain.facts import Facts
from winjournal.domain.measures.trends import TrendState
from winjournal.domain.periods import Period
from winjournal.domain.tags import Actor, Step

FALLING = [True] * 8 + [False] * 8
CHANGED = [True] * 10 + [False] * 10
STEADY = [True, False] * 8


def series(flags: list[bool], step: int = 1) -> list[Facts]:
    """Return reviewed talks, two marks each, of which some have ego tagged."""
    return [
        reviewed(n * step, "ego" if flag else "value-explained", "info-shared")
        for n, flag in enumerate(flags)
    ]


@pytest.mark.parametrize(
    ("flags", "clause", "short"),
    [
        (STEADY[:15], "", ""),
        (
            STEADY,
            "No clear change: too little to tell either way."
            " 4 of 8 before, 4 of the last 8.",
            "no clear change: 4 of 8 then 4",
        ),
        (
            FALLING,
            "Worth a look: the last 8 differ from the 8 before. This often happens by"
            " chance. 8 of 8 before, 0 of the last 8.",
            "worth a look: 8 of 8 then 0; often chance",
        ),
        (
            CHANGED,
            "Has changed at two check points in a row. 6 of 8 before, 0 of the last 8.",
            "changed at two check points in a row: 6 of 8 then 0",
        ),
    ],
)
def test_what_is_said_about_a_change(
    flags: list[bool], clause: str, short: str
) -> None:
    trend = block(record(*series(flags)), Step.EGO).trend
    assert (trend.clause, trend.short) == (clause, short)
    assert trend.n == len(flags)
    assert not trend.held_back


def test_up_is_worded_as_down_is() -> None:
    down = block(record(*series(FALLING)), Step.EGO).trend
    up = block(record(*series(FALLING[::-1])), Step.EGO).trend
    assert up.state is TrendState.WATCH_UP
    assert down.state is TrendState.WATCH_DOWN
    assert up.clause.split(".")[:2] == down.clause.split(".")[:2]


def test_every_share_has_its_trend() -> None:
    talks = [deal(n, shared=True, shifts=int(n < 8), reviewed=True) for n in range(16)]
    assert block(record(*talks), Step.WINNING).trend.state is TrendState.WATCH_DOWN
    assert block(record(*talks), Step.VALUE).trend.state is TrendState.NO_CLEAR_CHANGE


def test_the_trend_of_fair_share_counts_pairs() -> None:
    deals = [deal(n, str(12000 - 100 * n)) for n in range(16)]
    found = block(record(*deals), Step.SHARE)
    assert found.trend.clause == (
        "Worth a look: the last 8 differ from the 8 before. This often happens by"
        " chance. In 120 of 120 pairs the later deal sat lower against its range."
    )


def test_the_trend_of_interests_is_that_of_the_gap() -> None:
    deals = [
        deal(n, mine_met=0.5, theirs_met=n / 16, theirs_told=True) for n in range(16)
    ]
    assert block(record(*deals), Step.INTERESTS).trend.state is TrendState.WATCH_UP


def test_trust_has_no_trend() -> None:
    assert block(record(*series(FALLING)), Step.TRUST).trend.clause == ""


def test_a_trend_uses_all_data_up_to_the_periods_end() -> None:
    talks = series(FALLING, step=9)
    half = Period(date(2026, 1, 1), date(2026, 4, 30), "so far")
    assert block(record(*talks), Step.EGO, half).trend.n == 14
    spring = Period(date(2026, 4, 1), date(2026, 5, 31), "spring")
    found = block(record(*talks), Step.EGO, spring)
    assert (found.n, found.trend.n) == (6, 16)
    assert found.trend.state is TrendState.WATCH_DOWN


def test_beside_fewer_than_five_no_trend_word_stands() -> None:
    found = block(record(*series(FALLING, step=9)), Step.EGO, MAY)
    assert found.n == 2
    assert found.trend.clause == ""
    assert found.trend.n == 16


def test_what_was_sealed_late_is_in_no_trend() -> None:
    talks = [replace(t, sealed=True) for t in series(FALLING)]
    found = block(record(*talks), Step.EGO)
    assert (found.n, found.trend.n, found.trend.clause) == (16, 0, "")
    in_time = [replace(t, sealed_in_time=True) for t in talks]
    assert block(record(*in_time), Step.EGO).trend.n == 16


def test_an_open_talk_is_in_no_trend() -> None:
    talks = series(FALLING)
    talks[3] = replace(talks[3], closed_on=None)
    assert block(record(*talks), Step.EGO).trend.n == 15


def test_tagging_less_holds_the_word_back() -> None:
    talks = series(FALLING)
    talks = [replace(t, counts={}) if n > 7 else t for n, t in enumerate(talks)]
    found = block(record(*talks), Step.EGO)
    assert found.trend.held_back
    assert found.trend.state is TrendState.TOO_FEW
    assert found.trend.clause == (
        "You also tagged less (16 marks in the 8 before, 0 in the last 8), so nothing"
        " is said about a change."
    )
    assert found.wrong_because[0] == (
        "you also tagged less: 16 marks in the 8 before, 0 since"
    )


def test_tagging_the_other_side_more_does_not_make_up_for_it() -> None:
    talks = series(FALLING)
    theirs = {(Actor.THEM, "ego"): 9}
    talks = [replace(t, counts=theirs) if n > 7 else t for n, t in enumerate(talks)]
    assert block(record(*talks), Step.EGO).trend.held_back


def test_one_counterparty_alone_has_no_trend_word() -> None:
    talks = [replace(t, person_id="p", person="Dana") for t in series(FALLING)]
    found = block(record(*talks), Step.EGO)
    assert found.trend.held_back
    assert found.trend.clause == (
        "All of the last 16 are with one counterparty, so nothing is said about a"
        " change."
    )
    assert found.n == 16
    assert found.interval is not None
    assert found.wrong_because[0] == "16 of these 16 are with Dana"


def test_more_than_half_with_one_person_is_said_and_half_is_not() -> None:
    talks = series(STEADY)
    mostly = [replace(t, person_id="p", person="Dana") for t in talks[:9]]
    assert "9 of these 16 are with Dana" in (
        block(record(*mostly, *talks[9:]), Step.EGO).wrong_because
    )
    assert block(record(*mostly[:8], *talks[8:]), Step.EGO).wrong_because == (
        "ego is seen only where it was noticed and tagged",
    )


def test_two_talks_with_one_person_are_no_reason_for_doubt() -> None:
    talks = [replace(t, person_id="p") for t in series([True, False])]
    assert len(block(record(*talks), Step.EGO).wrong_because) == 1


def test_low_coverage_is_said_for_the_weeks_that_were_asked() -> None:
    talks = [talk(n) for n in (4, 5, 6, 40)]
    whole = record(*talks, unlogged={"2026-W01": 0, "2026-W02": 2, "2025-W20": 50})
    volume = told(whole).volume
    assert (volume.logged, volume.unlogged) == (3, 2)
    assert volume.coverage == pytest.approx(0.6)
    doubt = "only 3 of 5 talks were logged in the weeks asked"
    assert all(doubt in b.wrong_because for b in told(whole).blocks)


def test_good_coverage_and_none_asked_are_not_mentioned() -> None:
    for unlogged in ({}, {"2026-W02": 0}):
        whole = record(talk(5), talk(6), unlogged=unlogged)
        assert told(whole).volume.coverage is None
        assert told(whole, ALL).volume.coverage is None
        assert told(whole, YEAR).blocks[0].wrong_because == (
            "promises that were not written down are not here",
        )


def test_a_trend_that_looks_beyond_the_period_says_so() -> None:
    whole = record(*series(STEADY, step=7))
    first = whole.deals[0].on
    start = whole.deals[8].on
    part = block(whole, Step.EGO, replace(YEAR, start=start)).trend
    assert part.clause.startswith("Of all talks until then: No clear change:")
    assert part.short.startswith("of all talks until then: no clear change:")
    all_of_it = block(whole, Step.EGO, replace(YEAR, start=first)).trend
    assert all_of_it.short.startswith("no clear change:")
