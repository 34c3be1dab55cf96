"""Locks the screens: by a key, after some minutes without one, and on suspension."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.errors import WinJournalError
from winjournal.ui.signals import before_it_stops

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.ui.lockable_app import LockableApp
    from winjournal.ui.setting import Lock

SECONDS = 2.0
"""Between two looks at how long nobody pressed a key."""

AT_THE_START = "This journal is encrypted."
KEPT = "Locked. What you were writing is kept."
NOT_KEPT = "Locked. What you were writing is not saved yet; it is still here."


class Guard:
    """Says when the application is locked, and does it.

    Args:
        app: The application.
        lock: What closes and opens the journal; None for a plain one.
    """

    def __init__(self, app: LockableApp, lock: Lock | None) -> None:
        self._app, self._lock = app, lock
        self.is_locked = False
        self.is_lent = False
        """Whether the terminal is lent to an editor, which is no suspension."""
        self._touched = lock.clock() if lock else 0.0
        self._go_on: Callable[[], None] = lambda: None

    @property
    def can_lock(self) -> bool:
        """Whether there is a lock: the journal is encrypted."""
        return self._lock is not None

    def begin(self, go_on: Callable[[], None]) -> bool:
        """Watch from now on; return whether a passphrase is asked for first.

        Args:
            go_on: Opens the journal, each time that it was unlocked.
        """
        self._go_on = go_on
        if self._lock is None:
            return False
        for signal in (self._app.app_suspend_signal, self._app.app_resume_signal):
            # at once: later the terminal would be gone, or the editor's loan over
            signal.subscribe(self._app, self._suspended, immediate=True)
        before_it_stops(self.lock, self._app.call_after_refresh)
        if self._lock.after:
            self._app.set_interval(SECONDS, self.look)
        if self._lock.asks_first:
            self._show(AT_THE_START)
            self._app.desk.put_away(self._lock.forget)
        return self._lock.asks_first

    def touched(self) -> None:
        """Note that somebody is there."""
        if self._lock is not None:
            self._touched = self._lock.clock()

    def look(self) -> None:
        """Lock where nobody has been there for the time that is set."""
        lock = self._lock
        if lock is not None and lock.clock() - self._touched >= lock.after:
            self.lock()

    def lock(self) -> None:
        """Keep what is being typed, clear the screen, close the journal.

        What could not be kept stays in its form and is tried again later.
        """
        if self._lock is None or self.is_locked:
            return
        try:
            self._app.save_drafts()
        except WinJournalError:
            said = NOT_KEPT
        else:
            said = KEPT
        self._show(said)
        self._app.desk.put_away(self._lock.forget)

    def try_passphrase(self, passphrase: str) -> None:
        """Find out whether a passphrase opens the journal; about half a second.

        Raises:
            WinJournalError: It does not, or the file cannot be read.
        """
        if self._lock is not None:
            self._lock.open(passphrase)

    def opened(self) -> None:
        """Go on: the passphrase was right."""
        self.is_locked = False
        self.touched()
        self._go_on()

    def _suspended(self, _: object) -> None:
        if not self.is_lent:
            self.lock()

    def _show(self, said: str) -> None:
        from winjournal.ui.screens.lock import LockScreen

        self._app.clear_notifications()
        self.is_locked = True
        self._app.push_screen(LockScreen(said))
