"""Fills a journal with the stories."""

from __future__ import annotations

from datetime import datetime, time
from operator import attrgetter
from typing import TYPE_CHECKING

from winjournal.demo import play, weeks
from winjournal.demo.calendar import Calendar
from winjournal.demo.stage import Stage, Step
from winjournal.demo.story import characters, read_toml
from winjournal.services.ids import SeededIds
from winjournal.services.journal import Journal
from winjournal.services.together import Together

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from winjournal.demo.clock import ScriptClock

SEED = 47
END = time(10, 3)
"""The local time of `today` at which the stories stop: 23 minutes into a talk."""


def fill(journal: Journal, clock: ScriptClock, today: date) -> None:
    """Play forty weeks into an empty journal.

    What lies before `today` is one act, which is as old as the first story; each
    thing of this morning is an act of its own, as if it had just been done. At the
    end the clock stands at 10:03 of `today`.

    Args:
        journal: An open journal with nothing in it, over the same `clock`.
        clock: Is set before each act; its zone is that of the stories.
        today: The local date that the stories lead up to.
    """
    zone = clock.now().tzinfo
    if zone is None:
        raise ValueError("the clock of a script has a zone")
    steps = all_steps(Calendar(today, zone))
    end = datetime.combine(today, END, tzinfo=zone)
    ids = SeededIds(SEED)
    clock.set(steps[0].at)
    before = [step for step in steps if step.at.date() < today]
    stage = Stage(journal)
    with journal.store.write("made", "40 weeks of invented deals") as writer:
        together = Together(journal.store, writer)
        stage.journal = Journal.over(together, clock, ids, "demo")
        _play(before, stage, clock)
    stage.journal = Journal.over(journal.store, clock, ids, "demo")
    _play(steps[len(before) :], stage, clock)
    clock.set(end)


def all_steps(calendar: Calendar) -> list[Step]:
    """Return everything that happens, in order of time.

    Raises:
        ValueError: A script cannot be read, or says what is still to come.
    """
    steps = [s for person in characters() for s in play.steps_of(person, calendar)]
    steps += weeks.steps_of(read_toml("weeks"), calendar)
    steps.sort(key=attrgetter("at"))
    end = datetime.combine(calendar.today, END, tzinfo=calendar.zone)
    if steps[-1].at > end:
        raise ValueError(f"a story runs on to {steps[-1].at:%a %H:%M}")
    return steps


def _play(steps: Iterable[Step], stage: Stage, clock: ScriptClock) -> None:
    for step in steps:
        clock.set(step.at)
        step.act(stage)
