"""A deal's timeline as a list, laid out anew for the width there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.ui.screens.negotiation_rows import Laid, timeline_rows
from winjournal.ui.widgets.ledger import Column, Ledger, Rows

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.timeline_item import Item
    from winjournal.ui.look import Look

_EDGES = 2
"""The blank cells before and after a row."""


class DealTimeline(Ledger):
    """Everything that happened in one negotiation, each line an item."""

    HELP = "Enter opens a line, e changes it, d deletes it."

    def __init__(
        self,
        *,
        id: str,  # noqa: A002 - Textual's own name
        classes: str,
    ) -> None:
        """Make an empty timeline.

        Args:
            id: The widget's id.
            classes: The widget's classes.
        """
        super().__init__(Column(), id=id, classes=classes)
        self._deal: tuple[Dossier, Look] | None = None
        self._laid: dict[str, Laid] = {}
        self._laid_for = 0

    @property
    def item(self) -> Item | None:
        """What has the focus."""
        laid = self._laid.get(self.cursor_id or "")
        return laid.item if laid else None

    @property
    def is_cut(self) -> bool:
        """Whether what has the focus has more words than its row can hold."""
        laid = self._laid.get(self.cursor_id or "")
        return laid is not None and laid.is_cut

    def show_deal(self, dossier: Dossier, look: Look, at: str | None = None) -> None:
        """Show a negotiation; the cursor stays on its item.

        Args:
            dossier: The negotiation.
            look: How things are shown now.
            at: The item to put the cursor on instead, as `moment:ID`.
        """
        self._deal = (dossier, look)
        self._lay(at)

    def on_resize(self) -> None:
        """Lay it out anew; the list itself measures after this."""
        if self._laid_for != self.scrollable_content_region.width:
            self._lay(None)

    def _lay(self, at: str | None) -> None:
        if self._deal is None:
            return
        self._laid_for = self.scrollable_content_region.width
        laid = timeline_rows(*self._deal, self._laid_for - _EDGES)
        self._laid = {one.item.key: one for one in laid}
        self.show(Rows([one.row for one in laid]), at=at)
