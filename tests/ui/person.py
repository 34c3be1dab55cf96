"""Somebody at the keyboard, who looks at the screen before going on."""

from __future__ import annotations

import asyncio
import builtins
from typing import TYPE_CHECKING, Any

from textual import events
from textual.widgets import Input, TextArea

from tests.ui.drawn import text

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen

    from winjournal.ui.app import WinJournalApp


QUIET = 3
"""So often nothing must be going on before the screen counts as answered."""


class Person:
    """Presses keys, each once everything before it was answered.

    Args:
        app: The application, running.
        pilot: Its pilot.
    """

    def __init__(self, app: WinJournalApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def wait(self) -> None:
        """Wait until every key is done and nothing is asked of the journal any more.

        Several times over: an answer may ask again once it was shown, and on a busy
        machine a message may still be on its way from a field to its screen.
        """
        quiet = 0
        while quiet < QUIET:
            await self.pilot.pause()
            if self.app._keys.is_busy:
                await asyncio.sleep(0.01)
                quiet = 0
            else:
                quiet = 0 if await self.app.desk.settle() else quiet + 1

    async def press(self, *keys: str) -> str:
        """Press keys by name and return the screen."""
        for key in keys:
            await self.pilot.press(key)
            await self.wait()
        return self.sees

    async def type(self, words: str) -> str:
        """Write words where the focus is, and return the screen.

        They come as a paste, key by key would take a second a line; a choice gets
        keys.
        """
        field = self.app.screen.focused
        if isinstance(field, Input | TextArea):
            self.app.post_message(events.Paste(words))
            await self.wait()
            return self.sees
        return await self.press(*words)

    async def fill(self, **fields: str) -> str:
        """Type into fields of a form, each reached by its name."""
        for name, words in fields.items():
            self.form.focus_field(name)
            await self.pilot.pause()
            await self.type(words)
        return self.sees

    @property
    def form(self) -> Any:
        """The form on the screen."""
        return self.app.screen.query_one("#form")

    @property
    def screen(self) -> Screen[Any]:
        """The screen that stands there."""
        return self.app.screen

    def at(self, kind: builtins.type[Screen[Any]]) -> bool:
        """Tell whether a screen of this kind stands there."""
        return isinstance(self.app.screen, kind)

    @property
    def sees(self) -> str:
        """Everything on the screen."""
        return text(self.app)

    @property
    def told(self) -> str:
        """What the last toast said."""
        toasts = list(self.app._notifications)
        return str(toasts[-1].message) if toasts else ""
