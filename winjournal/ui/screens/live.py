"""The screen for the room: one key a mark, and what one holds on to beside it.

A mark is on disk before it is painted: a key asks the desk to write, and only the
answer makes the screen read the journal again. What is painted was read from there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Container, Vertical
from textual.widgets import Static

from winjournal.domain.errors import NotFound
from winjournal.domain.say_dates import say_time
from winjournal.domain.sittings import elapsed, live_one, marks_of
from winjournal.domain.tags import Actor
from winjournal.ui.commands_live import ASKED, id_of
from winjournal.ui.going_live import GoingLive, offer_debrief, say_ended
from winjournal.ui.look import look_of
from winjournal.ui.screens.live_acts import LiveActs
from winjournal.ui.screens.live_line import LiveLine, say_elapsed
from winjournal.ui.screens.live_marks import LiveMarks
from winjournal.ui.screens.live_rows import LiveView
from winjournal.ui.screens.live_side import below, beside, not_sealed
from winjournal.ui.screens.live_words import WordsLine
from winjournal.ui.text import one_line
from winjournal.ui.widgets.empty import empty_content
from winjournal.ui.widgets.leaf import Leaf

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.negotiation import Sitting
    from winjournal.services.journal import Journal
    from winjournal.ui.command import Command

_WIDE = (
    "live_ego", "live_ego_theirs", "flip", "live_strength_1", "live_later",
    "live_words", "undo", "live_discreet", "live_end",
)  # fmt: skip
_NARROW = (
    "live_ego", "live_ego_theirs", "flip", "live_later", "live_words", "undo",
    "live_end", "help",
)  # fmt: skip
_TYPING = ("live_words", "back")
_WHILE_TYPING = {"live_words": "keep", "back": "without"}


class LiveScreen(LiveActs):
    """A negotiation while one talks.

    Args:
        negotiation_id: The one that had the focus, if any.
        live_first: Whether one whose sitting goes on is meant before it.
    """

    NAME = "live"
    IN_ROOM = "journal"
    HELP = (
        "A letter marks what you did, its capital what they did, slip beside handled: "
        "neither is nearer than the other. Each mark is on disk before you see it. "
        "The keys after it change the mark that is lit, the last one unless you move "
        "up. Enter opens a line for words: enter keeps them, esc leaves the mark "
        "without. Leaving with q keeps it live; ending it offers the debrief."
    )
    AUTO_FOCUS = "#words"

    def __init__(self, negotiation_id: str | None, *, live_first: bool = False) -> None:
        super().__init__()
        self._wanted, self._live_first = negotiation_id, live_first
        self._deal: str | None = None
        self._view: LiveView | None = None

    def compose(self) -> ComposeResult:
        """Put the clock over the frame that every screen has."""
        yield from super().compose()
        yield Static(id="clock", markup=False)

    def compose_top(self) -> ComposeResult:
        """Yield the line that says what, with whom, how long."""
        yield LiveLine(id="live-line")

    def compose_body(self) -> ComposeResult:
        """Yield the marks, the line for words, and what is held on to."""
        with Container(classes="columns"):
            with Vertical(classes="main"):
                yield LiveMarks()
                yield WordsLine(self.take, self.scribe.words, self.refresh_bindings)
            with Vertical(classes="side"):
                yield Leaf(id="beside")

    def on_mount(self) -> None:
        """Begin the sitting, and let the clock go."""
        going = GoingLive(self.app, self._begun, self._leave)
        going.begin(self._wanted, live_first=self._live_first)
        self.tick()
        if self.app.setting.pulse:
            self.set_interval(1, self.tick)

    def on_resize(self) -> None:
        """Put what is held on to beside the marks, or under them."""
        self.call_after_refresh(self._show_side)

    def footer_ids(self) -> tuple[str, ...]:
        """Return the keys for marking, or those of the line while it is open."""
        if self.words.is_open:
            return _TYPING
        return _WIDE if self.has_class("-wide") else _NARROW

    def word_for(self, command: Command) -> str:
        """Return what a key does, which is another thing while words are typed."""
        if self.words.is_open and command.id in _WHILE_TYPING:
            return _WHILE_TYPING[command.id]
        if command.id == "help":
            return "more"
        return super().word_for(command)

    def note_of(self, moment_id: str | None) -> str:
        """Return the words that a mark has on the screen."""
        marks = self._view.marks if self._view else ()
        return next((one.note or "" for one in marks if one.id == moment_id), "")

    def reload(self) -> None:
        """Ask for the sitting as it is now."""
        if self._deal is not None:
            self.app.desk.ask(
                partial(_read, self._deal), self._show, failed=self._gone, latest="live"
            )

    def tick(self) -> None:
        """Say how long it goes on, and what time it is."""
        now = self.app.setting.now()
        self.query_one("#clock", Static).update(say_time(now))
        if self._view is not None:
            span = elapsed(self._view.sitting, now)
            self.query_one(LiveLine).clock = say_elapsed(span)

    def action_live_end(self) -> None:
        """End the sitting, once everything that was pressed is written."""
        if self.words.is_open and not self.words.keep():
            return
        if self._view is not None:
            end = partial(_end, self._view.sitting.id)
            self.ending = True
            self.app.desk.ask(end, self._ended, failed=self._not_ended)

    def _begun(self, negotiation_id: str) -> None:
        self._deal = negotiation_id
        self.scribe.begin(negotiation_id)
        self.app.done()
        self.reload_if_changed()

    def _leave(self, sentence: str) -> None:
        if self.is_attached and self in self.app.screen_stack:
            self.dismiss()
        if sentence:
            self.app.notify(sentence, timeout=5)

    def _ended(self, done: tuple[Sitting, int]) -> None:
        sitting, marks = done
        said = say_ended(sitting, marks, self.app)
        self._deal = None
        self.dismiss()
        self.app.done(said)
        offer_debrief(self.app, sitting.negotiation_id)

    def _not_ended(self, error: WinJournalError) -> None:
        self.ending = False
        self.app.notify(str(error), severity="error", timeout=10)

    def _gone(self, error: WinJournalError) -> None:
        if isinstance(error, NotFound):
            self._leave("This negotiation is not there any more.")
        else:
            self.app.notify(str(error), severity="error", timeout=10)

    def _show(self, view: LiveView | None) -> None:
        if view is None:
            self._leave("No sitting goes on any more.")
            return
        self._view = view
        self.scribe.settle([one.id for one in view.marks])
        self._show_marks(view)
        self._show_side()
        self.tick()

    def _show_marks(self, view: LiveView) -> None:
        look, person = look_of(self.app), view.dossier.counterparty
        line = self.query_one(LiveLine)
        title = look.veil.words(view.dossier.negotiation.title, person.name)
        line.title = one_line(title)
        line.person = one_line(look.veil.name(person.name, person.alias))
        key = self.app.key_for(id_of(ASKED[0], Actor.ME))
        empty = empty_content("Your marks will stand here.", key, "marks ego")
        meant = self.scribe.meant
        self.marks.show_marks(view, look, meant.moment_id if meant else None, empty)
        self.words.placeholder = not_sealed(view.dossier)

    def _show_side(self) -> None:
        if self._view is not None:
            look, key_for = look_of(self.app), self.app.key_for
            if self.has_class("-wide"):
                room = self.query_one(".side").size.height
                draw = beside(self._view, look, key_for, room)
            else:
                draw = below(self._view, look, key_for, self.size.height)
            self.query_one("#beside", Leaf).show(draw)


def _end(sitting_id: str, journal: Journal) -> tuple[Sitting, int]:
    """End a sitting; return it and how many marks it came to."""
    sitting = journal.deals.end_sitting(sitting_id)
    dossier = journal.deals.read(sitting.negotiation_id)
    return sitting, len(marks_of(sitting, dossier.moments))


def _read(negotiation_id: str, journal: Journal) -> LiveView | None:
    dossier = journal.deals.read(negotiation_id)
    sitting = live_one(dossier.sittings)
    if sitting is None:
        return None
    vow = journal.reading.standing_vow(journal.clock.now().date())
    return LiveView(dossier, sitting, vow)
