"""A panel of the report: what it says, and rows that open what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on

from winjournal.domain.tags import Step
from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.look import look_of
from winjournal.ui.screens.character_open import panel_of
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf
from winjournal.ui.widgets.ledger import Column, Ledger, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.screens.character_reading import Reading


class PanelScreen(LivingScreen):
    """What stands round the six blocks: slices, ageing, ratings.

    Args:
        which: `ageing`, `rated`, `again`, or `where:` and a step.
        reading: The report that it belongs to, to be read again after a change.
    """

    NAME = "panel"
    IN_ROOM = "character"
    HELP = (
        "Counts, and the negotiations behind each. Small numbers in many groups find "
        "patterns in chance, so nothing here is compared or ranked. Enter opens what "
        "a row counts."
    )
    AUTO_FOCUS = "#rows"
    FOOTER = ("open", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("panel")

    ledger = getters.query_one("#rows", Ledger)

    def __init__(self, which: str, reading: Reading) -> None:
        super().__init__()
        self._which, self._reading = which, reading

    def compose_body(self) -> ComposeResult:
        """Yield what is said above the rows."""
        yield Heading("", name=True, id="of")
        yield Leaf(id="words")
        yield Ledger(Column(share=1), Column(share=2), id="rows")

    def reload(self) -> None:
        """Count again, and show it."""
        self._reading.ask(self.app, self._show)

    def _show(self) -> None:
        panel = panel_of(self._reading, self._which, look_of(self.app))
        self.query_one("#of", Heading).say(panel.name, panel.headline)
        self.query_one("#words", Leaf).show(panel.draw)
        nothing = empty_content(panel.empty)
        self.ledger.show(Rows(panel.rows), empty=nothing, columns=panel.columns)

    @on(Ledger.Selected, "#rows")
    def _open(self, event: Ledger.Selected) -> None:
        kind = event.row_id.partition(":")[0]
        if kind in {"slice", "aged"}:
            from winjournal.ui.screens.evidence import EvidenceScreen

            row_id = f"{self._which}/{event.row_id}"
            self.app.push_screen(EvidenceScreen(row_id, self._reading))
        else:
            self.app.open_negotiation(event.row_id.rpartition(":")[2])


def show_where(app: WinJournalApp, reading: Reading, row_id: str | None) -> None:
    """Show where the entries of a block lie, whichever of its rows has the focus."""
    step = Step(row_id.partition(":")[2]) if row_id else Step.TRUST
    reading.sliced.setdefault(step, ())
    app.push_screen(PanelScreen(f"where:{step}", reading))
