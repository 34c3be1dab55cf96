"""WinJournal: the five rooms over one open journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SuspendNotSupported
from textual.reactive import reactive

from winjournal.domain.errors import WinJournalError
from winjournal.ui.base_app import CRASHED, BaseApp
from winjournal.ui.desk import Desk
from winjournal.ui.glyphs import ASCII, UNICODE
from winjournal.ui.living import LivingScreen
from winjournal.ui.veil import Veil

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from winjournal.domain.writing import Act
    from winjournal.services.journal import Journal
    from winjournal.ui.drafting import DraftKeeper
    from winjournal.ui.setting import Setting


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


class WinJournalApp(BaseApp):
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
    }
    DEFAULT_MODE = "today"

    discreet: reactive[bool] = reactive(False, init=False)
    """Whether names and amounts are hidden."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(
            theme=setting.theme,
            colorfgbg=setting.colorfgbg,
            glyphs=ASCII if setting.ascii_only else UNICODE,
            keymap=setting.keymap,
        )
        self.setting = setting
        self.desk = Desk(self, setting.open_journal, setting.record_fault)
        self.edition = 0
        self.is_open = False
        self.typing: set[DraftKeeper] = set()
        self.set_reactive(WinJournalApp.discreet, setting.discreet)

    @property
    def veil(self) -> Veil:
        """How names and amounts may be said now."""
        return Veil(self.discreet)

    def on_ready(self) -> None:
        """Open the journal once the first screen was painted."""
        self._heed_signals()
        self.call_after_refresh(self.desk.open, self._opened, self._not_opened)
        for notice in self.setting.notices:
            self.notify(notice, severity="warning", timeout=10)

    def done(self, what: str = "") -> None:
        """Say what was done and show the journal as it is now.

        Args:
            what: One short sentence for a toast; empty for none.
        """
        self.edition += 1
        if what:
            self.notify(what, timeout=3)
        if isinstance(self.screen, LivingScreen):
            self.screen.reload_if_changed()

    def watch_discreet(self) -> None:
        """Say everything again, veiled or not."""
        self.done("Names and amounts are hidden." if self.discreet else "")

    def action_discreet(self) -> None:
        """Hide names and amounts, or show them again."""
        self.discreet = not self.discreet

    def action_undo(self) -> None:
        """Take the last act back."""
        self.desk.ask(lambda j: j.history.undo(), self._undone)

    def action_redo(self) -> None:
        """Do again what was last taken back."""
        self.desk.ask(lambda j: j.history.redo(), self._redone)

    def action_quick_line(self) -> None:
        """Open a line for what happened: on Today its own, elsewhere before it."""
        line = getattr(self.screen, "write_line", None)
        if line is not None:
            line()
            return
        from winjournal.ui.modals.line import LineModal

        self.push_screen(
            LineModal("What happened?", placeholder="yesterday 3pm: Dana, …"),
            self.log_line,
        )

    def log_line(self, text: str | None) -> None:
        """Log a line and say what it was understood as."""
        if not text or not text.strip():
            return
        from winjournal.services.saying import say_logged

        self.desk.ask(
            lambda j: j.inbox.log(text),
            lambda logged: self.done(say_logged(*logged)),
        )

    def action_new(self) -> None:
        """Start a negotiation."""
        from winjournal.ui.screens.prep import PrepScreen

        self.push_screen(PrepScreen())

    def action_find(self) -> None:
        """Find words in everything written."""
        from winjournal.ui.screens.find import FindScreen

        self.push_screen(FindScreen())

    def open_negotiation(self, negotiation_id: str) -> None:
        """Show one negotiation."""
        from winjournal.ui.screens.negotiation import NegotiationScreen

        self.push_screen(NegotiationScreen(negotiation_id))

    def open_debrief(self, negotiation_id: str) -> None:
        """Ask how a negotiation went, or show what was answered."""
        from winjournal.ui.screens.debrief import DebriefScreen

        self.push_screen(DebriefScreen(negotiation_id))

    def resume(self, owner: str) -> None:
        """Go on writing what was not saved.

        Args:
            owner: Whose draft it is: `prep:new`, `prep:ID`, `debrief:ID`,
                `entry:new`, `entry:ID`, `week:2026-W47`.
        """
        from winjournal.ui.resuming import screen_for

        self.push_screen(screen_for(owner))

    def edit_outside(self, text: str) -> str | None:
        """Let the user edit a text in their own editor; None where it stays."""
        try:
            with self.suspend():
                return self.setting.editor(text)
        except SuspendNotSupported:
            self.notify("This terminal cannot be lent to an editor.")
        except WinJournalError as error:
            self.notify(str(error), severity="error", timeout=10)
        return None

    def theme_chosen(self, name: str) -> None:
        """Keep the theme for the next time."""
        self.setting.keep_theme(name)

    def save_drafts(self) -> None:
        """Keep everything that is being typed, at once."""
        for keeper in tuple(self.typing):
            keeper.keep_now()

    def record_crash(self, error: Exception) -> None:
        """Put a fault into the log, without words of the user."""
        self.setting.record_fault(error)

    async def action_quit(self) -> None:
        """Keep what is being typed and leave."""
        self.save_drafts()
        self.desk.close()
        self.exit(0)

    def _opened(self, journal: Journal) -> None:
        self.is_open = True
        self.desk.ask(lambda j: j.inbox.file_known(), self._filed)

    def _filed(self, count: int) -> None:
        lines = "line was" if count == 1 else "lines were"
        self.done(f"{count} logged {lines} filed." if count else "")

    def _not_opened(self, error: BaseException) -> None:
        if not isinstance(error, WinJournalError):
            self.setting.record_fault(error)
        sentence = (
            str(error)
            if isinstance(error, WinJournalError)
            else f"The journal could not be opened ({type(error).__name__})."
        )
        code = error.code if isinstance(error, WinJournalError) else CRASHED
        self.exit(code, message=sentence)

    def _undone(self, act: Act) -> None:
        self.done(f"Taken back: {act.what} {act.subject}")

    def _redone(self, act: Act) -> None:
        self.done(f"Done again: {act.what} {act.subject}")

    def _heed_signals(self) -> None:
        from winjournal.ui.signals import heed_signals

        heed_signals(self.save_drafts, self.exit)
