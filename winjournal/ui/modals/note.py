"""A note to send by whatever means: read, changed, copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain
from winjournal.ui.widgets.form_lines import Lines
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

_ASIDE = "ctrl+s copies it, esc leaves without it"


class NoteModal(JournalModal[str]):
    """Shows a note that can be changed; answers it, or None for `esc`."""

    AUTO_FOCUS = "Lines"
    HELP = (
        "The note goes nowhere by itself: ctrl+s copies it, and you send it by "
        "whatever means you like. You may change it first."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", "copy", show=False, priority=True),
    ]

    def __init__(self, title: str, note: str) -> None:
        """Make a note.

        Args:
            title: What is asked, and of whom.
            note: The text to begin with.
        """
        super().__init__()
        self._title, self._note = title, note

    def compose_dialog(self) -> ComposeResult:
        """Put the note under what it is for."""
        yield Heading(self._title)
        yield Lines(self._note)
        yield Leaf(lambda _: [plain(_ASIDE, "$ink-faint")])

    def action_take(self) -> None:
        """Answer the note as it stands."""
        self.dismiss(self.query_one(Lines).text)
