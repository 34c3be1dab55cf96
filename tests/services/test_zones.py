"""Whole negotiations across a change of clocks, a flight, and a clock set back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.services.conftest import HandClock
from tests.services.stories import answers, begin, met
from winjournal.domain.later import PromiseState
from winjournal.domain.recovery import recoveries, say_recovery
from winjournal.domain.sittings import elapsed
from winjournal.domain.tags import Actor
from winjournal.domain.timeline import placed, timeline_of
from winjournal.domain.timeline_item import ItemKind
from winjournal.services.journal import Journal
from winjournal.services.views import DueKind

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
TOKYO = ZoneInfo("Asia/Tokyo")


def set_to(clock: HandClock, at: datetime) -> None:
    clock.at = at


def wait(clock: HandClock, **span: float) -> None:
    """Let time go by as it does, whatever the clock on the wall shows."""
    zone = clock.at.tzinfo
    clock.at = (clock.at.astimezone(UTC) + timedelta(**span)).astimezone(zone)


@pytest.mark.parametrize(
    ("start", "offsets"),
    [
        (datetime(2026, 3, 29, 1, 50, tzinfo=BERLIN), ("+01:00", "+02:00")),
        (datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN), ("+02:00", "+01:00")),
        (datetime(2026, 3, 8, 1, 50, tzinfo=NEW_YORK), ("-05:00", "-04:00")),
        (datetime(2026, 11, 1, 1, 50, tzinfo=NEW_YORK), ("-04:00", "-05:00")),
    ],
    ids=["Berlin spring", "Berlin autumn", "New York spring", "New York autumn"],
)
def test_a_sitting_over_a_change_of_clocks(
    journal: Journal, clock: HandClock, start: datetime, offsets: tuple[str, str]
) -> None:
    set_to(clock, start)
    deal = begin(journal)
    journal.deals.seal(deal.id)
    wait(clock, minutes=1)
    sitting = journal.deals.sit(deal.id, clock.now(), None, live=True)
    wait(clock, minutes=3)
    journal.marks.mark(deal.id, "ego")
    wait(clock, minutes=16)
    journal.marks.mark(deal.id, "ego-released")
    wait(clock, minutes=10)
    assert elapsed(sitting, clock.now()) == timedelta(minutes=29)
    ended = journal.deals.end_sitting(sitting.id)
    assert elapsed(ended, clock.now()) == timedelta(minutes=29)
    dossier = journal.deals.read(deal.id)
    assert dossier.negotiation.sealed_in_time
    assert [m.tag for m in dossier.moments] == ["ego", "ego-released"]
    (back,) = recoveries(dossier.moments)
    assert say_recovery(back.took) == "16 min later"
    written = [m.at.isoformat()[-6:] for m in dossier.moments]
    assert tuple(written) == offsets
    shown = (ItemKind.SITTING, ItemKind.MOMENT)
    items = timeline_of(dossier, start.date())
    kinds = [item.kind for item in items if item.kind in shown]
    assert kinds == [ItemKind.SITTING, ItemKind.MOMENT, ItemKind.MOMENT]


def test_a_sitting_in_the_hour_that_comes_twice_does_not_end_before_it_starts(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    first = datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN)
    second = datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN, fold=1)
    sitting = journal.deals.sit(deal.id, first, second)
    assert elapsed(sitting, clock.now()) == timedelta(minutes=20)


def test_a_flight_changes_the_day_but_not_the_order(
    journal: Journal, clock: HandClock
) -> None:
    """Sealed on Wednesday in Tokyo, talked on Tuesday evening in New York."""
    set_to(clock, datetime(2026, 3, 4, 8, 0, tzinfo=TOKYO))
    deal = begin(journal)
    journal.deals.seal(deal.id)
    wait(clock, minutes=30)
    set_to(clock, clock.at.astimezone(NEW_YORK))
    assert clock.at.date() == date(2026, 3, 3)
    journal.deals.sit(deal.id, clock.at, clock.at + timedelta(hours=1))
    wait(clock, hours=2)
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    dossier = journal.deals.read(deal.id)
    assert dossier.negotiation.sealed_in_time
    assert dossier.negotiation.closed_on == date(2026, 3, 3)
    assert [f.due for f in dossier.follow_ups] == [date(2026, 4, 2), date(2026, 6, 1)]
    sealed_at = dossier.negotiation.prep_sealed_at
    assert sealed_at is not None
    assert sealed_at.isoformat() == "2026-03-04T08:00:00+09:00"
    for item in placed(timeline_of(dossier, date(2026, 3, 3)), date(2026, 3, 3)):
        assert item.when is not None
    assert journal.history.verify().broken == ()


def test_sealed_after_it_began_is_late_though_the_wall_says_earlier(
    journal: Journal, clock: HandClock
) -> None:
    set_to(clock, datetime(2026, 3, 4, 9, 0, tzinfo=TOKYO))
    deal = begin(journal)
    journal.deals.sit(deal.id, clock.at, clock.at + timedelta(hours=1))
    wait(clock, hours=3)
    set_to(clock, clock.at.astimezone(NEW_YORK))
    assert not journal.deals.seal(deal.id).sealed_in_time


def test_a_clock_set_back_loses_and_breaks_nothing(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    journal.deals.seal(deal.id)
    clock.pass_(hours=-3)
    sitting = journal.deals.sit(deal.id, clock.now(), None, live=True)
    one = journal.marks.mark(deal.id, "ego")
    clock.pass_(minutes=-30)
    two = journal.marks.mark(deal.id, "ego-released")
    assert elapsed(sitting, clock.now()) == timedelta(0)
    ended = journal.deals.end_sitting(sitting.id)
    assert ended.ended_at is not None
    assert ended.ended_at >= ended.started_at
    dossier = journal.deals.read(deal.id)
    assert {m.id for m in dossier.moments} == {one.id, two.id}
    assert recoveries(dossier.moments) == ()
    assert journal.history.verify().broken == ()
    journal.history.undo()
    journal.history.undo()
    assert [m.id for m in journal.deals.read(deal.id).moments] == [one.id]


def test_a_seal_by_a_clock_set_back_can_still_be_undone(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    journal.deals.seal(deal.id)
    clock.pass_(days=-2)
    journal.history.undo()
    assert not journal.deals.read(deal.id).negotiation.is_sealed
    assert journal.history.verify().broken == ()


def test_a_leap_day_has_its_looks_back(journal: Journal, clock: HandClock) -> None:
    set_to(clock, datetime(2028, 2, 29, 12, 0, tzinfo=BERLIN))
    deal = begin(journal)
    journal.debriefs.save(answers(journal, deal.id), met(journal, deal.id))
    dossier = journal.deals.read(deal.id)
    assert dossier.negotiation.closed_on == date(2028, 2, 29)
    assert [f.due for f in dossier.follow_ups] == [date(2028, 3, 30), date(2028, 5, 29)]


@pytest.mark.parametrize(
    ("closed", "due"),
    [
        (date(2026, 1, 30), date(2026, 3, 1)),
        (date(2026, 1, 31), date(2026, 3, 2)),
        (date(2026, 12, 2), date(2027, 1, 1)),
    ],
)
def test_thirty_days_are_thirty_days(
    journal: Journal, clock: HandClock, closed: date, due: date
) -> None:
    set_to(clock, datetime(2026, 12, 3, 12, 0, tzinfo=BERLIN))
    deal = begin(journal)
    journal.debriefs.save(answers(journal, deal.id), closed_on=closed)
    assert journal.deals.read(deal.id).follow_ups[0].due == due


def test_what_is_due_follows_the_local_day(journal: Journal, clock: HandClock) -> None:
    set_to(clock, datetime(2026, 3, 4, 23, 50, tzinfo=NEW_YORK))
    begin(journal)
    dana = journal.people.named("Dana")
    made = journal.later.promise(dana.id, Actor.ME, "send it", due=date(2026, 3, 4))
    today = clock.now().date()
    assert not made.is_overdue(today)
    kept = journal.later.settle(made.id, PromiseState.KEPT)
    assert kept.state is PromiseState.KEPT
    journal.history.undo()
    wait(clock, minutes=20)
    assert made.is_overdue(clock.now().date())
    (due,) = [d for d in journal.reading.today().due if d.kind is DueKind.PROMISE]
    assert due.on == date(2026, 3, 4)
    late = journal.later.settle(made.id, PromiseState.KEPT)
    assert late.state is PromiseState.KEPT_LATE
    assert late.settled_on == date(2026, 3, 5)


def test_a_journal_is_read_in_another_zone_as_it_was_written(
    journal: Journal, clock: HandClock
) -> None:
    set_to(clock, datetime(2026, 3, 4, 23, 30, tzinfo=TOKYO))
    deal = begin(journal)
    mark = journal.marks.mark(deal.id, "ego", note="late")
    set_to(clock, datetime(2026, 3, 4, 18, 0, tzinfo=BERLIN))
    (read,) = journal.deals.read(deal.id).moments
    assert read.at.isoformat() == "2026-03-04T23:30:00+09:00"
    assert read == replace(mark, at=read.at)
    (shown,) = journal.reading.marks(date(2026, 3, 4), date(2026, 3, 4))
    assert shown.on == date(2026, 3, 4)
