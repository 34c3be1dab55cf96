"""The drawn lines of a ledger, kept until something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.text import wrap
from winjournal.ui.widgets.ledger_painter import Column, Painter
from winjournal.ui.widgets.ledger_source import Pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.style import Style

    from winjournal.ui.widgets.ledger_source import Source

_MOST_KEPT = 2000
_HEADING = -2


class LedgerLines:
    """Turns the lines of a source into strips, for one width and one set of styles."""

    def __init__(self, columns: Sequence[Column], empty: str | Content) -> None:
        """Hold what does not change.

        Args:
            columns: The columns of an item's first line.
            empty: What stands where there is no item.
        """
        self._columns = columns
        self._empty = empty
        self._painter = Painter(columns, 0, UNICODE)
        self._empty_lines: list[Content] = []
        self._by_shape = False
        self._kept: dict[tuple[int, int, str], Strip] = {}

    def say_empty(self, empty: str | Content) -> None:
        """Change what stands where there is no item."""
        self._empty = empty
        self._empty_lines = wrap(empty, self._painter.width - 2)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Take other columns; to be measured before the next line is drawn."""
        self._columns = columns

    def measure(self, width: int, glyphs: Glyphs, *, by_shape: bool) -> None:
        """Take a new width; what was drawn before is forgotten.

        Args:
            width: The room in cells.
            glyphs: The signs of the terminal.
            by_shape: True where a sign must show the cursor.
        """
        self._by_shape = by_shape
        self._painter = Painter(self._columns, width, glyphs)
        self._empty_lines = wrap(self._empty, width - 2)
        self.forget()

    def forget(self) -> None:
        """Forget what was drawn: rows, styles or colours have changed."""
        self._kept.clear()

    def item(
        self, source: Source, place: tuple[int, int], look: str, style: Style
    ) -> Strip:
        """Return a line of an item.

        Args:
            source: Where the item is from.
            place: Its index, and which of its lines; negative above it.
            look: The component class it is drawn with; "" where the cursor is not.
            style: The style of that class.
        """
        key = (*place, look)
        if key not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self.forget()
            sign = self._by_shape and look == "ledger--focus"
            self._kept[key] = self._strip(self._content(source, place, sign), style)
        return self._kept[key]

    def beside(self, line: int, style: Style, *, empty: bool) -> Strip:
        """Return a line where there is no item: blank, or what an empty ledger says."""
        if empty and line < len(self._empty_lines):
            return self._strip(Content(" ") + self._empty_lines[line], style)
        return Strip.blank(self._painter.width, style.rich_style)

    def _content(self, source: Source, place: tuple[int, int], sign: bool) -> Content:
        index, line = place
        row = source.row(index)
        if line < 0:
            heading = row.heading if row else None
            if isinstance(source, Pages):
                heading = source.heading(index)
            shown = heading if line == _HEADING and heading else ""
            return self._painter.heading(shown)
        if row is None:
            return self._painter.waiting() if line == 0 else Content("")
        if line == 0:
            return self._painter.first_line(row, sign)
        return self._painter.second_line(row, sign)

    def _strip(self, content: Content, style: Style) -> Strip:
        segments = [
            Segment(text, part.rich_style)
            for text, part in content.render(style, end="")
        ]
        return Strip(segments).adjust_cell_length(self._painter.width, style.rich_style)
