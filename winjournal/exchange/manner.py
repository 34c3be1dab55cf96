"""How pages are written: what is hidden in them, and by whose templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.naming import Names
from winjournal.domain.redaction import Redaction
from winjournal.exchange.markdown import (
    entry_markdown,
    line_markdown,
    negotiation_markdown,
)
from winjournal.exchange.templates import Templates
from winjournal.exchange.week import WeekPage, week_markdown

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.writing import Entry, InboxLine

OPEN = Redaction(frozenset(), Names(()))
"""Hides nothing."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Writes each thing as a page; usually all of it, and as this program does.

    Attributes:
        redaction: What is hidden.
        templates: The user's own, for the things they have one for.
    """

    redaction: Redaction = OPEN
    templates: Templates | None = None

    def negotiation(self, dossier: Dossier, level: int, *, alone: bool) -> str:
        """Return one negotiation; see `negotiation_markdown`."""
        seen = self.redaction.of(dossier.without_words())
        own = self._own("negotiation", level, seen, alone=alone)
        if own is not None:
            return own
        return negotiation_markdown(
            seen, level=level, front_matter=alone, hidden=self.redaction.said
        )

    def entry(self, entry: Entry, level: int, *, alone: bool) -> str:
        """Return one entry; see `entry_markdown`."""
        seen = self.redaction.of(entry)
        own = self._own("entry", level, seen, alone=alone)
        if own is not None:
            return own
        return entry_markdown(
            seen, level=level, front_matter=alone, hidden=self.redaction.said
        )

    def line(self, line: InboxLine, level: int, *, alone: bool) -> str:
        """Return one logged line; see `line_markdown`."""
        seen = self.redaction.of(line)
        own = self._own("line", level, seen, alone=alone)
        if own is not None:
            return own
        return line_markdown(
            seen, level=level, front_matter=alone, hidden=self.redaction.said
        )

    def week(self, about: WeekPage, level: int, *, alone: bool) -> str:
        """Return one week; see `week_markdown`."""
        seen = self.redaction.of(about)
        own = self._own("week", level, seen, alone=alone)
        if own is not None:
            return own
        return week_markdown(
            seen, level=level, front_matter=alone, hidden=self.redaction.said
        )

    def _own(self, name: str, level: int, seen: object, *, alone: bool) -> str | None:
        if self.templates is None:
            return None
        hidden = self.redaction.said
        return self.templates.page(name, seen, level=level, alone=alone, hidden=hidden)


PLAIN = Manner()
"""As this program writes, nothing hidden."""
