"""An application that keeps a person's words, whatever goes wrong.

What was typed is shown as text and never obeyed; keys come in their order; a fault
ends the program with one sentence and without a word of theirs on the terminal, after
what was being typed has been kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual import events
from textual.app import App
from textual.widgets import Input

from winjournal.ui.key_order import KeyOrder
from winjournal.ui.text import DisplayFilter, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import RenderableType
    from textual.app import SystemCommand
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

CRASHED = 70
"""The exit status after a fault in the program (EX_SOFTWARE)."""


class SafeApp(App[int]):
    """WinJournal without its looks and its commands."""

    def __init__(self, **more: Any) -> None:
        """Make the application.

        Args:
            **more: What Textual's own takes.
        """
        super().__init__(**more)
        self._display_filter = DisplayFilter()
        self._keys = KeyOrder(self, self._give)

    def save_drafts(self) -> None:
        """Save what is being written, at once; to be overridden. Called in a crash."""

    def record_crash(self, error: Exception) -> None:
        """Put a fault into the log, without note text; to be overridden."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of every drawn line, the one that makes text safe last."""
        return [*super().get_line_filters(), self._display_filter]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer none of Textual's own commands; a screenshot would be one."""
        return ()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say what was done, in a toast; never reads markup, whatever is asked."""
        super().notify(
            message, title=title, severity=severity, timeout=timeout, markup=False
        )

    async def on_event(self, event: events.Event) -> None:
        """Give each key once the one before is done."""
        is_key = isinstance(event, events.Key | events.Paste)
        if is_key and not event.is_forwarded:
            await self._keys.take(event)
        else:
            await super().on_event(event)

    async def _give(self, event: events.Event) -> None:
        if isinstance(event, events.Paste) and isinstance(self.focused, Input):
            # A line takes all of it; by itself it would take the first line only.
            event = events.Paste(one_line(event.text))
        await super().on_event(event)

    def panic(self, *renderables: RenderableType) -> None:
        """End by a fault outside of a screen, such as a terminal that is gone.

        Args:
            *renderables: What Textual would print: a traceback, which is left out.
        """
        self._end("the terminal failed")

    def _handle_exception(self, error: Exception) -> None:
        # Textual's own handler is private, and prints a traceback with the values of
        # local variables: what a user wrote would stand on the screen. A test pins
        # that this one is still called.
        self._return_code = CRASHED
        if self._exception is not None:
            return
        self._exception = error
        _tried(lambda: self.record_crash(error))
        self._end(type(error).__name__)
        self._exception_event.set()

    def _end(self, why: str) -> None:
        self._return_code = CRASHED
        kept = _tried(self.save_drafts)
        words = (
            "what you were writing is kept as a draft"
            if kept
            else "what you were writing could not be kept"
        )
        super().panic(
            Text(
                f"WinJournal stopped by a fault in it ({why}). "
                f"What was saved is safe; {words}. Start it again."
            )
        )


def _tried(work: Callable[[], None]) -> bool:
    try:
        work()
    except Exception:  # noqa: BLE001 - whatever it is, it must not hide the crash
        return False
    return True
