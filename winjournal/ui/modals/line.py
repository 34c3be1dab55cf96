"""One line to write, before whatever stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, Static

from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain
from winjournal.ui.widgets.form_controls import LONGEST, HistorySuggester
from winjournal.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from winjournal.ui.widgets.form_spec import Check, Echo, Suggest


class LineModal(JournalModal[str]):
    """Asks for one line; answers what was typed, or None for `esc`."""

    AUTO_FOCUS = "Input"
    HELP = "Enter takes the line, esc leaves without it."

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        placeholder: str = "",
        echo: Echo | None = None,
        check: Check | None = None,
        suggest: Suggest | None = None,
    ) -> None:
        """Make a line.

        Args:
            title: What is asked.
            value: What is in it.
            placeholder: What stands in it while it is empty.
            echo: Says under it how it is understood, as it is typed.
            check: Finds what is wrong; then the line stays.
            suggest: Returns what was written before.
        """
        super().__init__()
        self._title = title
        self._value = value
        self._placeholder = placeholder
        self._echo = echo
        self._check = check
        self._suggest = suggest

    def compose_dialog(self) -> ComposeResult:
        """Put the line under what is asked."""
        yield Heading(self._title)
        yield Input(
            self._value,
            placeholder=self._placeholder,
            suggester=HistorySuggester(self._suggest) if self._suggest else None,
            max_length=LONGEST,
            select_on_focus=False,
            compact=True,
            classes="line",
        )
        yield Static("", id="said", markup=False)

    @on(Input.Changed)
    def _understood(self, event: Input.Changed) -> None:
        said = self._echo(event.value) if self._echo and event.value.strip() else ""
        self.query_one("#said", Static).update(plain(said or "", "$ink-soft"))

    @on(Input.Submitted)
    def _taken(self, event: Input.Submitted) -> None:
        wrong = self._check(event.value) if self._check else None
        if wrong:
            self.query_one("#said", Static).update(plain(wrong, "$gold"))
        else:
            self.dismiss(event.value)
