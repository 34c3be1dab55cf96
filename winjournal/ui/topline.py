"""The top line: the name, the rooms with their digits, and one fact at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from winjournal.ui.commands_moving import ROOMS
from winjournal.ui.text import cut

if TYPE_CHECKING:
    from textual import events

_NAME = "WinJournal"
_GAP = 3
_LEAST = 12
"""In less room a fact is dropped, not cut within its first word."""


class TopLine(Widget):
    """One line that says where one is; a click on a room goes there.

    Where it does not fit, first the other rooms shrink to their digits, then the name
    goes; the fact is cut, and dropped where no more than a few letters would be left.
    """

    DEFAULT_CSS = "TopLine { height: 1; width: 100%; }"

    fact: reactive[str] = reactive("")
    """The one fact at the right: saved, the period, the clock."""

    room: reactive[str] = reactive("")
    """The name of the room that is underlined."""

    def __init__(self, room: str) -> None:
        """Make the line.

        Args:
            room: The name of the room that is underlined.
        """
        super().__init__()
        self.set_reactive(TopLine.room, room)
        self._spots: list[tuple[int, int, str]] = []

    def render(self) -> Content:
        """Draw the line for the width there is."""
        width = self.size.width
        for brief, named in ((False, True), (True, True), (True, False)):
            parts, spots = self._parts(brief, named)
            taken = sum(cell_len(text) for text, _ in parts)
            if taken <= width:
                break
        self._spots = spots
        left = width - taken - _GAP
        whole = cell_len(self.fact) <= left
        fact = cut(self.fact, left) if left > 4 and (whole or left > _LEAST) else ""
        blank = " " * max(width - taken - cell_len(fact), 0)
        return Content.assemble(*parts, blank, (fact, "$ink-soft")).truncate(width)

    def on_click(self, event: events.Click) -> None:
        """Go to the room that was clicked."""
        at = event.get_content_offset(self)
        for start, stop, room in self._spots:
            if at is not None and start <= at.x < stop:
                self.call_later(self.app.run_action, f"app.go('{room}')")

    def _parts(
        self, brief: bool, named: bool
    ) -> tuple[list[tuple[str, str]], list[tuple[int, int, str]]]:
        parts: list[tuple[str, str]] = []
        if named:
            parts = [(_NAME, "bold $gold"), (" " * _GAP, "")]
        spots: list[tuple[int, int, str]] = []
        at = sum(cell_len(text) for text, _ in parts)
        for number, (key, name, title, _) in enumerate(ROOMS):
            drawn = [] if number == 0 else [("  ", "")]
            if name == self.room:
                drawn.append((title, "bold underline $ink"))
            elif brief:
                drawn.append((key, "$digit"))
            else:
                drawn += [(key, "$digit"), (f" {title}", "$ink-soft")]
            wide = sum(cell_len(text) for text, _ in drawn)
            spots.append((at, at + wide, name))
            at += wide
            parts += drawn
        return parts, spots
