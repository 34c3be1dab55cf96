"""What the keys of the screen for the room do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.reactive import reactive

from winjournal.domain.tags import Actor
from winjournal.ui.bindings import bindings_for
from winjournal.ui.command import LIVE
from winjournal.ui.commands import BY_ID
from winjournal.ui.commands_live import SILENT
from winjournal.ui.living import LivingScreen
from winjournal.ui.screens.live_marks import LiveMarks
from winjournal.ui.screens.live_scribe import Scribe
from winjournal.ui.screens.live_words import WordsLine
from winjournal.ui.widgets.ledger import Ledger

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from winjournal.ui.command import Command


class LiveActs(LivingScreen, inherit_bindings=False):
    """Takes every key in the order in which it was pressed."""

    GROUP = LIVE
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(LIVE)

    clock_only: reactive[bool] = reactive(False, init=False)
    """Whether nothing but a clock is shown."""

    marks = getters.query_one("#marks", LiveMarks)
    words = getters.query_one("#words", WordsLine)

    def __init__(self) -> None:
        super().__init__()
        self.scribe = Scribe(self.app)
        self.ending = False
        """Whether the sitting is being ended, and no key counts any more."""

    def note_of(self, moment_id: str | None) -> str:
        """Return the words that a mark has on the screen; to be overridden."""
        return ""

    async def take(self, event: events.Key) -> bool:
        """Do what a key says; return whether it is done with.

        While only a clock is shown, marking goes on unseen and any other key comes
        back.
        """
        if self.ending or not self.is_current:
            return True
        found = self.active_bindings.get(event.key)
        command: Command | None = None
        if found is not None and found.enabled:
            command = BY_ID.get(found.binding.id or "")
        if self.clock_only and (command is None or command.id not in SILENT):
            self.clock_only = False
            return True
        if found is None or command is None:
            return False
        await self.app.run_action(found.binding.action, found.node)
        return True

    def before_leaving(self) -> bool:
        """Keep the words that are being typed."""
        self.words.leave()
        return True

    def watch_clock_only(self) -> None:
        """Cover everything with the clock, or show it again."""
        self.set_class(self.clock_only, "-clock-only")

    def action_live_mark(self, slug: str, actor: str) -> None:
        """Mark a moment."""
        self.scribe.mark(slug, Actor(actor))

    def action_live_later(self) -> None:
        """Mark a moment whose tag is decided later."""
        self.scribe.mark(None, Actor.ME)

    def action_live_more(self, actor: str) -> None:
        """Let any tag be chosen."""
        from winjournal.ui.tagging import choose_tag

        def chosen(slug: str | None) -> None:
            if slug is not None:
                self.scribe.mark(slug, Actor(actor))

        choose_tag(self.app, Actor(actor), chosen)

    def action_flip(self) -> None:
        """Turn the mark into the other half of its pair."""
        self.scribe.flip()

    def action_live_strength(self, strength: int) -> None:
        """Say how strong the mark is."""
        self.scribe.strength(strength)

    def action_live_words(self) -> None:
        """Open the line for the words of the mark."""
        meant = self.scribe.meant
        if meant is None:
            self.app.notify("There is no mark yet.", timeout=3)
        else:
            self.words.open(meant, self.note_of(meant.moment_id))

    def action_live_move(self, where: str) -> None:
        """Go to another mark."""
        self.marks.action_move(where)

    def action_live_discreet(self) -> None:
        """Show a clock only."""
        self.clock_only = True

    @on(Ledger.Highlighted, "#marks")
    def _chosen(self, event: Ledger.Highlighted) -> None:
        meant = self.scribe.meant
        is_other = meant is None or meant.moment_id not in (None, event.row_id)
        if event.row_id is not None and is_other:
            self.scribe.choose(event.row_id)
