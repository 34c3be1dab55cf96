"""From the stories to one line of dated steps."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from winjournal.demo import acts, later
from winjournal.demo.calendar import day_after
from winjournal.demo.script import Line, lines_of
from winjournal.demo.stage import Scene, Step
from winjournal.domain.later import PromiseState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from winjournal.demo.calendar import Calendar
    from winjournal.demo.story import Character, Story

_SETTLED = (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.RELEASED)


def steps_of(character: Character, calendar: Calendar) -> Iterator[Step]:
    """Yield the steps of all the stories with one person, deal by deal.

    Raises:
        ValueError: A script cannot be read; says in which story.
    """
    for number, story in enumerate(character.stories):
        scene = Scene(story, calendar)
        opened = calendar.at(story.opened)
        yield Step(opened, partial(later.begin, scene=scene))
        if number == 0:
            yield Step(
                opened, partial(later.introduce, scene=scene, character=character)
            )
        try:
            yield from _story_steps(story, scene, opened)
        except ValueError as error:
            raise ValueError(f"{story.prep.title}: {error}") from error


def _story_steps(story: Story, scene: Scene, opened: datetime) -> Iterator[Step]:
    calendar, last, talked = scene.calendar, opened, opened
    for line in lines_of(story.script, opened, calendar):
        last = line.at
        talked = line.at if line.verb == "talk" else talked
        yield from _line_steps(line, scene)
    for words, body in story.notes:
        yield Step(calendar.at(words), partial(later.note, scene=scene, body=body))
    if "is" not in story.debrief:
        return
    at = calendar.after(last, story.debrief["at"])
    yield Step(at, partial(later.debrief, scene=scene))
    if story.debrief.get("sealed", True):
        sealed = at + timedelta(minutes=4)
        yield Step(sealed, partial(later.seal_debrief, scene=scene))
    yield from _later_steps(story, scene, at, talked)


def _line_steps(line: Line, scene: Scene) -> Iterator[Step]:
    if line.verb == "plan":
        at = " ".join(line.args)
        yield Step(line.at, partial(later.plan, scene=scene, at=at))
        return
    act = acts.VERBS[line.verb]
    yield Step(line.at, lambda stage: act(stage, scene, line))
    if line.verb == "repair" and (span := line.named("done")):
        on = day_after(line.at.date(), span)
        evening = line.at + timedelta(days=int(span), minutes=9)
        yield Step(evening, partial(acts.mend, scene=scene, words=line.words, on=on))
    for state in _SETTLED if line.verb == "promise" else ():
        if span := line.named(state):
            on = day_after(line.at.date(), span)
            evening = line.at + timedelta(days=int(span), minutes=7)
            yield Step(
                evening,
                partial(acts.settle, scene=scene, words=line.words, state=state, on=on),
            )


def _later_steps(
    story: Story, scene: Scene, debriefed: datetime, talked: datetime
) -> Iterator[Step]:
    """Yield what came after the debrief, counted in days from the closing."""
    if story.word:
        at = debriefed + timedelta(days=story.word["after"], minutes=35)
        yield Step(at, partial(later.outside, scene=scene))
    for day, answers in story.looks.items():
        days = day + answers.get("late", 0)
        at = talked.replace(hour=18, minute=20) + timedelta(days=days)
        yield Step(at, partial(later.look_back, scene=scene, day=day))
