"""Several services under one act: one undo, or nothing at all."""

from __future__ import annotations

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import WHOLE
from winjournal.domain.errors import Conflict, NotFound, Sealed
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Counterparty, Negotiation
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.services.together import Together


def count(journal: Journal) -> tuple[int, int, int]:
    with journal.store.read() as reader:
        people, deals = reader.list(Counterparty), reader.list(Negotiation)
        return len(people), len(deals), len(reader.list(Moment))


def test_what_is_done_together_is_one_act(journal: Journal, clock: HandClock) -> None:
    with journal.store.write("brought in", "a deal") as writer:
        inner = Journal.over(Together(journal.store, writer), clock, SeededIds(7), "x")
        deal = inner.deals.create(WHOLE)
        clock.pass_(minutes=5)
        # read before anything is committed
        assert inner.deals.seal(deal.id).sealed_in_time is True
        inner.marks.mark(deal.id, "honest")
        assert count(journal) == (0, 0, 0)
    assert count(journal) == (1, 1, 1)
    act = journal.history.undo()
    assert (act.what, act.subject) == ("brought in", "a deal")
    assert count(journal) == (0, 0, 0)
    with pytest.raises(NotFound):
        journal.history.undo()
    journal.history.redo()
    assert count(journal) == (1, 1, 1)


def test_an_error_takes_all_of_it_back(journal: Journal, clock: HandClock) -> None:
    def twice() -> None:
        with journal.store.write("brought in", "a deal") as writer:
            together = Together(journal.store, writer)
            inner = Journal.over(together, clock, SeededIds(7), "x")
            deal = inner.deals.create(WHOLE)
            inner.deals.seal(deal.id)
            inner.deals.seal(deal.id)

    with pytest.raises(Sealed):
        twice()
    assert count(journal) == (0, 0, 0)


def test_undo_and_drafts_wait_until_it_is_done(
    journal: Journal, clock: HandClock
) -> None:
    with journal.store.write("brought in", "nothing") as writer:
        inner = Journal.over(Together(journal.store, writer), clock, SeededIds(7), "x")
        refused = (
            inner.history.undo,
            inner.history.redo,
            inner.store.close,
            lambda: inner.drafts.drop("line", "line"),
        )
        for act in refused:
            with pytest.raises(Conflict):
                act()
