"""A year by days: weeks beside one another, weekdays under one another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from winjournal.domain.calendar_words import MONTHS, moved
from winjournal.domain.year_grid import (
    Column,
    DayCount,
    FirstDay,
    bands,
    columns,
    month_of,
    weekday_names,
)
from winjournal.ui.bindings import bindings_for
from winjournal.ui.command import LIST
from winjournal.ui.glyphs import UNICODE, Glyphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

LABEL, CELL = 4, 2
LINES = 8
"""Lines of a band: the months, and seven days."""

HEAT_SIGNS = ("·", "░", "▒", "▓", "█")
ASCII_SIGNS = (".", ":", "+", "*", "#")
WRITTEN = "-"
_STYLES = ("$ink-faint", "$ink-soft", "$ink-soft", "$ink", "bold $ink")


def heat_signs(glyphs: Glyphs) -> tuple[str, ...]:
    """Return the signs of heat that a terminal can draw, the lightest first."""
    return ASCII_SIGNS if glyphs.ascii_only else HEAT_SIGNS


class YearCalendar(Widget, can_focus=True):
    """Shows a year; the cursor is a day."""

    DEFAULT_CSS = "YearCalendar { height: auto; }"
    HELP = (
        "Each column is a week. Up and down go by days, left and right by weeks, page "
        "up and page down by months; enter opens the day."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(LIST, "calendar")

    places: ClassVar[frozenset[str]] = frozenset({LIST, "calendar"})

    class Moved(Message):
        """The cursor went to another day."""

    class Opened(Message):
        """The day under the cursor is to be opened."""

    def __init__(
        self,
        *,
        first: FirstDay = FirstDay.MONDAY,
        glyphs: Glyphs = UNICODE,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Make an empty calendar.

        Args:
            first: The weekday of the first row.
            glyphs: The signs of the terminal.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._first, self._glyphs = first, glyphs
        self._days: dict[date, DayCount] = {}
        self.day = date(2000, 1, 1)

    def show(self, day: date, days: Iterable[DayCount]) -> None:
        """Show the year of a day, with the cursor on it."""
        self.day = day
        self._days = {one.on: one for one in days}
        self.refresh(layout=True)

    def count_of(self, day: date) -> DayCount:
        """Return what stands on a day."""
        return self._days.get(day, DayCount(on=day))

    def action_move(self, where: str) -> None:
        """Move the cursor within the year."""
        day = self.day
        places = {
            "down": day + timedelta(days=1),
            "up": day - timedelta(days=1),
            "right": day + timedelta(days=7),
            "left": day - timedelta(days=7),
            "page_down": moved(day, 1, "month"),
            "page_up": moved(day, -1, "month"),
            "top": date(day.year, 1, 1),
            "bottom": date(day.year, 12, 31),
        }
        self.go(places[where])

    def action_earlier(self) -> None:
        """Move to the week before."""
        self.action_move("left")

    def action_later(self) -> None:
        """Move to the week after."""
        self.action_move("right")

    def go(self, day: date) -> None:
        """Put the cursor on a day, at most to the ends of the year."""
        first, last = date(self.day.year, 1, 1), date(self.day.year, 12, 31)
        self.day = min(max(day, first), last)
        self.refresh()
        self.post_message(self.Moved())

    def action_open(self) -> None:
        """Open the day."""
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Go to the day that was clicked; a second click opens it."""
        at = event.get_content_offset(self)
        day = self._day_at(at.x, at.y) if at is not None else None
        if day is None:
            return
        if day == self.day:
            self.action_open()
        else:
            self.go(day)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the bands take."""
        count = len(self._bands(width))
        return count * (LINES + 1) - 1

    def render(self) -> Content:
        """Draw the bands for the width there is."""
        lines: list[Content] = []
        for number, band in enumerate(self._bands(self.size.width)):
            if number:
                lines.append(Content(""))
            lines += self._draw(band)
        return Content("\n").join(lines)

    def _bands(self, width: int) -> tuple[tuple[Column, ...], ...]:
        found = columns(self.day.year, self._first)
        return bands(found, (width - LABEL) // CELL)

    def _day_at(self, x: int, y: int) -> date | None:
        number, line = divmod(y, LINES + 1)
        place = (x - LABEL) // CELL
        band = self._bands(self.size.width)
        if number >= len(band) or not 1 <= line < LINES or place < 0:
            return None
        return band[number][place][line - 1] if place < len(band[number]) else None

    def _draw(self, band: Sequence[Column]) -> list[Content]:
        # a name may reach over the last column of its band
        named = [" "] * (LABEL + CELL * len(band) + CELL)
        for place, column in enumerate(band):
            at = LABEL + CELL * place + 1
            for offset, letter in enumerate(self._month(column, is_first=place == 0)):
                named[at + offset] = letter
        lines = [Content.styled("".join(named), "$ink-soft")]
        for row, name in enumerate(weekday_names(self._first)):
            cells = [self._cell(column[row]) for column in band]
            label = Content.styled(f"{name} ", "$ink-faint")
            lines.append(Content("").join([label, *cells]))
        return lines

    def _month(self, column: Column, *, is_first: bool) -> str:
        """Return the month named over a column: it begins there, or goes on."""
        if not is_first or month_of(column):
            return month_of(column)
        day = next((day for day in column if day is not None), None)
        soon = day is not None and day.day > 20
        return "" if day is None or soon else MONTHS[day.month - 1][:3]

    def _cell(self, day: date | None) -> Content:
        if day is None:
            return Content(" " * CELL)
        count = self.count_of(day)
        sign = heat_signs(self._glyphs)[count.heat]
        style = _STYLES[count.heat]
        if count.heat == 0 and (count.written or count.ended):
            sign, style = WRITTEN, "$ink-soft"
        cell = Content.assemble((count.sign or " ", "bold $ink"), (sign, style))
        if day == self.day:
            return Content.styled(cell.plain, "reverse")
        return cell
