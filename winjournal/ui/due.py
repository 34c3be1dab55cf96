"""What opening a due thing does: each kind leads to where it is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.later import SKIPS_MAX, PromiseState
from winjournal.domain.say_dates import say_due

if TYPE_CHECKING:
    from winjournal.domain.later import FollowUp
    from winjournal.ui.app import WinJournalApp

_STATES = (
    (PromiseState.KEPT, "kept", "today"),
    (PromiseState.BROKEN, "broken", "it was not done"),
    (PromiseState.RELEASED, "released", "the other side let it go"),
    (PromiseState.OPEN, "still open", "nothing was settled"),
)
_EFFECT_MAX = 140


def open_due(app: WinJournalApp, row_id: str) -> None:
    """Go to where one due thing is settled.

    Args:
        app: The application.
        row_id: `follow_up:ID`, `promise:ID`, `repair:ID`, `debrief:ID`,
            `review:WEEK` or `vow:WEEK`.
    """
    kind, _, id_ = row_id.partition(":")
    if kind == "promise":
        settle_promise(app, id_)
    elif kind == "repair":
        settle_repair(app, id_)
    elif kind == "debrief":
        app.open_debrief(id_)
    elif kind in {"review", "vow"}:
        app.call_later(app.action_go, "week")
    elif kind == "follow_up":
        from winjournal.ui.screens.look_back import LookBackScreen

        app.push_screen(LookBackScreen(id_))


def skip_look_back(app: WinJournalApp, follow_up_id: str) -> None:
    """Put a look back off by a week; the third time it is not asked again."""

    def said(one: FollowUp) -> None:
        if one.skipped >= SKIPS_MAX:
            app.done("Put off three times: it is not asked again.")
        else:
            app.done(f"Asked again {say_due(one.due, app.setting.now().date())}.")

    app.desk.ask(lambda j: j.later.skip(j.later.follow_up(follow_up_id)), said)


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


def settle_repair(app: WinJournalApp, repair_id: str) -> None:
    """Ask whether something was put right, and what came of it; write it down."""
    from winjournal.ui.modals.choose import Choice, ChooseModal

    choices = (
        Choice("done", "put right", "it was done"),
        Choice("open", "still to be done", "it waits"),
    )

    def chosen(answer: str | None) -> None:
        if answer == "done":
            _ask_effect(app, repair_id)
        elif answer == "open":
            app.desk.ask(
                lambda j: j.repairs.reopen(repair_id),
                lambda _: app.done("It is still to be done."),
            )

    app.push_screen(ChooseModal("Was it put right?", choices), chosen)


def _ask_effect(app: WinJournalApp, repair_id: str) -> None:
    from winjournal.ui.modals.line import LineModal

    def check(line: str) -> str | None:
        if len(line) <= _EFFECT_MAX:
            return None
        return f"That is {len(line)} characters; {_EFFECT_MAX} is the most."

    def typed(line: str | None) -> None:
        if line is not None:
            app.desk.ask(
                lambda j: j.repairs.done(repair_id, line),
                lambda _: app.done("Put right."),
            )

    app.push_screen(
        LineModal(
            "What came of it?",
            placeholder="empty, where nothing is known yet",
            check=check,
        ),
        typed,
    )
