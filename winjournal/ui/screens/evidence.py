"""The negotiations behind one figure, for it and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.widgets import Static

from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.character_rows import evidence_rows
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from winjournal.domain.facts import Facts


class EvidenceScreen(LivingScreen):
    """What one figure rests on.

    Args:
        name: The step.
        headline: What the figure counts.
        words: What is said on it, with its doubts.
        sections: What the negotiations are grouped by, and their ids.
        facts: The negotiations by id.
    """

    NAME = "evidence"
    IN_ROOM = "character"
    HELP = "The negotiations that a figure counts. Enter opens one."
    AUTO_FOCUS = "#evidence"
    FOOTER = ("open", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("evidence")

    ledger = getters.query_one("#evidence", Ledger)

    sections: list[tuple[str, tuple[str, ...]]]
    """What the negotiations are grouped by, and their ids."""

    def __init__(
        self, name: str, headline: str, words: Content,
        sections: list[tuple[str, tuple[str, ...]]], facts: dict[str, Facts],
    ) -> None:  # fmt: skip
        super().__init__()
        self._title, self._headline, self._words = name, headline, words
        self.sections, self._facts = sections, facts

    def compose_body(self) -> ComposeResult:
        """Yield the list."""
        yield Heading(self._title, self._headline, name=True)
        if self._words.plain:
            yield Static(self._words, id="words", markup=False)
        yield Ledger(
            Column(width=11, right=True, style="$ink-faint"),
            Column(share=3),
            Column(share=2, from_width=60),
            Column(width=13, right=True, style="$ink-soft"),
            id="evidence",
        )

    def reload(self) -> None:
        """Show what was counted."""
        rows = evidence_rows(self.sections, self._facts, self.app.veil)
        nothing = empty_content("No entries can speak to this yet.")
        self.ledger.show(Rows(rows), empty=nothing)

    @on(Ledger.Selected, "#evidence")
    def _open(self, event: Ledger.Selected) -> None:
        self.app.open_negotiation(event.row_id.rpartition(":")[2])
