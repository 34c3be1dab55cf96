"""What the journal's list asks for: how many there are by month, and one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.filter_tree import Filter
from winjournal.services.views import JournalRow
from winjournal.ui.widgets.ledger_source import PAGE

if TYPE_CHECKING:
    from winjournal.services.journal import Journal


@dataclass(frozen=True, slots=True)
class Listing:
    """What passes a filter.

    Attributes:
        tree: The filter.
        months: Months as `2026-03` and how many rows each has, latest first.
        page: The number of the page that was read along.
        rows: Its rows.
    """

    tree: Filter
    months: Sequence[tuple[str, int]]
    page: int
    rows: Sequence[JournalRow]

    @property
    def count(self) -> int:
        """How many rows pass."""
        return sum(count for _, count in self.months)

    @property
    def start(self) -> int:
        """The index of the first row of the page."""
        return self.page * PAGE


def read_listing(tree: Filter, index: int, journal: Journal) -> Listing:
    """Return the months, and the page on which a row stands.

    Args:
        tree: The filter.
        index: The row; where there are fewer, the first page is read.
        journal: The open journal.
    """
    months = journal.reading.journal_months(tree)
    count = sum(of_month for _, of_month in months)
    page = index // PAGE if index < count else 0
    rows = journal.reading.journal(tree, page * PAGE, (page + 1) * PAGE)
    return Listing(tree, months, page, rows)
