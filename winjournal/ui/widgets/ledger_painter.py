"""How a row of a ledger is drawn: its cells in columns, its second line under them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from winjournal.ui.text import cut, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from winjournal.ui.glyphs import Glyphs
    from winjournal.ui.widgets.ledger_source import Row

_EDGE = 1
"""The blank cell before and after a row."""

_LONGEST = 1000
"""Characters of a cell that are measured; no line is wider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a ledger."""

    width: int = 0
    """Its width in cells; 0: it shares what the others leave."""

    share: int = 1
    """How much of the rest it takes, beside other columns without a width."""

    right: bool = False
    """True for numbers and times: aligned at the right."""

    style: str = ""
    """The style of a cell that is a string, such as "$ink-soft"."""

    gap: int = 2
    """The blank cells after it."""

    under: bool = False
    """True: an item's second line begins under it, not under the first open one."""

    from_width: int = 0
    """It is left out where the ledger is narrower than this."""


class Painter:
    """Draws the rows of one ledger at one width."""

    def __init__(self, columns: Sequence[Column], width: int, glyphs: Glyphs) -> None:
        """Measure the columns.

        Args:
            columns: The columns, left to right.
            width: The room in cells.
            glyphs: The signs of the terminal.
        """
        self._columns = tuple(columns)
        self._glyphs = glyphs
        self.width = width
        self._widths = _measured(self._columns, width - 2 * _EDGE)
        self._indent = self._first_flexible()

    def first_line(self, row: Row, cursor: bool) -> Content:
        """Return the line of cells; `cursor` puts the sign of the focus before it."""
        parts: list[Content | str] = [self._glyphs.cursor if cursor else " "]
        gap = at = 0
        for place, (column, width, cell) in enumerate(
            zip(self._columns, self._lent(row), row.cells, strict=False), 1
        ):
            if width > 0:
                at += gap
                parts.append(" " * gap)
                if place == len(row.cells) < len(self._columns):
                    parts.append(self._styled(cell, "", self.width - 2 * _EDGE - at))
                    break
                parts.append(self._cell(cell, column, width))
                at, gap = at + width, column.gap
        return Content.assemble(*parts)

    def second_line(self, row: Row, cursor: bool) -> Content:
        """Return the line under the cells; it begins under the first open column."""
        room = self.width - self._indent - _EDGE
        more = row.more or ""
        shown = self._styled(more, "$ink-soft", room)
        before = (self._glyphs.cursor if cursor else " ") + " " * (self._indent - 1)
        return Content.assemble(before, shown)

    def heading(self, text: str) -> Content:
        """Return a quiet heading."""
        return self._styled(text, "$ink-soft", self.width)

    def waiting(self) -> Content:
        """Return what stands where a row was not fetched yet."""
        return Content.styled(" " * self._indent + self._glyphs.ellipsis, "$ink-faint")

    def _lent(self, row: Row) -> list[int]:
        """Return the widths for one row: a cut cell borrows what is blank after it.

        An open column borrows from empty cells, and from the blank before words that
        stand at the right; so every other cell stays where it is in its column.
        """
        widths = list(self._widths)
        needed = [_cells(cell) for cell in row.cells[: len(widths)]]
        for at, words in enumerate(needed):
            wanted = words - widths[at]
            if self._columns[at].width or not widths[at] or wanted <= 0:
                continue
            for lender in self._lenders(at, needed):
                lent = max(min(wanted, widths[lender] - max(needed[lender], 1)), 0)
                widths[at] += lent
                widths[lender] -= lent
                wanted -= lent
        return widths

    def _lenders(self, at: int, needed: Sequence[int]) -> Iterator[int]:
        for after in range(at + 1, len(needed)):
            if self._widths[after] and (
                not needed[after] or self._columns[after].right
            ):
                yield after
            if self._widths[after] and needed[after]:
                return

    def _cell(self, cell: str | Content, column: Column, width: int) -> Content:
        shown = self._styled(cell, column.style, width)
        blank = width - shown.cell_length
        return shown.pad_left(blank) if column.right else shown.pad_right(blank)

    def _styled(self, cell: str | Content, style: str, width: int) -> Content:
        if isinstance(cell, Content):
            return fit(cell, width, self._glyphs.ellipsis)
        text = cut(cell, width, self._glyphs.ellipsis)
        return Content.styled(text, style) if style else Content(text)

    def _first_flexible(self) -> int:
        at = _EDGE
        chosen = any(column.under for column in self._columns)
        for column, width in zip(self._columns, self._widths, strict=True):
            if column.under or not (column.width or chosen):
                return at
            if width > 0:
                at += width + column.gap
        return _EDGE


def _cells(cell: str | Content) -> int:
    if isinstance(cell, str):
        return cell_len(cell[:_LONGEST])
    return cell.cell_length


def _measured(columns: Sequence[Column], width: int) -> list[int]:
    shown = [column.from_width <= width for column in columns]
    last = max((at for at, on in enumerate(shown) if on), default=0)
    taken = sum(
        column.width + (column.gap if at < last else 0)
        for at, column in enumerate(columns)
        if shown[at]
    )
    shares = sum(
        column.share
        for at, column in enumerate(columns)
        if shown[at] and not column.width
    )
    rest = max(width - taken, 0)
    widths: list[int] = []
    for at, column in enumerate(columns):
        if not shown[at]:
            widths.append(0)
        elif column.width:
            widths.append(column.width)
        else:
            room = rest * column.share // shares
            rest -= room
            shares -= column.share
            widths.append(room)
    return widths
