"""Debriefing: left and resumed, closed, locked, sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import answers, begin, met
from winjournal.domain.debrief import Outcome
from winjournal.domain.errors import Conflict, Invalid, NotUnderstood, Sealed
from winjournal.domain.line import Line, read_line
from winjournal.domain.moments import Recorded
from winjournal.domain.tags import Step
from winjournal.domain.weeks import Week
from winjournal.services.debriefs import Debriefs, missing_in
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.services.vows import VowAnswer


def test_it_can_be_left_at_any_point_and_resumed(journal: Journal) -> None:
    deal = begin(journal)
    blank = journal.debriefs.blank(deal.id)
    saved = journal.debriefs.save(replace(blank, my_sat=6))
    dossier = journal.deals.read(deal.id)
    assert dossier.negotiation.is_open
    assert dossier.debrief == saved
    assert missing_in(dossier) == (
        "outcome", "last offer", "criteria", "what they will say", "my win changed",
        "their win changed", "information", "moments reviewed", "the five steps",
    )  # fmt: skip


def test_an_outcome_closes_and_plans_two_looks_back(journal: Journal) -> None:
    deal = begin(journal)
    journal.debriefs.save(answers(journal, deal.id), closed_on=date(2026, 3, 3))
    dossier = journal.deals.read(deal.id)
    assert dossier.negotiation.closed_on == date(2026, 3, 3)
    assert [(f.day, f.due) for f in dossier.follow_ups] == [
        (30, date(2026, 4, 2)),
        (90, date(2026, 6, 1)),
    ]


def test_an_outcome_taken_back_opens_it_again(journal: Journal) -> None:
    deal = begin(journal)
    saved = journal.debriefs.save(answers(journal, deal.id))
    journal.debriefs.save(
        replace(saved, outcome=Outcome.OPEN, captured=None, final_offer=None)
    )
    dossier = journal.deals.read(deal.id)
    assert dossier.negotiation.closed_on is None
    assert dossier.follow_ups == ()


def test_the_last_offer_of_a_deal_is_what_was_got(journal: Journal) -> None:
    deal = begin(journal)
    saved = journal.debriefs.save(answers(journal, deal.id))
    assert saved.final_offer == Decimal(41000)


def test_the_prediction_is_locked_on_entry(journal: Journal) -> None:
    deal = begin(journal)
    saved = journal.debriefs.save(answers(journal, deal.id))
    with pytest.raises(Sealed, match="5 of 7"):
        journal.debriefs.save(replace(saved, their_sat_pred=7))


def test_a_sealed_debrief_cannot_be_rewritten(journal: Journal) -> None:
    deal = begin(journal)
    saved = journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    sealed = journal.debriefs.seal(deal.id)
    assert sealed.sealed_at is not None
    with pytest.raises(Sealed):
        journal.debriefs.save(replace(saved, my_sat=1))
    assert journal.deals.read(deal.id).debrief == sealed


def test_a_seal_asks_for_what_is_missing(journal: Journal) -> None:
    deal = begin(journal)
    journal.debriefs.save(answers(journal, deal.id))
    with pytest.raises(Invalid, match="criteria"):
        journal.debriefs.seal(deal.id)


def test_a_young_seal_is_undone_and_the_chain_shows_it(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    journal.debriefs.seal(deal.id)
    clock.pass_(minutes=9)
    journal.history.undo()
    dossier = journal.deals.read(deal.id)
    assert dossier.debrief is not None
    assert dossier.debrief.sealed_at is None
    assert [x.kind for x in dossier.links] == ["debrief", "unsealed"]


def test_an_old_seal_stays(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    journal.deals.seal(deal.id)
    clock.pass_(minutes=11)
    with pytest.raises(Conflict):
        journal.history.undo()
    assert journal.deals.read(deal.id).negotiation.is_sealed


@pytest.mark.parametrize(
    "wrong",
    [
        {"my_sat": 8},
        {"their_sat_pred": 0},
        {"deal_again_prob": 101},
        {"outcome": Outcome.WALKED_AWAY},
        {"lesson": "x" * 201},
    ],
)
def test_answers_out_of_range_are_refused(
    journal: Journal, wrong: dict[str, Any]
) -> None:
    deal = begin(journal)
    debrief = replace(answers(journal, deal.id), **wrong)
    with pytest.raises(Invalid):
        journal.debriefs.save(debrief)
    assert journal.deals.read(deal.id).debrief is None


def test_a_debrief_tests_the_vow_in_the_same_act(
    journal: Journal, clock: HandClock
) -> None:
    vow = journal.weeks.vow(Week(2026, 9), "I hear cheaper", "I ask one question")
    deal = begin(journal)
    answer = VowAnswer(vow_id=vow.id, occurred=True, kept=False)
    journal.debriefs.save(answers(journal, deal.id), vow=answer)
    dossier = journal.deals.read(deal.id)
    assert [(t.occurred, t.kept) for t in dossier.vow_tests] == [(True, False)]
    assert dossier.vows == (vow,)
    clock.pass_(minutes=1)
    journal.history.undo()
    assert journal.deals.read(deal.id).vow_tests == ()
    assert journal.deals.read(deal.id).debrief is None


def test_marks_are_settled_dropped_and_added_with_the_answers(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    one = journal.marks.mark(deal.id, None, note="hm")
    two = journal.marks.mark(deal.id, None)
    journal.deals.sit(deal.id, clock.now(), clock.now() + timedelta(minutes=40))
    clock.pass_(hours=2)
    journal.debriefs.save(
        answers(journal, deal.id),
        settled={one.id: "ego", two.id: None, "unknown": "ego"},
        added=line_of("@fair-share left the last 1k"),
    )
    moments = journal.deals.read(deal.id).moments
    assert [(m.tag, m.note, m.recorded) for m in moments] == [
        ("ego", "hm", Recorded.LIVE),
        ("fair-share", "left the last 1k", Recorded.SAME_DAY),
    ]
    journal.history.undo()
    assert [m.tag for m in journal.deals.read(deal.id).moments] == [None, None]


def test_a_tag_that_is_none_saves_nothing(journal: Journal) -> None:
    deal = begin(journal)
    one = journal.marks.mark(deal.id, None)
    with pytest.raises(NotUnderstood):
        journal.debriefs.save(answers(journal, deal.id), settled={one.id: "nonsense"})
    assert journal.deals.read(deal.id).debrief is None


def line_of(line: str) -> Line:
    return read_line(line, datetime(2026, 3, 4, 12, tzinfo=UTC))


def test_a_line_may_say_when_and_name_only_a_step(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    began = clock.now()
    journal.deals.sit(deal.id, began, began + timedelta(minutes=40))
    clock.pass_(hours=1)
    journal.debriefs.save(answers(journal, deal.id), added=line_of("@goalpost @ego"))
    line = read_line(f"{began:%H:%M}: @them/misled a second buyer", clock.now())
    journal.debriefs.save(
        journal.deals.read(deal.id).debrief or answers(journal, deal.id), added=line
    )
    moments = journal.deals.read(deal.id).moments
    assert [(m.tag, m.step_hint, m.at - began) for m in moments] == [
        ("misled", None, timedelta()),
        (None, Step.WINNING, timedelta(minutes=40)),
        ("ego", None, timedelta(minutes=40)),
    ]
    assert {m.sitting_id for m in moments} == {
        journal.deals.read(deal.id).sittings[0].id
    }


def test_what_was_settled_elsewhere_meanwhile_stays(journal: Journal) -> None:
    deal = begin(journal)
    one = journal.marks.mark(deal.id, None, note="hm")
    two = journal.marks.mark(deal.id, None)
    journal.marks.edit(replace(one, tag="honest"))
    journal.marks.edit(replace(two, tag=None, step_hint=Step.VALUE))
    journal.debriefs.save(
        answers(journal, deal.id), settled={one.id: None, two.id: "info-shared"}
    )
    moments = journal.deals.read(deal.id).moments
    assert [(m.tag, m.step_hint) for m in moments] == [
        ("honest", None), ("info-shared", None),
    ]  # fmt: skip


def test_the_days_of_looking_back_can_be_set(journal: Journal) -> None:
    deal = begin(journal)
    other = Debriefs(journal.store, journal.clock, SeededIds(7), (14,))
    other.save(answers(journal, deal.id), closed_on=date(2026, 3, 3))
    (only,) = journal.deals.read(deal.id).follow_ups
    assert (only.day, only.due) == (14, date(2026, 3, 17))
