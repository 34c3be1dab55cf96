"""The line for the words of a mark, which has the focus all the time.

While it is closed it hands every key on; while it is open it is a line like any other.
So that one and the same widget takes each key: were the focus to move when the line
opens, keys that were pressed fast would still go to where it was before, and words
would be taken for marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding, BindingType
from textual.widgets import Input

from winjournal.domain.moments import NOTE_MAX
from winjournal.ui.drafting import LINE, DraftKeeper
from winjournal.ui.living import winjournal_app
from winjournal.ui.screens.live_scribe import Meant, owner_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events

    Take = Callable[[events.Key], Awaitable[bool]]
    Write = Callable[[Meant, str], None]


class WordsLine(Input, inherit_bindings=False):
    """Takes the words for one mark.

    Args:
        take: Does what a key says while the line is closed; returns whether the key
            is done with.
        write: Writes the words for a mark.
        changed: Called when the line was opened or closed.
    """

    # Enter belongs to the screen: it opens the line.
    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in Input.BINDINGS if isinstance(one, Binding) and one.key != "enter"
    ]

    app = getters.app(winjournal_app)

    def __init__(self, take: Take, write: Write, changed: Callable[[], None]) -> None:
        super().__init__(id="words", compact=True, select_on_focus=False)
        self._take, self._write, self._changed = take, write, changed
        self._for: Meant | None = None
        self._keeper: DraftKeeper | None = None

    @property
    def is_open(self) -> bool:
        """Whether words are being typed."""
        return self._for is not None

    def open(self, meant: Meant, words: str) -> None:
        """Begin to take words.

        Args:
            meant: The mark they are for.
            words: Those it has.
        """
        self._for = meant
        self.value = words if meant.typed is None else meant.typed
        self.cursor_position = len(self.value)
        self.add_class("-open")
        self._changed()

    def keep(self) -> bool:
        """Hand on what was typed, and close; False where it is too long to be kept."""
        words = self.value.strip()
        if len(words) > NOTE_MAX:
            self.app.notify(
                f"That is {len(words)} characters; {NOTE_MAX} is the most.",
                severity="warning",
            )
            return False
        if self._for is not None:
            if self._keeper is not None:
                self._keeper.stop()
            self._for.typed = words
            self._write(self._for, words)
        self._close()
        return True

    def leave(self) -> None:
        """Close, and keep what was typed as a draft."""
        if self._for is not None:
            self._for.typed = self.value
        if self._keeper is not None:
            self._keeper.leave()
        self._close()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take letters for words only while the line is open."""
        if not self.is_open or key == "enter":
            return False
        return super().check_consume_key(key, character)

    async def on_key(self, event: events.Key) -> None:
        """Hand the key on, or take it as typing."""
        if self.is_open and event.key not in {"enter", "escape", "ctrl+s"}:
            return
        if event.key == "escape" and self.is_open:
            self.leave()
        elif event.key == "enter" and self.is_open:
            self.keep()
        elif not await self._take(event) and not event.is_printable:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Take no text while the line is closed."""
        if not self.is_open:
            event.stop()
            event.prevent_default()

    def on_unmount(self) -> None:
        """Let the keeper go."""
        if self._keeper is not None:
            self._keeper.leave()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep what is typed, once the mark is written that it belongs to."""
        event.stop()
        if self._for is None or self._for.moment_id is None:
            return
        if self._keeper is None:
            self._keeper = DraftKeeper(self.app, owner_of(self._for.moment_id))
            self._keeper.start(self)
        self._keeper.note({LINE: self.value})

    def _close(self) -> None:
        self._keeper = self._for = None
        self.value = ""
        self.remove_class("-open")
        self._changed()
