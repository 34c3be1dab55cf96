"""Everything by date, newest first; the chosen one beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical

from winjournal.domain.filter_tree import Everything
from winjournal.domain.ids import short_id
from winjournal.services.views import RowKind
from winjournal.ui.bindings import bindings_for
from winjournal.ui.completing import Completer
from winjournal.ui.copying import copy_text
from winjournal.ui.look import look_of
from winjournal.ui.screens.filtered import FilteredScreen
from winjournal.ui.screens.glance import Glance
from winjournal.ui.screens.journal_list import Listing, read_listing
from winjournal.ui.screens.journal_rows import (
    journal_row,
    key_of,
    month_headings,
    say_row,
)
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.filter_line import FilterLine
from winjournal.ui.widgets.ledger import Column, Ledger, Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from winjournal.domain.filter_tree import Filter
    from winjournal.services.journal import Journal
    from winjournal.services.views import JournalRow
    from winjournal.ui.subject import Subject
    from winjournal.ui.widgets.ledger import Row

_TO_A_ROW = frozenset({"mark", "debrief", "edit", "delete", "copy"})


class JournalListScreen(FilteredScreen):
    """The room of everything that was written."""

    NAME = "journal"
    HELP = (
        "Every negotiation, entry and logged line, the newest first. Before each "
        "stands how it ended: a full dot agreed, W I walked away, w they walked, "
        "= both stopped, an empty one still open."
    )
    AUTO_FOCUS = "#journal"
    FOOTER = (
        "open", "filter", "new", "mark", "debrief", "write", "find", "help", "leave",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("journal")

    journal = getters.query_one("#journal", Ledger)
    glance = getters.query_one(Glance)

    def __init__(self) -> None:
        super().__init__()
        self._filter: Filter = Everything()
        self._shown: Filter = Everything()
        self._query = ""
        self._seen: dict[str, JournalRow] = {}

    def compose_body(self) -> ComposeResult:
        """Yield the filter, the list, and what is beside it."""
        with Container(classes="columns"):
            with Vertical(classes="main"):
                yield FilterLine(
                    self.app.setting.now,
                    home="#journal",
                    completer=Completer(self.app),
                    saved=self.app.setting.filters,
                    id="filter",
                )
                yield Ledger(
                    Column(width=6, right=True, style="$ink-faint"),
                    Column(width=1, gap=1),
                    Column(),
                    Column(width=18, from_width=70),
                    Column(width=12, right=True),
                    id="journal",
                    classes="-keeps",
                )
            yield Glance(self.app, classes="side")

    def reload(self) -> None:
        """Ask for the months, and for the page that is seen."""
        tree, index = self._filter, self.journal.cursor or 0

        def read(journal: Journal) -> Listing | None:
            # Keys come faster than a large journal answers: what was typed over
            # meanwhile is not looked for any more.
            return read_listing(tree, index, journal) if tree is self._filter else None

        self.app.desk.ask(read, self._show, latest="journal")

    def export_subject(self) -> Subject:
        """Return what passes the filter."""
        from winjournal.ui.subject import Subject

        return Subject(query=self._query)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to a row only where there is one."""
        if action in _TO_A_ROW and not self._seen:
            return False
        return super().check_action(action, parameters)

    def action_mark(self) -> None:
        """Mark a moment of the negotiation that has the focus."""
        from winjournal.ui.marking import mark_moment

        if deal := self._deal():
            mark_moment(self.app, deal)

    def action_live(self) -> None:
        """Go live: with what is live, else with what has the focus."""
        from winjournal.ui.going_live import open_live

        row = self._row()
        is_deal = row is not None and row.kind is RowKind.NEGOTIATION
        open_live(self.app, row.id if row and is_deal else None, live_first=True)

    def action_debrief(self) -> None:
        """Debrief the negotiation that has the focus."""
        if deal := self._deal():
            self.app.open_debrief(deal)

    def action_edit(self) -> None:
        """Change what has the focus."""
        row = self._row()
        if row is not None and row.kind is RowKind.NEGOTIATION:
            from winjournal.ui.screens.prep import PrepScreen

            self.app.push_screen(PrepScreen(row.id))
        else:
            self._open()

    def action_editor(self) -> None:
        """Open what has the focus in one's own editor."""
        from winjournal.ui.editing_outside import edit_in_editor

        row = self._row()
        if row is not None:
            table = "inbox" if row.kind is RowKind.LINE else row.kind.value
            edit_in_editor(self.app, table, row.id)

    def action_write(self) -> None:
        """Write an entry of its own."""
        from winjournal.ui.screens.entry import EntryScreen

        self.app.push_screen(EntryScreen())

    def action_delete(self) -> None:
        """Delete what has the focus."""
        row = self._row()
        if row is not None:
            back = f"Deleted; {self.app.key_for('undo')} brings it back."
            self.app.desk.ask(_deleting(row), lambda _: self.app.done(back))

    def action_copy(self) -> None:
        """Copy the line that has the focus."""
        row = self._row()
        if row is not None:
            copy_text(self.app, say_row(row), f"wj show {short_id(row.id)}")

    @on(Ledger.Selected, "#journal")
    def _open(self) -> None:
        row = self._row()
        if row is None:
            return
        if row.kind is RowKind.NEGOTIATION:
            self.app.open_negotiation(row.id)
        elif row.kind is RowKind.ENTRY:
            from winjournal.ui.screens.entry import EntryScreen

            self.app.push_screen(EntryScreen(row.id))
        else:
            from winjournal.ui.filing import file_line

            file_line(self.app, row.id)

    @on(Ledger.Highlighted, "#journal")
    def _look_at(self) -> None:
        self.glance.show(self._row())

    @on(Ledger.Failed, "#journal")
    def _cannot_read(self, event: Ledger.Failed) -> None:
        self.app.notify(
            f"A part of the list could not be read ({type(event.error).__name__}).",
            severity="error",
        )

    @on(FilterLine.Changed)
    def _narrow(self, event: FilterLine.Changed) -> None:
        self._query, self._filter = event.query.strip(), event.tree
        self.reload()

    def _row(self) -> JournalRow | None:
        return self._seen.get(self.journal.cursor_id or "")

    def _deal(self) -> str | None:
        row = self._row()
        if row is not None and row.kind is RowKind.NEGOTIATION:
            return row.id
        self.app.notify("Choose a negotiation first.", severity="warning")
        return None

    def _show(self, listing: Listing | None) -> None:
        if listing is None:
            return
        self._seen = {key_of(row): row for row in listing.rows}
        look = look_of(self.app)

        def drawn(rows: Sequence[JournalRow]) -> list[Row]:
            self._seen.update((key_of(row), row) for row in rows)
            return [journal_row(row, look) for row in rows]

        def fetch(start: int, stop: int) -> list[Row]:
            tree = listing.tree
            return drawn(
                self.app.desk.fetch(lambda j: j.reading.journal(tree, start, stop))
            )

        source = Pages(
            listing.count, fetch, headings=month_headings(listing.months, look.today)
        )
        source.missing(listing.start, listing.start + 1)
        source.keep(listing.page, drawn(listing.rows))
        changed = listing.tree != self._shown
        first = key_of(listing.rows[0]) if changed and listing.rows else None
        self._shown = listing.tree
        self.journal.show(
            source, at=first, empty=_nothing(listing, self.app.key_for("new"))
        )
        self.line.say(listing.count)
        self.glance.show(self._row())


def _deleting(row: JournalRow) -> Callable[[Journal], None]:
    acts: dict[RowKind, Callable[[Journal], None]] = {
        RowKind.NEGOTIATION: lambda j: j.deals.remove(row.id),
        RowKind.ENTRY: lambda j: j.writing.remove(row.id),
        RowKind.LINE: lambda j: j.inbox.drop(row.id),
    }
    return acts[row.kind]


def _nothing(listing: Listing, key: str) -> Content:
    if listing.tree != Everything():
        return empty_content("Nothing passes this filter.")
    return empty_content(
        "Everything you negotiate and write will stand here by date.",
        key,
        "starts a negotiation",
    )
