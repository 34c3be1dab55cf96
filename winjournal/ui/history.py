"""Taking acts back and doing them again, from any screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from winjournal.domain.writing import Act
    from winjournal.ui.app import WinJournalApp


def undo(app: WinJournalApp) -> None:
    """Take the last act back, and say which one it was."""
    app.desk.ask(lambda j: j.history.undo(), lambda act: _say(app, "Taken back", act))


def redo(app: WinJournalApp) -> None:
    """Do the act again that was last taken back, and say which one it was."""
    app.desk.ask(lambda j: j.history.redo(), lambda act: _say(app, "Done again", act))


def _say(app: WinJournalApp, how: str, act: Act) -> None:
    app.done(f"{how}: {act.what} {app.veil.words(act.subject)}")
