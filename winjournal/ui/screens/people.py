"""The people on the other side: what was done, both ways."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Vertical
from textual.widgets import Input

from winjournal.ui.bindings import bindings_for
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.people_rows import page_facts, page_rows, people_rows
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.facts import Facts
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.ledger import Column, Ledger, Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

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


class PeopleScreen(LivingScreen):
    """Every counterparty; the one that has the focus is shown beside the list."""

    NAME = "people"
    HELP = (
        "The people you deal with: how many deals, your own marks with them, and "
        "promises both ways. Acts only; what they say of a person is yours to judge. "
        "Enter opens a person's page."
    )
    AUTO_FOCUS = "#people"
    FOOTER = ("open", "edit", "filter", "new", "export", "undo", "help", "leave")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("people")

    people = getters.query_one("#people", Ledger)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PersonRow, ...] = ()

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
        self.app.desk.ask(lambda j: j.people.rows(), self._show, latest="people")

    def export_subject(self) -> Subject | None:
        """Return the deals with the person that has the focus."""
        from winjournal.ui.subject import Subject

        person = self._person()
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

    def action_edit(self) -> None:
        """Rename a person."""
        person = self._person()
        if person is not None:
            rename(self.app, person)

    def action_delete(self) -> None:
        """Delete a person without deals."""
        person = self._person()
        if person is not None:
            back = f"Deleted; {self.app.key_for('undo')} brings it back."
            id_ = person.id
            self.app.desk.ask(
                lambda j: j.people.remove(id_), lambda _: self.app.done(back)
            )

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

    def _person(self) -> Counterparty | None:
        here = self.people.cursor_id
        return next((r.person for r in self._rows if r.person.id == here), None)

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        self._rows = rows
        self._list()
        self._ask_page()

    def _list(self) -> None:
        typed = self.query_one("#filter", Input).value.casefold().strip()
        veil, today = self.app.veil, self.app.setting.now().date()
        shown = [r for r in self._rows if typed in r.person.name.casefold()]
        nothing = (
            empty_content("Nobody here is called so.")
            if self._rows
            else empty_content(
                "The people you deal with will stand here.",
                self.app.key_for("new"),
                "starts a negotiation",
            )
        )
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
        self.query_one("#person-facts", Facts).show(page_facts(page, veil))
        rows = page_rows(page, today, self.app.glyphs, veil, narrow=True)
        self.query_one("#person-deals", Ledger).show(Rows(rows))


def open_row(app: WinJournalApp, row_id: str) -> None:
    """Open a deal, or settle a promise."""
    kind, _, id_ = row_id.partition(":")
    if kind == "deal":
        app.open_negotiation(id_)
    else:
        from winjournal.ui.due import settle_promise

        settle_promise(app, id_)


def rename(app: WinJournalApp, person: Counterparty) -> None:
    """Ask for a person's name, and after ` / ` for an alias."""
    from winjournal.ui.modals.line import LineModal

    def named(text: str | None) -> None:
        if text is None:
            return
        name, _, alias = (part.strip() for part in text.partition("/"))
        changed = replace(person, name=name, alias=alias or None)
        app.desk.ask(
            lambda j: j.people.edit(changed), lambda p: app.done(f"Saved: {p.name}")
        )

    value = f"{person.name} / {person.alias}" if person.alias else person.name
    app.push_screen(LineModal("Name / alias for redacted exports", value=value), named)
