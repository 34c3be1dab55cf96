"""Going live with a negotiation, and ending its sitting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from winjournal.domain.say_dates import say_date, say_time
from winjournal.domain.sittings import elapsed, live_one
from winjournal.services.saying import say_count
from winjournal.ui.modals.confirm import ConfirmModal

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.negotiation import Sitting
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

NOT_CHOSEN = "Choose a negotiation first."


def open_live(
    app: WinJournalApp, negotiation_id: str | None, *, live_first: bool = False
) -> None:
    """Show the screen for the room.

    Args:
        app: The application.
        negotiation_id: The negotiation that has the focus, if any.
        live_first: Whether one whose sitting goes on is meant before it.
    """
    from winjournal.ui.screens.live import LiveScreen

    app.push_screen(LiveScreen(negotiation_id, live_first=live_first))


class GoingLive:
    """Finds the negotiation, offers to seal it, and begins its sitting.

    Args:
        app: The application.
        begun: Called with the negotiation once its sitting goes on.
        leave: Called with a sentence where there is none to go live with; without
            words where the person thought better of it.
    """

    def __init__(
        self,
        app: WinJournalApp,
        begun: Callable[[str], None],
        leave: Callable[[str], None],
    ) -> None:
        self._app, self._begun, self._leave = app, begun, leave

    def begin(self, negotiation_id: str | None, *, live_first: bool) -> None:
        """Ask which negotiation it is, and go on from there."""
        self._app.desk.ask(
            partial(_find, negotiation_id, live_first),
            partial(self._found, negotiation_id),
            failed=self._refused,
        )

    def _found(self, wanted: str | None, dossier: Dossier | None) -> None:
        if dossier is None:
            self._leave(NOT_CHOSEN)
            return
        deal = dossier.negotiation
        title = self._app.veil.words(deal.title, dossier.counterparty.name)
        if not deal.is_open:
            self._leave(f"{title} is closed; its debrief says how it ended.")
        elif live_one(dossier.sittings) is not None:
            if wanted not in (None, deal.id):
                self._app.notify(f"{title} is still live.", timeout=4)
            self._begun(deal.id)
        elif deal.is_sealed or dossier.missing():
            self._sit(deal.id, False)
        else:
            self._app.push_screen(
                ConfirmModal(
                    "Nothing is missing. Seal what you wrote before it begins?",
                    yes="seals it and begins",
                    no="begins without",
                ),
                partial(self._sit, deal.id),
            )

    def _sit(self, negotiation_id: str, seals: bool | None) -> None:
        if seals is None:
            self._leave("")
            return
        self._app.desk.ask(
            partial(_begin, negotiation_id, seals),
            lambda _: self._begun(negotiation_id),
            failed=self._refused,
        )

    def _refused(self, error: WinJournalError) -> None:
        self._leave("")
        self._app.notify(str(error), severity="error", timeout=10)


def say_ended(sitting: Sitting, marks: int, app: WinJournalApp) -> str:
    """Return that a sitting has ended, and what it came to.

    Where it was left on, and so ended when it was last marked, that is said.
    """
    ended = sitting.ended_at or app.setting.now()
    count = say_count(marks, "mark")
    today = app.setting.now().date()
    if ended.date() != today:
        day = say_date(ended.date(), today)
        return f"Ended as of {day} {say_time(ended)}, when it was left; {count}."
    minutes = round(elapsed(sitting, ended).total_seconds() / 60)
    return f"Ended after {minutes} min; {count}."


def offer_debrief(app: WinJournalApp, negotiation_id: str) -> None:
    """Offer the debrief while it is still known how it went."""

    def answered(now: bool | None) -> None:
        if now:
            app.open_debrief(negotiation_id)

    app.push_screen(
        ConfirmModal("Debrief now, while you still know?", yes="opens it", no="later"),
        answered,
    )


def _find(wanted: str | None, live_first: bool, journal: Journal) -> Dossier | None:
    live = journal.reading.live() if live_first else None
    meant = live or wanted
    return journal.deals.read(meant) if meant else None


def _begin(negotiation_id: str, seals: bool, journal: Journal) -> None:
    if seals:
        journal.deals.seal(negotiation_id)
    # Another shell may have begun it meanwhile.
    if live_one(journal.deals.read(negotiation_id).sittings) is None:
        journal.deals.sit(negotiation_id, journal.clock.now(), None, live=True)
