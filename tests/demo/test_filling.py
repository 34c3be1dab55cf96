"""What the demo holds: enough of some things, too few of others."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import get_args

import pytest

from tests.demo.conftest import TODAY, ZONE, filled
from winjournal.demo.calendar import Calendar
from winjournal.demo.filling import all_steps
from winjournal.domain.debrief import Debrief, Outcome
from winjournal.domain.errors import Conflict, NotFound
from winjournal.domain.goalposts import ChangeReason, Goalpost
from winjournal.domain.later import FollowUp, OutsideView, Promise, PromiseState, Repair
from winjournal.domain.moments import Moment, Recorded
from winjournal.domain.negotiation import Counterparty, Negotiation, Sphere
from winjournal.domain.seals import verify_chain
from winjournal.domain.tags import Actor, Polarity, Step
from winjournal.domain.weeks import Week
from winjournal.domain.worth import InformationGap, ValueItem
from winjournal.domain.writing import Act, Entry, InboxLine, Link, Vow, WeekReview
from winjournal.services.entities import E, Entity
from winjournal.services.journal import Journal


def every(journal: Journal, kind: type[E]) -> tuple[E, ...]:
    with journal.store.read() as reader:
        return reader.list(kind)


def test_sixty_negotiations_with_ten_people_over_forty_weeks(demo: Journal) -> None:
    deals = every(demo, Negotiation)
    weeks = {Week.of(deal.opened_on) for deal in deals}
    assert len(deals) == 60
    assert len({deal.title for deal in deals}) == 60
    assert len(every(demo, Counterparty)) == 10
    assert 240 <= len(every(demo, Moment)) <= 260
    assert min(weeks) == Week.of(TODAY - timedelta(weeks=39))
    assert {deal.sphere for deal in deals} == set(Sphere)
    assert max(Counter(deal.counterparty_id for deal in deals).values()) < 15


def test_the_last_twelve_weeks_are_dense(demo: Journal) -> None:
    today = demo.reading.today()
    assert today.talks >= 25
    assert len(today.marks) >= 120
    # no week of the strip is empty, but perhaps the one that has begun
    assert {Week.of(mark.on) for mark in today.marks} == set(today.weeks)
    assert {mark.step for mark in today.marks if mark.step} == set(Step)


def test_there_are_marks_of_every_step_on_both_sides(demo: Journal) -> None:
    marks = every(demo, Moment)
    kinds = Counter((m.step, m.polarity) for m in marks if m.tag)
    for step in Step:
        assert kinds[step, Polarity.HANDLED] >= 5
        assert kinds[step, Polarity.SLIP] >= 3
    assert Counter(m.actor for m in marks)[Actor.THEM] >= 60
    assert 5 <= sum(m.tag is None for m in marks) <= 20
    assert {m.recorded for m in marks} == set(Recorded)
    notes = [m.note for m in marks if m.note]
    assert len(notes) == len(set(notes))


def test_preps_are_sealed_in_time_or_late_or_not(demo: Journal) -> None:
    sealed = Counter(deal.sealed_in_time for deal in every(demo, Negotiation))
    assert sealed[True] >= 45
    assert sealed[False] >= 3
    assert sealed[None] >= 3


def test_every_outcome_is_there_and_two_debriefs_are_unfinished(demo: Journal) -> None:
    debriefs = every(demo, Debrief)
    assert {debrief.outcome for debrief in debriefs} == set(Outcome)
    unfinished = [d for d in debriefs if d.sealed_at is None]
    assert {d.outcome for d in unfinished} == {Outcome.AGREED, Outcome.OPEN}
    assert len(unfinished) == 2
    assert len(debriefs) >= 55


def test_goalposts_moved_openly_and_not(demo: Journal) -> None:
    later = [g for g in every(demo, Goalpost) if g.version > 1]
    assert {g.owner for g in later} == set(Actor)
    assert {g.announced for g in later} == {True, False}
    reasons = {g.change_reason for g in later}
    assert {ChangeReason.CIRCUMSTANCES, ChangeReason.LEVERAGE} <= reasons


def test_promises_stand_in_every_state_on_both_sides(demo: Journal) -> None:
    promises = every(demo, Promise)
    states = {(p.by, p.state) for p in promises}
    for by in Actor:
        for state in set(PromiseState) - {PromiseState.RELEASED}:
            assert (by, state) in states
    soon = [p for p in promises if p.due and 0 <= (p.due - TODAY).days <= 7]
    assert {p.by for p in soon if p.state is PromiseState.OPEN} == set(Actor)


def test_deals_were_looked_back_on(demo: Journal) -> None:
    looks = every(demo, FollowUp)
    answered = Counter(look.day for look in looks if look.answered_at)
    assert answered[30] >= 30
    assert answered[90] >= 20
    waiting = [look for look in looks if look.answered_at is None]
    assert TODAY in {look.due for look in waiting}
    assert len([v for v in every(demo, OutsideView) if v.sat]) >= 10


def test_weeks_were_reviewed_and_sealed(demo: Journal) -> None:
    reviews = every(demo, WeekReview)
    this = str(Week.of(TODAY))
    assert len(reviews) >= 30
    assert this not in {review.week for review in reviews}
    assert [review.week for review in reviews if review.sealed_at is None]
    assert sum(review.sealed_at is not None for review in reviews) >= 30
    assert len(every(demo, Vow)) >= 5
    assert len(every(demo, Entry)) >= 15


def test_every_chain_of_seals_holds(demo: Journal) -> None:
    links = every(demo, Link)
    chains = {
        name: list(chain) for name, chain in groupby(links, lambda link: link.chain)
    }
    assert len(chains) > 80
    assert [name for name, chain in chains.items() if verify_chain(chain)] == []


def test_this_morning_is_under_way(demo: Journal) -> None:
    today = demo.reading.today()
    live, planned = today.under_way[:2]
    assert (live.title, live.person) == ("Acme renewal", "Dana")
    assert live.live_since is not None
    assert f"{live.live_since.astimezone(ZONE):%H:%M}" == "09:40"
    assert [mark.polarity for mark in live.marks] == [
        Polarity.HANDLED, Polarity.SLIP, Polarity.SLIP,
    ]  # fmt: skip
    assert (planned.title, planned.person) == ("Landlord, deposit", "M. Okafor")
    assert planned.planned_for is not None
    assert f"{planned.planned_for.astimezone(ZONE):%H:%M}" == "14:00"
    assert planned.missing == ("their win", "walk-away line")


def test_this_morning_has_a_vow_loose_lines_and_what_is_due(demo: Journal) -> None:
    today = demo.reading.today()
    assert today.vow is not None
    assert today.vow.cue == 'I hear "your competitor is cheaper"'
    assert (today.vow_kept, today.vow_tested) == (2, 3)
    assert 2 <= len(today.lines) <= 3
    filed = [line for line in every(demo, InboxLine) if line.filed_at]
    assert len(filed) >= 3
    due = {(d.text, d.on) for d in today.due}
    assert ("Kiln lease, 30 days on", TODAY) in due
    assert ("SLA draft to Dana", TODAY + timedelta(days=2)) in due


@pytest.mark.parametrize("ahead", range(7))
def test_no_story_runs_past_the_morning_of_any_weekday(ahead: int) -> None:
    today = TODAY + timedelta(days=ahead)
    assert all_steps(Calendar(today, ZONE))[-1].at.date() == today


def test_the_same_day_gives_the_same_journal(demo: Journal, tmp_path: Path) -> None:
    again = filled(tmp_path / "again.db", seed=99)
    try:
        for kind in get_args(Entity):
            assert every(demo, kind) == every(again, kind)
    finally:
        again.store.close()


def undo(journal: Journal) -> Act | None:
    try:
        return journal.history.undo()
    except (NotFound, Conflict):
        return None


def test_what_one_brings_knows_and_puts_right_is_shown(demo: Journal) -> None:
    items, gaps = every(demo, ValueItem), every(demo, InformationGap)
    assert {bool(item.evidence) for item in items} == {True, False}
    assert any(item.told_at for item in items)
    assert any(gap.is_open for gap in gaps)
    repairs = every(demo, Repair)
    assert {repair.is_open for repair in repairs} == {True, False}
    assert any(repair.moment_id and repair.effect for repair in repairs)


def test_undo_goes_back_to_this_morning_and_no_further(demo: Journal) -> None:
    undone: list[Act] = []
    while (act := undo(demo)) is not None:
        undone.append(act)
    # The version of this morning is a link of a chain by now.
    with pytest.raises(Conflict, match="A seal can be undone for ten minutes"):
        demo.history.undo()
    assert undone[0].what == "marked ego"
    assert {act.at.astimezone(ZONE).date() for act in undone} == {TODAY}
    assert len(every(demo, Negotiation)) == 60
