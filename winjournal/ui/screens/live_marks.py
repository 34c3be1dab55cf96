"""The list of marks while one talks, laid out anew for the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from winjournal.ui.screens.live_rows import LiveView, mark_rows
from winjournal.ui.widgets.ledger import Column, Ledger, Rows

if TYPE_CHECKING:
    from textual.content import Content

    from winjournal.ui.look import Look

_EDGES = 2
"""The blank cells before and after a row."""

_EMPTY = 2
"""The lines that say what will stand here."""

_WORDS = 2
"""The lines under the list: a blank one, and the one for words."""


class LiveMarks(Ledger, can_focus=False):
    """The marks of a sitting; the one that keys refer to is lit."""

    ALWAYS_LIT: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__(Column(), id="marks")
        self._view: tuple[LiveView, Look] | None = None

    def show_marks(
        self, view: LiveView, look: Look, at: str | None, empty: Content
    ) -> None:
        """Show the marks.

        Args:
            view: The sitting.
            look: How things are shown now.
            at: The mark that keys refer to.
            empty: What stands there before the first.
        """
        self._view = (view, look)
        self._lay(at, empty)

    def on_resize(self) -> None:
        """Lay it out anew; the list itself measures after this."""
        self._lay(self.cursor_id, None)

    def _lay(self, at: str | None, empty: Content | None) -> None:
        if self._view is not None:
            around = self.parent.size.height if isinstance(self.parent, Widget) else 0
            room = max(around - _WORDS, 1)
            self.styles.max_height = room
            self.styles.min_height = 1 if self._view[0].marks else _EMPTY
            width = self.scrollable_content_region.width - _EDGES
            rows = mark_rows(*self._view, width, room)
            self.show(Rows(rows), at=at, empty=empty)
