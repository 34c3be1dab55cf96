"""The people on the other side: what was done, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical
from textual.widgets import Input

from winjournal.ui.bindings import bindings_for
from winjournal.ui.person_acts import PersonalScreen, open_row
from winjournal.ui.screens.people_rows import (
    beside_facts,
    page_rows,
    people_rows,
)
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.facts import Facts
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from winjournal.domain.negotiation import Counterparty
    from winjournal.services.people import PersonPage
    from winjournal.services.views import PersonRow
    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.subject import Subject

DEAL_COLUMNS = (
    Column(width=9, right=True, style="$ink-faint"),
    Column(share=3),
    Column(width=17, from_width=64),
    Column(width=14, right=True, style="$ink-soft"),
)

_TO_A_PERSON = frozenset({"edit", "merge", "archive", "export", "copy", "delete"})


class PeopleScreen(PersonalScreen):
    """Every counterparty; the one that has the focus is shown beside the list."""

    NAME = "people"
    HELP = (
        "The people you deal with: how many deals, your own marks with them, and "
        "promises both ways. Acts only; what they say of a person is yours to judge. "
        "Enter opens a person's page; two that are one are merged here."
    )
    AUTO_FOCUS = "#people"
    FOOTER = (
        "open", "edit", "filter", "merge", "archive", "export", "undo", "help", "leave"
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("people")

    people = getters.query_one("#people", Ledger)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PersonRow, ...] = ()
        self._archived = False

    def compose_body(self) -> ComposeResult:
        """Yield the list beside one person."""
        with Container(classes="columns"):
            with Vertical(classes="main"):
                yield Input(placeholder="type a name", id="filter", classes="line")
                yield Ledger(
                    Column(width=9, right=True, style="$ink-faint"),
                    Column(),
                    Column(width=8, right=True, style="$ink-soft"),
                    Column(width=6, style="$ink-soft"),
                    Column(width=10),
                    Column(width=18, right=True, from_width=74),
                    id="people",
                )
            with Vertical(classes="side"):
                yield Heading("", name=True, id="person-name")
                yield Facts(id="person-facts")
                yield Ledger(
                    Column(),
                    Column(width=12, right=True, style="$ink-soft"),
                    id="person-deals",
                )

    def on_mount(self) -> None:
        """Show the filter only while it is used."""
        self.query_one("#filter").display = False

    def reload(self) -> None:
        """Ask for everybody."""
        archived = self._archived
        self.app.desk.ask(
            lambda j: j.people.rows(archived=archived), self._show, latest="people"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what is done to a person only where there is one."""
        if action in _TO_A_PERSON and self.is_mounted and not self.people.count:
            return False
        return super().check_action(action, parameters)

    def export_subject(self) -> Subject | None:
        """Return the deals with the person that has the focus."""
        from winjournal.ui.subject import Subject

        person = self.person()
        if person is None:
            return None
        return Subject(name=person.name, query=f'with:"{person.name}"')

    def action_filter(self) -> None:
        """Type a part of a name."""
        line = self.query_one("#filter", Input)
        line.display = True
        line.focus()

    def action_back(self) -> None:
        """Leave the filter first, and show everybody again."""
        line = self.query_one("#filter", Input)
        if line.display:
            line.value, line.display = "", False
            self.people.focus()
        else:
            super().action_back()

    def action_archived(self) -> None:
        """Show who is archived instead of the others, and back."""
        self._archived = not self._archived
        self.reload()

    @on(Input.Changed, "#filter")
    def _narrow(self) -> None:
        self._list()

    @on(Input.Submitted, "#filter")
    def _leave_filter(self) -> None:
        self.people.focus()

    @on(Ledger.Highlighted, "#people")
    def _highlighted(self) -> None:
        self._ask_page()

    def on_resize(self) -> None:
        """Show the one that has the focus, where there is room for it now."""
        self.call_after_refresh(self._ask_page)

    def _ask_page(self) -> None:
        person_id = self.people.cursor_id
        if person_id is not None and self.has_class("-wide"):
            self.app.desk.ask(
                lambda j: j.people.page(person_id), self._show_page, latest="person"
            )

    @on(Ledger.Selected, "#people")
    def _open(self, event: Ledger.Selected) -> None:
        from winjournal.ui.screens.person import PersonScreen

        self.app.push_screen(PersonScreen(event.row_id))

    @on(Ledger.Selected, "#person-deals")
    def _open_deal(self, event: Ledger.Selected) -> None:
        open_row(self.app, event.row_id)

    def person(self) -> Counterparty | None:
        """Return the one that has the focus."""
        here = self.people.cursor_id
        return next((r.person for r in self._rows if r.person.id == here), None)

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        self._rows = rows
        self._list()
        self._ask_page()

    def _list(self) -> None:
        typed = self.query_one("#filter", Input).value.casefold().strip()
        veil, today = self.app.veil, self.app.setting.now().date()
        shown = [r for r in self._rows if typed in _names(r)]
        nothing = nobody(self.app, known=bool(self._rows), archived=self._archived)
        rows = people_rows(shown, today, self.app.glyphs, veil)
        self.people.show(Rows(rows), empty=nothing)
        if not shown:
            self.query_one("#person-name", Heading).say("")
            self.query_one("#person-facts", Facts).show(())
            self.query_one("#person-deals", Ledger).show(Rows(()))

    def _show_page(self, page: PersonPage) -> None:
        today, veil = self.app.setting.now().date(), self.app.veil
        name = veil.name(page.person.name, page.person.alias)
        self.query_one("#person-name", Heading).say(name)
        self.query_one("#person-facts", Facts).show(beside_facts(page, veil))
        ledger = self.query_one("#person-deals", Ledger)
        width = ledger.size.width
        rows = page_rows(page, today, self.app.glyphs, veil, width, narrow=True)
        ledger.show(Rows(rows))


def _names(row: PersonRow) -> str:
    return "\n".join((row.person.name, *row.person.other_names)).casefold()


def nobody(app: WinJournalApp, *, known: bool, archived: bool) -> Content:
    """Return what stands in an empty list.

    Args:
        app: The application.
        known: Whether there is somebody whom the filter leaves out.
        archived: Whether the list is of those who are archived.
    """
    if known:
        return empty_content("Nobody here is called so.")
    if archived:
        key = app.key_for("archived")
        return empty_content("Nobody is archived.", key, "shows the others")
    return empty_content(
        "The people you deal with will stand here.",
        app.key_for("new"),
        "starts a negotiation",
    )
