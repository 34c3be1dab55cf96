"""The line over the screen for the room: what, with whom, how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.text import cut

if TYPE_CHECKING:
    from datetime import timedelta

_GAP = 3
_NAME = 14
"""So much of a name is shown beside a title that is too long."""

_LEAST = 4
"""With less room than this a name says nothing."""


class LiveLine(Widget):
    """One line: the title in gold, the other side, the clock and a dot."""

    title: reactive[str] = reactive("")
    person: reactive[str] = reactive("")

    clock: reactive[str] = reactive("")
    """How long it goes on; empty while that is not known."""

    def render(self) -> Content:
        """Draw the line for the width there is."""
        width = self.size.width
        clock = self._clock()
        room, end = max(width - clock.cell_length - _GAP, 0), self._glyphs.ellipsis
        share = min(cell_len(self.person), _NAME) + _GAP if room > 2 * _NAME else 0
        title = cut(self.title, room - share, end)
        left = room - cell_len(title) - _GAP
        person = cut(self.person, left, end) if left >= _LEAST else ""
        blank = room + _GAP - cell_len(title)
        parts: list[Content | tuple[str, str]] = [(title, "bold $gold")]
        if person:
            parts += [(" " * _GAP, ""), (person, "$ink-soft")]
            blank -= _GAP + cell_len(person)
        return Content.assemble(*parts, (" " * blank, ""), clock).truncate(width)

    def _clock(self) -> Content:
        if not self.clock:
            return Content("")
        return Content.assemble(
            (self.clock, "bold $ink"), "  ",
            (self._glyphs.met, "$gold"), (" live", "$ink-soft"),
        )  # fmt: skip

    @property
    def _glyphs(self) -> Glyphs:
        glyphs: Glyphs = getattr(self.app, "glyphs", UNICODE)
        return glyphs


def say_elapsed(span: timedelta) -> str:
    """Return a time gone by as `23:41`, from an hour on as `1:02:09`."""
    seconds = int(span.total_seconds())
    hours, minutes = seconds // 3600, seconds // 60 % 60
    if hours:
        return f"{hours}:{minutes:02d}:{seconds % 60:02d}"
    return f"{minutes:02d}:{seconds % 60:02d}"
