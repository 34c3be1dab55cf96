"""Marks, curves, where deals landed and where it happens: exact, and counted again."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.records import (
    ALL,
    TODAY,
    YEAR,
    block,
    deal,
    pledge,
    record,
    reviewed,
    talk,
    told,
)
from tests.domain.test_character_counts import records
from winjournal.domain.afterwards import NOTHING_AFTER, Afterwards
from winjournal.domain.curves import POINTS
from winjournal.domain.facts import Record
from winjournal.domain.panels import Amount
from winjournal.domain.slices import By, Slice, slices
from winjournal.domain.tags import Actor, Step

SETTINGS = settings(derandomize=True, deadline=None, max_examples=60)


# Plots


def test_few_entries_are_a_strip_of_single_marks() -> None:
    found = block(record(reviewed(1), reviewed(0, "ego"), talk(2)), Step.EGO).plot
    assert [(dot.id, dot.counted) for dot in found.dots] == [
        ("d000", True), ("d001", False),
    ]  # fmt: skip
    assert found.points == ()


def test_a_promise_is_a_mark_on_the_day_it_was_due() -> None:
    whole = record(
        talk(0), pledges=(pledge(0, "broken"), pledge(1, "kept", negotiation_id=None))
    )
    found = block(whole, Step.TRUST).plot
    assert [(d.id, d.on, d.counted) for d in found.dots] == [
        ("d000", date(2026, 1, 11), False), ("", date(2026, 1, 12), True),
    ]  # fmt: skip


def test_fifteen_have_no_curve_and_sixteen_have_one() -> None:
    talks = [reviewed(n, *(("ego",) if n < 8 else ())) for n in range(16)]
    assert block(record(*talks[:15]), Step.EGO).plot.points == ()
    points = block(record(*talks), Step.EGO).plot.points
    assert [point.value for point in points] == [
        100.0, 87.5, 75.0, 62.5, 50.0, 37.5, 25.0, 12.5, 0.0,
    ]  # fmt: skip
    assert points[0].high == 100.0
    assert points[4].low == pytest.approx(23.93, abs=0.01)
    assert points[-1].on == date(2026, 1, 16)


def test_how_much_was_written_stands_beside_each_point_and_trend() -> None:
    talks = [
        reviewed(n, "ego", "honest", theirs=("ego",), debriefed_on=TODAY)
        for n in range(16)
    ]
    whole = record(*talks, talk(3, id="x"), talk(40, debriefed_on=TODAY))
    found = block(whole, Step.EGO)
    assert found.plot.points[0].amount == Amount(
        marks=16, reviewed=8, talks=9, debriefed=8
    )
    assert found.trend.amounts == (
        "My marks: 16 in the 8 before, 16 in the last 8."
        " Debriefed: 8 of 9, then 8 of 8."
    )
    assert found.trend.short_amounts == ("marks 16 then 16", "debriefed 8 then 8")


def test_where_the_word_is_held_back_the_amounts_stand() -> None:
    talks = [reviewed(n, *(["ego"] * (4 if n < 8 else 1))) for n in range(16)]
    trend = block(record(*talks), Step.EGO).trend
    assert trend.held_back
    assert trend.amounts.startswith("My marks: 32 in the 8 before, 8 in the last 8.")


def test_a_long_life_has_as_many_points_as_a_screen_can_show() -> None:
    talks = [reviewed(n, closed_on=date(2026, 1, 1)) for n in range(900)]
    points = block(record(*talks), Step.EGO, ALL).plot.points
    assert len(points) == POINTS


def test_the_size_of_over_capture_is_drawn_in_per_cent() -> None:
    found = block(record(*(deal(n, "11500") for n in range(16))), Step.SHARE).plot
    assert {point.value for point in found.points} == {15.0}
    assert (found.low, found.high, found.equal) == (0.0, 15.0, 0.0)
    assert found.unit == "% from the middle of my range"


def test_the_angle_is_drawn_in_degrees_and_where_nothing_was_met_not() -> None:
    even = [deal(n, my_sat=4, their_rating=4) for n in range(16)]
    found = block(record(*even), Step.INTERESTS).plot
    assert {round(point.value) for point in found.points} == {45}
    assert (found.high, found.equal) == (90.0, 45.0)
    nothing = [deal(n, my_sat=1, their_rating=1) for n in range(16)]
    assert block(record(*nothing), Step.INTERESTS).plot.points == ()


# Where deals landed


def test_a_guess_of_mine_is_hollow_and_in_no_figure() -> None:
    met: dict[str, Any] = {"mine_met": 1.0, "theirs_met": 0.5}
    found = told(record(deal(0, **met), deal(1, theirs_told=True, **met))).landings
    assert [(spot.id, spot.guessed) for spot in found.spots] == [
        ("d000", True), ("d001", False),
    ]  # fmt: skip
    assert found.mine_more == ("d001",)
    assert found.lines == (
        "What they wanted is my guess in 1 deals; those are drawn hollow.",
    )


def test_both_sides_criteria_from_five_deals_on() -> None:
    deals = [deal(n, mine_met=1.0, theirs_met=0.5, theirs_told=n < 5) for n in range(6)]
    assert told(record(*deals)).landings.lines == (
        "Of my criteria 100 in 100 were met, over 6 deals.",
        "Of theirs, as they told them, 50 in 100, over 5 deals; in 1 more I only"
        " guessed what they wanted.",
    )


def test_the_widest_gaps_either_way_widest_first() -> None:
    pairs = [(7, 1), (6, 5), (1, 7), (4, 4), (5, 2), (3, 6), (2, 6), (7, 2)]
    deals = [deal(n, my_sat=a, their_rating=b) for n, (a, b) in enumerate(pairs)]
    found = told(record(*deals)).landings
    assert found.mine_more == ("d000", "d007", "d004")
    assert found.theirs_more == ("d002", "d006", "d005")


def test_what_i_thought_they_felt_against_what_they_said() -> None:
    pairs = zip((6, 5, 6, 7, 4, 6), (5, 5, 4, 6, 5, 4), strict=True)
    deals = [
        deal(n, their_sat_pred=thought, their_rating=felt)
        for n, (thought, felt) in enumerate(pairs)
    ]
    found = told(record(*deals, deal(6, their_sat_pred=4))).landings
    assert [one.gap for one in found.felt] == [1, 0, 2, 1, -1, 2]
    assert found.less_pleased == ("d005", "d002", "d003")
    assert found.more_pleased == ("d004",)
    assert found.lines == (
        "They were on average 0.8 of 7 less pleased than I thought (plausibly 0.1"
        " more to 1.8 less); the typical miss was 1.2.",
        "They answered in 6 of 7 talks with a guess of mine.",
    )


def test_equal_guesses_and_few_of_them() -> None:
    same = [deal(n, their_sat_pred=5, their_rating=5) for n in range(5)]
    assert told(record(*same)).landings.lines[0] == (
        "They were on average as pleased as I thought (plausibly 0.4 more to 0.4"
        " less); the typical miss was 0.0."
    )
    assert told(record(*same[:4])).landings.lines == (
        "What they felt is known beside my guess for 4 of 4 talks.",
    )
    assert told(record(talk(0))).landings.lines[0].startswith("A deal stands here once")


# Where it happens


def sliced(whole: Record, step: Step, by: By, **after: Any) -> list[Slice]:
    found = slices(whole, Afterwards(**after), YEAR, TODAY, step)
    return [one for one in found if one.by is by]


def test_slices_are_counts_in_the_order_of_their_names() -> None:
    whole = record(
        reviewed(0, "ego", person="Sam", person_id="p1", kind="Salary"),
        reviewed(1, person="dana", person_id="p2", kind="lease", sphere="household"),
        reviewed(2, person="Sam", person_id="p1"), talk(3, person="Ruth"),
    )  # fmt: skip
    people = sliced(whole, Step.EGO, By.PERSON)
    assert [(one.name, one.k, one.n) for one in people] == [
        ("dana", 0, 1), ("Sam", 1, 2),
    ]  # fmt: skip
    assert (people[1].for_ids, people[1].against_ids) == (("d000",), ("d002",))
    kinds = sliced(whole, Step.EGO, By.KIND)
    assert [one.name for one in kinds] == ["lease", "Salary"]
    spheres = sliced(whole, Step.EGO, By.SPHERE)
    assert [(one.name, one.k, one.n) for one in spheres] == [
        ("household", 0, 1), ("professional", 1, 2),
    ]  # fmt: skip


def test_two_people_of_one_name_stay_two() -> None:
    whole = record(
        reviewed(0, person="Sam", person_id="a"),
        reviewed(1, person="Sam", person_id="b"),
    )
    assert [one.n for one in sliced(whole, Step.EGO, By.PERSON)] == [1, 1]


def test_own_tags_of_either_side_and_nothing_of_the_taxonomy() -> None:
    whole = record(
        reviewed(0, "ego", "price hook"), reviewed(1, theirs=("price hook", "late")),
        reviewed(2, "ego"),
    )  # fmt: skip
    assert [(one.name, one.k, one.n) for one in sliced(whole, Step.EGO, By.TAG)] == [
        ("late", 0, 1), ("price hook", 1, 2),
    ]  # fmt: skip


def test_hours_stand_in_the_order_of_the_day() -> None:
    talks = [reviewed(n, *(("ego",) if n == 2 else ())) for n in range(5)]
    hours = {"d000": 17, "d001": 8, "d002": 9, "d003": 23}
    found = sliced(record(*talks), Step.EGO, By.HOUR, hours=hours)
    assert [(one.name, one.k) for one in found] == [
        ("before 9:00", 0), ("9:00 to 12:00", 1), ("15:00 to 18:00", 0),
        ("after 18:00", 0), ("no hour known", 0),
    ]  # fmt: skip


def test_promises_are_counted_and_their_talks_opened() -> None:
    whole = record(
        talk(0),
        pledges=(
            pledge(0, "kept"), pledge(1, "kept", negotiation_id="d000"),
            pledge(2, "broken", negotiation_id="d000"),
            pledge(3, "kept", negotiation_id=None),
        ),
    )  # fmt: skip
    (one,) = sliced(whole, Step.TRUST, By.PERSON)
    assert (one.k, one.n) == (2, 3)
    assert (one.for_ids, one.against_ids) == (("d000",), ("d000",))


@given(records(), st.sampled_from(list(Step)))
@SETTINGS
def test_the_slices_of_a_block_add_up_to_it(whole: Record, step: Step) -> None:
    found = slices(whole, NOTHING_AFTER, YEAR, TODAY, step)
    of = block(whole, step)
    for by in (By.PERSON, By.SPHERE, By.HOUR):
        mine = [one for one in found if one.by is by]
        if step is not Step.TRUST:
            assert sum(one.k for one in mine) == of.k
            assert sum(one.n for one in mine) == of.n
            opened = Counter(i for one in mine for i in one.for_ids + one.against_ids)
            assert opened == Counter(of.for_ids + of.against_ids)
    assert all(0 <= one.k <= one.n for one in found)


@given(records())
@SETTINGS
def test_a_strip_holds_what_its_block_counts(whole: Record) -> None:
    for found in told(whole).blocks:
        dots = found.plot.dots
        if found.step is Step.INTERESTS:
            assert tuple(dot.id for dot in dots) == found.for_ids
            continue
        assert sum(dot.counted for dot in dots) == found.k
        assert len(dots) == found.n
        assert all(p.low is None or p.low <= p.value for p in found.plot.points)


def test_marks_about_them_move_no_curve() -> None:
    mine = [reviewed(n, "ego") for n in range(16)]
    both = [reviewed(n, "ego", theirs=("ego",)) for n in range(16)]
    found = [block(record(*talks), Step.EGO).plot for talks in (mine, both)]
    assert found[0] == found[1]
    assert (Actor.THEM, "ego") in both[0].counts
