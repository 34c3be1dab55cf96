"""A leaf: text that is laid out anew for the width there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.geometry import Size

Draw = Callable[[int], Sequence[Content]]
"""Returns the lines of something at a width."""


def _nothing(_: int) -> Sequence[Content]:
    return ()


class Leaf(Widget):
    """As high as the lines that it is given a way to draw."""

    DEFAULT_CSS = "Leaf { height: auto; }"

    def __init__(
        self,
        draw: Draw = _nothing,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Make a leaf.

        Args:
            draw: Returns its lines at a width.
            id: The widget's id.
        """
        super().__init__(id=id)
        self._draw = draw

    def show(self, draw: Draw = _nothing) -> None:
        """Show something else; without an argument nothing."""
        self._draw = draw
        self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the lines for the width there is."""
        return Content("\n").join(self._draw(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at a width."""
        return len(self._draw(width))
