"""Keeps what is being typed, every half second, until it is saved for good."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from winjournal.domain.errors import WinJournalError
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

SECONDS, SECONDS_FOR_LONG = 0.5, 2.0
LONG = 256 * 1024
"""Characters beyond which a draft is written less often."""

FIELD = "form"
"""All fields of a form are kept as one JSON object."""

Values = dict[str, str | None]


class DraftKeeper:
    """Keeps the values of one form.

    A dirty flag and a plain interval: a debounce would never fire while
    somebody keeps typing.

    Args:
        app: The application.
        owner: What is being edited: `negotiation:ID`, `week:2026-W47`.
        base_version: The version the form started from.
    """

    def __init__(
        self, app: WinJournalApp, owner: str, base_version: int | None = None
    ) -> None:
        self._app, self.owner, self._version = app, owner, base_version
        self._values: Values = {}
        self._dirty = False
        self._timer: Timer | None = None
        self._waited = 0.0
        self._kept = False

    def start(self, screen: Screen[Any]) -> None:
        """Begin to keep; called when the form is mounted."""
        self._timer = screen.set_interval(SECONDS, self._tick)
        self._app.typing.add(self)

    def note(self, values: Values) -> None:
        """Take what the form holds now; written at the next tick."""
        self._values, self._dirty = dict(values), True

    def keep_now(self) -> bool:
        """Write at once, wait for it, and return whether a draft is kept."""
        if self._dirty:
            self._dirty, self._kept = False, True
            self._app.desk.do_now(self._keep)
        return self._kept

    def stop(self) -> None:
        """Stop without writing: the form was saved, or let go."""
        if self._timer is not None:
            self._timer.stop()
        self._app.typing.discard(self)
        self._dirty = self._kept = False

    def _tick(self) -> None:
        self._waited += SECONDS
        size = sum(len(v or "") for v in self._values.values())
        due = SECONDS_FOR_LONG if size > LONG else SECONDS
        if self._dirty and self._waited >= due:
            self._dirty, self._kept, self._waited = False, True, 0.0
            self._app.desk.ask(self._keep, failed=self._failed)

    def _keep(self, journal: Journal) -> None:
        journal.drafts.keep(
            self.owner, FIELD, json.dumps(self._values, ensure_ascii=False),
            base_version=self._version,
        )  # fmt: skip

    def _failed(self, error: WinJournalError) -> None:
        self._dirty = True
        self._app.notify(
            f"Draft not saved: {error.sentence}", severity="error", timeout=SECONDS * 4
        )


def values_of(text: str) -> Values:
    """Return the values that a draft holds; none where it is not readable."""
    try:
        raw = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(raw, dict):
        return {}
    return {str(k): v for k, v in raw.items() if v is None or isinstance(v, str)}
