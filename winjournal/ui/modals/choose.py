"""One of several, found by typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on
from textual.widgets import Input, Static

from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


_ASIDE = 32
"""Cells of what stands beside a choice; more than that is a sentence."""


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
        longest = max((cell_len(choice.aside) for choice in choices), default=0)
        # what belongs to a choice is a sentence: under the list it stands in full
        self._explained = longest > _ASIDE

    def compose_dialog(self) -> ComposeResult:
        """Put a line to type into over the list."""
        yield Heading(self._title)
        yield Input(placeholder="type to find", compact=True, classes="line")
        labels = max((cell_len(choice.label) for choice in self._choices), default=0)
        yield Ledger(
            Column(width=min(labels, _ASIDE) if self._explained else 0),
            Column(style="$ink-soft", right=not self._explained, from_width=40),
            empty="Nothing fits.",
            classes="explained" if self._explained else None,
        )
        if self._explained:
            yield Static(id="meant", markup=False)

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

    @on(Ledger.Highlighted)
    def _reached(self, event: Ledger.Highlighted) -> None:
        for meant in self.query("#meant").results(Static):
            asides = {choice.value: choice.aside for choice in self._choices}
            meant.update(plain(asides.get(event.row_id or "", ""), "$ink-soft"))

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
