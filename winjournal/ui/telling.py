"""Saying that something was told to the other side: winning, value, a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.tags import Actor
from winjournal.domain.timeline_item import ItemKind
from winjournal.ui import dealing

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.timeline_item import Item
    from winjournal.ui.app import WinJournalApp


def tell_item(app: WinJournalApp, dossier: Dossier, item: Item | None) -> None:
    """Date what has the focus as told now; without such a thing, my winning.

    On their winning it says that they told me. A value item or a fact that was
    told already is not told again: that takes it back.
    """
    if item and item.kind in (ItemKind.VALUE, ItemKind.GAP):
        _tell_worth(app, dossier, item)
        return
    theirs = item and item.kind is ItemKind.WIN and item.actor is Actor.THEM
    dealing.share_win(app, dossier, Actor.THEM if theirs else Actor.ME)


def _tell_worth(app: WinJournalApp, dossier: Dossier, item: Item) -> None:
    person, id_ = dossier.counterparty, item.id
    name = app.veil.name(person.name, person.alias)
    is_value = item.kind is ItemKind.VALUE

    def told(at: object) -> None:
        if at is None:
            app.done("Taken back: not shown." if is_value else "Taken back: not told.")
        else:
            app.done(f"{name} has {'seen it' if is_value else 'been told'}.")

    if is_value:
        app.desk.ask(lambda j: j.worth.show_value(id_).told_at, told)
    else:
        app.desk.ask(lambda j: j.worth.tell(id_).told_at, told)
