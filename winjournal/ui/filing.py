"""Filing a logged line: into an open negotiation, or as an entry of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.services.journal import Journal
    from winjournal.services.views import UnderWay
    from winjournal.ui.app import WinJournalApp

ALONE = "alone"


def file_line(app: WinJournalApp, line_id: str) -> None:
    """Ask where a logged line belongs, and file it there."""
    app.desk.ask(_open_deals, lambda deals: _ask_where(app, line_id, deals))


def _open_deals(journal: Journal) -> Sequence[UnderWay]:
    return journal.reading.today().under_way


def _ask_where(app: WinJournalApp, line_id: str, deals: Sequence[UnderWay]) -> None:
    from winjournal.ui.modals.choose import Choice, ChooseModal

    choices = [Choice(d.id, d.title, app.veil.name(d.person)) for d in deals]
    choices.append(Choice(ALONE, "An entry of its own", "its tags stay words"))

    def chosen(id_: str | None) -> None:
        if id_ is not None:
            home = None if id_ == ALONE else id_
            app.desk.ask(
                lambda j: j.inbox.file(line_id, home), lambda _: app.done("Filed.")
            )

    app.push_screen(ChooseModal("Where does this line belong?", choices), chosen)
