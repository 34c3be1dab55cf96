"""What stands before everything while the journal is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.content import Content
from textual.widgets import Input, Static

from winjournal.ui.lockable_app import LockableApp
from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from winjournal.domain.errors import WinJournalError

OPENING = "Opening"

_HEIGHTS = [(0, "-low"), (20, "-high")]


class LockScreen(JournalModal[None]):
    """Asks for the passphrase; nothing of the journal is behind it or in it."""

    AUTO_FOCUS = "Input"
    HELP = "Type the passphrase and press enter. Esc leaves WinJournal."

    VERTICAL_BREAKPOINTS = _HEIGHTS

    app = getters.app(LockableApp)

    def __init__(self, said: str) -> None:
        """Make the screen.

        Args:
            said: Why it stands there, in one sentence.
        """
        super().__init__()
        self._said = said

    def compose_dialog(self) -> ComposeResult:
        """Put the line under the program's name."""
        yield Static(Content.styled("WinJournal", "bold $gold"), id="name")
        yield Static(plain(self._said, "$ink-soft"), id="why", markup=False)
        yield Static(plain("Passphrase", "$ink-soft"), id="label", markup=False)
        yield Input(password=True, compact=True, classes="line")
        yield Static("", id="said", markup=False)
        for key, word, name in ((self.app.glyphs.enter, "open", "open"),
                                ("esc", "leave WinJournal", "leave")):  # fmt: skip
            content = Content.assemble((key, "bold $key"), (f" {word}", "$ink-soft"))
            yield Static(content, id=name, classes="way", markup=False)

    def on_click(self, event: events.Click) -> None:
        """Take a click on one of the ways on."""
        clicked = event.widget.id if event.widget else None
        if clicked == "open":
            self._try(self.query_one(Input).value)
        elif clicked == "leave":
            self.action_back()

    @on(Input.Submitted)
    def _taken(self, event: Input.Submitted) -> None:
        self._try(event.value)

    def _try(self, passphrase: str) -> None:
        line = self.query_one(Input)
        if not passphrase or line.disabled:
            return
        # what was typed stands nowhere longer than it is needed
        line.value, line.disabled = "", True
        self._tell(OPENING, "$ink-soft")
        guard = self.app.guard
        self.app.desk.beside(
            lambda: guard.try_passphrase(passphrase), self._right, self._wrong
        )

    def _right(self) -> None:
        self.dismiss(None)
        self.app.guard.opened()

    def _wrong(self, error: WinJournalError) -> None:
        line = self.query_one(Input)
        line.disabled = False
        line.focus()
        self._tell(str(error), "$gold")

    def _tell(self, sentence: str, style: str) -> None:
        self.query_one("#said", Static).update(plain(sentence, style))

    def action_back(self) -> None:
        """Leave WinJournal: what was written is kept."""
        self.app.exit(0)

    def action_help(self) -> None:
        """Say nothing: the screen says all that there is to it."""
