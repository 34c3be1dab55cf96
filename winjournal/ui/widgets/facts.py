"""Facts in lines: a label at the left, what is known beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from winjournal.ui.text import cut, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.geometry import Size

_GAP = 2

Fact = tuple[str, str | Content]
"""A label and what is known; a string is shown as it is."""


class Facts(Widget):
    """Lines of a label and a value; a long value goes on under itself."""

    DEFAULT_CSS = "Facts { height: auto; }"

    def __init__(
        self,
        facts: Iterable[Fact] = (),
        *,
        label_style: str = "$ink-soft",
        label_width: int = 0,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Make the lines.

        Args:
            facts: The labels and values, top to bottom.
            label_style: The style of a label, such as "bold $ink".
            label_width: The width of the labels; 0: as wide as the widest, but never
                more than a third of the room.
            id: The widget's id.
            classes: The widget's classes.
        """
        super().__init__(id=id, classes=classes)
        self._facts = tuple(facts)
        self._label_style = label_style
        self._label_width = label_width

    def show(self, facts: Iterable[Fact]) -> None:
        """Show other facts."""
        self._facts = tuple(facts)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the lines for the width there is."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at a width."""
        return len(self._lines(width))

    def _lines(self, width: int) -> Sequence[Content]:
        widest = max((cell_len(label) for label, _ in self._facts), default=0)
        room = self._label_width or min(widest, max(width // 3, 1))
        lines: list[Content] = []
        for label, value in self._facts:
            shown = cut(label, room)
            blank = " " * (room - cell_len(shown) + _GAP)
            for number, part in enumerate(wrap(value, width - room - _GAP)):
                before = (
                    Content.assemble((shown, self._label_style), blank)
                    if number == 0
                    else Content(" " * (room + _GAP))
                )
                lines.append(before + part)
        return lines
