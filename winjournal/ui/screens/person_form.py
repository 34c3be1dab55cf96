"""What a counterparty is called, and what to remember of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.person import person_of_values, person_specs, values_of_person
from winjournal.ui.screens.filling import FillingScreen, Sheet

if TYPE_CHECKING:
    from textual.binding import BindingType

    from winjournal.domain.negotiation import Counterparty
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values


class PersonFormScreen(FillingScreen):
    """The form of one counterparty.

    Args:
        person_id: Which one.
    """

    NAME = "person-form"
    IN_ROOM = "people"
    HELP = (
        "What they are called and what to remember of them. A nickname is a name that "
        "a logged line knows them by; the alias stands for all of them where others "
        "may read."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("person-form")

    def __init__(self, person_id: str) -> None:
        super().__init__(f"person:{person_id}")
        self._which = person_id
        self._before: Counterparty | None = None

    def read(self, journal: Journal) -> Sheet:
        """Read the counterparty."""
        self._before = journal.people.get(self._which)
        return Sheet(
            title=self._before.name,
            aside="what they are called",
            specs=person_specs(self.app.setting.now()),
            values=values_of_person(self._before),
        )

    def stands(self, journal: Journal) -> object:
        """Read the counterparty."""
        return journal.people.get(self._which)

    def copied(self, *, is_gone: bool) -> str:
        """Say that there is no negotiation beside which it could stand."""
        return "kept as an entry of its own"

    def write(self, journal: Journal, values: Values) -> str:
        """Save the counterparty."""
        if self._before is None:
            return ""
        now = self.app.setting.now()
        person = journal.people.edit(person_of_values(values, self._before, now))
        return f"Saved: {person.name}"
