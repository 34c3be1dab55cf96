"""Keys one after the other: the next one once the one before has done its work.

Textual hands each key to what has the focus the moment it comes. Of keys that come
in a burst, because somebody types fast or the machine was busy, all go to what had
the focus before the first of them: `a` and a line of words would be `a` and as many
commands. Here each waits until the one before went its way from the focus up to the
application.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from textual.app import App

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.dom import DOMNode
    from textual.events import Event
    from textual.screen import Screen
    from textual.timer import Timer

AGAIN = 0.02
"""Seconds after which it is looked again whether a screen can take keys."""

PATIENCE = 2.0
"""Seconds after which a key goes on whatever became of the one before."""


class KeyOrder:
    """Gives keys and pastes to the screen in order.

    Args:
        app: The application.
        give: Gives an event to what has the focus, as Textual does.
    """

    def __init__(self, app: App[Any], give: Callable[[Event], Awaitable[None]]) -> None:
        self._app, self._give = app, give
        self._held: deque[Event] = deque()
        self._number = 0
        self._guard: Timer | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a key is on its way, or waits for one that is."""
        return self._guard is not None or bool(self._held)

    async def take(self, event: Event) -> None:
        """Give an event, or hold it until those before are done."""
        self._held.append(event)
        if self._guard is None:
            await self._next()

    async def _next(self) -> None:
        if self._guard is not None:
            self._guard.stop()
            self._guard = None
        if not self._held or not self._app.screen_stack:
            return
        self._number += 1
        # A node that goes while the key is in its queue would end the chain.
        self._guard = self._app.set_timer(PATIENCE, self._next)
        node = self._app.focused or self._app.screen
        await self._give(self._held.popleft())
        self._follow(node, self._number)

    def _follow(self, node: DOMNode | None, number: int) -> None:
        """Go the way of a key, behind it in the queue of each node it comes through."""
        while node is not None and not isinstance(node, App):
            if node.call_later(self._follow, node.parent, number):
                return
            node = node.parent
        self._app.call_later(self._done, number)

    def _done(self, number: int) -> None:
        """The key is done; wait for the screen that it may have opened or closed."""
        if number != self._number or not self._app.screen_stack:
            return
        screen = self._app.screen
        ready = getattr(screen, "takes_keys", True)
        if not ready or not screen.call_later(self._settled, number, screen):
            self._app.set_timer(AGAIN, lambda: self._done(number))

    def _settled(self, number: int, screen: Screen[Any]) -> None:
        # Once more round: what moves the focus may itself be called later.
        self._app.call_later(self._check, number, screen)

    async def _check(self, number: int, screen: Screen[Any]) -> None:
        if number == self._number and self._app.screen_stack:
            if self._app.screen is screen:
                await self._next()
            else:
                self._done(number)
