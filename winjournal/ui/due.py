"""What opening a due thing does: each kind leads to where it is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.later import PromiseState

if TYPE_CHECKING:
    from winjournal.ui.app import WinJournalApp

_STATES = (
    (PromiseState.KEPT, "kept", "today"),
    (PromiseState.BROKEN, "broken", "it was not done"),
    (PromiseState.RELEASED, "released", "the other side let it go"),
)


def open_due(app: WinJournalApp, row_id: str) -> None:
    """Go to where one due thing is settled.

    Args:
        app: The application.
        row_id: `follow_up:ID`, `promise:ID`, `debrief:ID`, `review:WEEK` or
            `vow:WEEK`.
    """
    kind, _, id_ = row_id.partition(":")
    if kind == "promise":
        settle_promise(app, id_)
    elif kind == "debrief":
        app.open_debrief(id_)
    elif kind in {"review", "vow"}:
        app.call_later(app.action_go, "week")
    elif kind == "follow_up":
        from winjournal.ui.screens.look_back import LookBackScreen

        app.push_screen(LookBackScreen(id_))


def settle_promise(app: WinJournalApp, promise_id: str) -> None:
    """Ask where a promise stands, and write it down."""
    from winjournal.ui.modals.choose import Choice, ChooseModal

    choices = [Choice(state, label, aside) for state, label, aside in _STATES]

    def chosen(state: str | None) -> None:
        if state is not None:
            app.desk.ask(
                lambda j: j.later.settle(promise_id, PromiseState(state)),
                lambda p: app.done(f"The promise is {p.state.replace('-', ' ')}."),
            )

    app.push_screen(ChooseModal("Where does this promise stand?", choices), chosen)
