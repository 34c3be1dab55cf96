"""What every invented row is made with: ids, times and chance, by a seed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from benchmarks.words import sentence
from winjournal.services.ids import SeededIds
from winjournal.store.instants import utc_text

if TYPE_CHECKING:
    from datetime import datetime

Value = str | int | None
Values = dict[str, Value]


def instant(column: str, at: datetime) -> Values:
    """Return the columns of a time: UTC and offset."""
    return {f"{column}_at": utc_text(at), f"{column}_offset": 0}


class Inventor:
    """Invents rows.

    Args:
        seed: Equal seeds give equal rows.
    """

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.ids = SeededIds(seed)

    def row(self, when: datetime, /, **values: Value) -> Values:
        """Return a row with a new id, written at a time."""
        written = utc_text(when)
        return {
            "id": self.ids.new(when),
            "created_at": written,
            "updated_at": written,
            **values,
        }

    def chance(self, probability: float) -> bool:
        """Return true as often as `probability` says."""
        return self.rng.random() < probability

    def note(self) -> str:
        """Return a line of words."""
        return sentence(self.rng, self.rng.randint(4, 14))
