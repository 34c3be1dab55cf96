"""Free writing in Markdown: a reflection on a negotiation, or one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.domain.errors import Invalid
from winjournal.ui.bindings import bindings_for
from winjournal.ui.resuming import NEW
from winjournal.ui.screens.filling import FillingScreen, Sheet
from winjournal.ui.widgets.form_spec import long_field

if TYPE_CHECKING:
    from textual.binding import BindingType

    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values


class EntryScreen(FillingScreen):
    """The form of one entry.

    Args:
        entry_id: Which one; None starts a new one.
        negotiation_id: What a new one belongs to; None for one of its own.
    """

    NAME = "entry"
    IN_ROOM = "journal"
    HELP = "Write freely, in Markdown. F4 opens the text in your own editor."
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("entry")

    def __init__(
        self, entry_id: str | None = None, negotiation_id: str | None = None
    ) -> None:
        where = entry_id or (f"{NEW}@{negotiation_id}" if negotiation_id else NEW)
        super().__init__(f"entry:{where}")
        self._which, self._negotiation_id = entry_id, negotiation_id
        self._before: str | None = None

    def read(self, journal: Journal) -> Sheet:
        """Read the text."""
        title, body = "An entry of its own", ""
        if self._which is not None:
            entry = journal.reading.entry(self._which)
            self._before = body = entry.body
            self._negotiation_id = entry.negotiation_id
        if self._negotiation_id is not None:
            title = journal.deals.read(self._negotiation_id).negotiation.title
        return Sheet(
            title=title,
            aside="reflection",
            specs=(long_field("body", "In your words", required=True),),
            values={"body": body},
        )

    def stands(self, journal: Journal) -> object:
        """Read the text that is rewritten."""
        return journal.reading.entry(self._which).body if self._which else None

    def copied(self, *, is_gone: bool) -> str:
        """Say that the text becomes an entry."""
        return "saved as a new entry"

    def copy_mine(self, journal: Journal, values: Values, *, is_gone: bool) -> str:
        """Write the text as an entry of its own."""
        where = None if is_gone else self._negotiation_id
        journal.writing.add(values.get("body") or "", negotiation_id=where)
        return "Written as a new entry."

    def write(self, journal: Journal, values: Values) -> str:
        """Save the text."""
        body = values.get("body") or ""
        if not body.strip():
            raise Invalid("body", "There is nothing written yet.")
        if self._which is None:
            journal.writing.add(body, negotiation_id=self._negotiation_id)
            return "Written."
        journal.writing.edit(self._which, body, self._before)
        return "Saved."
