"""A year by days, and one day with what happened on it."""

from __future__ import annotations

from datetime import timedelta

from tests.services.conftest import HandClock
from tests.services.stories import answers, begin, met
from winjournal.domain.debrief import Outcome
from winjournal.domain.tags import Actor
from winjournal.services.journal import Journal


def test_a_year_counts_marks_ends_and_entries(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    first = clock.now().date()
    for tag, actor in (
        ("ego", Actor.ME), ("honest", Actor.ME), ("promise", Actor.ME),
        ("ego", Actor.THEM), (None, Actor.ME),
    ):  # fmt: skip
        journal.marks.mark(deal.id, tag, actor)
    clock.pass_(days=2)
    journal.writing.add("A quiet day.")
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    view = journal.days.year(first.year)
    one, other = view.days
    assert (one.on, one.slips, one.handled, one.theirs, one.others) == (
        first, 1, 1, 1, 2,
    )  # fmt: skip
    assert (other.on, other.written, other.marks) == (first + timedelta(days=2), 1, 0)
    (ended,) = other.ended
    assert (ended.title, ended.person, ended.outcome) == (
        "Acme renewal", "Dana", Outcome.AGREED,
    )  # fmt: skip
    assert journal.days.year(first.year - 1).days == ()


def test_a_day_lists_what_happened_on_it(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    clock.pass_(days=1)
    day = clock.now().date()
    mark = journal.marks.mark(deal.id, "ego")
    line, _ = journal.inbox.log("felt rushed")
    view = journal.days.day(day)
    assert [row.id for row in view.rows] == [deal.id, line.id]
    assert [one.id for one in view.moments] == [mark.id]
    assert view.titles == {deal.id: "Acme renewal"}
    assert journal.days.day(day + timedelta(days=1)).rows == ()
