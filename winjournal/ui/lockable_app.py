"""An application that can be locked: the journal closed, its key forgotten.

While it is locked one screen stands before everything and takes a passphrase; no key,
click or answer reaches what is behind it. A plain journal has no lock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

from winjournal.ui.base_app import BaseApp
from winjournal.ui.guard import Guard

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from winjournal.ui.desk import Desk
    from winjournal.ui.setting import Setting

_LIVELY = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown,
           events.MouseScrollUp)  # fmt: skip
"""What tells that somebody sits there; a mouse that is only touched does not."""


class LockableApp(BaseApp):
    """WinJournal's application between its screens and its lock.

    Args:
        setting: What it is given from outside; its `lock` says how it is locked.
        **more: What `BaseApp` takes.
    """

    desk: Desk

    def __init__(self, setting: Setting, **more: Any) -> None:
        super().__init__(**more)
        self.setting = setting
        self.guard = Guard(self, setting.lock)

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there, and go on."""
        if isinstance(event, _LIVELY):
            self.guard.touched()
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the lock where there is one; while it is locked, nothing."""
        if self.guard.is_locked:
            return False
        if action == "lock" and not self.guard.can_lock:
            return False
        return super().check_action(action, parameters)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say what was done, in a toast; while it is locked nothing is said."""
        if not self.guard.is_locked:
            super().notify(message, title=title, severity=severity, timeout=timeout)

    def action_lock(self) -> None:
        """Lock the journal until its passphrase is typed."""
        self.guard.lock()

    def action_screenshot(
        self, filename: str | None = None, path: str | None = None
    ) -> None:
        """Write a picture of the screen, in place of Textual's own action.

        Args:
            filename: Left alone: the name is our own.
            path: Left alone: it goes where exports go.
        """
        from winjournal.ui.picturing import take_picture

        # the palette that it was chosen from must be gone
        self.call_after_refresh(take_picture, self)
