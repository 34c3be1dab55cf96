"""The debrief: three minutes for the least, left at any point and resumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.services.debriefs import missing_in
from winjournal.services.forms.debrief_values import (
    closing_of_values,
    debrief_of_values,
    met_of_values,
    values_of_debrief,
    values_of_test,
    vow_of_values,
)
from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.debrief_notes import DebriefNotes
from winjournal.ui.forms.debrief_specs import debrief_specs, wanted_in
from winjournal.ui.forms.settling import marks_of_values
from winjournal.ui.look import look_of
from winjournal.ui.screens.filling import FillingScreen, Sheet

if TYPE_CHECKING:
    from textual.binding import BindingType

    from winjournal.domain.debrief import Debrief
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.writing import Vow
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values


class DebriefScreen(FillingScreen):
    """The form of a debrief; once nothing is missing, saving seals it.

    Args:
        negotiation_id: Which negotiation.
    """

    NAME = "debrief"
    IN_ROOM = "journal"
    HELP = (
        "Facts come first and ratings last, because ratings would colour the facts. "
        "Leave it at any point: what is saved stays. What you think they will say "
        "is locked once saved. When nothing is missing any more, saving seals the "
        "debrief; undo takes the seal back within ten minutes."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("debrief")

    def __init__(self, negotiation_id: str) -> None:
        super().__init__(f"debrief:{negotiation_id}")
        self._which = negotiation_id
        self._dossier: Dossier | None = None
        self._before: Debrief | None = None
        self._vow: Vow | None = None
        self._own: frozenset[str] = frozenset()

    def read(self, journal: Journal) -> Sheet:
        """Read what was answered so far."""
        dossier = journal.deals.read(self._which)
        self._dossier = dossier
        self._before = dossier.debrief or journal.debriefs.blank(self._which)
        locked = self._before.sealed_at is not None
        self._own = frozenset(tag.slug for tag in journal.tags.all())
        now = self.app.setting.now()
        day = dossier.negotiation.closed_on or now.date()
        self._vow = next(iter(dossier.vows), None) or journal.reading.standing_vow(day)
        values = values_of_debrief(self._before, dossier)
        specs = debrief_specs(
            dossier,
            now,
            DebriefNotes(dossier, look_of(self.app), now, self._own),
            locked=locked,
            vow=self._vow,
        )
        return Sheet(
            title=dossier.negotiation.title,
            aside="debrief, sealed" if locked else "debrief: facts first, ratings last",
            specs=specs,
            wanted=wanted_in(specs),
            values=values | values_of_test(dossier, self._vow),
        )

    def stands(self, journal: Journal) -> object:
        """Read what the form rewrites."""
        dossier = journal.deals.read(self._which)
        met = [(criterion.id, criterion.met) for criterion in dossier.criteria]
        return dossier.debrief, met, dossier.negotiation.closed_on

    def belongs_to(self) -> str | None:
        """Return the negotiation."""
        return self._which

    def write(self, journal: Journal, values: Values) -> str:
        """Save what is answered; seal it when nothing is missing."""
        if self._before is None or self._dossier is None:
            return ""
        if self._before.sealed_at is not None:
            return "Sealed; nothing was changed."
        debrief = debrief_of_values(values, self._before)
        closed_on = closing_of_values(values, self.app.setting.now())
        met = met_of_values(values, self._dossier)
        vow = vow_of_values(values, self._vow)
        settled, added = marks_of_values(
            values, self._dossier, self.app.setting.now(), self._own
        )
        journal.debriefs.save(
            debrief, met, closed_on=closed_on, vow=vow, settled=settled, added=added
        )
        missing = missing_in(journal.deals.read(self._which))
        if missing:
            more = f" and {len(missing) - 2} more" if len(missing) > 2 else ""
            return f"Saved. Still to answer: {', '.join(missing[:2])}{more}."
        journal.debriefs.seal(self._which)
        undo = self.app.key_for("undo")
        return f"Saved and sealed; {undo} takes the seal back within ten minutes."
