"""Opening the journal behind the first screen, and giving up where it cannot be."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from winjournal.ui.pulse import Pulse

if TYPE_CHECKING:
    from winjournal.domain.own_tags import OwnTag
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

SHARE = 0.0005
"""Seconds after which the thread that opens the journal lets the screen go on.

Ten times as often as usual, or each key would wait for the modules being imported.
"""


class Start:
    """What happens between the first paint and the first data.

    Args:
        app: The application.
    """

    def __init__(self, app: WinJournalApp) -> None:
        self._app = app
        self.pulse = Pulse(app)
        self.refused: BaseException | None = None
        """Why the journal could not be opened; the program ends by raising it."""
        self._usual = sys.getswitchinterval()
        self._is_again = False

    def begin(self) -> None:
        """Open the journal, also again after it was locked.

        What the screens asked for meanwhile follows.
        """
        sys.setswitchinterval(SHARE)
        self._app.desk.open(self._opened, self._not_opened)

    def _opened(self, _: Journal) -> None:
        sys.setswitchinterval(self._usual)
        if self._is_again:
            self._app.show_again()
            return
        self._is_again = True
        self.pulse.begin()
        for notice in self._app.setting.notices:
            self._app.notify(notice, severity="warning", timeout=10)
        self.know_tags()
        # Behind what the first screen asked for, so that it is shown first.
        self._app.desk.ask(lambda j: j.inbox.file_known(), self._filed)
        self._app.desk.ask(lambda _: None, lambda _: self._app.look_over())
        if self._app.setting.live is not None:
            from winjournal.ui.screens.live import LiveScreen

            self._app.push_screen(LiveScreen(self._app.setting.live))

    def know_tags(self) -> None:
        """Ask for one's own tags, which lines, filters and pickers understand."""
        self._app.desk.ask(lambda j: j.tags.all(), self._known)

    def _known(self, tags: tuple[OwnTag, ...]) -> None:
        self._app.own_tags = tags
        self._app.own_slugs = frozenset(tag.slug for tag in tags)

    def _filed(self, count: int) -> None:
        if count:
            from winjournal.services.saying import say_count

            lines = say_count(count, "logged line was", "logged lines were")
            self._app.done(f"{lines} filed.")

    def _not_opened(self, error: BaseException) -> None:
        sys.setswitchinterval(self._usual)
        self.refused = error
        self._app.exit(1)
