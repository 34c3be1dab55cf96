"""Agree, contest, rate again: on a real file, and what the report makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, WHOLE, answers, begin, met
from winjournal.domain.errors import Conflict, Invalid
from winjournal.domain.later import Commitments, Discovered, SatSource
from winjournal.domain.periods import Period
from winjournal.domain.slices import By
from winjournal.domain.tags import Step
from winjournal.services.journal import Journal

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31), "2026")


def closed(journal: Journal, title: str = "Acme renewal") -> str:
    deal = begin(journal, replace(WHOLE, title=title))
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    return deal.id


def sentence(journal: Journal) -> str:
    return next(
        b.sentence for b in journal.statements.report(YEAR).blocks if b.step is Step.EGO
    )


def test_a_contest_stands_with_its_reason_and_the_sentence_as_shown(
    journal: Journal, clock: HandClock
) -> None:
    closed(journal)
    shown = sentence(journal)
    journal.statements.agree(YEAR, Step.EGO, shown)
    clock.pass_(hours=24)
    journal.statements.contest(YEAR, Step.EGO, shown, "  she asked me to  ")
    closed(journal, "Kiln lease")
    told = journal.statements.report(YEAR).answered
    assert [one.words for one in told] == [
        'contested 5 Mar 2026: "she asked me to"', "agreed 4 Mar 2026",
    ]  # fmt: skip
    assert [(one.sentence, one.same) for one in told] == [(shown, False)] * 2


def test_undo_takes_a_response_back(journal: Journal) -> None:
    closed(journal)
    journal.statements.agree(YEAR, Step.EGO, sentence(journal))
    act = journal.history.undo()
    assert (act.what, act.subject) == ("agreed with", "the statement on ego")
    assert journal.statements.report(YEAR).answered == ()


def test_the_same_sentence_is_agreed_with_once(journal: Journal) -> None:
    shown = sentence(journal)
    journal.statements.agree(YEAR, Step.EGO, shown)
    with pytest.raises(Conflict):
        journal.statements.agree(YEAR, Step.EGO, shown)
    journal.statements.contest(YEAR, Step.EGO, shown, "no")
    journal.statements.agree(YEAR, Step.EGO, shown)
    assert len(journal.statements.report(YEAR).answered) == 3


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201])
def test_a_contest_needs_a_reason_that_fits(journal: Journal, reason: str) -> None:
    with pytest.raises(Invalid):
        journal.statements.contest(YEAR, Step.EGO, "It was 1 of 2.", reason)
    assert journal.statements.report(YEAR).answered == ()


def test_ratings_given_again_stand_beside_the_old_ones(
    journal: Journal, clock: HandClock
) -> None:
    deal = closed(journal)
    assert journal.statements.to_rate_again() == ()
    clock.pass_(hours=24 * 61)
    assert journal.statements.to_rate_again() == (deal,)
    journal.statements.rate_again(deal, 3, (6, 5, 4, 3, 7))
    found = journal.statements.report(YEAR).reread
    assert found.lines[0] == "content: 0 higher now, 0 the same, 1 lower"
    assert found.lines[-1] == "ego: 1 higher now, 0 the same, 0 lower"
    debrief = journal.deals.read(deal).debrief
    assert debrief is not None
    assert (debrief.my_sat, debrief.step_self) == (6, (6, 5, 4, 3, 2))


@pytest.mark.parametrize("rating", [0, 8, None])
def test_a_rating_again_is_one_to_seven(journal: Journal, rating: int | None) -> None:
    with pytest.raises(Invalid):
        journal.statements.rate_again(closed(journal), rating, None)


def test_what_came_after_is_read_from_the_journal(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    sitting = journal.deals.sit(deal.id, clock.now(), None, live=True)
    for tag, minutes in (("ego", 4), ("ego-released", 9), ("ego", 1)):
        journal.marks.mark(deal.id, tag)
        clock.pass_(minutes=minutes)
    journal.deals.end_sitting(sitting.id)
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    repair = journal.repairs.add(deal.id, "say so")
    clock.pass_(hours=24 * 31)
    journal.repairs.done(repair.id)
    look = journal.deals.read(deal.id).follow_ups[0]
    journal.later.answer(
        replace(look, they_discovered=Discovered.YES_KNEW,
                my_commitments=Commitments.ALL, their_sat=3,
                their_sat_source=SatSource.IN_WRITING)
    )  # fmt: skip
    (read, _) = journal.statements.material().after.looks
    assert (read.their_sat, read.answered) == (3, True)
    found = journal.statements.report(YEAR)
    assert (found.mended.made, found.mended.days) == (1, 31.0)
    assert (found.mended.egos, found.mended.minutes) == (2, 4.0)
    (aged,) = found.ageing.groups
    assert (aged.ended, aged.day, aged.failed_ids) == (
        "without a range", 30, (deal.id,),
    )  # fmt: skip


def test_the_hour_is_that_of_the_clock_on_the_wall(
    journal: Journal, clock: HandClock
) -> None:
    deal = closed(journal)
    journal.deals.sit(deal, clock.now(), clock.now())
    journal.deals.sit(deal, clock.now().replace(hour=19), clock.now().replace(hour=20))
    begin(journal, LEAST)
    found = journal.statements.slices(YEAR, Step.EGO)
    hours = [one.name for one in found if one.by is By.HOUR]
    assert hours == ["9:00 to 12:00"]
    assert found == journal.statements.slices(
        YEAR, Step.EGO, journal.statements.material()
    )


def test_a_report_needs_no_hours_and_says_the_same_without(
    journal: Journal, clock: HandClock
) -> None:
    deal = closed(journal)
    journal.deals.sit(deal, clock.now(), clock.now())
    whole = journal.statements.material()
    without = journal.statements.material(hours=False)
    assert (list(whole.after.hours), without.after.hours) == ([deal], {})
    said = journal.statements.report(YEAR, without)
    assert said == journal.statements.report(YEAR, whole)
    assert said == journal.statements.report(YEAR)
