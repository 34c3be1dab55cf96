"""What tells that another program has written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.conftest import HandClock
from winjournal.bootstrap import append_line, open_journal
from winjournal.domain.inbox import InboxLine
from winjournal.services.ids import RandomIds
from winjournal.services.journal import Journal
from winjournal.services.prep import Prep

Open = Callable[[], Journal]

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    journals: list[Journal] = []

    def open_it() -> Journal:
        journal = open_journal(tmp_path / "j.db", clock=HandClock(NOW), ids=RandomIds())
        journals.append(journal)
        return journal

    yield open_it
    for journal in journals:
        journal.store.close()


def test_own_acts_drafts_and_undo_change_nothing(opened: Open) -> None:
    mine = opened()
    before = mine.reading.pulse()
    deal = mine.deals.create(Prep(title="Renewal", person="Dana"))
    mine.marks.mark(deal.id, "ego")
    mine.drafts.keep("line", "form", "x")
    mine.history.undo()
    mine.history.redo()
    mine.reading.today()
    assert mine.reading.pulse() == before


def test_each_act_of_another_program_is_seen_once(opened: Open) -> None:
    mine, other = opened(), opened()
    deal = mine.deals.create(Prep(title="Renewal", person="Dana"))
    seen = [mine.reading.pulse()]
    for act in (
        lambda: other.marks.mark(deal.id, "ego"),
        other.history.undo,
        lambda: other.drafts.keep("line", "form", "x"),
    ):
        act()
        seen.append(mine.reading.pulse())
        assert mine.reading.pulse() == seen[-1]
    assert len(set(seen)) == 4


def test_a_logged_line_is_seen(opened: Open, tmp_path: Path) -> None:
    mine = opened()
    mine.deals.create(Prep(title="Renewal", person="Dana"))
    before = mine.reading.pulse()
    line = InboxLine(
        id=RandomIds().new(NOW), line="hello", person=None, at=NOW, has_date=False,
        logged_at=NOW,
    )  # fmt: skip
    append_line(tmp_path / "j.db", line)
    assert mine.reading.pulse() != before


def test_what_others_wrote_is_never_missed_among_own_acts(opened: Open) -> None:
    mine, other = opened(), opened()
    deal = mine.deals.create(Prep(title="Renewal", person="Dana"))
    before = mine.reading.pulse()
    for one in mine.reading.dossiers([deal.id]):
        mine.marks.mark(one.negotiation.id, "ego")
        other.marks.mark(one.negotiation.id, "ego")
        mine.marks.mark(one.negotiation.id, "honest")
    assert mine.reading.pulse() != before
