"""Discreet: aliases for names and dots for amounts, while others can see."""

from __future__ import annotations

import re
from dataclasses import dataclass

_AMOUNT = re.compile(r"\d[\d.,\u00a0 ]*\d[kKmM]?|\d[kKmM]?")

DOTS = "•••"


@dataclass(frozen=True, slots=True)
class Veil:
    """Says names and amounts as they may be seen.

    Attributes:
        drawn: Whether names and amounts are hidden.
    """

    drawn: bool = False

    def name(self, name: str, alias: str | None = None) -> str:
        """Return a name, or while drawn its alias, or its initial."""
        if not self.drawn or not name:
            return name
        return alias or f"{name[0]}."

    def amount(self, text: str) -> str:
        """Return an amount in words, or while drawn dots for its digits."""
        return _AMOUNT.sub(DOTS, text) if self.drawn else text

    def words(self, text: str, *names: str) -> str:
        """Return free words, while drawn without amounts and these names."""
        if not self.drawn:
            return text
        for name in names:
            if name:
                text = re.sub(re.escape(name), self.name(name), text, flags=re.I)
        return self.amount(text)
