"""One day: what was negotiated, written and marked on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on

from winjournal.domain.moments import Moment, Precision
from winjournal.domain.say_dates import say_day, say_time
from winjournal.domain.weeks import Week
from winjournal.services.saying import say_count
from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.today_rows import TIME, headed
from winjournal.ui.screens.week_acts import open_row
from winjournal.ui.screens.week_rows import journal_row, moment_row
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Row, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.services.days import DayView


class DayScreen(LivingScreen):
    """What happened on one day.

    Args:
        day: Which.
    """

    NAME = "day"
    IN_ROOM = "year"
    HELP = "What was negotiated, written and marked on one day; enter opens it."
    AUTO_FOCUS = "#happened"
    FOOTER = ("open", "previous_period", "next_period", "help", "leave")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("day")

    happened = getters.query_one("#happened", Ledger)

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day

    def compose_body(self) -> ComposeResult:
        """Yield the day's name over its list."""
        yield Heading("Day", name=True, id="day-name")
        yield Ledger(
            Column(width=TIME, style="$ink-faint"),
            Column(),
            Column(width=16, right=True, style="$ink-soft"),
            id="happened",
        )

    def reload(self) -> None:
        """Ask for the day."""
        day = self._day
        self.app.desk.ask(lambda j: j.days.day(day), self._show, latest="day")

    def action_previous_period(self) -> None:
        """Show the day before."""
        self._go(-1)

    def action_next_period(self) -> None:
        """Show the day after."""
        self._go(1)

    @on(Ledger.Selected, "#happened")
    def _open(self, event: Ledger.Selected) -> None:
        open_row(self.app, Week.of(self._day), event.row_id)

    def _go(self, days: int) -> None:
        self._day += timedelta(days=days)
        self.reload()

    def _show(self, view: DayView) -> None:
        glyphs, veil = self.app.glyphs, self.app.veil
        marks = say_count(len(view.moments), "mark")
        self.query_one("#day-name", Heading).say(say_day(view.on), marks)
        week = Week.of(view.on)
        # the heading says which day it is
        listed = [_timed(journal_row(row, week, glyphs, veil), "") for row in view.rows]
        moments = [
            _timed(moment_row(one, view.titles, glyphs, veil), _time_of(one))
            for one in view.moments
        ]
        rows = headed("Negotiated and written", listed) + headed("Moments", moments)
        nothing = empty_content("Nothing was negotiated or written on this day.")
        self.happened.show(Rows(rows), empty=nothing)


def _timed(row: Row, time: str) -> Row:
    return replace(row, cells=(time, *row.cells[1:]))


def _time_of(one: Moment) -> str:
    return say_time(one.at) if one.precision is Precision.EXACT else ""
