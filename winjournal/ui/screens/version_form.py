"""A change of what winning is: a new version beside the sealed one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.domain.tags import Actor
from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.version import (
    change_of_values,
    values_of_version,
    version_specs,
)
from winjournal.ui.screens.filling import FillingScreen, Sheet

if TYPE_CHECKING:
    from textual.binding import BindingType

    from winjournal.domain.dossier import Dossier
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values


class VersionScreen(FillingScreen):
    """The form of a new version of a goalpost.

    Args:
        negotiation_id: Which negotiation.
        owner: Whose winning the form begins with.
    """

    NAME = "version"
    IN_ROOM = "journal"
    HELP = (
        "What was sealed stands; a change of winning is written beside it, with who, "
        "why, and whether it was said openly. A change that was announced with a "
        "reason is an open update; for leverage, or unannounced, it is a shift."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("version")

    def __init__(self, negotiation_id: str, owner: Actor = Actor.ME) -> None:
        super().__init__(f"version:{negotiation_id}")
        self._which, self._owner = negotiation_id, owner
        self._dossier: Dossier | None = None

    def read(self, journal: Journal) -> Sheet:
        """Read what winning is now."""
        self._dossier = dossier = journal.deals.read(self._which)
        return Sheet(
            title=dossier.negotiation.title,
            aside="winning has changed",
            specs=version_specs(dossier),
            values=values_of_version(dossier, self._owner),
            focus="my_text" if self._owner is Actor.ME else "their_text",
        )

    def write(self, journal: Journal, values: Values) -> str:
        """Write the new version."""
        if self._dossier is None:
            return ""
        change = change_of_values(values, self._dossier)
        goalpost = journal.deals.change_goalpost(
            self._which,
            change.owner,
            change.text,
            change.reason,
            what_changed=change.what_changed,
            announced=change.announced,
        )
        whose = "My" if change.owner is Actor.ME else "Their"
        return f"{whose} winning is version {goalpost.version} now."
