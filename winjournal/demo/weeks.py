"""What stands beside the deals: the reviews, lone entries, the inbox of today."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from winjournal.demo.stage import Stage, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from winjournal.demo.calendar import Calendar
    from winjournal.domain.weeks import Week

EVENING = time(18, 45)
"""When a week is reviewed, on its Sunday."""


def steps_of(table: dict[str, Any], calendar: Calendar) -> Iterator[Step]:
    """Yield the steps of `weeks.toml`."""
    for review in table["week"]:
        week = calendar.week(review["back"])
        at = datetime.combine(week.sunday, EVENING, tzinfo=calendar.zone)
        yield from _review_steps(review, week, at)
    for entry in table["entry"]:
        yield Step(calendar.at(entry["at"]), partial(_write, body=entry["body"]))
    for line in table["line"]:
        yield Step(calendar.at(line["at"]), partial(_log, text=line["text"]))


def _review_steps(review: dict[str, Any], week: Week, at: datetime) -> Iterator[Step]:
    yield Step(at, partial(_review, week=week, review=review))
    if "vow" in review:
        cue, deed = review["vow"]
        vowed = at + timedelta(minutes=9)
        yield Step(vowed, partial(_vow, week=week, cue=cue, deed=deed))
    if review.get("sealed", True):
        yield Step(at + timedelta(minutes=11), partial(_seal, week=week))


def _review(stage: Stage, week: Week, review: dict[str, Any]) -> None:
    stage.journal.weeks.save(
        week,
        reflection=review.get("text", ""),
        sentence=review.get("sentence"),
        unlogged=review.get("unlogged"),
    )


def _vow(stage: Stage, week: Week, cue: str, deed: str) -> None:
    stage.vows.append(stage.journal.weeks.vow(week, cue, deed).id)


def _seal(stage: Stage, week: Week) -> None:
    stage.journal.weeks.seal(week)


def _write(stage: Stage, body: str) -> None:
    stage.journal.writing.add(body)


def _log(stage: Stage, text: str) -> None:
    stage.journal.inbox.log(text)
