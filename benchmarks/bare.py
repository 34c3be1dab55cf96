"""The peer of every screen: the least that a Textual app can be and still be one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.widgets import Footer, Header, Input

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Bare(App[None]):
    """A title, a line to write in, and a footer."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Compose the three."""
        yield Header()
        yield Input(placeholder="What happened?")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
