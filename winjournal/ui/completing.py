"""Completion of a filter while it is typed, in the journal and in `/`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content
from textual.suggester import Suggester

from winjournal.domain.filter_complete import Known, completions
from winjournal.ui.text import one_line, plain

if TYPE_CHECKING:
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

_SHOWN = 7
"""So many are named below the line; typing on narrows them."""


class Completer(Suggester):
    """Knows what the last word may become.

    Args:
        app: The application; its journal is asked for names once.
    """

    def __init__(self, app: WinJournalApp) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._app = app
        self._known = Known(saved=app.setting.filters)

    def begin(self) -> None:
        """Ask the journal for the names that a filter may hold."""
        self._app.desk.ask(_read, self._learn, latest="completion")

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last word completed.

        Only what begins as it was typed can be shown behind the cursor.
        """
        start, found = self._found(value)
        for term in found:
            if term.casefold().startswith(value[start:].casefold()):
                return value[:start] + term
        return None

    def offered(self, value: str) -> Content:
        """Return a line of what the last word may become; empty below two."""
        _, found = self._found(value)
        if len(found) < 2:
            return Content("")
        more = f"  and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        terms = "  ".join(one_line(_value(term)) for term in found[:_SHOWN])
        return plain(f"{terms}{more}", "$ink-faint")

    def _found(self, value: str) -> tuple[int, list[str]]:
        if self._app.veil.drawn:
            # Names are hidden from who looks on.
            known = Known(saved=self._app.setting.filters)
        else:
            known = self._known
        start, found = completions(value, known)
        return start, [one.term for one in found]

    def _learn(self, known: Known) -> None:
        self._known = replace(known, saved=self._app.setting.filters)


def _value(term: str) -> str:
    """Return a term without the key that was typed already."""
    key, _, value = term.partition(":")
    return (value.strip('"') or term) if key.isalpha() else term


def _read(journal: Journal) -> Known:
    return Known(
        people=[row.person.name for row in journal.people.rows()],
        kinds=journal.people.kinds(),
    )
