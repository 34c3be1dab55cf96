"""How things are shown now: with which signs, how veiled, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from winjournal.ui.glyphs import Glyphs
from winjournal.ui.veil import Veil

if TYPE_CHECKING:
    from winjournal.ui.app import WinJournalApp


@dataclass(frozen=True, slots=True)
class Look:
    """What drawing needs to know beside the thing itself.

    Attributes:
        glyphs: The signs of the terminal.
        veil: How names and amounts may be said.
        today: Local date.
    """

    glyphs: Glyphs
    veil: Veil
    today: date


def look_of(app: WinJournalApp) -> Look:
    """Return how an application shows things now."""
    return Look(app.glyphs, app.veil, app.setting.now().date())
