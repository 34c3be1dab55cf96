"""The week: what waits, what happened, one question, one vow; sealed when done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from winjournal.domain.week_spans import Span, weeks_of
from winjournal.domain.weeks import Week
from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.week_acts import (
    choose_question,
    drop_row,
    open_row,
    test_vow,
    write_review,
)
from winjournal.ui.screens.week_drawing import draw_week, draw_weeks
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger
from winjournal.ui.widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.services.reviewing import Asked
    from winjournal.services.weeks import WeekLine, WeekView
    from winjournal.ui.subject import Subject

_OF_ONE_WEEK = {"edit", "seal", "question", "delete", "export"}
"""Actions that want one week, not a month or a quarter of them."""


class WeekScreen(LivingScreen):
    """One ISO week, or the weeks of a month or a quarter."""

    NAME = "week"
    HELP = (
        "One ISO week, Monday to Sunday, in about twelve minutes: clear what waits, "
        "settle what is due, look at what was hard. The data raise one question; the "
        "review answers it and ends in a vow, an IF and a THEN for the weeks after. "
        "Leave it at any point; sealed, it stands as it was."
    )
    AUTO_FOCUS = "#happened"
    FOOTER = (
        "open", "edit", "question", "seal", "previous_period", "period",
        "next_period", "help", "leave",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("week")

    happened = getters.query_one("#happened", Ledger)

    def __init__(self) -> None:
        super().__init__()
        self._week: Week | None = None
        self._span = Span.WEEK
        self.whole: set[str] = set()
        """The kinds of what is to be cleared that are shown to the last."""
        self._view: WeekView | None = None
        self._asked: Asked | None = None

    @property
    def week(self) -> Week:
        """The week that is shown; the present one at first."""
        return self._week or Week.of(self.app.setting.now().date())

    def compose_body(self) -> ComposeResult:
        """Yield what waits and happened beside what it says."""
        yield Heading("Week", name=True, id="week-name")
        with Container(classes="columns"):
            with Vertical(classes="main"):
                yield Ledger(
                    Column(width=6, style="$ink-faint"),
                    Column(),
                    Column(width=12, right=True, style="$ink-soft"),
                    id="happened",
                )
            with VerticalScroll(classes="side"):
                yield Heading("The question", id="question-heading")
                yield Static(id="question", markup=False)
                yield Heading("What it says", id="review-heading")
                yield Static(id="review", markup=False)
                yield Heading("Vow this week", id="vow-heading")
                yield Static(id="vow", markup=False)
                yield Heading("Marks of mine", id="strip-heading")
                yield WeekStrip(id="strip")

    def reload(self) -> None:
        """Ask for the week, and behind it for its question; or for a longer span."""
        week = self.week
        if self._span is not Span.WEEK:
            weeks = weeks_of(self._span, week)
            self.app.desk.ask(
                lambda j: j.weeks.lines(weeks), self._show_lines, latest="week"
            )
            return
        self.app.desk.ask(lambda j: j.weeks.view(week), self._show, latest="week")
        # It reads the whole record; the week itself does not wait for it.
        self.app.desk.ask(lambda j: j.weeks.asked(week), self._ask, latest="asked")

    def export_subject(self) -> Subject:
        """Return the week with its review."""
        from winjournal.ui.subject import Subject

        return Subject(name=f"week {self.week}", week=self.week)

    def action_previous_period(self) -> None:
        """Show the week, month or quarter before."""
        self._go(weeks_of(self._span, self.week)[0].previous)

    def action_next_period(self) -> None:
        """Show the one after, up to the present one."""
        after = weeks_of(self._span, self.week)[-1].next
        if after.monday <= self.app.setting.now().date():
            self._go(after)
        else:
            self.app.notify(f"This is the present {self._span}.")

    def action_period(self) -> None:
        """Show the weeks of the month, then of the quarter, then one week again."""
        self._span = self._span.longer
        self._go(self.week)

    def action_to_today(self) -> None:
        """Show the present week."""
        self._span = Span.WEEK
        self._go(Week.of(self.app.setting.now().date()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer neither writing nor sealing once the week is sealed."""
        if action in _OF_ONE_WEEK and self._span is not Span.WEEK:
            return False
        if action in {"edit", "seal", "question"} and self._is_sealed:
            return False
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Write the review."""
        write_review(self.app, self.week)

    def action_question(self) -> None:
        """Take another of the questions that were raised."""
        if self._asked is not None:
            choose_question(self.app, self.week, self._asked)

    def action_delete(self) -> None:
        """Drop the line or the undecided mark that has the focus."""
        drop_row(self.app, self.happened.cursor_id or "")

    def action_seal(self) -> None:
        """Seal the review."""
        week = self.week
        undo = self.app.key_for("undo")
        said = f"Week {week.week} is sealed; {undo} takes it back within ten minutes."
        self.app.desk.ask(lambda j: j.weeks.seal(week), lambda _: self.app.done(said))

    @property
    def _is_sealed(self) -> bool:
        review = self._view.review if self._view else None
        return review is not None and review.sealed_at is not None

    @on(Ledger.Selected, "#happened")
    def _open(self, event: Ledger.Selected) -> None:
        kind, _, id_ = event.row_id.partition(":")
        if kind == "week":
            self._span = Span.WEEK
            self._go(Week.parse(id_, self.app.setting.now().date()))
        elif kind == "more" and self._view:
            self.whole.add(id_)
            draw_week(self, self._view, self._asked)
        elif kind == "test" and self._view and self._view.standing:
            test_vow(self.app, self._view.standing, id_)
        elif not (kind == "look" and self._is_sealed):
            open_row(self.app, self.week, event.row_id)

    def _go(self, week: Week) -> None:
        self._week, self._asked = week, None
        self.whole.clear()
        self.reload()

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        if self._view is not None and self._span is Span.WEEK:
            draw_week(self, self._view, self._asked)

    def _show(self, view: WeekView) -> None:
        self._view = view
        self.refresh_bindings()
        draw_week(self, view, self._asked)

    def _show_lines(self, lines: Sequence[WeekLine]) -> None:
        self._view = None
        self.refresh_bindings()
        draw_weeks(self, self._span, lines)
