"""A small journal in the middle of a week: one thing of each kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, WHOLE, answers, begin, met
from winjournal.bootstrap import open_journal
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.tags import Actor
from winjournal.domain.weeks import Week
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZONE)
"""A Wednesday, in ISO week 10."""


def fill(path: Path) -> None:
    """Make a journal: a deal under way, one that is only named, one that has aged."""
    clock = HandClock(NOW - timedelta(days=35))
    journal = open_journal(path, clock=clock, ids=SeededIds(3))
    _lease(journal, clock)
    clock.at = NOW - timedelta(days=7)
    last_week = Week.of(clock.now().date())
    journal.weeks.save(last_week, sentence="I listened more.", vow=VOW)
    _renewal(journal, clock)
    clock.at = NOW - timedelta(hours=1)
    begin(journal, replace(LEAST, planned_for=NOW + timedelta(hours=4)))
    journal.inbox.log("felt rushed on the phone")
    journal.store.close()


VOW = ("I hear a lower price", "ask one question first")


def _lease(journal: Journal, clock: HandClock) -> None:
    lease = begin(journal, replace(WHOLE, title="Kiln lease", person="Ruth"))
    clock.pass_(days=2)
    journal.marks.mark(lease.id, "ego", note="counted my years aloud")
    journal.marks.mark(lease.id, "ego-released")
    journal.debriefs.save(
        replace(answers(journal, lease.id), captured=Decimal(47000)),
        met(journal, lease.id),
    )
    journal.debriefs.seal(lease.id)


def _renewal(journal: Journal, clock: HandClock) -> None:
    deal = begin(journal)
    dana = _person(journal, "Dana")
    journal.later.promise(
        dana.id, Actor.ME, "SLA draft", due=NOW.date() + timedelta(days=2),
        negotiation_id=deal.id,
    )  # fmt: skip
    journal.later.promise(
        dana.id, Actor.THEM, "usage data", due=NOW.date() + timedelta(days=3)
    )
    clock.at = NOW - timedelta(days=1)
    journal.marks.mark(deal.id, "honest", note="told her about the outage")
    journal.marks.mark(deal.id, "goalpost-shift", Actor.THEM)


def _person(journal: Journal, name: str) -> Counterparty:
    return journal.people.named(name)
