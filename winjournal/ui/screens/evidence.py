"""The negotiations behind one figure, for it and against it, beside what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, VerticalScroll

from winjournal.ui.bindings import bindings_for
from winjournal.ui.command import STATEMENT
from winjournal.ui.living import LivingScreen
from winjournal.ui.look import look_of
from winjournal.ui.saying_back import agree, contest
from winjournal.ui.screens.character_open import opened
from winjournal.ui.screens.evidence_rows import evidence_rows
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf
from winjournal.ui.widgets.ledger import Column, Ledger, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.ui.screens.character_reading import Reading
    from winjournal.ui.screens.evidence_rows import Opened, Sections


class EvidenceScreen(LivingScreen):
    """What one figure rests on.

    Args:
        row_id: The row of the report, or of a panel of it, that was opened.
        reading: The report that it belongs to, to be read again after a change.
    """

    NAME = "evidence"
    IN_ROOM = "character"
    HELP = (
        "What one figure says, and the negotiations that it counts. Enter opens one. "
        "A statement can be agreed with or contested; what you say stands beside it. "
        "Tab goes to the words and back, to scroll them."
    )
    AUTO_FOCUS = "#evidence"
    FOOTER = ("open", "agree", "contest", "where", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("evidence", STATEMENT)

    ledger = getters.query_one("#evidence", Ledger)

    def __init__(self, row_id: str, reading: Reading) -> None:
        super().__init__()
        self._row_id, self._reading = row_id, reading
        self._opened: Opened | None = None

    @property
    def sections(self) -> Sections:
        """What the negotiations are grouped by, and their ids."""
        return self._opened.sections if self._opened else []

    def compose_body(self) -> ComposeResult:
        """Yield what is said beside the list."""
        yield Heading("", name=True, id="of")
        with Container(id="halves"):
            with VerticalScroll(id="told"):
                yield Leaf(id="words")
            yield Ledger(
                Column(width=11, right=True, style="$ink-faint", from_width=30),
                Column(share=3),
                Column(share=2, from_width=60),
                Column(width=13, right=True, style="$ink-soft", from_width=52),
                id="evidence",
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer an answer only where a statement stands."""
        if action in {"agree", "contest", "where"}:
            return self._opened is not None and self._opened.block is not None
        return super().check_action(action, parameters)

    def reload(self) -> None:
        """Count again, and show what was counted."""
        self._reading.ask(self.app, self._show)

    def action_agree(self) -> None:
        """Agree with the statement."""
        agree(self.app, self._reading, self._reading.block(self._row_id))

    def action_contest(self) -> None:
        """Contest the statement."""
        contest(self.app, self._reading, self._reading.block(self._row_id))

    def action_where(self) -> None:
        """Count the entries by person, sphere, kind, own tag and hour."""
        from winjournal.ui.screens.panel import show_where

        show_where(self.app, self._reading, self._row_id)

    def _show(self) -> None:
        said = self._opened = opened(self._reading, self._row_id, look_of(self.app))
        self.query_one("#of", Heading).say(said.name, said.headline)
        leaf = self.query_one("#words", Leaf)
        leaf.show(said.draw)
        self.query_one("#told").display = bool(said.draw(80))
        facts = self._reading.facts
        rows = evidence_rows(
            said.sections, facts, self.app.veil, figures=self._reading.figures
        )
        nothing = empty_content("No entries can speak to this yet.")
        self.ledger.show(Rows(rows), empty=nothing)
        self.refresh_bindings()

    @on(Ledger.Selected, "#evidence")
    def _open(self, event: Ledger.Selected) -> None:
        self.app.open_negotiation(event.row_id.rpartition(":")[2])
