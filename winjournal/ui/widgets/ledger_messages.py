"""What a ledger tells its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.ui.widgets.ledger import Ledger
    from winjournal.ui.widgets.ledger_source import Row, Source


class LedgerMessage(Message):
    """Something about one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        """Tell which ledger it is."""
        super().__init__()
        self.ledger = ledger

    @property
    def control(self) -> Ledger:
        """The ledger, for `@on(Ledger.Selected, "#journal")`."""
        return self.ledger


class LedgerHighlighted(LedgerMessage):
    """The cursor is on another item now, or on none (`row_id` is None)."""

    def __init__(self, ledger: Ledger, row_id: str | None) -> None:
        """Tell of an item by its id."""
        super().__init__(ledger)
        self.row_id = row_id


class LedgerSelected(LedgerMessage):
    """An item was opened."""

    def __init__(self, ledger: Ledger, row_id: str) -> None:
        """Tell of an item by its id."""
        super().__init__(ledger)
        self.row_id = row_id


class LedgerFailed(LedgerMessage):
    """A page could not be fetched; its rows stay empty."""

    def __init__(self, ledger: Ledger, error: Exception) -> None:
        """Tell what went wrong."""
        super().__init__(ledger)
        self.error = error


class LedgerArrived(LedgerMessage, bubble=False):
    """A page came from its thread; for the ledger itself."""

    def __init__(
        self, ledger: Ledger, source: Source, page: int, rows: Sequence[Row]
    ) -> None:
        """Bring the rows of a page."""
        super().__init__(ledger)
        self.source = source
        self.page = page
        self.rows = rows
