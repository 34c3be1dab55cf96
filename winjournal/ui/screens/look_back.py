"""A look back: answers first, then what was said then."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.domain.then_and_now import asks_for_repair, then_and_now
from winjournal.ui.bindings import bindings_for
from winjournal.ui.due import skip_look_back
from winjournal.ui.forms.look_back import (
    answers_of,
    look_back_specs,
    values_of_promises,
)
from winjournal.ui.screens.filling import FillingScreen, Sheet

if TYPE_CHECKING:
    from textual.binding import BindingType

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.later import FollowUp
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp
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
        "both stand beside each other. What you put off three times is not asked "
        "again."
    )
    FOOTER = ("save", "next_part", "skip", "help", "back")
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
            values=values_of_promises(dossier.promises, self.app.setting.now().date()),
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
        if self._follow_up is None:
            return
        app, follow_up = self.app, self._follow_up
        app.open_negotiation(follow_up.negotiation_id)
        app.desk.ask(
            lambda j: (
                j.later.follow_up(follow_up.id),
                j.deals.read(follow_up.negotiation_id),
            ),
            lambda answer: show_shift(app, *answer),
        )

    def action_skip(self) -> None:
        """Put this look back off by a week, and leave."""
        self.dismiss()
        skip_look_back(self.app, self._which)


def show_shift(app: WinJournalApp, one: FollowUp, dossier: Dossier) -> None:
    """Show what was said then beside what is said now, and offer a repair."""
    from winjournal.ui.dealing import ask_repair
    from winjournal.ui.modals.then_and_now import ThenAndNowModal

    def answered(answer: str | None) -> None:
        if answer == "repair":
            ask_repair(app, dossier, None)

    name = dossier.counterparty.name
    modal = ThenAndNowModal(
        app.veil.words(dossier.negotiation.title, name),
        then_and_now(one, dossier, app.setting.now().date()),
        offers_repair=asks_for_repair(one, dossier),
    )
    app.push_screen(modal, answered)
