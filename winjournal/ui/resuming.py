"""Finding the screen in which a draft goes on."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from winjournal.ui.drafting import FIELD

if TYPE_CHECKING:
    from textual.screen import Screen

    from winjournal.ui.app import WinJournalApp

NEW = "new"
"""Stands for the id of what was never saved."""

_FORMS = {
    "debrief": ("debrief", "DebriefScreen"),
    "look-back": ("look_back", "LookBackScreen"),
    "reread": ("reread", "RereadScreen"),
    "moment-form": ("moment_form", "MomentScreen"),
    "person": ("person_form", "PersonFormScreen"),
    "version": ("version_form", "VersionScreen"),
    "week": ("review", "ReviewScreen"),
}
"""The module and the class of the form of one thing; imported when it is opened."""


def resume(app: WinJournalApp, owner: str) -> None:
    """Go on writing what was not saved.

    Args:
        app: The application.
        owner: Whose draft it is: `prep:new`, `prep:ID`, `debrief:ID`,
            `entry:new`, `entry:ID`, `week:2026-W47`, `moment:ID`; before it `page:`
            where it is a page that could not be read.
    """
    kind, _, id_ = owner.partition(":")
    if kind == "page":
        from winjournal.ui.editing_outside import go_on_in_editor

        go_on_in_editor(app, owner)
    elif kind == "moment":
        from winjournal.ui.marking import go_on_with

        go_on_with(app, id_)
    else:
        app.push_screen(screen_for(owner))


def screen_for(owner: str) -> Screen[Any]:
    """Return the screen that a draft was typed in; it restores the draft itself."""
    kind, _, id_ = owner.partition(":")
    known = None if id_ == NEW else id_
    if kind == "entry":
        from winjournal.ui.screens.entry import EntryScreen

        new, _, home = id_.partition("@")
        return EntryScreen(None, home) if home and new == NEW else EntryScreen(known)
    if kind in _FORMS and known:
        module, name = _FORMS[kind]
        made = getattr(import_module(f"winjournal.ui.screens.{module}"), name)
        return cast("Screen[Any]", made(known))
    from winjournal.ui.screens.prep import PrepScreen

    return PrepScreen(known)


def let_go(app: WinJournalApp, owner: str) -> None:
    """Ask before a draft goes: it is the one thing that undo cannot bring back."""
    from winjournal.ui.modals.confirm import ConfirmModal

    def answered(yes: bool | None) -> None:
        if yes:
            app.desk.ask(
                lambda j: j.drafts.drop(owner, FIELD),
                lambda _: app.done("The draft is gone."),
            )

    question = "Let this draft go? Undo cannot bring it back."
    app.push_screen(ConfirmModal(question, yes="let it go", no="keep it"), answered)
