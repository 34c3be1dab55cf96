"""What a user can look at."""

from __future__ import annotations

from datetime import date, timedelta

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, begin
from winjournal.domain.filter import read_filter
from winjournal.domain.filter_tree import Everything
from winjournal.domain.weeks import Week
from winjournal.services.journal import Journal


def test_the_months_count_what_the_list_holds(
    journal: Journal, clock: HandClock
) -> None:
    begin(journal)
    journal.writing.add("In March.")
    journal.inbox.log("a loose line @ego")
    clock.at += timedelta(days=40)
    deal = begin(journal, LEAST)
    journal.writing.add("Belongs to a deal.", negotiation_id=deal.id)

    months = journal.reading.journal_months(Everything())

    assert [tuple(month) for month in months] == [("2026-04", 1), ("2026-03", 3)]
    assert sum(n for _, n in months) == journal.reading.journal_count(Everything())


def test_the_months_heed_the_filter(journal: Journal, clock: HandClock) -> None:
    begin(journal)
    begin(journal, LEAST)
    found = read_filter("with:okafor", clock.now())

    assert list(journal.reading.journal_months(found)) == [("2026-03", 1)]
    nothing = read_filter("xyzzy", clock.now())
    assert list(journal.reading.journal_months(nothing)) == []


def test_a_vow_stands_from_the_week_after_its_review(
    journal: Journal, clock: HandClock
) -> None:
    journal.weeks.vow(Week.of(clock.now().date()), "they sigh", "I wait")

    assert journal.reading.standing_vow(date(2026, 3, 8)) is None
    stands = journal.reading.standing_vow(date(2026, 3, 9))
    assert stands is not None
    assert stands.deed == "I wait"
