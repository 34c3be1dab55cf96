"""Preparing a negotiation: five steps, two minutes for the least."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container

from winjournal.services.forms.prep_values import prep_of_values, values_of_prep
from winjournal.services.forms.values import text_of
from winjournal.services.prep import Prep, prep_of
from winjournal.ui.bindings import bindings_for
from winjournal.ui.forms.prep_notes import PrepNotes
from winjournal.ui.forms.prep_specs import KINDS, Known, prep_specs
from winjournal.ui.look import look_of
from winjournal.ui.resuming import NEW
from winjournal.ui.screens.filling import FillingScreen, Sheet
from winjournal.ui.widgets.form import Form
from winjournal.ui.widgets.leaf import Leaf
from winjournal.ui.widgets.side import Side

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from winjournal.domain.before import Before
    from winjournal.domain.dossier import Dossier
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import Values

FIRST = "title"
"""The field that has the focus first."""

_ASKED_BY = ("person", "kind", "ego_risk")
"""The fields by which own lessons and the other side's acts are found."""


class PrepScreen(FillingScreen):
    """The form of a preparation, new or of a negotiation.

    Args:
        negotiation_id: Which one; None starts a new one.
        person: The counterparty that a new one starts with.
    """

    NAME = "prep"
    IN_ROOM = "journal"
    HELP = (
        "Only what it is and with whom are needed; the rest can follow. Each field "
        "says why it is asked while it has the focus. What you write here can be "
        "sealed before you meet; from then on it is only added to."
    )
    FOOTER: ClassVar[tuple[str, ...]] = (
        "save",
        "template",
        "next_part",
        "brief",
        "help",
        "back",
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("prep")

    def __init__(self, negotiation_id: str | None = None, person: str = "") -> None:
        super().__init__(f"prep:{negotiation_id or NEW}")
        self._which, self._person = negotiation_id, person
        self._before: Prep | None = None
        self._version = 1
        self._notes: PrepNotes | None = None
        self._asked: tuple[str | None, ...] = ()
        self._began_with: Values = {}
        self._is_sealed = False

    def read(self, journal: Journal) -> Sheet:
        """Read the preparation, and what the form completes from."""
        rows = journal.people.rows()
        kinds = dict.fromkeys([*journal.people.kinds(), *KINDS])
        known = Known(people=[r.person.name for r in rows], kinds=list(kinds))
        now = self.app.setting.now()
        if self._which is None:
            self._notes = self._noted(None)
            if self._person:
                self._notes.known = journal.before.of(self._person)
            self._began_with = {
                "sphere": "professional",
                "unit": "money",
                "currency": self.app.setting.currency,
            }
            return Sheet(
                title="New negotiation",
                aside="what it is and with whom; the rest can follow",
                specs=prep_specs(now, known, self._notes, sealed=False),
                focus=FIRST,
                place=self._placed,
                values={"person": self._person, **self._began_with},
            )
        dossier = journal.deals.read(self._which)
        self._before = prep_of(dossier)
        self._version = dossier.negotiation.version
        sealed = self._is_sealed = dossier.negotiation.is_sealed
        self._notes = self._noted(dossier)
        self._notes.known = journal.before.of(
            dossier.counterparty.name,
            kind=dossier.negotiation.kind,
            trigger=dossier.negotiation.ego_risk,
            negotiation_id=self._which,
        )
        return Sheet(
            title=dossier.negotiation.title,
            aside="sealed: the steps stand as they were" if sealed else "preparation",
            specs=prep_specs(now, known, self._notes, sealed=sealed),
            values=values_of_prep(self._before),
            focus=FIRST,
            place=self._placed,
        )

    @on(Form.Changed)
    def _look_up_changed(self, event: Form.Changed) -> None:
        self._look_up(event.values)

    def _look_up(self, values: Values) -> None:
        """Ask what is known of whom is typed, of the kind, and of what would sting."""
        self._say_beside(values)
        asked = tuple(text_of(values, name) for name in _ASKED_BY)
        if asked == self._asked:
            return
        self._asked = asked
        person, kind, trigger = asked
        self.app.desk.ask(
            lambda j: j.before.of(
                person or "", kind=kind, trigger=trigger, negotiation_id=self._which
            ),
            self._say_known,
            latest="before",
        )

    def _say_known(self, known: Before) -> None:
        if self._notes is not None:
            self._notes.known = known
            for form in self.query(Form):
                form.say_again()
                self._say_beside(form.values)

    def _placed(self, form: Form) -> Container:
        """Return the form with what is missing and one's own lessons beside it."""
        form.add_class("main")
        side = Side(Leaf(id="beside"), classes="side")
        # A draft that came back names somebody too.
        self.call_after_refresh(lambda: self._look_up(form.values))
        return Container(form, side, classes="columns")

    def on_resize(self, event: events.Resize) -> None:
        """Say beside the form, or in it, what has no room elsewhere."""
        for form in self.query(Form):
            self.call_after_refresh(form.say_again)

    def _noted(self, dossier: Dossier | None) -> PrepNotes:
        return PrepNotes(
            self.app.setting.now(), look_of(self.app), dossier, self._before,
            is_wide=lambda: self.has_class("-wide"),
            share_key=self.app.key_for("share"),
        )  # fmt: skip

    def _say_beside(self, values: Values) -> None:
        notes = self._notes
        if notes is not None:
            for leaf in self.query("#beside").results(Leaf):
                leaf.show(lambda width: notes.beside(values, width))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a template while the steps may still be written."""
        if action == "template" and self._is_sealed:
            return False
        return super().check_action(action, parameters)

    def action_template(self) -> None:
        """Fill what is still blank with what a kind of negotiation begins with."""
        from winjournal.ui.filling_in import choose_template

        for form in self.query(Form):
            choose_template(self.app, form, self._began_with)

    def action_brief(self) -> None:
        """Show what the form holds on one page, saved or not."""
        from winjournal.domain.brief import brief_of
        from winjournal.ui.screens.brief import BriefScreen

        for form in self.query(Form):
            dossier = self._notes.prepared(form.values) if self._notes else None
            if self._notes is None or dossier is None:
                self.app.notify("Something here cannot be read yet; save says what.")
                return
            today = self.app.setting.now().date()
            page = brief_of(dossier, self._notes.known, today)
            self.app.push_screen(BriefScreen(None, page))

    def stands(self, journal: Journal) -> object:
        """Read what the form rewrites, and whether it is sealed."""
        if self._which is None:
            return None
        dossier = journal.deals.read(self._which)
        # More than the form holds counts as a version; that is nobody's loss.
        self._version = dossier.negotiation.version
        return prep_of(dossier), dossier.negotiation.is_sealed

    def belongs_to(self) -> str | None:
        """Return the negotiation."""
        return self._which

    def copied(self, *, is_gone: bool) -> str:
        """Say that a negotiation that was deleted begins anew."""
        return (
            "saved as a new negotiation" if is_gone else super().copied(is_gone=False)
        )

    def copy_mine(self, journal: Journal, values: Values, *, is_gone: bool) -> str:
        """Begin a negotiation anew that was deleted elsewhere."""
        if not is_gone:
            return super().copy_mine(journal, values, is_gone=False)
        prep = prep_of_values(values, self.app.setting.now())
        journal.deals.create(prep)
        return f"Started: {prep.title}"

    def write(self, journal: Journal, values: Values) -> str:
        """Save the preparation."""
        prep = prep_of_values(values, self.app.setting.now(), self._before)
        if self._which is None:
            self._which = journal.deals.create(prep).id
            return f"Started: {prep.title}"
        journal.deals.edit(self._which, prep, self._version)
        return f"Saved: {prep.title}"

    def after(self, said: str) -> None:
        """Show the negotiation that was started."""
        is_new = self.owner.endswith(NEW)
        super().after(said)
        if is_new and self._which is not None:
            self.app.open_negotiation(self._which)
