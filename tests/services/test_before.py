"""What is known before a talk comes from acts, and lessons from where they fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.services.conftest import HandClock
from tests.services.stories import LEAST, WHOLE, begin
from winjournal.domain.before import Before, grievances, say_bad_news, say_promises
from winjournal.domain.debrief import Outcome
from winjournal.domain.later import PromiseState
from winjournal.domain.tags import Actor
from winjournal.domain.weeks import Week
from winjournal.services.journal import Journal


def learned(journal: Journal, title: str, person: str, lesson: str, **how: str) -> str:
    """Close a deal with a lesson."""
    deal = begin(journal, replace(LEAST, title=title, person=person, **how))  # type: ignore[arg-type]  # only texts are given
    debrief = replace(
        journal.debriefs.blank(deal.id), outcome=Outcome.BOTH_STOPPED, lesson=lesson
    )
    journal.debriefs.save(debrief)
    return deal.id


def test_nobody_is_known_by_a_new_name(journal: Journal) -> None:
    known = journal.before.of("Nobody yet")
    assert known == Before()
    assert not known.is_known


def test_acts_promises_and_repairs_of_one_person(
    journal: Journal, clock: HandClock
) -> None:
    deal = begin(journal)
    other = begin(journal, LEAST)
    journal.marks.mark(other.id, "misled", Actor.THEM, note="another person")
    journal.marks.mark(deal.id, "honest", Actor.ME, note="the outage")
    journal.marks.mark(deal.id, "ego")
    sore = journal.marks.mark(deal.id, "misled", note="two buyers")
    mended = journal.marks.mark(deal.id, "trust-broken", note="the draft came late")
    repair = journal.repairs.add(deal.id, "send it by hand", moment_id=mended.id)
    journal.repairs.add(deal.id, "say that it was one buyer", moment_id=sore.id)
    dana = journal.people.named("Dana")
    kept = journal.later.promise(dana.id, Actor.ME, "send the usage data")
    late = clock.now().date()
    journal.later.promise(dana.id, Actor.THEM, "name a contact", due=late)
    journal.later.settle(kept.id, PromiseState.KEPT)
    clock.pass_(hours=72)
    journal.repairs.done(repair.id)
    known, today = journal.before.of("DANA"), clock.now().date()
    assert (known.name, known.deals) == ("Dana", 1)
    assert say_promises(known.promises, today, "Dana") == (
        "Promises kept: mine 1 of 1, Dana 0 of 1; 1 open of Dana's, 3 days late"
    )
    assert say_bad_news(known.acts, today, "Dana").startswith(
        "Told bad news unasked: you once, last "
    )
    said = grievances(known, today, "Dana")
    assert [line.split(", ")[-1].split(": ")[-1] for line in said] == [
        "say that it was one buyer",
        "two buyers",
    ]
    assert journal.before.of("Dana", negotiation_id=deal.id).deals == 0


def test_the_closest_lessons_come_first_and_at_most_three(journal: Journal) -> None:
    learned(journal, "Van hire", "Sam", "ask what changed", kind="vendor")
    learned(journal, "Kiln", "Kim", "name the number", ego_risk="a cheaper rival")
    learned(journal, "Old renewal", "Dana", "say it first")
    learned(journal, "Rent", "Lee", "wait a day", kind="rent")
    one = learned(journal, "Fleet", "Bo", "read it aloud", kind="vendor")
    found = journal.before.of("Dana", kind="Vendor", trigger="Their rival is cheaper")
    assert [x.text for x in found.lessons] == [
        "say it first", "read it aloud", "ask what changed",
    ]  # fmt: skip
    found = journal.before.of("New", trigger="the CHEAPER one")
    assert [x.text for x in found.lessons] == ["name the number"]
    found = journal.before.of("New", kind="vendor", negotiation_id=one)
    assert [x.text for x in found.lessons] == ["ask what changed"]
    assert journal.before.of("New").lessons == ()


def test_a_lesson_in_the_same_words_is_said_once(journal: Journal) -> None:
    for title in ("One", "Two"):
        learned(journal, title, "Dana", "Say it first")
    assert len(journal.before.of("Dana").lessons) == 1


def test_the_vow_stands_beside(journal: Journal, clock: HandClock) -> None:
    journal.weeks.vow(
        Week.of(date(2026, 2, 25)), "I hear cheaper", "I ask one question"
    )
    assert journal.before.of("X").vow == "If I hear cheaper, then I ask one question"


def test_a_released_promise_is_not_counted(journal: Journal) -> None:
    begin(journal, WHOLE)
    dana = journal.people.named("Dana")
    one = journal.later.promise(dana.id, Actor.THEM, "call")
    journal.later.settle(one.id, PromiseState.RELEASED)
    assert say_promises(journal.before.of("Dana").promises, date(2026, 3, 9), "D") == ""
