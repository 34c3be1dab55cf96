"""One line to write, kept as a draft while it is typed: what happened, what showed it.

The line for what happened has one draft, wherever it is typed: left with `esc` it
stands in the line of Today.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from textual import getters, on
from textual.reactive import reactive
from textual.widgets import Input

from winjournal.ui.drafting import FIELD, LINE, DraftKeeper, hint
from winjournal.ui.living import winjournal_app
from winjournal.ui.modals.line import LineModal

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete

    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.line import Line
    from winjournal.domain.writing import InboxLine
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

Logged: TypeAlias = "tuple[InboxLine, Line]"


class KeptLine(LineModal):
    """A line that is kept as a draft while it is typed, once it has an owner."""

    app = getters.app(winjournal_app)

    owner: reactive[str] = reactive("", init=False)
    """Under which name the draft is kept."""

    _keeper: DraftKeeper | None = None

    def watch_owner(self, owner: str) -> None:
        """Begin to keep what is typed, and what was typed before."""
        self._keeper = DraftKeeper(self.app, owner)
        if self.is_running:
            self._begin()

    def on_mount(self) -> None:
        """Begin to keep what is typed."""
        self._begin()

    def on_unmount(self) -> None:
        """Keep what was left."""
        if self._keeper is not None:
            self._keeper.leave()

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Leave; what is answered is written by who asked, and no draft any more."""
        if self._keeper is not None and result is not None:
            self._keeper.stop()
        return super().dismiss(result)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._keeper is not None:
            self._keeper.note({LINE: event.value})

    def _begin(self) -> None:
        if self._keeper is not None:
            self._keeper.start(self)
            self._keeper.note({LINE: self.query_one(Input).value})


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
    modal = KeptLine("What happened?", value=value, placeholder=hint(app.glyphs))
    modal.owner = LINE
    app.push_screen(modal, lambda text: log_line(app, text or ""))


def log_line(app: WinJournalApp, text: str) -> None:
    """Log a line and say what it was understood as; where it fails it is kept."""
    if text.strip():
        app.desk.ask(
            lambda journal: _log(journal, text),
            lambda logged: _logged(app, *logged),
            failed=partial(_not_logged, app, text),
        )


def _log(journal: Journal, text: str) -> Logged:
    with journal.drafts.saved(LINE, FIELD):
        return journal.inbox.log(text)


def _logged(app: WinJournalApp, line: InboxLine, parsed: Line) -> None:
    # Only now, for the way to the line is also the first key that somebody presses.
    from winjournal.services.saying import say_logged

    app.done(app.veil.people(say_logged(line, parsed), parsed.person or ""))


def _not_logged(app: WinJournalApp, text: str, error: WinJournalError) -> None:
    app.notify(str(error), severity="error", timeout=10)
    write_line(app, text)
