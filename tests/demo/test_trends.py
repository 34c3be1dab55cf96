"""The demo has enough for a trend in some measures, and too little in others."""

from __future__ import annotations

from winjournal.domain.debrief import Outcome
from winjournal.domain.facts import Facts
from winjournal.domain.measures.over_capture import over_capture
from winjournal.domain.measures.trends import (
    TrendState,
    trend_of_a_share,
    trend_of_a_value,
)
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Direction
from winjournal.services.journal import Journal

ENOUGH = 16


def closed(journal: Journal) -> list[Facts]:
    return [deal for deal in journal.reading.record().deals if deal.closed_on]


def test_ego_is_worth_a_look(demo: Journal) -> None:
    reviewed = [deal for deal in closed(demo) if deal.reviewed]
    ego = [
        deal.count(Actor.ME, "ego", "stayed-for-ego", "left-for-ego") > 0
        for deal in reviewed
    ]
    trend = trend_of_a_share(ego)
    assert len(ego) >= ENOUGH
    assert (trend.before, trend.last) == (6, 2)
    assert trend.state is TrendState.WATCH_DOWN


def test_what_was_taken_has_come_down(demo: Journal) -> None:
    found = [
        over_capture(
            deal.captured, deal.fair_low, deal.fair_high,
            more_is_better=deal.direction is Direction.MORE,
        )
        for deal in closed(demo)
        if deal.sealed_in_time and deal.outcome is Outcome.AGREED
    ]  # fmt: skip
    indices = [float(x.index) for x in found if x is not None and x.index is not None]
    assert len(indices) >= ENOUGH
    assert trend_of_a_value(indices).state is TrendState.CHANGED_DOWN


def test_hard_cases_at_the_line_are_too_few(demo: Journal) -> None:
    below = [
        deal
        for deal in closed(demo)
        if deal.sealed_in_time and deal.outcome in (Outcome.AGREED, Outcome.WALKED_AWAY)
        if is_below(deal)
    ]
    assert 1 <= len(below) <= 4
    assert {deal.outcome for deal in below} == {Outcome.AGREED, Outcome.WALKED_AWAY}


def is_below(deal: Facts) -> bool:
    if deal.walk_away is None or deal.final_offer is None:
        return False
    less = deal.direction is Direction.LESS
    gap = deal.final_offer - deal.walk_away
    return gap > 0 if less else gap < 0


def test_both_sides_rated_enough_deals_to_be_set_against_each_other(
    demo: Journal,
) -> None:
    rated = [d for d in closed(demo) if d.my_sat and d.their_rating is not None]
    assert len(rated) >= ENOUGH
