"""A bare screen of ours to put one widget on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from winjournal.ui.base_app import BaseApp
from winjournal.ui.bindings import bindings_for
from winjournal.ui.glyphs import UNICODE, Glyphs
from winjournal.ui.screen import RoomScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.message import Message
    from textual.screen import Screen
    from textual.widget import Widget


class StageScreen(RoomScreen):
    """One widget, and what it told."""

    NAME = "journal"
    BINDINGS: ClassVar = bindings_for("journal")

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def compose_body(self) -> ComposeResult:
        yield self.widget


class Stage(BaseApp):
    """An application with one widget in its body, which has the focus."""

    def __init__(
        self, widget: Widget, *, theme: str = "ink", glyphs: Glyphs = UNICODE
    ) -> None:
        super().__init__(theme=theme, glyphs=glyphs)
        self.widget = widget
        self.told: list[Message] = []

    def get_default_screen(self) -> Screen[Any]:
        return StageScreen(self.widget)

    def heard(self, kind: type[Message]) -> list[Any]:
        """Return the messages of a kind that reached the application."""
        return [message for message in self.told if isinstance(message, kind)]

    @property
    def hook(self) -> Callable[[Message], None]:
        """Notes every message that a widget posts, for `run_test`."""
        return self.told.append
