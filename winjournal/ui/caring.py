"""Looking after the journal as a file, from any screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from textual.app import App
from textual.reactive import reactive

from winjournal.domain.errors import MovedJournal

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.domain.errors import WinJournalError
    from winjournal.domain.trash import Deleted, Doomed, Purged
    from winjournal.ui.desk import Desk
    from winjournal.ui.setting import Setting
    from winjournal.ui.veil import Veil

BREATH = 0.005
"""Seconds that the quiet look waits after each chunk of rows, for the screen's sake."""

_ACTIONS = frozenset(
    {"backups", "back_up", "empty_trash", "purge", "check_journal", "rescue"}
)
_SOUND = "The journal is as it was written."
_REMEDY = "wj doctor names them; Backups (ctrl+p) puts a copy back."


class Left(Exception):
    """The quiet look ends before it is done."""


class Caring(App[int]):
    """The part of the application that looks after the journal as a file."""

    setting: Setting
    desk: Desk
    done: Callable[..., None]

    if TYPE_CHECKING:

        @property
        def veil(self) -> Veil:
            """How names and amounts may be said now."""

    alarm: reactive[str] = reactive("")
    """What is wrong with the journal; it stays on every screen."""

    looker: threading.Thread | None = None
    """What reads the whole journal now, or did."""

    stopped = threading.Event()
    """Ends the look that goes on."""

    is_moved = False
    """Whether the journal's file is no longer the one that was opened."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what looks after a file only where there is one to look after."""
        if action in _ACTIONS:
            if self.setting.keeper is None:
                return False
            if action == "rescue":
                return self.is_moved and bool(super().check_action(action, parameters))
            if action == "purge" and self._purgeable() is None:
                return False
        return super().check_action(action, parameters)

    def look_over(self, told: Callable[[str], None] | None = None) -> None:
        """Read the whole journal in the background, and raise the alarm if need be.

        Args:
            told: Gets what is wrong, or nothing; without it only an alarm is raised.
        """
        keeper = self.setting.keeper
        if keeper is None:
            return
        self.stop_looking()
        stopped = self.stopped = threading.Event()

        def breathe() -> None:
            if stopped.wait(BREATH) or not self.is_running:
                raise Left

        def work() -> None:
            try:
                said = keeper.unsound(breathe)
            except Left:
                return
            except Exception as error:  # noqa: BLE001 - a thread's last resort: the log
                self.setting.record_fault(error)
                return
            self.call_later(self._looked_over, said, told)

        self.looker = threading.Thread(target=work, name="look over", daemon=True)
        self.looker.start()

    def stop_looking(self) -> None:
        """End the quiet look, and wait until it has let go of the journal."""
        if self.looker is not None:
            self.stopped.set()
            self.looker.join()

    def _looked_over(self, said: str, told: Callable[[str], None] | None) -> None:
        if not self.is_moved:
            self.alarm = f"{said} {_REMEDY}" if said else ""
        if told is not None:
            told(said)

    def journal_failed(self, error: WinJournalError) -> None:
        """Raise the alarm where the journal's file was moved or replaced."""
        if isinstance(error, MovedJournal) and not self.is_moved:
            self.is_moved = True
            self.alarm = (
                "The journal's file was moved, deleted or replaced. Nothing more is"
                " written to it; what was saved is safe: ctrl+p, Rescue the journal."
            )

    def action_check_journal(self) -> None:
        """Read the whole journal and say how it is."""
        self.notify("Reading the whole journal.", timeout=3)
        self.look_over(lambda said: self.notify(said or _SOUND, timeout=10))

    def action_backups(self) -> None:
        """List the backups."""
        from winjournal.ui.screens.backups import BackupsScreen

        self.push_screen(BackupsScreen())

    def action_back_up(self) -> None:
        """Make a backup now."""
        keeper = self.setting.keeper
        if keeper is not None:
            self.notify("Making a backup.", timeout=2)
            self.desk.ask(
                lambda _: keeper.back_up("asked"),
                lambda made: self.done(f"Backed up and read again: {made.name}"),
            )

    def action_rescue(self) -> None:
        """Write all of the journal to a new file and go on with that."""

        def rescued(path: object) -> None:
            self.is_moved, self.alarm = False, ""
            self.done()
            self.notify(f"Everything is in {path}; WinJournal goes on there.",
                        timeout=30)  # fmt: skip

        self.desk.ask(lambda j: j.store.rescue(), rescued)

    def action_empty_trash(self) -> None:
        """Ask, and let go of what undo could bring back."""
        self.desk.ask(lambda j: j.purging.trash(), self._ask_trash)

    def _ask_trash(self, trash: tuple[Deleted, ...]) -> None:
        from winjournal.services.saying import say_count
        from winjournal.ui.modals.confirm import ConfirmModal

        if not trash:
            self.notify("The trash is empty.", timeout=3)
            return
        rows = say_count(sum(one.rows for one in trash), "deleted thing")
        last = trash[0]
        question = (
            f"Let go of {rows} for good, the latest: {last.what}"
            f" {self.veil.words(last.subject)}? Nothing done so far can be undone"
            " after that."
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self.desk.ask(
                    lambda j: j.purging.empty(),
                    lambda _: self.done(f"Emptied: {rows}."),
                )

        self.push_screen(ConfirmModal(question, yes="empty it", no="keep"), answered)

    def action_purge(self) -> None:
        """Ask, and take what the screen shows out of the journal for good."""
        meant = self._purgeable()
        if meant is not None:
            self.desk.ask(lambda j: j.purging.look(*meant), self._ask_purge)

    def _purgeable(self) -> tuple[str, str] | None:
        """Return the kind and id of what the screen shows; None for other screens."""
        for screen in reversed(self.screen_stack):
            if hasattr(screen, "purgeable"):
                found: tuple[str, str] = screen.purgeable
                return found
        return None

    def _ask_purge(self, doomed: Doomed) -> None:
        from winjournal.services.saying import say_count
        from winjournal.ui.modals.confirm import ConfirmModal

        name = self.veil.name(doomed.name) if doomed.person else self.veil.words(
            doomed.name
        )  # fmt: skip
        deals = say_count(len(doomed.deals), "negotiation")
        what = f"{name} and {deals}" if doomed.person else name
        question = (
            f"Purge {what} for good, with all that belongs to it? Nothing brings it"
            " back but a backup; one is made first."
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._purge(doomed)

        self.push_screen(ConfirmModal(question, yes="purge", no="keep"), answered)

    def _purge(self, doomed: Doomed) -> None:
        from winjournal.services.saying import say_count

        keeper = self.setting.keeper
        if keeper is None:
            return

        def purged(done: Purged) -> None:
            if len(self.screen_stack) > 1:
                self.pop_screen()
            self.done(f"Purged: {say_count(done.rows, 'row')}.")
            self.desk.ask(lambda _: len(keeper.backups()), self._ask_renew)

        def kept(_: object) -> None:
            self.desk.ask(lambda j: j.purging.purge(doomed), purged)

        self.desk.ask(lambda _: keeper.back_up("purge"), kept)

    def _ask_renew(self, count: int) -> None:
        """Ask whether the backups that still hold what was purged are to go too."""
        from winjournal.services.saying import say_count
        from winjournal.ui.modals.confirm import ConfirmModal

        keeper = self.setting.keeper
        if keeper is None:
            return
        question = (
            f"{say_count(count, 'backup still holds', 'backups still hold')} what was"
            " purged. Make a new one, and delete the older ones for good?"
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self.desk.ask(
                    lambda _: keeper.renew(),
                    lambda made: self.done(
                        f"{say_count(made[1], 'older backup')} deleted."
                    ),
                )

        self.push_screen(ConfirmModal(question, yes="delete", no="keep"), answered)
