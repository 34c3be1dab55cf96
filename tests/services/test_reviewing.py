"""A week's review: what waits in it, its one question, and a vow that has served."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, WHOLE, answers, begin, met
from winjournal.bootstrap import open_journal
from winjournal.domain.debrief import Outcome
from winjournal.domain.later import PromiseState, SatSource
from winjournal.domain.prompts import FALLBACK, Prompt
from winjournal.domain.tags import Actor
from winjournal.domain.weeks import Week
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal

WEEK = Week(2026, 10)


def test_the_walk_lists_what_waits_and_nothing_once_sealed(journal: Journal) -> None:
    deal = begin(journal)
    sunday = WEEK.sunday
    line, _ = journal.inbox.log("felt rushed on the phone")
    undecided = journal.marks.mark(deal.id, None)
    slip = journal.marks.mark(deal.id, "ego", strength=2)
    dana = journal.people.named("Dana")
    owed = journal.later.promise(dana.id, Actor.ME, "the draft", due=sunday)
    journal.later.promise(
        dana.id, Actor.ME, "much later", due=sunday + timedelta(days=1)
    )
    mend = journal.repairs.add(deal.id, "say sorry", due=sunday)
    vow = journal.weeks.vow(WEEK.previous, "they sigh", "I wait")
    planned = journal.clock.now() + timedelta(days=6)
    coming = begin(journal, replace(LEAST, planned_for=planned))
    begin(journal, replace(LEAST, planned_for=planned + timedelta(days=9)))
    walk = journal.weeks.view(WEEK).walk
    assert [one.id for one in walk.lines] == [line.id]
    assert [one.id for one in walk.undecided] == [undecided.id]
    assert {one.id for one in walk.due} == {owed.id, mend.id}
    assert walk.untested == (deal.id,)
    assert [one.id for one in walk.hardest] == [slip.id]
    assert [one.id for one in walk.coming] == [coming.id]
    assert walk.titles == {deal.id: "Acme renewal"}
    assert (walk.to_do.clear, walk.to_do.current, walk.to_do.look) == (2, 3, 4)
    journal.weeks.test_vow(vow.id, deal.id, occurred=False, kept=None)
    journal.later.settle(owed.id, PromiseState.KEPT)
    journal.inbox.file(line.id, None)
    journal.weeks.save(WEEK, sentence="I waited.", unlogged=0, answer="At once.")
    walk = journal.weeks.view(WEEK).walk
    assert (walk.to_do.clear, walk.to_do.current, walk.to_do.look) == (1, 1, 1)
    journal.weeks.seal(WEEK)
    walk = journal.weeks.view(WEEK).walk
    assert (walk.lines, walk.undecided, walk.due, walk.untested) == ((), (), (), ())
    assert [one.id for one in walk.hardest] == [slip.id]
    assert walk.to_do.minutes == 0


def test_what_is_dated_later_does_not_wait_in_a_week_gone_by(journal: Journal) -> None:
    deal = begin(journal)
    journal.inbox.log("felt rushed on the phone")
    journal.marks.mark(deal.id, None)
    walk = journal.weeks.view(WEEK.previous).walk
    assert (walk.lines, walk.undecided, walk.debriefs, walk.due) == ((), (), (), ())


def test_an_unfinished_debrief_waits(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    journal.debriefs.save(
        replace(answers(journal, deal.id), their_sat_pred=None), met(journal, deal.id)
    )
    walk = journal.weeks.view(WEEK).walk
    assert [one.id for one in walk.debriefs] == [deal.id]
    journal.weeks.vow(WEEK.previous, "they sigh", "I wait")
    assert journal.weeks.view(WEEK).walk.untested == (deal.id,)


def test_the_question_of_the_week_is_kept_as_it_was_asked(journal: Journal) -> None:
    deal = begin(journal)
    mark = journal.marks.mark(deal.id, "ego")
    asked = journal.weeks.asked(WEEK)
    assert asked.prompt.id == "P4"
    assert asked.prompt.deals == (deal.id,)
    assert asked.titles == {deal.id: "Acme renewal"}
    assert [one.id for one in asked.others] == [FALLBACK]
    journal.weeks.save(WEEK, answer="At the price.", prompt=asked.prompt)
    journal.marks.remove(mark.id)
    again = journal.weeks.asked(WEEK)
    assert again.prompt.text == asked.prompt.text
    assert (again.prompt.trigger, again.prompt.deals) == ("", (deal.id,))
    sealed = journal.weeks.seal(WEEK)
    assert (sealed.prompt_id, sealed.cited) == ("P4", (deal.id,))
    (link,) = journal.weeks.seals(WEEK)
    assert link.content is not None
    assert f'"cited":["{deal.id}"]' in link.content
    assert "Acme" not in link.content, "ids stand for names"
    assert journal.history.verify().broken == ()


def test_another_question_may_be_taken(journal: Journal) -> None:
    deal = begin(journal)
    journal.marks.mark(deal.id, "ego")
    journal.marks.mark(deal.id, "ego-released")
    first = journal.weeks.asked(WEEK)
    assert [one.id for one in first.others] == ["P5", FALLBACK]
    journal.weeks.save(WEEK, prompt=first.others[0])
    assert journal.weeks.asked(WEEK).prompt.id == "P5"


def test_a_question_rests_for_four_weeks(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    journal.marks.mark(deal.id, "ego")
    journal.weeks.save(WEEK, answer="x", prompt=journal.weeks.asked(WEEK).prompt)
    clock.pass_(days=7)
    journal.marks.mark(deal.id, "ego")
    journal.marks.mark(deal.id, "goalpost-held")
    assert journal.weeks.asked(WEEK.next).prompt.id == "P5"


def test_what_they_say_within_the_week_is_known(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    journal.debriefs.save(
        replace(answers(journal, deal.id), their_sat_pred=7), met(journal, deal.id)
    )
    clock.pass_(days=14)
    later = Week.of(clock.now().date())
    assert "P8" not in {p.id for p in _all(journal, later)}
    journal.outside.receive(deal.id, sat=3, source=SatSource.TOLD_ME)
    assert "P8" in {p.id for p in _all(journal, later)}
    assert "P8" not in {p.id for p in _all(journal, later.previous)}


def _all(journal: Journal, week: Week) -> list[Prompt]:
    asked = journal.weeks.asked(week)
    return [asked.prompt, *asked.others]


@pytest.mark.parametrize("kept", [3, 4])
def test_four_kept_tests_retire_a_vow(journal: Journal, kept: int) -> None:
    older = journal.weeks.vow(WEEK.previous.previous, "old", "older")
    vow = journal.weeks.vow(WEEK.previous, "they sigh", "I wait")
    deals = [begin(journal).id for _ in range(4)]
    for number, id_ in enumerate(deals):
        journal.weeks.test_vow(vow.id, id_, occurred=True, kept=number < kept)
    view = journal.weeks.view(WEEK)
    if kept < 4:
        assert view.standing == vow
        assert view.walk.retired is None
        return
    today = journal.clock.now().date()
    assert view.standing is None, "and none before it stands again"
    assert view.walk.retired == replace(vow, retired_on=today)
    assert journal.reading.today().vow is None
    journal.history.undo()
    assert journal.weeks.view(WEEK).standing == vow
    journal.history.redo()
    journal.weeks.test_vow(vow.id, deals[0], occurred=True, kept=False)
    assert journal.weeks.view(WEEK).standing == vow
    assert journal.weeks.view(WEEK.previous).standing == older


def test_walking_away_is_talked_of_too(journal: Journal) -> None:
    deal = begin(journal, WHOLE)
    journal.weeks.vow(WEEK.previous, "they sigh", "I wait")
    gone = replace(
        answers(journal, deal.id), outcome=Outcome.WALKED_AWAY, captured=None
    )
    journal.debriefs.save(gone, met(journal, deal.id))
    assert journal.weeks.view(WEEK).walk.untested == (deal.id,)


def test_own_questions_are_asked_in_turn_and_stand_among_the_others(
    tmp_path: Path, clock: HandClock
) -> None:
    own = (("own-fair", "What would they call fair?"), ("own-b", "What else?"))
    journal = open_journal(
        tmp_path / "own.db", clock=clock, ids=SeededIds(1), prompts=own
    )
    first = journal.weeks.asked(WEEK)
    assert first.prompt.text == "What would they call fair?"
    assert [one.id for one in first.others] == ["own-b", FALLBACK]
    journal.weeks.save(WEEK, answer="half", prompt=first.prompt)
    assert journal.weeks.asked(WEEK.next).prompt.id == "own-b"
    again = journal.weeks.asked(WEEK).prompt
    assert (again.id, again.text) == ("own-fair", "What would they call fair?")
    journal.store.close()
