"""One line to write, kept as a draft while it is typed: what happened, what showed it.

The line for what happened has one draft, wherever it is typed: left with `esc` it
stands in the line of Today.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from textual import getters, on
from textual.widgets import Input

from winjournal.ui.drafting import FIELD, HINT, LINE, DraftKeeper
from winjournal.ui.living import winjournal_app
from winjournal.ui.modals.line import LineModal

if TYPE_CHECKING:
    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.line import Line
    from winjournal.domain.writing import InboxLine
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

Logged: TypeAlias = "tuple[InboxLine, Line]"


class KeptLine(LineModal):
    """A line that is kept as a draft while it is typed.

    Args:
        owner: Under which name.
        title: What is asked.
        value: What is in it.
        placeholder: What stands in it while it is empty.
    """

    app = getters.app(winjournal_app)

    def __init__(
        self, owner: str, title: str, *, value: str = "", placeholder: str = ""
    ) -> None:
        super().__init__(title, value=value, placeholder=placeholder)
        self._owner = owner
        self._keeper: DraftKeeper | None = None

    def on_mount(self) -> None:
        """Begin to keep what is typed."""
        self._keeper = DraftKeeper(self.app, self._owner)
        self._keeper.start(self)

    def on_unmount(self) -> None:
        """Let the keeper go."""
        if self._keeper is not None:
            self._keeper.leave()

    @on(Input.Submitted)
    def _sent(self) -> None:
        # Who asked writes it and forgets the draft; nothing may be kept after that.
        if self._keeper is not None:
            self._keeper.stop()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._keeper is not None:
            self._keeper.note({LINE: event.value})


def write_line(app: WinJournalApp, value: str = "") -> None:
    """Open a line for what happened: on Today its own, elsewhere before the screen.

    Args:
        app: The application.
        value: What is in it.
    """
    line = getattr(app.screen, "write_line", None)
    if line is not None:
        line(value)
        return
    app.push_screen(
        KeptLine(LINE, "What happened?", value=value, placeholder=HINT),
        lambda text: log_line(app, text or ""),
    )


def log_line(app: WinJournalApp, text: str) -> None:
    """Log a line and say what it was understood as; where it fails it is kept."""
    if text.strip():
        app.desk.ask(
            lambda journal: _log(journal, text),
            lambda logged: _logged(app, *logged),
            failed=partial(_not_logged, app, text),
        )


def _log(journal: Journal, text: str) -> Logged:
    logged = journal.inbox.log(text)
    journal.drafts.drop(LINE, FIELD)
    return logged


def _logged(app: WinJournalApp, line: InboxLine, parsed: Line) -> None:
    # Only now, for the way to the line is also the first key that somebody presses.
    from winjournal.services.saying import say_logged

    app.done(app.veil.words(say_logged(line, parsed), parsed.person or ""))


def _not_logged(app: WinJournalApp, text: str, error: WinJournalError) -> None:
    app.notify(str(error), severity="error", timeout=10)
    write_line(app, text)
