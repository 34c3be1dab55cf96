"""Weeks: reviewed, vowed, sealed."""

from __future__ import annotations

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import begin
from winjournal.domain.errors import Invalid, Sealed
from winjournal.domain.weeks import Week
from winjournal.services.journal import Journal

WEEK = Week(2026, 10)


def test_a_week_shows_its_marks_and_deals(journal: Journal) -> None:
    deal = begin(journal)
    journal.marks.mark(deal.id, "ego")
    view = journal.weeks.view(WEEK)
    assert [r.id for r in view.rows] == [deal.id]
    assert [m.tag for m in view.marks] == ["ego"]
    assert view.titles == {deal.id: "Acme renewal"}
    assert journal.weeks.view(WEEK.previous).rows == ()


def test_a_review_is_written_bit_by_bit(journal: Journal) -> None:
    journal.weeks.save(WEEK, reflection="Calm.")
    journal.weeks.save(WEEK, sentence="I waited.", unlogged=2)
    review = journal.weeks.view(WEEK).review
    assert review is not None
    assert (review.reflection, review.sentence, review.unlogged) == (
        "Calm.", "I waited.", 2,
    )  # fmt: skip


def test_a_sealed_week_is_not_rewritten(journal: Journal) -> None:
    journal.weeks.save(WEEK, reflection="Calm.")
    sealed = journal.weeks.seal(WEEK)
    assert sealed.hash is not None
    for rewrite in (
        lambda: journal.weeks.save(WEEK, reflection="Loud."),
        lambda: journal.weeks.vow(WEEK, "a", "b"),
        lambda: journal.weeks.seal(WEEK),
    ):
        with pytest.raises(Sealed):
            rewrite()


def test_nothing_and_the_future_are_not_sealed(journal: Journal) -> None:
    with pytest.raises(Invalid):
        journal.weeks.seal(WEEK)
    with pytest.raises(Invalid):
        journal.weeks.seal(WEEK.next)


def test_a_vow_stands_in_the_weeks_after_it(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    vow = journal.weeks.vow(WEEK, "I hear cheaper", "I ask one question")
    assert journal.weeks.view(WEEK).standing is None
    journal.weeks.test_vow(vow.id, deal.id, occurred=True, kept=True)
    after = journal.weeks.view(WEEK.next)
    assert after.standing == vow
    assert (after.kept, after.tested) == (1, 1)


def test_one_vow_a_week_and_one_test_a_deal(journal: Journal) -> None:
    deal = begin(journal)
    first = journal.weeks.vow(WEEK, "a", "b")
    second = journal.weeks.vow(WEEK, "c", "d")
    assert first.id == second.id
    journal.weeks.test_vow(first.id, deal.id, occurred=True, kept=True)
    journal.weeks.test_vow(first.id, deal.id, occurred=False, kept=True)
    assert journal.weeks.view(WEEK.next).tested == 0


def test_a_deal_from_before_is_listed_where_it_was_marked(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    clock.pass_(days=7)
    assert journal.weeks.view(WEEK.next).rows == ()
    journal.marks.mark(deal.id, "honest")
    assert [r.id for r in journal.weeks.view(WEEK.next).rows] == [deal.id]
