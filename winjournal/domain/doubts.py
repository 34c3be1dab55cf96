"""Why a block could be wrong, and what would change its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.measures.guards import coverage_to_show, dominant
from winjournal.domain.measures.settings import TIER_COUNTED
from winjournal.domain.report import Volume
from winjournal.domain.statements import (
    ASKS,
    LIMITS,
    LOW_COVERAGE,
    MOSTLY_ONE,
    TAGGED_LESS,
)
from winjournal.domain.tally import View, fewer_marks
from winjournal.domain.weeks import Week

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from winjournal.domain.facts import Facts
    from winjournal.domain.tags import Step


def doubts(
    step: Step,
    talks: Sequence[Facts],
    series: Sequence[Facts],
    volume: Volume,
    more: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return why a block could be wrong: what the data show first, its limit last.

    Args:
        step: The block.
        talks: The negotiations counted, one for each thing counted.
        series: Those a trend may look at.
        volume: How much was logged.
        more: What only this block knows.
    """
    found = [*_one_person(talks), *_less_tagged(series)]
    if volume.coverage is not None:
        talked = volume.logged + volume.unlogged
        found.append(LOW_COVERAGE.format(logged=volume.logged, talks=talked))
    return (*found, *more, LIMITS[step])


def _one_person(talks: Sequence[Facts]) -> list[str]:
    person = dominant([talk.person_id for talk in talks])
    # One or two entries are with somebody in any case.
    if person is None or len(talks) < TIER_COUNTED:
        return []
    theirs = [talk.person for talk in talks if talk.person_id == person]
    return [MOSTLY_ONE.format(c=len(theirs), n=len(talks), person=theirs[-1])]


def _less_tagged(series: Sequence[Facts]) -> list[str]:
    marks = fewer_marks(series)
    if marks is None:
        return []
    return [TAGGED_LESS.format(before=marks[0], last=marks[1])]


def ask(kind: str, about: Facts | None = None) -> str:
    """Return the question of this kind, about a negotiation where it names one."""
    if about is None:
        return ASKS[kind]
    return ASKS[kind].format(person=about.person, title=about.title)


def latest(talks: Sequence[Facts]) -> Facts | None:
    """Return the latest of negotiations in closing order."""
    return talks[-1] if talks else None


def ask_first(*choices: tuple[str, Sequence[Facts]], otherwise: str) -> str:
    """Return the first question that there is a negotiation for, about its latest."""
    for kind, talks in choices:
        about = latest(talks)
        if about is not None:
            return ask(kind, about)
    return ask(otherwise)


def volume(seen: View, repairs: int = 0) -> Volume:
    """Return how much of the period was logged, debriefed, tagged and repaired."""
    weeks = {
        week: unlogged
        for week, unlogged in seen.record.unlogged.items()
        if _lies_in(week, seen)
    }
    logged = sum(str(Week.of(talk.on)) in weeks for talk in seen.inside) if weeks else 0
    unlogged = sum(weeks.values())
    return Volume(
        talks=len(seen.inside),
        debriefed=sum(talk.debriefed_on is not None for talk in seen.inside),
        marks=sum(talk.moments for talk in seen.inside),
        same_day=sum(talk.same_day for talk in seen.inside),
        repairs=repairs,
        logged=logged,
        unlogged=unlogged,
        coverage=coverage_to_show(logged, unlogged),
    )


def _lies_in(week: str, seen: View) -> bool:
    days = Week.parse(week, seen.today)
    return days.monday <= seen.period.end and days.sunday >= seen.period.start
