"""What your negotiations say: repairs, six blocks, and the entries behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import VerticalScroll

from winjournal.domain.errors import WinJournalError
from winjournal.domain.periods import read_period, say_period
from winjournal.domain.spans import as_the_page_calls
from winjournal.domain.tags import Step
from winjournal.ui.bindings import bindings_for
from winjournal.ui.command import STATEMENT
from winjournal.ui.living import LivingScreen
from winjournal.ui.look import look_of
from winjournal.ui.saying_back import agree, contest
from winjournal.ui.screens.character_reading import Reading
from winjournal.ui.screens.character_rows import columns_for, report_rows, say_volume
from winjournal.ui.screens.character_words import block_lines
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf
from winjournal.ui.widgets.ledger import Ledger, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.subject import Subject

TITLE = "What your negotiations say"
ROOMY = 32
"""Lines of the window from which a blank one stands under the heading."""


class CharacterScreen(LivingScreen):
    """The report over a period."""

    NAME = "character"
    HELP = (
        "A few statements, each with how many negotiations it rests on, a range that "
        "is plausible at 90 %, what stands for it and against it, and why it could be "
        "wrong. There is no score. Enter opens the negotiations behind a figure and "
        "how it went over time. What you agree with or contest stands beside it."
    )
    AUTO_FOCUS = "#report"
    FOOTER = (
        "open", "agree", "contest", "where", "period", "reread", "export", "help",
        "leave",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("character", STATEMENT)

    ledger = getters.query_one("#report", Ledger)
    words = getters.query_one("#words", Leaf)

    def __init__(self) -> None:
        super().__init__()
        self._reading = Reading()

    def compose_body(self) -> ComposeResult:
        """Yield the blocks above what the focused one says."""
        yield Heading(TITLE, name=True, id="volume")
        yield Ledger(*columns_for(96), id="report")
        with VerticalScroll(id="said", can_focus=False):
            yield Leaf(id="words")

    def on_mount(self) -> None:
        """Begin with or without figures, as is set."""
        self._reading.figures = self.app.setting.figures

    def reload(self) -> None:
        """Ask for the record and count it."""
        self._reading.ask(self.app, self._show)

    def export_subject(self) -> Subject:
        """Return what the negotiations of the period say."""
        from winjournal.ui.subject import Subject

        period = self._reading.chosen.period(self.app.setting.now().date())
        return Subject(name="character", period=period)

    def action_period(self) -> None:
        """Show a longer period; after all of it the month again."""
        self._reading.chosen.longer()
        self.reload()

    def action_previous_period(self) -> None:
        """Show the period before."""
        self._step(-1)

    def action_next_period(self) -> None:
        """Show the period after."""
        self._step(+1)

    def action_to_today(self) -> None:
        """Show the period that holds today."""
        self._reading.chosen.to_today()
        self.reload()

    def action_filter(self) -> None:
        """Ask for any period in words."""
        from winjournal.ui.modals.line import LineModal

        now = self.app.setting.now()

        def wrong(words: str) -> str | None:
            try:
                read_period(words, now)
            except WinJournalError as error:
                return str(error)
            return None

        def understood(words: str) -> str | None:
            return None if wrong(words) else say_period(read_period(words, now))

        def typed(words: str | None) -> None:
            if words is not None:
                period = as_the_page_calls(read_period(words, now))
                self._reading.chosen.typed = period
                self.reload()

        asked = "Which period? Such as q3, last 90 days, 2026-02..2026-05"
        self.app.push_screen(LineModal(asked, echo=understood, check=wrong), typed)

    def action_figures(self) -> None:
        """Hide every figure, or show them again."""
        self._reading.figures = not self._reading.figures
        self._show()

    def action_agree(self) -> None:
        """Agree with the statement in focus."""
        agree(self.app, self._reading, self._reading.block(self.ledger.cursor_id))

    def action_contest(self) -> None:
        """Contest the statement in focus."""
        contest(self.app, self._reading, self._reading.block(self.ledger.cursor_id))

    def action_where(self) -> None:
        """Count the entries in focus by person, sphere, kind, own tag and hour."""
        from winjournal.ui.screens.panel import show_where

        row_id = self.ledger.cursor_id or ""
        is_of_step = row_id.partition(":")[0] in {"block", "moments"}
        step = row_id if is_of_step else f"block:{Step.TRUST}"
        show_where(self.app, self._reading, step)

    def action_reread(self) -> None:
        """Rate five old debriefs again, without seeing the ratings."""
        from winjournal.ui.screens.reread import begin_again

        begin_again(self.app)

    def on_resize(self) -> None:
        """Draw the rulers anew for the room there is."""
        self.call_after_refresh(self._show)

    @on(Ledger.Highlighted, "#report")
    def _say(self) -> None:
        reading = self._reading
        block, said = reading.block(self.ledger.cursor_id), reading.report
        if block is None or said is None:
            self.words.show()
            return
        look, figures = look_of(self.app), reading.figures
        self.words.show(
            lambda width: block_lines(said, block, look, width, figures=figures)
        )

    @on(Ledger.Selected, "#report")
    def _open(self, event: Ledger.Selected) -> None:
        from winjournal.ui.screens.evidence import EvidenceScreen
        from winjournal.ui.screens.panel import PanelScreen

        kind = event.row_id.partition(":")[0]
        if kind in {"ageing", "rated", "again"}:
            self.app.push_screen(PanelScreen(kind, self._reading))
        else:
            self.app.push_screen(EvidenceScreen(event.row_id, self._reading))

    def _step(self, step: int) -> None:
        if self._reading.chosen.step(step, self.app.setting.now().date()):
            self.reload()
        else:
            key = self.app.key_for("period")
            self.app.notify(f"{key} chooses a month, a quarter or a year first.")

    def _show(self) -> None:
        reading, said = self._reading, self._reading.report
        if said is None:
            return
        self.fact = said.period.name
        width, glyphs = self.ledger.size.width, self.app.glyphs
        logged = say_volume(said.volume, width) if reading.figures else ""
        heading = self.query_one("#volume", Heading)
        heading.say(TITLE, logged)
        heading.set_class(self.size.height >= ROOMY, "-roomy")
        if said.volume.talks == 0:
            self.ledger.show(
                Rows(()), empty=_nothing(self.app, reading, said.period.name)
            )
            self.words.show()
            return
        first = f"block:{Step.TRUST}" if self.ledger.cursor_id is None else None
        rows = report_rows(said, width, glyphs, figures=reading.figures)
        self.ledger.show(Rows(rows), at=first, columns=columns_for(width))
        self._say()


def _nothing(app: WinJournalApp, reading: Reading, period: str) -> Content:
    if reading.facts:
        words = f"No negotiation lies in {period}."
        return empty_content(words, app.key_for("period"), "chooses another")
    return empty_content(
        "What your negotiations say will stand here, each figure with the entries "
        "behind it.",
        app.key_for("new"),
        "starts a negotiation",
    )
