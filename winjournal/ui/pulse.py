"""Looks twice a second whether another program wrote into the journal.

A mark from another shell, a line logged by a script: what is on the screen follows
without a key. Looking reads no table; only where something was written is the screen
read again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from winjournal.domain.errors import WinJournalError
    from winjournal.ui.app import WinJournalApp

SECONDS = 0.5


class Pulse:
    """Shows anew what others changed.

    Args:
        app: The application; its setting says how often to look.
    """

    def __init__(self, app: WinJournalApp) -> None:
        self._app = app
        self._known: int | None = None
        self._looking = False

    def begin(self) -> None:
        """Take what is there now as known, and look again from time to time."""
        self.look()
        if self._app.setting.pulse:
            self._app.set_interval(self._app.setting.pulse, self.look)

    def look(self) -> None:
        """Ask once, unless the desk still has something else to do."""
        if not self._looking:
            self._looking = True
            self._app.desk.ask(
                lambda j: j.reading.pulse(), self._told, failed=self._failed
            )

    def _told(self, number: int) -> None:
        self._looking = False
        if self._known not in (None, number):
            self._app.show_again()
        self._known = number

    def _failed(self, error: WinJournalError) -> None:
        # Nobody asked for it; what a person asks for next says what is wrong.
        self._looking = False
        self._app.journal_failed(error)
