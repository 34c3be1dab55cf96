"""What waits in a week's review, in its three parts, as the shell says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import Cell, say_table
from winjournal.cli.output import Span
from winjournal.domain.ids import short_id
from winjournal.domain.say_dates import say_date, say_due, say_time
from winjournal.domain.tags import Actor
from winjournal.services.writing import first_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.cli.call import Call
    from winjournal.domain.moments import Moment
    from winjournal.domain.writing import WeekReview
    from winjournal.services.reviewing import Asked, Walk
    from winjournal.services.views import Due
    from winjournal.services.weeks import WeekView

_SHOWN = 20
"""So many rows of one part; a long inbox is listed by `wj today`."""


def say_walk(call: Call, view: WeekView) -> None:
    """Say what is to be cleared, what is due, and what is to be looked at."""
    walk, today = view.walk, call.now.date()
    titles = walk.titles or {}
    _part(call, "Clear", _clear(walk, titles, today))
    _part(call, "Current", _current(view, titles, today))
    rows = [_moment(one, titles, today) for one in walk.hardest]
    _part(call, "Hardest moments", rows)


def say_asked(call: Call, asked: Asked, review: WeekReview | None) -> None:
    """Say the question of the week, what raised it, and what was answered."""
    call.out.line()
    call.out.line(Span(f"Question  {asked.prompt.id}", "faint"))
    call.out.text(asked.prompt.text)
    if asked.prompt.trigger:
        call.out.line(Span(f"because {asked.prompt.trigger}", "faint"))
    rows: list[tuple[Cell, ...]] = [
        (Span(short_id(id_), "faint"), asked.titles[id_])
        for id_ in asked.prompt.deals
        if id_ in asked.titles
    ]
    if rows:
        say_table(call.out, rows, give=1)
    if review is not None and review.answer:
        call.out.text(f"> {review.answer}")
    others = ", ".join(one.trigger for one in asked.others[:-1])
    if others:
        call.out.line(Span(f"also raised: {others}", "faint"))


def say_next(call: Call, walk: Walk) -> None:
    """Say at which coming talks the next vow is tested."""
    rows: list[tuple[Cell, ...]] = [
        (
            Span(short_id(deal.id), "faint"),
            deal.title,
            deal.person,
            say_due(deal.planned_for.date(), call.now.date()),
        )
        for deal in walk.coming
        if deal.planned_for is not None
    ]
    _part(call, "Where the next vow is tested", rows)


def _part(call: Call, title: str, rows: Sequence[tuple[Cell, ...]]) -> None:
    if not rows:
        return
    call.out.line()
    call.out.line(Span(f"{title}  {len(rows)}", "faint"))
    say_table(call.out, rows[:_SHOWN], give=2)
    if len(rows) > _SHOWN:
        call.out.line(Span(f"and {len(rows) - _SHOWN} more", "faint"))


def _clear(walk: Walk, titles: dict[str, str], today: date) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        (
            Span(short_id(line.id), "faint"),
            Span("inbox", "faint"),
            first_line(line.line, 200),
            f"{say_date(line.at.date(), today)} {say_time(line.at)}",
        )
        for line in walk.lines
    ]
    rows += [_moment(one, titles, today, "undecided") for one in walk.undecided]
    rows += [_due(one, today) for one in walk.debriefs]
    return rows


def _current(
    view: WeekView, titles: dict[str, str], today: date
) -> list[tuple[Cell, ...]]:
    rows = [_due(one, today) for one in view.walk.due]
    rows += [
        (
            Span(short_id(id_), "faint"),
            Span("vow", "faint"),
            f"{titles.get(id_, '')}: did the IF come?",
            "",
        )
        for id_ in view.walk.untested
    ]
    return rows


def _due(due: Due, today: date) -> tuple[Cell, ...]:
    return (
        Span(short_id(due.id), "faint"),
        Span(due.kind.value, "faint"),
        due.text,
        f"{say_due(due.on, today)}{', theirs' if due.theirs else ''}",
    )


def _moment(
    one: Moment, titles: dict[str, str], today: date, what: str = ""
) -> tuple[Cell, ...]:
    theirs = "theirs, " if one.actor is Actor.THEM else ""
    strength = f" ({one.strength} of 3)" if one.strength > 1 else ""
    note = f": {one.note}" if one.note else ""
    return (
        Span(short_id(one.id), "faint"),
        Span(f"{theirs}{what or one.tag or ''}{strength}", "faint"),
        f"{titles.get(one.negotiation_id, '')}{note}",
        f"{say_date(one.at.date(), today)} {say_time(one.at)}",
    )
