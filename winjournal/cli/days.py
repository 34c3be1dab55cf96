"""`wj today` and `wj due`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import Cell, say_table
from winjournal.cli.marks import strip_of
from winjournal.cli.output import Span
from winjournal.domain.ids import short_id
from winjournal.domain.say_dates import say_date, say_day, say_due, say_time
from winjournal.domain.tags import Polarity
from winjournal.services.reading import STRIP_WEEKS, TodayView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.cli.call import Call
    from winjournal.services.views import Due, UnderWay

SOMETHING_IS_DUE = 10


def run_today(call: Call) -> int:
    """Show what is under way, what is due, the vow, the inbox and twelve weeks."""
    view = _view(call)
    if call.args.json:
        call.out.json(view)
        return 0
    if view.is_empty:
        call.say_nothing("Nothing is written yet; wj log or wj new begins.")
        return 0
    call.out.line(Span(say_day(view.today), "bold"))
    _say_under_way(call, view)
    _say_part(call, "Due", [_due(due, view.today) for due in view.due], give=2)
    if view.vow is not None:
        tested = f"kept {view.vow_kept} of {view.vow_tested}"
        _say_part(
            call, "Vow", [(f"IF {view.vow.cue} THEN {view.vow.deed}", tested)], give=0
        )
    inbox = [
        (_short(line.id), f"{say_date(line.at.date(), view.today)} {say_time(line.at)}",
         line.line)
        for line in view.lines
    ]  # fmt: skip
    _say_part(call, "Inbox", inbox, give=2)
    _say_weeks(call, view)
    return 0


def run_due(call: Call) -> int:
    """Show what is due; with `--quiet` say it by the exit status alone.

    Returns:
        10 with `--quiet` where something is due today or was before; else 0.
    """
    view = _view(call)
    if call.args.quiet and not call.args.json:
        is_due = any(due.on <= view.today for due in view.due)
        return SOMETHING_IS_DUE if is_due else 0
    if call.args.json:
        call.out.json(view.due)
    elif view.due:
        say_table(call.out, [_due(due, view.today) for due in view.due], give=2)
    else:
        call.say_nothing("Nothing is due.")
    return 0


def _view(call: Call) -> TodayView:
    """Return the day; an empty one where there is no journal."""
    journal = call.reading()
    if journal is not None:
        return journal.reading.today()
    from winjournal.domain.weeks import Week

    weeks = [Week.of(call.now.date())]
    while len(weeks) < STRIP_WEEKS:
        weeks.insert(0, weeks[0].previous)
    return TodayView(
        today=call.now.date(),
        under_way=(),
        due=(),
        vow=None,
        vow_kept=0,
        vow_tested=0,
        lines=(),
        weeks=tuple(weeks),
        marks=(),
        talks=0,
        is_empty=True,
    )


def _say_part(
    call: Call, title: str, rows: Sequence[Sequence[Cell]], *, give: int
) -> None:
    """Say a heading and rows under it; nothing where there are none."""
    if rows:
        call.out.line()
        call.out.line(Span(title, "faint"))
        say_table(call.out, rows, give=give)


def _say_under_way(call: Call, view: TodayView) -> None:
    rows = [
        (
            _short(deal.id),
            deal.title,
            deal.person,
            strip_of(deal.marks, draws_marks=call.draws_marks),
            Span(_stage(deal, view.today), "faint"),
        )
        for deal in view.under_way
    ]
    _say_part(call, "Under way", rows, give=4)


def _stage(deal: UnderWay, today: date) -> str:
    """Return what matters now about an open negotiation."""
    if deal.live_since is not None:
        return f"live since {say_time(deal.live_since)}"
    planned = ""
    if deal.planned_for is not None:
        day = say_due(deal.planned_for.date(), today)
        planned = f"planned {day} {say_time(deal.planned_for)}"
    if deal.sealed:
        stage = "prep sealed"
    elif deal.talked:
        stage = "debrief to come"
    else:
        stage = f"prep lacks {', '.join(deal.missing)}" if deal.missing else ""
    return ", ".join(part for part in (planned, stage) if part)


def _due(due: Due, today: date) -> tuple[Cell, ...]:
    return (
        say_due(due.on, today),
        Span(due.kind.value, "faint"),
        due.text,
        Span("theirs" if due.theirs else "", "faint"),
        _short(due.id) if "-W" not in due.id else "",
    )


def _say_weeks(call: Call, view: TodayView) -> None:
    """Say how much was marked in each of the last weeks, slips and handled apart."""
    if not view.marks:
        return
    call.out.line()
    talks = "1 talk" if view.talks == 1 else f"{view.talks} talks"
    marks = "1 mark" if len(view.marks) == 1 else f"{len(view.marks)} marks"
    call.out.line(Span(f"Last {STRIP_WEEKS} weeks: {talks}, {marks}", "faint"))
    header: list[Cell] = [Span("", "faint")]
    header += [Span(f"W{week.week:02d}", "faint") for week in view.weeks]
    rows: list[list[Cell]] = [header]
    for name, wanted in (
        ("handled", Polarity.HANDLED),
        ("slips", Polarity.SLIP),
        ("undecided", None),
    ):
        counts: list[Cell] = [
            str(
                sum(
                    mark.polarity is wanted and week.monday <= mark.on <= week.sunday
                    for mark in view.marks
                )
                or "."
            )
            for week in view.weeks
        ]
        rows.append([name, *counts])
    say_table(call.out, rows)


def _short(id_: str) -> Span:
    return Span(short_id(id_), "faint")
