"""What opening, editing, flipping and deleting do to each item of a timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.timeline_item import Item, ItemKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.tags import Actor
    from winjournal.services.journal import Journal
    from winjournal.ui.app import WinJournalApp


def open_item(app: WinJournalApp, dossier: Dossier, item: Item) -> None:
    """Open what an item is about; the preparation where it has no page of its own."""
    if item.kind in (ItemKind.DEBRIEF, ItemKind.OUTCOME):
        app.open_debrief(dossier.negotiation.id)
    elif item.kind is ItemKind.LOOK_BACK and _waits(dossier, item.id):
        from winjournal.ui.screens.look_back import LookBackScreen

        app.push_screen(LookBackScreen(item.id))
    elif item.kind is ItemKind.PREP:
        edit_prep(app, dossier)
    else:
        edit_item(app, dossier, item)


def edit_item(app: WinJournalApp, dossier: Dossier, item: Item) -> None:
    """Change what an item is about: a sealed goalpost by a new version."""
    if item.kind is ItemKind.MOMENT:
        from winjournal.ui.screens.moment_form import MomentScreen

        app.push_screen(MomentScreen(item.id))
    elif item.kind is ItemKind.ENTRY:
        from winjournal.ui.screens.entry import EntryScreen

        app.push_screen(EntryScreen(item.id))
    elif item.kind is ItemKind.PROMISE:
        from winjournal.ui.due import settle_promise

        settle_promise(app, item.id)
    elif item.kind is ItemKind.REPAIR:
        from winjournal.ui.due import settle_repair

        settle_repair(app, item.id)
    elif item.kind is ItemKind.OUTSIDE:
        from winjournal.ui.asking import ask_outside

        ask_outside(app, dossier)
    elif item.kind is ItemKind.LINE:
        from winjournal.ui.filing import file_line

        file_line(app, item.id)
    elif item.kind in (ItemKind.PREP, ItemKind.WIN, ItemKind.SHARED):
        _edit_winning(app, dossier, item.actor)
    else:
        edit_prep(app, dossier)


def edit_item_outside(app: WinJournalApp, dossier: Dossier, item: Item) -> None:
    """Open what an item is about in one's own editor; the preparation for most."""
    from winjournal.ui.editing_outside import edit_in_editor

    tables = {
        ItemKind.MOMENT: "moment",
        ItemKind.ENTRY: "entry",
        ItemKind.LINE: "inbox",
    }
    if item.kind in tables:
        edit_in_editor(app, tables[item.kind], item.id)
    else:
        edit_in_editor(app, "negotiation", dossier.negotiation.id)


def edit_prep(app: WinJournalApp, dossier: Dossier) -> None:
    """Open the form of the preparation, where what is sealed is only read."""
    from winjournal.ui.screens.prep import PrepScreen

    app.push_screen(PrepScreen(dossier.negotiation.id))


def flip_item(app: WinJournalApp, dossier: Dossier, item: Item) -> None:
    """Turn a mark into the other half of its pair."""
    moment = next((m for m in dossier.moments if m.id == item.id), None)
    if item.kind is not ItemKind.MOMENT or moment is None:
        app.notify("Only a mark can be flipped.")
        return
    app.desk.ask(
        lambda j: j.marks.flip(moment), lambda new: app.done(f"Now {new.tag}.")
    )


def delete_item(
    app: WinJournalApp, dossier: Dossier, item: Item, leave: Callable[[], object]
) -> None:
    """Delete what an item is about; undo brings it back.

    Args:
        app: The application.
        dossier: The negotiation.
        item: Which; the preparation stands for the negotiation itself.
        leave: Leaves the screen, once the negotiation is gone.
    """
    id_ = item.id
    deletes: dict[ItemKind, Callable[[Journal], object]] = {
        ItemKind.MOMENT: lambda j: j.marks.remove(id_),
        ItemKind.ENTRY: lambda j: j.writing.remove(id_),
        ItemKind.PROMISE: lambda j: j.later.drop_promise(id_),
        ItemKind.REPAIR: lambda j: j.repairs.drop(id_),
        ItemKind.OUTSIDE: lambda j: j.outside.drop(id_),
        ItemKind.OFFER: lambda j: j.deals.drop_offer(id_),
        ItemKind.LINE: lambda j: j.inbox.drop(id_),
        ItemKind.PREP: lambda j: j.deals.remove(dossier.negotiation.id),
    }
    if item.kind not in deletes:
        app.notify(
            "That stays; on the line of the preparation, the whole negotiation can go."
        )
        return

    def deleted(_: object) -> None:
        if item.kind is ItemKind.PREP:
            leave()
        app.done(f"Deleted; {app.key_for('undo')} brings it back.")

    app.desk.ask(deletes[item.kind], deleted)


def _edit_winning(app: WinJournalApp, dossier: Dossier, owner: Actor) -> None:
    if not dossier.negotiation.is_sealed or dossier.goalpost(owner) is None:
        edit_prep(app, dossier)
        return
    from winjournal.ui.screens.version_form import VersionScreen

    app.push_screen(VersionScreen(dossier.negotiation.id, owner))


def _waits(dossier: Dossier, follow_up_id: str) -> bool:
    return any(
        one.id == follow_up_id and one.answered_at is None for one in dossier.follow_ups
    )
