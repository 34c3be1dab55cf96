"""What your negotiations say: six blocks, and the entries behind each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from winjournal.domain.character import report
from winjournal.domain.spans import Span, span_around, span_beside
from winjournal.domain.tags import Step
from winjournal.services.uncollected import uncollected
from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.character_rows import (
    NAMES,
    block_rows,
    block_words,
    columns_for,
    moment_rows,
    say_volume,
    sections_of,
    sections_of_moments,
)
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Ledger, Rows

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.facts import Record
    from winjournal.domain.report import Block, Report
    from winjournal.services.journal import Journal
    from winjournal.ui.subject import Subject


class CharacterScreen(LivingScreen):
    """The report over a period."""

    NAME = "character"
    HELP = (
        "A few statements, each with how many negotiations it rests on, a range that "
        "is plausible at 90 %, what stands for it and against it, and why it could be "
        "wrong. There is no score. Enter opens the negotiations behind a figure."
    )
    AUTO_FOCUS = "#report"
    FOOTER = (
        "open", "previous_period", "next_period", "period", "to_today", "export",
        "help", "leave",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("character")

    ledger = getters.query_one("#report", Ledger)
    words = getters.query_one("#words", Static)

    def __init__(self) -> None:
        super().__init__()
        self._span = Span.ALL
        self._day: date | None = None
        self._record: Record | None = None
        self._report: Report | None = None

    def compose_body(self) -> ComposeResult:
        """Yield the blocks above what the focused one says."""
        yield Heading("What your negotiations say", name=True, id="volume")
        yield Ledger(*columns_for(96), id="report")
        with VerticalScroll(id="said", can_focus=False):
            yield Static(id="words", markup=False)

    def reload(self) -> None:
        """Ask for the record and count it."""
        self._record = None
        self._count()

    def export_subject(self) -> Subject:
        """Return what the negotiations of the period say."""
        from winjournal.ui.subject import Subject

        period = span_around(self._span, self._anchor)
        return Subject(name="character", period=period)

    def action_period(self) -> None:
        """Show a longer period; after all of it the month again."""
        self._span = self._span.longer
        self._count()

    def action_previous_period(self) -> None:
        """Show the period before."""
        self._step(-1)

    def action_next_period(self) -> None:
        """Show the period after."""
        self._step(+1)

    def action_to_today(self) -> None:
        """Show the period that holds today."""
        self._day = None
        self._count()

    def on_resize(self) -> None:
        """Draw the rulers anew for the room there is."""
        self.call_after_refresh(self._show_rows)

    @on(Ledger.Highlighted, "#report")
    def _say(self) -> None:
        block = self._block(self.ledger.cursor_id)
        if block is not None and self._report is not None:
            titles, veil = self._report.titles, self.app.veil
            self.words.update(block_words(block, titles, veil, asks=False))
        else:
            self.words.update("")

    @on(Ledger.Selected, "#report")
    def _open(self, event: Ledger.Selected) -> None:
        from winjournal.ui.screens.evidence import EvidenceScreen

        if self._report is None or self._record is None:
            return
        kind, _, step = event.row_id.partition(":")
        block = self._block(event.row_id)
        if kind == "block" and block is not None:
            title, sections = block.headline, sections_of(block)
            words = block_words(block, self._report.titles, self.app.veil)
        else:
            title, words = "my moments", Content("")
            sections = sections_of_moments(self._report.moments, Step(step))
        facts = {deal.id: deal for deal in self._record.deals}
        name = NAMES[Step(step)]
        self.app.push_screen(EvidenceScreen(name, title, words, sections, facts))

    @property
    def _anchor(self) -> date:
        return self._day or self.app.setting.now().date()

    def _step(self, step: int) -> None:
        if self._span is Span.ALL:
            self.app.notify(f"{self.app.key_for('period')} chooses a period first.")
            return
        self._day = span_beside(self._span, self._anchor, step)
        self._count()

    def _count(self) -> None:
        period = span_around(self._span, self._anchor)
        today, known = self.app.setting.now().date(), self._record

        def job(journal: Journal) -> tuple[Record, Report]:
            with uncollected():
                record = known if known is not None else journal.reading.record()
                return record, report(record, period, today)

        self.app.desk.ask(job, self._show, latest="character")

    def _show(self, answer: tuple[Record, Report]) -> None:
        self._record, self._report = answer
        self.fact = self._report.period.name if self._span is not Span.ALL else "all"
        self._show_rows()

    def _show_rows(self) -> None:
        said = self._report
        if said is None:
            return
        width, glyphs = self.ledger.size.width, self.app.glyphs
        heading = self.query_one("#volume", Heading)
        heading.say("What your negotiations say", say_volume(said.volume, width))
        if said.volume.talks == 0:
            nothing = empty_content(
                "What your negotiations say will stand here, each figure with the "
                "entries behind it.",
                self.app.key_for("new"),
                "starts a negotiation",
            )
            self.ledger.show(Rows(()), empty=nothing)
            self.words.update("")
            return
        rows = block_rows(said, width, glyphs)
        rows += moment_rows(said.moments, width, glyphs)
        self.ledger.show(Rows(rows), columns=columns_for(width))
        self._say()

    def _block(self, row_id: str | None) -> Block | None:
        if self._report is None or row_id is None:
            return None
        return next(
            (b for b in self._report.blocks if f"block:{b.step}" == row_id), None
        )
