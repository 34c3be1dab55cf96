"""A room with a filter line: typed into, kept under a name, chosen again."""

from __future__ import annotations

from textual import getters

from winjournal.ui.living import LivingScreen
from winjournal.ui.widgets.filter_line import FilterLine


class FilteredScreen(LivingScreen):
    """Has a `FilterLine` with the id `filter`."""

    line = getters.query_one("#filter", FilterLine)

    def action_filter(self) -> None:
        """Go to the filter."""
        self.line.begin()

    def action_save(self) -> None:
        """Save the filter under a name."""
        from winjournal.ui.saved_filters import save_filter

        save_filter(self.app, self.line.query_text)

    def action_saved_filters(self) -> None:
        """Choose a saved filter."""
        from winjournal.ui.saved_filters import choose_filter

        choose_filter(self.app, self.line.take)
