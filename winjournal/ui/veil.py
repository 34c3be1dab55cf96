"""Discreet: aliases for names and dots for amounts, while others can see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp

Names = tuple[tuple[str, str | None], ...]
"""Names of people, each with an alias where there is one."""

_AMOUNT = re.compile(r"\d[\d.,\u00a0 ]*\d[kKmM]?|\d[kKmM]?")

DOTS = "•••"

PART = 3
"""Letters from which on a part of a name is hidden alone: `Dana` of `Dana Reyes`."""


@dataclass(frozen=True, slots=True)
class Veil:
    """Says names and amounts as they may be seen.

    Attributes:
        drawn: Whether names and amounts are hidden.
        known: Names with their aliases, hidden wherever they stand in free words.
    """

    drawn: bool = False
    known: Names = ()

    def name(self, name: str, alias: str | None = None) -> str:
        """Return a name, or while drawn its alias, or its initial."""
        if not self.drawn or not name:
            return name
        return alias or dict(self.known).get(name) or f"{name[0]}."

    def amount(self, text: str) -> str:
        """Return an amount in words, or while drawn dots for its digits."""
        return _AMOUNT.sub(DOTS, text) if self.drawn else text

    def words(self, text: str, *names: str) -> str:
        """Return free words, while drawn without amounts and names.

        Args:
            text: What was written.
            *names: Names to hide beside those that are known.
        """
        return self.amount(self.people(text, *names))

    def people(self, text: str, *names: str) -> str:
        """Return words of the program, while drawn without names."""
        if not self.drawn:
            return text
        for name in filter(None, (*names, *(known for known, _ in self.known))):
            text = _without(text, name, self.name(name))
        return text


def hide_names(app: WinJournalApp) -> None:
    """Ask which names there are, and hide them wherever they stand."""

    def found(names: Names) -> None:
        if names != app.names:
            app.names = names
            app.show_again()

    app.desk.ask(names_in, found)


def names_in(journal: Journal) -> Names:
    """Return the names that a journal knows, the longest first."""
    names = [
        (name, one.alias)
        for one in journal.people.everyone()
        for name in (one.name, *one.nicknames)
    ]
    return tuple(sorted(names, key=lambda name: -len(name[0])))


def _without(text: str, name: str, said: str) -> str:
    """Return a text in which a name, and each part of it, is said otherwise."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    text = whole.sub(said.replace("\\", r"\\"), text)
    for part in name.split():
        if len(part) >= PART and part[0].isupper():
            # Short ones only as they are written: Al and Ann, not every al and ann.
            flags = re.IGNORECASE if len(part) > PART else re.NOFLAG
            alone = rf"(?<!\w){re.escape(part)}(?!\w)"
            text = re.sub(alone, f"{part[0]}.", text, flags=flags)
    return text
