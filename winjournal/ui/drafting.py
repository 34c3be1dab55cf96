"""Keeps what is being typed, every half second, until it is saved for good."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump
    from textual.timer import Timer

    from winjournal.domain.errors import WinJournalError
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp
    from winjournal.ui.glyphs import Glyphs

SECONDS, SECONDS_FOR_LONG = 0.5, 2.0
LONG = 256 * 1024
"""Characters beyond which a draft is written less often."""

FIELD = "form"
"""All fields of a form are kept as one JSON object."""

LINE = "line"
"""The owner of the draft of the line for what happened; also its value's name."""

Values = dict[str, str | None]


def hint(glyphs: Glyphs) -> str:
    """Return what stands in that line while it is empty."""
    return f"yesterday 3pm: Dana, {'...' if glyphs.ascii_only else glyphs.ellipsis}"


class DraftKeeper:
    """Keeps the values of one form, or of one line.

    A dirty flag and a plain interval: a debounce would never fire while
    somebody keeps typing.

    Args:
        app: The application.
        owner: What is being edited: `prep:ID`, `week:2026-W47`, `line`.
        base: What the form started from, as `base_of` has it; None for nothing.
        say: Shows a sentence for as long as a draft cannot be kept; "" ends it.
    """

    def __init__(
        self,
        app: WinJournalApp,
        owner: str,
        *,
        base: int | None = None,
        say: Callable[[str], None] | None = None,
    ) -> None:
        self._app, self.owner, self._say = app, owner, say
        self._base = base_of({}) if base is None else base
        self._values: Values = {}
        self._dirty = self._kept = False
        self._timer: Timer | None = None
        self._waited = 0.0

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not written yet."""
        return self._dirty

    def start(self, home: MessagePump) -> None:
        """Begin to keep, or go on with it.

        Args:
            home: Whose timer is used: it ends when the screen does.
        """
        if self._timer is None:
            self._timer = home.set_interval(SECONDS, self._tick)
            self._app.typing.add(self)

    def note(self, values: Values) -> None:
        """Take what the form holds now; written at the next tick."""
        self._values, self._dirty = dict(values), True

    def keep_now(self) -> bool:
        """Write at once, wait for it, and return whether a draft is kept.

        Raises:
            WinJournalError: It could not be written; what was typed is still here.
        """
        if self._dirty:
            self._app.desk.do_now(self._job())
            self._dirty, self._kept = False, self._is_changed
        return self._kept

    def leave(self) -> None:
        """Stop, and write beside the screen what is not written yet."""
        if self._dirty:
            self._app.desk.ask(self._job(), lambda _: self._app.show_again())
        self.stop()

    def stop(self) -> None:
        """Stop without writing: the form is saved, or let go."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._app.typing.discard(self)
        self._dirty = self._kept = False

    @property
    def _is_changed(self) -> bool:
        return base_of(self._values) != self._base

    def _tick(self) -> None:
        self._waited += SECONDS
        size = sum(len(v or "") for v in self._values.values())
        due = SECONDS_FOR_LONG if size > LONG else SECONDS
        if self._dirty and self._waited >= due:
            self._dirty, self._waited = False, 0.0
            self._kept = self._is_changed
            self._app.desk.ask(
                self._job(), lambda _: self._tell(""), failed=self._failed
            )

    def _job(self) -> Callable[[Journal], None]:
        """Return what writes the values as they are now."""
        owner, base = self.owner, self._base
        if not self._is_changed:
            return lambda journal: journal.drafts.drop(owner, FIELD)
        # ASCII, so that half a character pasted in cannot make it unwritable.
        text = json.dumps(self._values)
        return lambda journal: journal.drafts.keep(
            owner, FIELD, text, base_version=base
        )

    def _failed(self, error: WinJournalError) -> None:
        if self._timer is not None:
            self._dirty, self._kept = True, False
            self._tell(f"What you type is not kept. {error.sentence}")

    def _tell(self, sentence: str) -> None:
        if self._say is not None and self._timer is not None:
            self._say(sentence)


def values_of(text: str) -> Values:
    """Return the values that a draft holds; none where it is not readable."""
    try:
        raw: Any = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(raw, dict):
        return {}
    return {str(k): v for k, v in raw.items() if v is None or isinstance(v, str)}


def base_of(values: Values) -> int:
    """Return a number that tells whether a form would start from the same again."""
    # Not for safety, only to see a change: it is never compared across versions.
    from zlib import crc32

    said = json.dumps({k: v for k, v in values.items() if v}, sort_keys=True)
    return crc32(said.encode())
