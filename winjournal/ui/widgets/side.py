"""What stands beside a list and may be longer than the room it has."""

from __future__ import annotations

from textual.containers import VerticalScroll


class Side(VerticalScroll):
    """Takes the focus only where there is something to scroll to."""

    HELP = "Up and down scroll what stands beside the list."

    def allow_focus(self) -> bool:
        """Whether it can be focused now."""
        return self.max_scroll_y > 0
