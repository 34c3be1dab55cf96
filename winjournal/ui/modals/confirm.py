"""One question, answered by yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class ConfirmModal(JournalModal[bool]):
    """Asks before what cannot be taken back; answers True, False, or None for `esc`.

    Deleting asks nothing, since `u` brings it back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
    ]

    def __init__(self, question: str, *, yes: str = "yes", no: str = "no") -> None:
        """Make a question.

        Args:
            question: What is asked, in one or two sentences.
            yes: What `y` does, in a word or two.
            no: What `n` does.
        """
        super().__init__()
        self._question = question
        self._answers = (("y", yes, True), ("n", no, False))

    def compose_dialog(self) -> ComposeResult:
        """Put the answers under the question."""
        yield Static(plain(self._question), id="question", markup=False)
        for key, word, answer in self._answers:
            content = Content.assemble((key, "bold $key"), (f" {word}", "$ink-soft"))
            yield Static(content, id=f"answer-{answer}".lower(), markup=False)

    def on_click(self, event: events.Click) -> None:
        """Take the clicked answer."""
        clicked = event.widget.id if event.widget else None
        if clicked in {"answer-true", "answer-false"}:
            self.dismiss(clicked == "answer-true")

    def action_answer(self, answer: bool) -> None:
        """Take an answer."""
        self.dismiss(answer)
