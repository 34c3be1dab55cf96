"""A look back: answers first, then what was said then."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.look_back import answers_of, look_back_specs
from winjournal.ui.screens.filling import FillingScreen, Sheet

if TYPE_CHECKING:
    from textual.binding import BindingType

    from winjournal.domain.later import FollowUp
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values


class LookBackScreen(FillingScreen):
    """The form of one look back.

    Args:
        follow_up_id: Which one.
    """

    NAME = "look_back"
    IN_ROOM = "journal"
    HELP = (
        "How the deal looks now, before you see what you said then. After saving "
        "the negotiation opens, with both beside each other."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("look_back")

    def __init__(self, follow_up_id: str) -> None:
        super().__init__(f"look-back:{follow_up_id}")
        self._which = follow_up_id
        self._follow_up: FollowUp | None = None

    def read(self, journal: Journal) -> Sheet:
        """Read which deal is looked back on."""
        self._follow_up = journal.later.follow_up(self._which)
        dossier = journal.deals.read(self._follow_up.negotiation_id)
        return Sheet(
            title=dossier.negotiation.title,
            aside=f"{self._follow_up.day} days on",
            specs=look_back_specs(),
        )

    def write(self, journal: Journal, values: Values) -> str:
        """Save the answers."""
        if self._follow_up is None:
            return ""
        journal.later.answer(answers_of(values, self._follow_up))
        return f"Looked back, {self._follow_up.day} days on."

    def after(self, said: str) -> None:
        """Show what was said then beside it."""
        super().after(said)
        if self._follow_up is not None:
            self.app.open_negotiation(self._follow_up.negotiation_id)
