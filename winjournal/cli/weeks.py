"""`wj week`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.cli.columns import say_table
from winjournal.cli.marks import strip_of
from winjournal.cli.output import Span
from winjournal.cli.rows import say_rows
from winjournal.cli.week_walk import say_asked, say_next, say_walk
from winjournal.domain.say_dates import say_day
from winjournal.domain.tags import Step
from winjournal.domain.weeks import Week
from winjournal.services.weeks import WeekView

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.domain.writing import WeekReview


def add_week(parser: ArgumentParser) -> None:
    """Add the options of `wj week`."""
    parser.add_argument("--plain", action="store_true", help="no colour, no pager")


def run_week(call: Call) -> int:
    """Show one ISO week; without a word the present one.

    Raises:
        NotUnderstood: It is no week.
    """
    today = call.now.date()
    week = Week.parse(call.words[0], today) if call.words else Week.of(today)
    journal = call.reading()
    view = journal.weeks.view(week) if journal else _empty(week)
    is_blank = not (view.rows or view.marks or view.review or view.vow)
    waits = view.walk.to_do.clear + view.walk.to_do.current
    if journal is not None and (waits or not is_blank):
        view = replace(view, asked=journal.weeks.asked(week))
    if call.args.json:
        call.out.json(view)
    elif view.asked is not None:
        _say(call, view)
    else:
        call.say_nothing(f"Nothing is written in {week}.")
    return 0


def _empty(week: Week) -> WeekView:
    return WeekView(
        week=week, rows=(), marks=(), titles={}, review=None, vow=None, standing=None
    )


def _say(call: Call, view: WeekView) -> None:
    out, week = call.out, view.week
    state = _state(view)
    out.line(
        Span(str(week), "bold"),
        f"  {say_day(week.monday)} to {say_day(week.sunday)}  ",
        Span(state, "faint"),
    )
    if view.rows:
        out.line()
        say_rows(call, view.rows)
    _say_marks(call, view)
    say_walk(call, view)
    if view.asked is not None:
        say_asked(call, view.asked, view.review)
    if view.review is not None:
        _say_review(call, view.review)
    _say_vows(call, view)
    say_next(call, view.walk)


def _state(view: WeekView) -> str:
    """Return that a review is sealed, or about how long the rest of it takes."""
    if view.review and view.review.sealed_at:
        return "sealed"
    minutes = view.walk.to_do.minutes
    return f"about {minutes} min to review" if minutes else "all done, to be sealed"


def _say_marks(call: Call, view: WeekView) -> None:
    steps: list[Step | None] = [*Step, None]
    rows = []
    for step in steps:
        marks = [mark for mark in view.marks if mark.step is step]
        if marks:
            name = step.value if step else "no step"
            rows.append((name, strip_of(marks, draws_marks=call.draws_marks)))
    if rows:
        call.out.line()
        say_table(call.out, rows)


def _say_review(call: Call, review: WeekReview) -> None:
    out = call.out
    if review.sentence:
        out.line()
        out.line(review.sentence)
    if review.reflection.strip():
        out.line()
        out.text(review.reflection.strip("\n"))
    if review.unlogged is not None:
        out.line()
        out.line(f"Talks not logged: {review.unlogged}")


def _say_vows(call: Call, view: WeekView) -> None:
    rows = []
    if view.standing is not None:
        said = f"IF {view.standing.cue} THEN {view.standing.deed}"
        kept = f"kept {view.kept} of {view.tested}"
        rows.append(("vow this week", said, kept))
    if view.walk.retired is not None:
        vow = view.walk.retired
        said = f"IF {vow.cue} THEN {vow.deed}"
        rows.append(("vow retired", said, str(vow.retired_on)))
    if view.vow is not None:
        said = f"IF {view.vow.cue} THEN {view.vow.deed}"
        rows.append(("vow for the next", said, ""))
    if rows:
        call.out.line()
        say_table(call.out, rows, give=1)
