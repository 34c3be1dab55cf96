"""The week: what happened, what it says, one vow; sealed when done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from winjournal.domain.weeks import Week
from winjournal.services.views import RowKind
from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.today_rows import strip_of, vow_content
from winjournal.ui.screens.week_rows import review_facts, rows_of, say_week
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Rows
from winjournal.ui.widgets.week_strip import WeekStrip

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.services.weeks import WeekView
    from winjournal.ui.subject import Subject


class WeekScreen(LivingScreen):
    """One ISO week."""

    NAME = "week"
    HELP = (
        "One ISO week, Monday to Sunday: what was negotiated, what was marked, and "
        "what you make of it. The review holds a few words and one vow, an IF and a "
        "THEN for the weeks after. Sealed, it stands as it was."
    )
    AUTO_FOCUS = "#happened"
    FOOTER = (
        "open", "edit", "seal", "previous_period", "next_period", "to_today",
        "export", "help", "leave",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("week")

    happened = getters.query_one("#happened", Ledger)

    def __init__(self) -> None:
        super().__init__()
        self._week: Week | None = None
        self._sealed = False

    @property
    def week(self) -> Week:
        """The week that is shown; the present one at first."""
        return self._week or Week.of(self.app.setting.now().date())

    def compose_body(self) -> ComposeResult:
        """Yield what happened beside what it says."""
        yield Heading("Week", name=True, id="week-name")
        with Container(classes="columns"):
            with Vertical(classes="main"):
                yield Ledger(
                    Column(width=3, style="$ink-faint"),
                    Column(),
                    Column(width=16, right=True, style="$ink-soft"),
                    id="happened",
                )
            with VerticalScroll(classes="side"):
                yield Heading("What it says")
                yield Static(id="review", markup=False)
                yield Heading("Vow this week", id="vow-heading")
                yield Static(id="vow", markup=False)
                yield Heading("Marks of mine", id="strip-heading")
                yield WeekStrip(id="strip")

    def reload(self) -> None:
        """Ask for the week."""
        week = self.week
        self.app.desk.ask(lambda j: j.weeks.view(week), self._show, latest="week")

    def export_subject(self) -> Subject:
        """Return the week with its review."""
        from winjournal.ui.subject import Subject

        return Subject(name=f"week {self.week}", week=self.week)

    def action_previous_period(self) -> None:
        """Show the week before."""
        self._go(self.week.previous)

    def action_next_period(self) -> None:
        """Show the week after, up to the present one."""
        if self.week < Week.of(self.app.setting.now().date()):
            self._go(self.week.next)
        else:
            self.app.notify("This is the present week.")

    def action_to_today(self) -> None:
        """Show the present week."""
        self._go(Week.of(self.app.setting.now().date()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer neither writing nor sealing once the week is sealed."""
        if action in {"edit", "seal"} and self._sealed:
            return False
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Write the review."""
        from winjournal.ui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(str(self.week)))

    def action_seal(self) -> None:
        """Seal the review."""
        week = self.week
        undo = self.app.key_for("undo")
        said = f"Week {week.week} is sealed; {undo} takes it back within ten minutes."
        self.app.desk.ask(lambda j: j.weeks.seal(week), lambda _: self.app.done(said))

    @on(Ledger.Selected, "#happened")
    def _open(self, event: Ledger.Selected) -> None:
        kind, _, id_ = event.row_id.partition(":")
        if kind == RowKind.ENTRY:
            from winjournal.ui.screens.entry import EntryScreen

            self.app.push_screen(EntryScreen(id_))
        elif kind == RowKind.LINE:
            from winjournal.ui.filing import file_line

            file_line(self.app, id_)
        elif kind == "moment":
            deal, _, moment = id_.partition(":")
            self.app.open_negotiation(deal, f"moment:{moment}")
        else:
            self.app.open_negotiation(id_)

    def _go(self, week: Week) -> None:
        self._week = week
        self.reload()

    def _show(self, view: WeekView) -> None:
        glyphs, veil = self.app.glyphs, self.app.veil
        self._sealed = view.review is not None and view.review.sealed_at is not None
        self.refresh_bindings()
        self.query_one("#week-name", Heading).say(*say_week(view.week))
        nothing = empty_content("Nothing was negotiated or written in this week.")
        self.happened.show(Rows(rows_of(view, glyphs, veil)), empty=nothing)
        vow = vow_content(view.standing, view.kept, view.tested, veil)
        self.query_one("#vow", Static).update(vow)
        for name in ("#vow-heading", "#vow"):
            self.query_one(name).display = view.standing is not None
        key = self.app.key_for
        facts = review_facts(view, key("seal"), key("edit"), veil)
        self.query_one("#review", Static).update(Content("\n\n").join(facts))
        strip = strip_of((view.week,), view.marks)
        for name in ("#strip-heading", "#strip"):
            self.query_one(name).display = bool(view.marks)
        self.query_one(WeekStrip).show(strip)
