"""A line under the top line that stays: something is wrong with the journal."""

from __future__ import annotations

from textual.widgets import Static

from winjournal.ui.text import plain


class Alarm(Static):
    """Says what is wrong until it no longer is; without that it takes no room."""

    DEFAULT_CSS = """
    Alarm { display: none; height: auto; padding: 0 2 1 2; }
    Alarm.-said { display: block; }
    .-too-narrow Alarm, .-too-low Alarm { display: none; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def on_mount(self) -> None:
        """Follow what the application knows."""
        if hasattr(type(self.app), "alarm"):
            self.watch(self.app, "alarm", self._say)

    def _say(self, alarm: str) -> None:
        self.update(plain(alarm, "$danger"))
        self.set_class(bool(alarm), "-said")
