"""One person's page: deals, marks, promises both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on

from winjournal.ui.bindings import bindings_for
from winjournal.ui.person_acts import PersonalScreen, open_row
from winjournal.ui.screens.people import DEAL_COLUMNS
from winjournal.ui.screens.people_rows import called, page_facts, page_rows
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.facts import Facts
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Ledger, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.negotiation import Counterparty
    from winjournal.services.people import PersonPage
    from winjournal.ui.subject import Subject


class PersonScreen(PersonalScreen):
    """One counterparty.

    Args:
        person_id: Which one.
    """

    NAME = "person"
    IN_ROOM = "people"
    HELP = (
        "What was done with one person, both ways. Beside an act of trust stands how "
        "it weighs today: older ones less, what broke trust twice, a deception without "
        "fading. Enter opens the deal."
    )
    AUTO_FOCUS = "#deals"
    FOOTER = ("open", "edit", "merge", "archive", "export", "undo", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("people")

    deals = getters.query_one("#deals", Ledger)

    def __init__(self, person_id: str) -> None:
        super().__init__()
        self._which = person_id
        self._page: PersonPage | None = None

    @property
    def purgeable(self) -> tuple[str, str]:
        """What a purge would take."""
        return "counterparty", self._which

    def compose_body(self) -> ComposeResult:
        """Yield the name, what was done in counts, and the deals."""
        yield Heading("", name=True, id="person-name")
        yield Facts(id="person-facts")
        yield Ledger(*DEAL_COLUMNS, id="deals")

    def reload(self) -> None:
        """Ask for the page."""
        self.app.desk.ask(
            lambda j: j.people.page(self._which),
            self._show,
            failed=self._is_gone,
            latest="person-page",
        )

    def on_resize(self) -> None:
        """Break lines anew for the room there is now."""
        if self._page is not None:
            self.call_after_refresh(self._show, self._page)

    def export_subject(self) -> Subject | None:
        """Return the deals with this person."""
        from winjournal.ui.subject import Subject

        if self._page is None:
            return None
        name = self._page.person.name
        return Subject(name=name, query=f'with:"{name}"')

    def person(self) -> Counterparty | None:
        """Return whose page it is, once it is known."""
        return self._page.person if self._page is not None else None

    def became(self, person_id: str) -> None:
        """Go over to the one whom the person was merged into."""
        self._which = person_id

    def _is_gone(self, error: WinJournalError) -> None:
        """Leave the page of somebody who was merged or deleted elsewhere."""
        self.dismiss()
        self.app.notify(str(error), severity="error", timeout=10)

    @on(Ledger.Selected, "#deals")
    def _open(self, event: Ledger.Selected) -> None:
        open_row(self.app, event.row_id)

    def _show(self, page: PersonPage) -> None:
        self._page = page
        today, veil = self.app.setting.now().date(), self.app.veil
        name = veil.name(page.person.name, page.person.alias)
        self.query_one("#person-name", Heading).say(name, called(page.person, veil))
        self.query_one("#person-facts", Facts).show(page_facts(page, veil))
        width = self.deals.size.width
        rows = page_rows(page, today, self.app.glyphs, veil, width)
        nothing = empty_content("No deal with them yet.")
        self.deals.show(Rows(rows), empty=nothing)
