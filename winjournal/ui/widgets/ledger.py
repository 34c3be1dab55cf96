"""The ledger: a list of items of one or two lines, also of very many.

Only what is seen is drawn, and with `Pages` only what is seen is fetched. Used so::

    ledger = Ledger(
        Column(width=6, right=True, style="$ink-faint"),   # a date
        Column(width=1, gap=1),                            # a mark
        Column(),                                          # what it is
        Column(width=9, right=True, style="$ink-soft"),    # a number
        empty=empty_content("Negotiations will stand here by date.", "n", "starts one"),
        id="journal",
    )
    ledger.show(Rows([Row("k7f", ("today", mark, "Acme renewal", "41k"))]))
    ledger.show(Pages(10_000, fetch, lines=2, find=index_of))

A second `show` keeps the cursor on the same item by its id. `Ledger.Highlighted` comes
when the cursor is on another item, `Ledger.Selected` when one is opened by `enter` or
a double click, `Ledger.Failed` when a page could not be fetched.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.geometry import Size
from textual.scroll_view import ScrollView

from winjournal.ui.bindings import bindings_for
from winjournal.ui.command import LIST
from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.widgets.ledger_lines import LedgerLines
from winjournal.ui.widgets.ledger_messages import (
    LedgerArrived,
    LedgerFailed,
    LedgerHighlighted,
    LedgerSelected,
)
from winjournal.ui.widgets.ledger_painter import Column
from winjournal.ui.widgets.ledger_source import Pages, Row, Rows, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.content import Content
    from textual.strip import Strip

__all__ = ["Column", "Ledger", "Pages", "Row", "Rows", "Source"]


class Ledger(ScrollView, can_focus=True):
    """A list of items; the module says how it is used."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"ledger--focus", "ledger--blurred"}
    DEFAULT_CSS = "Ledger { height: 1fr; overflow-x: hidden; }"

    places: ClassVar[frozenset[str]] = frozenset({LIST})

    ALWAYS_LIT: ClassVar[bool] = False
    """True: its item looks focused whatever has the focus."""

    Highlighted: TypeAlias = LedgerHighlighted
    Selected: TypeAlias = LedgerSelected
    Failed: TypeAlias = LedgerFailed

    def __init__(
        self,
        *columns: Column,
        empty: str | Content = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Make an empty ledger.

        Args:
            *columns: The columns of an item's first line; none: one that takes all.
            empty: What stands there when there is nothing to show.
            id: The widget's id.
            classes: The widget's classes.
        """
        super().__init__(id=id, classes=classes)
        self._source: Source = Rows(())
        self._layout = self._source.layout()
        self._lines = LedgerLines(columns or (Column(),), empty)
        self._cursor = 0
        self._told: str | None = None

    @property
    def count(self) -> int:
        """The number of items."""
        return self._source.count

    @property
    def cursor(self) -> int | None:
        """Where the cursor is, from 0; None in an empty ledger."""
        return self._cursor if self.count else None

    @property
    def cursor_id(self) -> str | None:
        """The id of the item under the cursor; None while it is not there."""
        row = self._source.row(self._cursor)
        return row.id if row else None

    def show(
        self,
        source: Source,
        *,
        at: str | None = None,
        empty: str | Content | None = None,
        columns: Sequence[Column] | None = None,
    ) -> None:
        """Show other rows; the cursor stays on its item, or near where it was.

        Args:
            source: The rows.
            at: The id of the item to put the cursor on instead.
            empty: What stands there from now on when there is nothing to show.
            columns: The columns from now on.
        """
        if columns is not None:
            self._lines.set_columns(columns)
        if empty is not None:
            self._lines.say_empty(empty)
        wanted = at or self.cursor_id
        found = source.index_of(wanted) if wanted else None
        self._source = source
        self._layout = source.layout()
        self._measure()
        self.move_to(self._cursor if found is None else found)
        self.refresh(layout=self.styles.is_auto_height)
        self.refresh_bindings()

    def move_to(self, index: int) -> None:
        """Put the cursor on an item, and bring it into sight."""
        self._cursor = max(min(index, self.count - 1), 0)
        self._bring_into_sight()
        self._want_rows()
        self._tell()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        place = self._layout.at(y + self.scroll_offset.y)
        if place is None:
            style = self.get_visual_style()
            return self._lines.beside(y, style, empty=not self.count)
        look = ""
        if place[0] == self._cursor and place[1] >= 0:
            lit = self.has_focus or self.ALWAYS_LIT
            look = "ledger--focus" if lit else "ledger--blurred"
        style = self.get_visual_style(*((look,) if look else ()))
        return self._lines.item(self._source, place, look, style)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Fetch what comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._want_rows()

    def on_resize(self) -> None:
        """Measure the columns anew, and keep the cursor in sight."""
        self._measure()
        self._bring_into_sight()
        self._want_rows()

    def notify_style_update(self) -> None:
        """Draw anew when colours change."""
        super().notify_style_update()
        self._lines.forget()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing of the list where it is empty."""
        if action in {"open", "move"}:
            return bool(self.count)
        return super().check_action(action, parameters)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked item; a double click opens it."""
        place = self._layout.at(event.y + self.scroll_offset.y)
        if place and place[1] >= 0:
            self.move_to(place[0])
            if event.chain > 1:
                self.action_open()

    def action_move(self, where: str) -> None:
        """Move the cursor: down, up, top, bottom, page_down or page_up."""
        line, height = self._layout.span(self._cursor)[0], max(self.size.height - 1, 1)
        if where in {"page_down", "page_up"}:
            line += height if where == "page_down" else -height
            line = max(min(line, self._layout.height - 1), 0)
            place = self._layout.at(line)
            self.move_to(place[0] if place else 0)
            return
        self.move_to(
            {
                "down": self._cursor + 1,
                "up": self._cursor - 1,
                "top": 0,
                "bottom": self.count - 1,
            }[where]
        )

    def action_open(self) -> None:
        """Open the item under the cursor."""
        if self.cursor_id is not None:
            self.post_message(self.Selected(self, self.cursor_id))

    def _measure(self) -> None:
        glyphs: Glyphs = getattr(self.app, "glyphs", UNICODE)
        by_shape: bool = getattr(self.app, "told_by_shape", False)
        # Not the size: a scrollbar stands within it and would hide the last cells.
        width = self.scrollable_content_region.width
        self._lines.measure(width, glyphs, by_shape=by_shape)
        self.virtual_size = Size(width, max(self._layout.height, 1))

    def _bring_into_sight(self) -> None:
        if not self.count or not self.size.height:
            return
        top, bottom = self._layout.span(self._cursor)
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
        elif bottom > self.scroll_offset.y + self.size.height:
            y = bottom - self.size.height
            self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def _want_rows(self) -> None:
        first = self._layout.at(self.scroll_offset.y)
        if first is None or not self.size.height:
            return
        # One screen before and after what is seen, so that moving finds it there.
        around = self.size.height
        pages = self._source.missing(first[0] - around, first[0] + 2 * around)
        for page in pages:
            work = partial(_fetch, self, self._source, page)
            self.run_worker(work, thread=True, group="pages", exit_on_error=False)

    def on_ledger_arrived(self, message: LedgerArrived) -> None:
        """Take the rows of a page, where they are still wanted."""
        if message.source is self._source:
            message.source.keep(message.page, message.rows)
            self._lines.forget()
            self._tell()
            self.refresh()

    def _tell(self) -> None:
        if self.count and self.cursor_id is None:
            return
        if self.cursor_id != self._told:
            self._told = self.cursor_id
            self.post_message(self.Highlighted(self, self._told))


def _fetch(ledger: Ledger, source: Source, page: int) -> None:
    try:
        rows = source.fetch(page)
    except Exception as error:  # noqa: BLE001 - told to the screen, whatever it is
        ledger.post_message(LedgerFailed(ledger, error))
    else:
        ledger.post_message(LedgerArrived(ledger, source, page, rows))
