"""One deal as a timeline, its terms beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Vertical

from winjournal.domain.errors import NotFound
from winjournal.domain.ids import short_id
from winjournal.ui import timeline_acts
from winjournal.ui.bindings import bindings_for
from winjournal.ui.copying import copy_text
from winjournal.ui.look import look_of
from winjournal.ui.screens.deal_screen import DealScreen
from winjournal.ui.screens.deal_side import side_of
from winjournal.ui.screens.deal_timeline import DealTimeline
from winjournal.ui.screens.negotiation_rows import title_of, whole_lines
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf
from winjournal.ui.widgets.ledger import Ledger
from winjournal.ui.widgets.side import Side

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.writing import Vow
    from winjournal.services.journal import Journal
    from winjournal.ui.subject import Subject


class NegotiationScreen(DealScreen):
    """One negotiation.

    Args:
        negotiation_id: Which one.
        at: The item of its timeline that has the focus first, as `moment:ID`.
    """

    NAME = "negotiation"
    IN_ROOM = "journal"
    HELP = (
        "One deal, from what you wrote before to how it aged. Enter opens a line, e "
        "changes it. What was sealed is never rewritten; a change of winning stands "
        "beside it. On the line of the preparation, d deletes the whole negotiation, "
        "and undo brings it back. At the right are the fair range, where you would "
        "leave, and how far both sides' criteria were met."
    )
    AUTO_FOCUS = "#timeline"
    FOOTER = (
        "mark", "debrief", "edit", "seal", "offer", "promise", "repair", "undo",
        "help", "leave",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings_for("negotiation")

    def __init__(self, negotiation_id: str, at: str | None = None) -> None:
        super().__init__(negotiation_id)
        self._at = at

    @property
    def purgeable(self) -> tuple[str, str]:
        """What a purge would take."""
        return "negotiation", self.negotiation_id

    def compose_body(self) -> ComposeResult:
        """Yield the heading line and the two columns."""
        yield Heading("", name=True, id="deal-title")
        with Container(classes="columns"):
            yield DealTimeline(id="timeline", classes="main -keeps")
            with Vertical(classes="side"):
                with Side():
                    yield Leaf(id="deal-side")
                yield Leaf(id="whole")

    def reload(self) -> None:
        """Ask for the negotiation whole."""
        self.app.desk.ask(
            partial(_read, self.negotiation_id),
            self._show,
            failed=partial(_leave, self),
            latest="negotiation",
        )

    def export_subject(self) -> Subject | None:
        """Return this negotiation."""
        from winjournal.exporting import Part, Thing
        from winjournal.ui.subject import Subject

        if self._dossier is None:
            return None
        deal = self._dossier.negotiation
        thing = Thing(Part.NEGOTIATION, deal.id, deal.title)
        return Subject(name=deal.title, thing=thing)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer sealing only while there is something to seal."""
        if action == "seal":
            deal = self._dossier.negotiation if self._dossier else None
            return deal is not None and deal.is_open and not deal.is_sealed
        return super().check_action(action, parameters)

    def footer_ids(self) -> tuple[str, ...]:
        """Return the keys of the footer; going live is one while the deal is open."""
        deal = self._dossier.negotiation if self._dossier else None
        ids = super().footer_ids()
        return ("live", *ids) if deal is not None and deal.is_open else ids

    def action_mark(self) -> None:
        """Mark a moment."""
        from winjournal.ui.marking import mark_moment

        mark_moment(self.app, self.negotiation_id)

    def action_live(self) -> None:
        """Go live with this negotiation."""
        from winjournal.ui.going_live import open_live

        open_live(self.app, self.negotiation_id)

    def action_debrief(self) -> None:
        """Ask how it went, or show what was answered."""
        self.app.open_debrief(self.negotiation_id)

    def action_edit(self) -> None:
        """Change what has the focus."""
        item = self.timeline.item
        if self._dossier and item:
            timeline_acts.edit_item(self.app, self._dossier, item)

    def action_editor(self) -> None:
        """Open what has the focus in one's own editor."""
        item = self.timeline.item
        if self._dossier and item:
            timeline_acts.edit_item_outside(self.app, self._dossier, item)

    def action_delete(self) -> None:
        """Delete what has the focus."""
        item = self.timeline.item
        if self._dossier and item:
            timeline_acts.delete_item(self.app, self._dossier, item, self.dismiss)

    def action_flip(self) -> None:
        """Turn a mark into its counterpart."""
        item = self.timeline.item
        if self._dossier and item:
            timeline_acts.flip_item(self.app, self._dossier, item)

    def action_copy(self) -> None:
        """Copy what has the focus as text."""
        item = self.timeline.item
        if item and self._dossier:
            said = (item.on.isoformat(), item.what, item.words, item.more)
            where = f"wj show {short_id(self._dossier.negotiation.id)}"
            copy_text(self.app, "  ".join(part for part in said if part), where)

    @on(Ledger.Selected, "#timeline")
    def _open(self) -> None:
        item = self.timeline.item
        if self._dossier and item:
            timeline_acts.open_item(self.app, self._dossier, item)

    @on(Ledger.Highlighted, "#timeline")
    def _show_whole(self) -> None:
        item, whole = self.timeline.item, self.query_one("#whole", Leaf)
        if self._dossier and item and self.timeline.is_cut:
            name = self._dossier.counterparty.name
            look, headed = look_of(self.app), self.has_class("-wide")
            whole.show(
                lambda width: whole_lines(item, name, look, headed=headed, width=width)
            )
        else:
            whole.show()

    def _show(self, answer: tuple[Dossier, Vow | None]) -> None:
        self._dossier, vow = answer
        look = look_of(self.app)
        self.query_one("#deal-title", Heading).say(*title_of(self._dossier, look))
        self.timeline.show_deal(self._dossier, look, at=self._at)
        self._at = None
        side = side_of(self._dossier, vow, look, seal_key=self.app.key_for("seal"))
        self.query_one("#deal-side", Leaf).show(side)
        self._show_whole()


def _read(negotiation_id: str, journal: Journal) -> tuple[Dossier, Vow | None]:
    dossier = journal.deals.read(negotiation_id)
    day = dossier.negotiation.closed_on or journal.clock.now().date()
    return dossier, journal.reading.standing_vow(day)


def _leave(screen: NegotiationScreen, error: WinJournalError) -> None:
    """Go back where the negotiation is gone, deleted here or in another shell."""
    if isinstance(error, NotFound) and screen.is_current:
        screen.dismiss()
        screen.app.notify("This negotiation is not there any more.")
    else:
        screen.app.notify(str(error), severity="error", timeout=10)
