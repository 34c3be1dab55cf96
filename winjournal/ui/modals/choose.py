"""One of several, found by typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from winjournal.ui.modals.base import JournalModal
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things to choose from."""

    value: str
    """What is answered."""

    label: str
    """What is read, and searched in."""

    aside: str = ""
    """What belongs to it; searched in too."""

    also: str = ""
    """Other words that find it; not shown."""


class ChooseModal(JournalModal[str]):
    """Asks for one of several; answers its value, or None for `esc`."""

    AUTO_FOCUS = "Input"
    HELP = "Type to find it, down and up to move, enter to take it."

    def __init__(
        self, title: str, choices: Sequence[Choice], *, chosen: str | None = None
    ) -> None:
        """Make a choice.

        Args:
            title: What is asked.
            choices: What there is to choose from, in order.
            chosen: The value that the cursor begins on.
        """
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._chosen = chosen

    def compose_dialog(self) -> ComposeResult:
        """Put a line to type into over the list."""
        yield Heading(self._title)
        yield Input(placeholder="type to find", compact=True, classes="line")
        yield Ledger(
            Column(),
            Column(style="$ink-soft", right=True, from_width=40),
            empty="Nothing fits.",
        )

    def on_mount(self) -> None:
        """Show all there is."""
        self._show("", self._chosen)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the line has the focus."""
        moves = {"down": "down", "up": "up", "pagedown": "page_down"}
        moves["pageup"] = "page_up"
        if isinstance(self.focused, Input) and event.key in moves:
            self.query_one(Ledger).action_move(moves[event.key])
            event.stop()

    @on(Input.Changed)
    def _narrowed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _taken(self) -> None:
        chosen = self.query_one(Ledger).cursor_id
        if chosen is not None:
            self.dismiss(chosen)

    @on(Ledger.Selected)
    def _opened(self, event: Ledger.Selected) -> None:
        self.dismiss(event.row_id)

    def _show(self, typed: str, at: str | None = None) -> None:
        words = typed.casefold().split()
        rows = [
            Row(choice.value, (choice.label, choice.aside))
            for choice in self._choices
            if all(
                word in f"{choice.label} {choice.aside} {choice.also}".casefold()
                for word in words
            )
        ]
        self.query_one(Ledger).show(Rows(rows), at=at)
