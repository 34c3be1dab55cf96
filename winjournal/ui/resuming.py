"""Finding the screen in which a draft goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

NEW = "new"
"""Stands for the id of what was never saved."""


def screen_for(owner: str) -> Screen[Any]:
    """Return the screen that a draft was typed in; it restores the draft itself."""
    kind, _, id_ = owner.partition(":")
    known = None if id_ == NEW else id_
    if kind == "debrief" and known:
        from winjournal.ui.screens.debrief import DebriefScreen

        return DebriefScreen(known)
    if kind == "look-back" and known:
        from winjournal.ui.screens.look_back import LookBackScreen

        return LookBackScreen(known)
    if kind == "entry":
        from winjournal.ui.screens.entry import EntryScreen

        new, _, home = id_.partition("@")
        return EntryScreen(None, home) if home and new == NEW else EntryScreen(known)
    if kind == "week" and known:
        from winjournal.ui.screens.review import ReviewScreen

        return ReviewScreen(known)
    from winjournal.ui.screens.prep import PrepScreen

    return PrepScreen(known)
