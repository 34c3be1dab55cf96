"""Beginning a sitting, marking in it, ending it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, answers, begin, met
from winjournal.domain.debrief import Outcome
from winjournal.domain.errors import Conflict, NotFound
from winjournal.services.journal import Journal


def test_a_mark_made_now_belongs_to_the_live_sitting(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    live = journal.deals.sit(deal.id, clock.now(), None, live=True)
    assert journal.marks.mark(deal.id, "ego").sitting_id == live.id
    clock.pass_(hours=-2)
    assert journal.marks.mark(deal.id, "ego").sitting_id == live.id
    other = begin(journal, LEAST)
    assert journal.marks.mark(other.id, "ego").sitting_id is None


def test_a_live_sitting_comes_before_one_whose_end_is_not_known(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    past = journal.deals.sit(deal.id, clock.now() - timedelta(days=3), None)
    live = journal.deals.sit(deal.id, clock.now(), None, live=True)
    clock.pass_(minutes=1)
    assert journal.marks.mark(deal.id, "ego").sitting_id == live.id
    then = past.started_at + timedelta(hours=1)
    assert journal.marks.mark(deal.id, "ego", at=then).sitting_id == past.id
    then = past.started_at + timedelta(days=1)
    assert journal.marks.mark(deal.id, "ego", at=then).sitting_id is None


def test_a_mark_from_memory_belongs_to_the_sitting_of_its_time(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    start = clock.now() - timedelta(hours=3)
    first = journal.deals.sit(deal.id, start, start + timedelta(hours=1))
    second = journal.deals.sit(deal.id, start + timedelta(hours=2), None, live=True)
    for minutes, sitting in ((0, first.id), (60, first.id), (61, None),
                             (120, second.id), (-1, None)):  # fmt: skip
        at = start + timedelta(minutes=minutes)
        assert journal.marks.mark(deal.id, "ego", at=at).sitting_id == sitting


def test_ending_dates_it(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    live = journal.deals.sit(deal.id, clock.now(), None, live=True)
    clock.pass_(minutes=51)
    assert journal.deals.end_sitting(live.id).ended_at == clock.at
    (kept,) = journal.deals.read(deal.id).sittings
    assert kept.ended_at == clock.at
    with pytest.raises(Conflict, match="ended already"):
        journal.deals.end_sitting(live.id)
    with pytest.raises(NotFound):
        journal.deals.end_sitting(deal.id)


def test_left_on_it_ends_with_its_last_mark(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    live = journal.deals.sit(deal.id, clock.now(), None, live=True)
    clock.pass_(minutes=20)
    journal.marks.mark(deal.id, "honest")
    last = clock.at
    clock.pass_(hours=20)
    assert journal.deals.end_sitting(live.id).ended_at == last


def test_what_is_live_is_found_the_latest_first(
    journal: Journal, clock: HandClock
) -> None:
    assert journal.reading.live() is None
    one, two = begin(journal), begin(journal, LEAST)
    journal.deals.sit(one.id, clock.now(), clock.now() + timedelta(hours=1), live=True)
    journal.deals.sit(one.id, clock.now(), None)
    assert journal.reading.live() is None
    first = journal.deals.sit(one.id, clock.now(), None, live=True)
    clock.pass_(minutes=1)
    journal.deals.sit(two.id, clock.now(), None, live=True)
    assert journal.reading.live() == two.id
    journal.deals.remove(two.id)
    assert journal.reading.live() == one.id
    journal.deals.end_sitting(first.id)
    assert journal.reading.live() is None


def test_an_outcome_ends_what_still_goes_on(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    journal.deals.sit(deal.id, clock.now(), None, live=True)
    clock.pass_(minutes=40)
    debrief = answers(journal, deal.id)
    still_open = replace(debrief, outcome=Outcome.OPEN, captured=None)
    journal.debriefs.save(still_open, met(journal, deal.id))
    assert journal.reading.live() == deal.id
    journal.debriefs.save(debrief, met(journal, deal.id))
    assert journal.reading.live() is None
    (sitting,) = journal.deals.read(deal.id).sittings
    assert sitting.ended_at == clock.at
    journal.history.undo()
    assert journal.reading.live() == deal.id


def test_undo_names_what_was_begun_and_ended(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    live = journal.deals.sit(deal.id, clock.now(), None, live=True)
    journal.deals.end_sitting(live.id)
    acts = [journal.history.undo() for _ in range(2)]
    assert [act.what for act in acts] == ["ended a sitting of", "went live with"]
