"""A moment, looked at again: its tag, whose it was, the words, the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from winjournal.services.forms.moment_values import moment_of_values, values_of_moment
from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.moment import moment_specs
from winjournal.ui.screens.filling import FillingScreen, Sheet
from winjournal.ui.widgets.form import Form

if TYPE_CHECKING:
    from textual.binding import BindingType

    from winjournal.domain.moments import Moment
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values


class MomentScreen(FillingScreen):
    """The form of one moment.

    Args:
        moment_id: Which one.
    """

    NAME = "moment"
    IN_ROOM = "journal"
    HELP = (
        "What happened, whose deed it was, and the words that show it. A tag is "
        "completed as you type; without one it stays undecided."
    )
    FOOTER = ("save", "pick", "next_part", "help", "back")
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("moment")

    def __init__(self, moment_id: str) -> None:
        super().__init__(f"moment-form:{moment_id}")
        self._which = moment_id
        self._before: Moment | None = None
        self._own: set[str] = set()

    def read(self, journal: Journal) -> Sheet:
        """Read the moment."""
        self._before = journal.reading.moment(self._which)
        deal = journal.deals.read(self._before.negotiation_id).negotiation
        self._own = {tag.slug for tag in journal.tags.all()}
        pick = self.app.key_for("pick")
        return Sheet(
            title=deal.title,
            aside="a moment",
            specs=moment_specs(self.app.setting.now(), pick, self._own),
            values=values_of_moment(self._before),
        )

    def stands(self, journal: Journal) -> object:
        """Read the moment."""
        return journal.reading.moment(self._which)

    def belongs_to(self) -> str | None:
        """Return the negotiation in which it happened."""
        return self._before.negotiation_id if self._before else None

    def write(self, journal: Journal, values: Values) -> str:
        """Save the moment."""
        if self._before is None:
            return ""
        now = self.app.setting.now()
        moment = journal.marks.edit(
            moment_of_values(values, self._before, now, self._own)
        )
        return f"Saved: {moment.tag or 'to be decided'}."

    def action_pick(self) -> None:
        """List every tag, and take one into the field."""
        from winjournal.ui.tagging import pick_tag

        def chosen(slug: str | None) -> None:
            if slug is not None:
                self._own.add(slug)
                for form in self.query(Form):
                    form.set_values({"tag": slug})

        pick_tag(self.app, "What it was", chosen)
