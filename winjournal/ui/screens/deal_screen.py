"""What is done to the one negotiation that a screen shows, each by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters

from winjournal.ui import dealing
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.deal_timeline import DealTimeline
from winjournal.ui.telling import tell_item

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier


class DealScreen(LivingScreen):
    """Writes down what belongs to its negotiation.

    Args:
        negotiation_id: Which one.
    """

    timeline = getters.query_one("#timeline", DealTimeline)

    def __init__(self, negotiation_id: str) -> None:
        super().__init__()
        self.negotiation_id = negotiation_id
        self._dossier: Dossier | None = None

    def action_seal(self) -> None:
        """Seal the preparation."""
        dealing.seal_prep(self.app, self.negotiation_id)

    def action_share(self) -> None:
        """Date what has the focus as told to them; else my winning."""
        if self._dossier:
            tell_item(self.app, self._dossier, self.timeline.item)

    def action_brief(self) -> None:
        """Show the preparation on one page."""
        from winjournal.ui.screens.brief import BriefScreen

        self.app.push_screen(BriefScreen(self.negotiation_id))

    def action_offer(self) -> None:
        """Write down an offer."""
        if self._dossier:
            dealing.ask_offer(self.app, self._dossier)

    def action_promise(self) -> None:
        """Write down a promise."""
        if self._dossier:
            dealing.ask_promise(self.app, self._dossier)

    def action_repair(self) -> None:
        """Write down what will be done about the slip that has the focus."""
        if self._dossier:
            dealing.ask_repair(self.app, self._dossier, self.timeline.item)

    def action_outside(self) -> None:
        """Ask for their own view of it, or write down what they said."""
        from winjournal.ui.asking import ask_outside

        if self._dossier:
            ask_outside(self.app, self._dossier)

    def action_write(self) -> None:
        """Write freely about this negotiation."""
        from winjournal.ui.screens.entry import EntryScreen

        self.app.push_screen(EntryScreen(None, self.negotiation_id))
