"""The chosen row of the journal, shown beside the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from winjournal.services.views import RowKind
from winjournal.ui.look import look_of
from winjournal.ui.screens.journal_rows import deal_glance, entry_glance, line_glance
from winjournal.ui.widgets.leaf import Leaf
from winjournal.ui.widgets.side import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from winjournal.domain.errors import WinJournalError
    from winjournal.services.journal import Journal
    from winjournal.services.views import JournalRow
    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.look import Look
    from winjournal.ui.widgets.leaf import Draw


class Glance(Side):
    """Shows one row whole; asks for no more than one at a time, and while it is seen.

    Args:
        app: The application.
        classes: The widget's classes.
    """

    def __init__(self, app: WinJournalApp, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._journal_app = app
        self._wanted: JournalRow | None = None
        self._asked: JournalRow | None = None
        self._drawn: JournalRow | None = None

    def compose(self) -> ComposeResult:
        """Yield what is drawn on."""
        yield Leaf()

    def show(self, row: JournalRow | None) -> None:
        """Show another row, or the same as it is now; None shows nothing."""
        self._wanted, self._drawn = row, None
        if row is None:
            self.query_one(Leaf).show()
        self._ask()

    def on_resize(self) -> None:
        """Ask once it is seen."""
        if self._drawn is not self._wanted:
            self._ask()

    def _ask(self) -> None:
        row = self._wanted
        if row is None or self._asked is not None or not self.display:
            return
        self._asked = row
        self._journal_app.desk.ask(
            partial(_read, row), self._arrived, failed=self._not_there
        )

    def _arrived(self, drawn: Callable[[Look], Draw]) -> None:
        if self._asked is self._wanted:
            self.query_one(Leaf).show(drawn(look_of(self._journal_app)))
            self.scroll_home(animate=False)
            self._drawn, self._asked = self._asked, None
        else:
            self._asked = None
            self._ask()

    def _not_there(self, _: WinJournalError) -> None:
        self._asked = self._wanted = None
        self.query_one(Leaf).show()


def _read(row: JournalRow, journal: Journal) -> Callable[[Look], Draw]:
    """Read a row whole; what is returned draws it."""
    if row.kind is RowKind.NEGOTIATION:
        dossier = journal.deals.read(row.id)
        return lambda look: deal_glance(dossier, row.marks, look)
    if row.kind is RowKind.ENTRY:
        entry = journal.reading.entry(row.id)
        return lambda look: entry_glance(entry, look)
    line = journal.reading.line(row.id)
    parsed = journal.inbox.read(line)
    return lambda look: line_glance(line, parsed, look)
