"""What a ledger shows: rows that are all there, or pages of rows fetched when seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PAGE = 100
"""Rows fetched at once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a ledger: at most two lines, what it is and why it matters now.

    A cell that is a string is what a user typed: it is shown as it is. A `Content` may
    have styles of its own.
    """

    id: str
    """Names the item over refreshes."""

    cells: tuple[str | Content, ...]
    """The first line: one cell for each column; the last of fewer takes the rest."""

    more: str | Content | None = None
    """The second line; None: the item has one line."""

    heading: str | None = None
    """A quiet heading above it, with a blank line before and after."""

    gap: bool = False
    """True: a blank line stands above it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each item of a ledger stands: first its lead, then its one or two lines."""

    tops: Sequence[int]
    """The line at which each item's lead begins, and at last the number of lines."""

    leads: Sequence[int]
    """How many lines of heading and blanks stand above each item."""

    @property
    def height(self) -> int:
        """The number of lines."""
        return self.tops[-1]

    def at(self, line: int) -> tuple[int, int] | None:
        """Return which item a line belongs to, and which of its lines it is.

        The lines of the lead are negative: the heading is -2. None below the end.
        """
        if not 0 <= line < self.height:
            return None
        index = bisect_right(self.tops, line) - 1
        return index, line - self.tops[index] - self.leads[index]

    def span(self, index: int) -> tuple[int, int]:
        """Return the first line of an item's lead, and the line after its last."""
        return self.tops[index], self.tops[index + 1]


class Source(Protocol):
    """Where a ledger has its rows from."""

    @property
    def count(self) -> int:
        """The number of rows."""
        ...

    def layout(self) -> Layout:
        """Return where each row stands."""
        ...

    def row(self, index: int) -> Row | None:
        """Return a row, or None where it was not fetched yet."""
        ...

    def index_of(self, row_id: str) -> int | None:
        """Return where a row is now, or None where it is gone or not known."""
        ...

    def missing(self, start: int, stop: int) -> list[int]:
        """Return the pages that hold these rows and were neither fetched nor asked."""
        ...

    def fetch(self, page: int) -> Sequence[Row]:
        """Return the rows of a page. May be slow: called in a thread."""
        ...

    def keep(self, page: int, rows: Sequence[Row]) -> None:
        """Take the rows of a page."""
        ...


class Rows:
    """Rows that are all there."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Hold these rows, in this order."""
        self._rows = tuple(rows)
        self._places = {row.id: index for index, row in enumerate(self._rows)}

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def layout(self) -> Layout:
        """Return where each row stands."""
        leads = [
            _lead(index, bool(row.heading), row.gap)
            for index, row in enumerate(self._rows)
        ]
        heights = (
            lead + (1 if row.more is None else 2)
            for lead, row in zip(leads, self._rows, strict=True)
        )
        return Layout([0, *accumulate(heights)], leads)

    def row(self, index: int) -> Row | None:
        """Return a row."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def index_of(self, row_id: str) -> int | None:
        """Return where a row is now, or None where it is gone."""
        return self._places.get(row_id)

    def missing(self, start: int, stop: int) -> list[int]:
        """Return no page: all is there."""
        return []

    def fetch(self, page: int) -> Sequence[Row]:
        """Return nothing: all is there."""
        return ()

    def keep(self, page: int, rows: Sequence[Row]) -> None:
        """Do nothing: all is there."""


class Pages:
    """Rows fetched in pages when they come into sight.

    All rows have the same number of lines. Headings are known beforehand, as the row
    below each: a count by month is cheap where the rows are not.
    """

    def __init__(
        self,
        count: int,
        rows: Callable[[int, int], Sequence[Row]],
        *,
        lines: int = 1,
        gap: bool = False,
        headings: Mapping[int, str] | None = None,
        find: Callable[[str], int | None] | None = None,
        first: Sequence[Row] = (),
    ) -> None:
        """Make a source of pages.

        Args:
            count: The number of rows.
            rows: Returns the rows from one index up to another; runs in a thread.
            lines: The lines of a row, 1 or 2.
            gap: True: a blank line stands above each row but the first.
            headings: The headings by the index of the row below them.
            find: Returns the index of a row by its id, so that a refresh keeps the
                place; without it only fetched rows are found.
            first: The first rows, where the caller has them already.
        """
        self.count = count
        self._rows = rows
        self._lines = lines
        self._gap = gap
        self._headings = dict(headings or {})
        self._find = find
        self._kept: dict[int, Row] = dict(enumerate(first))
        self._asked = set(range(len(first) // PAGE))
        if 0 < count <= len(first):
            self._asked = set(range((count - 1) // PAGE + 1))

    def layout(self) -> Layout:
        """Return where each row stands."""
        leads = [int(self._gap)] * self.count
        if leads:
            leads[0] = 0
        for index in self._headings:
            if 0 <= index < self.count:
                leads[index] = _lead(index, True, self._gap)
        tops = [0, *accumulate(lead + self._lines for lead in leads)]
        return Layout(tops, leads)

    def row(self, index: int) -> Row | None:
        """Return a row with its heading, or None where it was not fetched yet."""
        return self._kept.get(index)

    def heading(self, index: int) -> str | None:
        """Return the heading above a row, fetched or not."""
        return self._headings.get(index)

    def index_of(self, row_id: str) -> int | None:
        """Return where a row is now, or None where it is gone or not known."""
        if self._find is not None:
            return self._find(row_id)
        for index, row in self._kept.items():
            if row.id == row_id:
                return index
        return None

    def missing(self, start: int, stop: int) -> list[int]:
        """Return the pages for these rows that were not asked for, and note them."""
        first = max(start, 0) // PAGE
        last = (min(stop, self.count) - 1) // PAGE
        pages = [page for page in range(first, last + 1) if page not in self._asked]
        self._asked.update(pages)
        return pages

    def fetch(self, page: int) -> Sequence[Row]:
        """Return the rows of a page. May be slow: called in a thread."""
        start = page * PAGE
        return self._rows(start, min(start + PAGE, self.count))

    def keep(self, page: int, rows: Sequence[Row]) -> None:
        """Take the rows of a page."""
        self._kept.update(enumerate(rows, page * PAGE))


def _lead(index: int, heading: bool, gap: bool) -> int:
    if heading:
        return 2 if index == 0 else 3
    return int(gap and index > 0)
