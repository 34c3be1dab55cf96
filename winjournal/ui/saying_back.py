"""Saying something back to a statement of the report: agreeing, contesting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.measures.tiers import Tier
from winjournal.domain.standing import REASON_MAX
from winjournal.ui.modals.line import LineModal

if TYPE_CHECKING:
    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.report import Block
    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.screens.character_reading import Reading

NOTHING_SAID = "Nothing is said here yet that could be answered."


def agree(app: WinJournalApp, reading: Reading, block: Block | None) -> None:
    """Agree with a block's statement as it stands."""
    if block is None or block.tier is Tier.NONE:
        app.notify(NOTHING_SAID)
        return

    def already(error: WinJournalError) -> None:
        app.notify(str(error))

    period = reading.chosen.period(app.setting.now().date())
    said = f"Agreed; it stands beside it. {app.key_for('undo')} takes it back."
    app.desk.ask(
        lambda j: j.statements.agree(period, block.step, block.sentence),
        lambda _: app.done(said),
        failed=already,
    )


def contest(app: WinJournalApp, reading: Reading, block: Block | None) -> None:
    """Ask why a block's statement is contested, and write it down."""
    if block is None or block.tier is Tier.NONE:
        app.notify(NOTHING_SAID)
        return
    period = reading.chosen.period(app.setting.now().date())
    said = f"Contested; it stands beside it. {app.key_for('undo')} takes it back."

    def typed(reason: str | None) -> None:
        if reason is not None:
            app.desk.ask(
                lambda j: j.statements.contest(
                    period, block.step, block.sentence, reason
                ),
                lambda _: app.done(said),
            )

    app.push_screen(
        LineModal(
            f"Why is this not so? ({block.headline})",
            placeholder="it will stand beside the sentence",
            check=_wrong,
        ),
        typed,
    )


def _wrong(reason: str) -> str | None:
    if not reason.strip():
        return "Say why in a few words, or leave with esc."
    length = len(reason.strip())
    if length > REASON_MAX:
        return f"At most {REASON_MAX} characters; this has {length}."
    return None
