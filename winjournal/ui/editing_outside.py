"""`E`: what has the focus as a page in one's own editor, the same as `wj edit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.services.forms.paging import keep_page, opening_page, save_page
from winjournal.services.forms.sheets import TextSheet, sheet_of, sheet_of_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.domain.errors import WinJournalError
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp


def edit_in_editor(app: WinJournalApp, table: str, id_: str) -> None:
    """Have one thing rewritten; unchanged or failed saves nothing.

    Args:
        app: The application.
        table: `negotiation`, `moment`, `entry` or `inbox`.
        id_: Which.
    """
    now = app.setting.now()
    _edit(app, lambda journal: sheet_of(journal, table, id_, now))


def go_on_in_editor(app: WinJournalApp, owner: str) -> None:
    """Go on with a page that could not be read, by the owner of its draft."""
    now = app.setting.now()
    _edit(app, lambda journal: sheet_of_draft(journal, owner, now))


def _edit(app: WinJournalApp, sheet_in: Callable[[Journal], TextSheet]) -> None:
    def read(journal: Journal) -> tuple[TextSheet, str]:
        sheet = sheet_in(journal)
        return sheet, opening_page(journal, sheet)

    def lend(read: tuple[TextSheet, str]) -> None:
        sheet, page = read

        def kept(text: str) -> None:
            app.desk.ask(lambda j: keep_page(j, sheet, text), app.done)

        def refused(error: WinJournalError) -> None:
            # the draft that was kept waits on Today
            app.show_again()
            app.notify(str(error), severity="error", timeout=10)

        edited = app.edit_outside(page, failed=kept)
        if edited is not None:
            app.desk.ask(
                lambda j: save_page(j, sheet, edited),
                lambda said: app.done(said or "Saved."),
                failed=refused,
            )

    app.desk.ask(read, lend)
