"""What every modal has: a quiet ground, its keys, and `esc` that answers nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from winjournal.ui.bindings import bindings_for
from winjournal.ui.command import MODAL

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

Answer = TypeVar("Answer")


class JournalModal(ModalScreen[Answer | None]):
    """A modal; its answer is None where it was left by `esc`.

    It does nothing itself: who opened it acts on the answer.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(MODAL),
        # The application's own does not reach what stands before a screen.
        Binding("question_mark,f1", "help", show=False, id="help"),
    ]
    HELP: ClassVar[str] = ""

    places: ClassVar[frozenset[str]] = frozenset({MODAL})

    def compose(self) -> ComposeResult:
        """Put the content on a quiet ground."""
        with Vertical(id="dialog"):
            yield from self.compose_dialog()

    def compose_dialog(self) -> ComposeResult:
        """Yield what the modal shows; to be overridden."""
        yield from ()

    def action_help(self) -> None:
        """Say what is asked, and which keys answer."""
        from winjournal.ui.modals.help import HelpModal

        self.app.push_screen(HelpModal.of(self))

    def action_back(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
