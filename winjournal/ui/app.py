"""WinJournal: the six rooms over one open journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SuspendNotSupported
from textual.reactive import reactive

from winjournal.domain.errors import EditorFailed, WinJournalError
from winjournal.domain.say_dates import say_time
from winjournal.ui.caring import Caring
from winjournal.ui.desk import Desk
from winjournal.ui.glyphs import ASCII, UNICODE
from winjournal.ui.living import LivingScreen
from winjournal.ui.lockable_app import LockableApp
from winjournal.ui.signals import heed_signals
from winjournal.ui.starting import Start
from winjournal.ui.veil import Veil, hide_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from winjournal.ui.drafting import DraftKeeper
    from winjournal.ui.setting import Setting
    from winjournal.ui.veil import Names


def _today() -> Screen[Any]:
    from winjournal.ui.screens.today import TodayScreen

    return TodayScreen()


def _journal() -> Screen[Any]:
    from winjournal.ui.screens.journal import JournalListScreen

    return JournalListScreen()


def _people() -> Screen[Any]:
    from winjournal.ui.screens.people import PeopleScreen

    return PeopleScreen()


def _week() -> Screen[Any]:
    from winjournal.ui.screens.week import WeekScreen

    return WeekScreen()


def _character() -> Screen[Any]:
    from winjournal.ui.screens.character import CharacterScreen

    return CharacterScreen()


def _year() -> Screen[Any]:
    from winjournal.ui.screens.year import YearScreen

    return YearScreen()


IN_THE_FORM = "What you wrote is in the form; nothing is saved."
"""Said of the words that an editor left when it was killed."""


class WinJournalApp(Caring, LockableApp):
    """The application.

    Args:
        setting: What it is given from outside.
    """

    # Each room is imported when it is first entered.
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "today": _today,
        "journal": _journal,
        "people": _people,
        "week": _week,
        "character": _character,
        "year": _year,
    }
    DEFAULT_MODE = "today"

    discreet: reactive[bool] = reactive(False, init=False)
    """Whether names and amounts are hidden."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(
            setting,
            theme=setting.theme,
            colorfgbg=setting.colorfgbg,
            glyphs=ASCII if setting.ascii_only else UNICODE,
            keymap=setting.keymap,
            themes=setting.themes,
        )
        self.desk = Desk(self, setting.open_journal, setting.record_fault)
        self.start = Start(self)
        self.edition = 0
        self.fact = "demo" if setting.is_demo else ""
        self.names: Names = ()
        self.told_unkept = False
        self.typing: set[DraftKeeper] = set()
        self.set_reactive(WinJournalApp.discreet, setting.discreet)

    @property
    def veil(self) -> Veil:
        """How names and amounts may be said now."""
        return Veil(self.discreet, self.names)

    def on_load(self) -> None:
        """Ask for the names to hide before anything that holds one."""
        if self.discreet:
            hide_names(self)

    def on_ready(self) -> None:
        """Open the journal once the first screen was painted."""
        heed_signals(self.save_drafts, self.exit)
        if not self.guard.begin(self.start.begin):
            self.call_after_refresh(self.start.begin)

    def done(self, what: str = "") -> None:
        """Show the journal as it is after something was written.

        Args:
            what: What was done, in one short sentence for a toast; empty for none.
        """
        self.fact = f"saved {say_time(self.setting.now())}"
        self.show_again()
        if self.discreet:
            hide_names(self)
        if what:
            self.notify(self.veil.people(what), timeout=3)

    def show_again(self) -> None:
        """Show anew what is seen now, and the other rooms when they are entered."""
        self.edition += 1
        self.start.know_tags()
        if isinstance(self.screen, LivingScreen):
            self.screen.reload_if_changed()

    def watch_discreet(self) -> None:
        """Say everything again, veiled or not."""
        self.show_again()
        if self.discreet:
            self.clear_notifications()
            hide_names(self)
            self.notify("Names and amounts are hidden.", timeout=3)

    def action_discreet(self) -> None:
        """Hide names and amounts, or show them again."""
        self.discreet = not self.discreet

    def action_undo(self) -> None:
        """Take the last act back."""
        from winjournal.ui.history import undo

        undo(self)

    def action_redo(self) -> None:
        """Do again what was last taken back."""
        from winjournal.ui.history import redo

        redo(self)

    def action_quick_line(self) -> None:
        """Open a line for what happened: on Today its own, elsewhere before it."""
        from winjournal.ui.lines import write_line

        write_line(self)

    def action_new(self) -> None:
        """Start a negotiation."""
        from winjournal.ui.screens.prep import PrepScreen

        self.push_screen(PrepScreen())

    def action_find(self) -> None:
        """Find words in everything written."""
        from winjournal.ui.screens.find import FindScreen

        self.push_screen(FindScreen())

    def open_negotiation(self, negotiation_id: str, at: str | None = None) -> None:
        """Show one negotiation; `at` is what has the focus first, as `moment:ID`."""
        from winjournal.ui.screens.negotiation import NegotiationScreen

        self.push_screen(NegotiationScreen(negotiation_id, at))

    def open_debrief(self, negotiation_id: str) -> None:
        """Ask how a negotiation went, or show what was answered."""
        from winjournal.ui.screens.debrief import DebriefScreen

        self.push_screen(DebriefScreen(negotiation_id))

    def edit_outside(
        self, text: str, failed: Callable[[str], None] | None = None
    ) -> str | None:
        """Let the user edit a text in their own editor; None where it stays.

        Args:
            text: What the editor opens with.
            failed: Takes what an editor left that failed; None has it returned, for
                a field in which it is not saved yet.
        """
        self.guard.is_lent = True
        try:
            with self.suspend():
                return self.setting.editor(text)
        except SuspendNotSupported:
            self.notify("This terminal cannot be lent to an editor.")
        except EditorFailed as error:
            if failed is not None and error.text:
                failed(error.text)
                return None
            if error.text:
                said = f"{error.sentence} {IN_THE_FORM}"
                self.notify(said, severity="warning", timeout=10)
                return error.text
            self.notify(str(error), severity="error", timeout=10)
        except WinJournalError as error:
            self.notify(str(error), severity="error", timeout=10)
        finally:
            self.guard.is_lent = False
            self.guard.touched()
        return None

    def theme_chosen(self, name: str) -> None:
        """Keep the theme for the next time."""
        self.setting.keep_theme(name)

    def save_drafts(self) -> None:
        """Keep everything that is being typed, at once.

        Raises:
            WinJournalError: Some of it could not be kept.
        """
        failed: WinJournalError | None = None
        for keeper in tuple(self.typing):
            try:
                keeper.keep_now()
            except WinJournalError as error:
                failed = error
        if failed is not None:
            raise failed

    def record_crash(self, error: Exception) -> None:
        """Put a fault into the log, without words of the user."""
        self.setting.record_fault(error)

    async def action_quit(self) -> None:
        """Keep what is being typed and leave; where it cannot be kept, ask twice."""
        try:
            self.save_drafts()
        except WinJournalError as error:
            if not self.told_unkept:
                self.told_unkept = True
                key = self.key_for("leave")
                said = f"Not kept: {error} {key} once more leaves without it."
                self.notify(said, severity="error", timeout=10)
                return
        self.exit(0)
