"""Several lines to type into, as high as what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from winjournal.ui.widgets.form_controls import LONGEST, LONGEST_LINE

if TYPE_CHECKING:
    from textual import events


class Lines(TextArea):
    """A text of several lines; `tab` leaves it, `enter` begins a line."""

    HELP = "Enter begins a new line, tab goes on to the next field."

    def __init__(self, text: str = "", *, hint: str = "", limit: int = LONGEST) -> None:
        """Make a text.

        Args:
            text: What is in it.
            hint: What stands there while it is empty.
            limit: The most characters; a paste beyond it is refused and said so.
        """
        super().__init__(
            text,
            soft_wrap=_can_wrap(text),
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
            placeholder=hint,
            classes="field",
        )
        self._limit = limit

    def on_mount(self) -> None:
        """Go on where the text ends."""
        self.move_cursor(self.document.end)

    async def _on_paste(self, event: events.Paste) -> None:
        if len(self.text) + len(event.text) > self._limit:
            event.stop()
            event.prevent_default()
            self.app.notify(
                f"That is too much for one entry: the most is {self._limit:,} "
                "characters. Nothing was pasted.",
                severity="warning",
            )
            return
        # Textual calls the handler of its own class after this one, by itself.
        if not _can_wrap(event.text):
            self.soft_wrap = False


def _can_wrap(text: str) -> bool:
    return all(len(line) <= LONGEST_LINE for line in text.split("\n"))
