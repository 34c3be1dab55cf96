"""What can be done with a person, from the list and from their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.services.saying import say_count
from winjournal.ui.living import LivingScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from winjournal.domain.negotiation import Counterparty
    from winjournal.services.views import PersonRow
    from winjournal.ui.app import WinJournalApp


class PersonalScreen(LivingScreen):
    """A room in which one person has the focus."""

    def person(self) -> Counterparty | None:
        """Return who has the focus; to be overridden."""
        return None

    def became(self, person_id: str) -> None:
        """Hear that the person was merged into another one."""

    def action_edit(self) -> None:
        """Change what the person is called, and what to remember."""
        if (person := self.person()) is not None:
            edit(self.app, person)

    def action_merge(self) -> None:
        """Make the person and another one."""
        if (person := self.person()) is not None:
            merge(self.app, person, self.became)

    def action_archive(self) -> None:
        """Archive the person, or bring them back."""
        if (person := self.person()) is not None:
            archive(self.app, person)

    def action_delete(self) -> None:
        """Delete a person without deals."""
        if (person := self.person()) is not None:
            back = f"Deleted; {self.app.key_for('undo')} brings it back."
            id_, app = person.id, self.app
            app.desk.ask(lambda j: j.people.remove(id_), lambda _: app.done(back))


def open_row(app: WinJournalApp, row_id: str) -> None:
    """Open a deal, or settle a promise; what is only said opens nothing."""
    kind, _, id_ = row_id.partition(":")
    if kind == "promise":
        from winjournal.ui.due import settle_promise

        settle_promise(app, id_)
    elif deal := id_.rpartition("@")[2]:
        app.open_negotiation(deal)


def edit(app: WinJournalApp, person: Counterparty) -> None:
    """Open the form of a person."""
    from winjournal.ui.screens.person_form import PersonFormScreen

    app.push_screen(PersonFormScreen(person.id))


def archive(app: WinJournalApp, person: Counterparty) -> None:
    """Take a person out of the list, or bring them back."""
    id_, name = person.id, app.veil.name(person.name, person.alias)
    if person.archived_at:
        app.desk.ask(
            lambda j: j.people.bring_back(id_),
            lambda _: app.done(f"{name} stands in the list again."),
        )
        return
    shows = app.key_for("archived")
    said = f"{name} is archived; {shows} in People shows those, the deals stay."
    app.desk.ask(lambda j: j.people.archive(id_), lambda _: app.done(said))


def merge(app: WinJournalApp, gone: Counterparty, after: Callable[[str], None]) -> None:
    """Ask with whom a person is one, say what moves, and make them one.

    Args:
        app: The application.
        gone: Who goes.
        after: Called with the id of who stayed.
    """

    def known(rows: Sequence[PersonRow]) -> None:
        _choose(app, gone, rows, after)

    app.desk.ask(lambda j: j.people.rows(), known)


def _choose(
    app: WinJournalApp, gone: Counterparty, rows: Sequence[PersonRow],
    after: Callable[[str], None],
) -> None:  # fmt: skip
    from winjournal.ui.modals.choose import Choice, ChooseModal

    veil, name = app.veil, app.veil.name(gone.name, gone.alias)
    choices = [
        Choice(
            row.person.id,
            veil.name(row.person.name, row.person.alias),
            say_count(row.deals, "deal"),
            also="" if veil.drawn else " ".join(row.person.other_names),
        )
        for row in rows
        if row.person.id != gone.id
    ]
    if not choices:
        app.notify("There is nobody else to merge with.")
        return

    def chosen(into: str | None) -> None:
        if into is None:
            return

        def merged(one: Counterparty) -> None:
            stays = veil.name(one.name, one.alias)
            undo = app.key_for("undo")
            # the page goes over to who stayed before everything is shown anew
            after(one.id)
            app.done(f"{name} is {stays} now; {undo} parts them again.")

        app.desk.ask(lambda j: j.people.merge(gone.id, into), merged)

    app.push_screen(ChooseModal(f"{name} is the same as", choices), chosen)
