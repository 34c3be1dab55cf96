"""The line under which more fields are folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from winjournal.ui.glyphs import UNICODE, Glyphs

if TYPE_CHECKING:
    from textual import events


class Fold(Widget, can_focus=True):
    """`more`, and how many fields it hides; enter, space or a click opens it."""

    DEFAULT_CSS = "Fold { height: 1; }"
    HELP = "Enter or space shows the other fields, and hides them again."

    folded: reactive[bool] = reactive(True)

    class Toggled(Message):
        """It was opened or closed by the user."""

        def __init__(self, *, folded: bool) -> None:
            """Tell how it is now."""
            super().__init__()
            self.folded = folded

    def __init__(self, count: int, *, folded: bool = True) -> None:
        """Make the line.

        Args:
            count: How many fields are under it.
            folded: True where they are hidden.
        """
        super().__init__()
        self._count = count
        self.set_reactive(Fold.folded, folded)

    def render(self) -> Content:
        """Draw the line."""
        glyphs: Glyphs = getattr(self.app, "glyphs", UNICODE)
        sign = glyphs.folded if self.folded else glyphs.unfolded
        fields = "field" if self._count == 1 else "fields"
        return Content.assemble(
            (f"{sign} more", "$ink-soft"), (f"  {self._count} {fields}", "$ink-faint")
        )

    def on_key(self, event: events.Key) -> None:
        """Open or close it, or go on to the next field."""
        if event.key in {"enter", "space"}:
            self._toggle()
        elif event.key == "down":
            self.screen.focus_next()
        elif event.key == "up":
            self.screen.focus_previous()
        else:
            return
        event.stop()

    def on_mouse_down(self) -> None:
        """Open or close it."""
        # Not at the click: the line moves when another field loses the focus.
        self._toggle()

    def _toggle(self) -> None:
        self.folded = not self.folded
        self.post_message(self.Toggled(folded=self.folded))
