"""What is done to one negotiation by a key: seal, tell, offer, promise, repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.say_dates import say_date
from winjournal.domain.short_lines import (
    read_offer,
    read_promise,
    read_repair,
    say_offer,
    say_promise,
    say_repair,
)
from winjournal.domain.tags import Actor
from winjournal.domain.timeline_item import Item, ItemKind
from winjournal.ui.modals.choose import Choice, ChooseModal
from winjournal.ui.modals.line import LineModal

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.errors import WinJournalError
    from winjournal.ui.app import WinJournalApp

LONGEST_LINE = 120
"""Characters of an offer's words and of a promise."""


def seal_prep(app: WinJournalApp, negotiation_id: str) -> None:
    """Seal a preparation, or say what is missing."""

    def refused(error: WinJournalError) -> None:
        app.notify(str(error), severity="warning", timeout=8)

    said = f"Sealed; {app.key_for('undo')} takes it back within ten minutes."
    app.desk.ask(
        lambda j: j.deals.seal(negotiation_id),
        lambda _: app.done(said),
        failed=refused,
    )


def share_win(app: WinJournalApp, dossier: Dossier, owner: Actor) -> None:
    """Date a side's winning as told now; what was told before keeps its date."""
    goalpost = dossier.goalpost(owner)
    name = app.veil.name(dossier.counterparty.name, dossier.counterparty.alias)
    if goalpost is not None and goalpost.shared_at is not None:
        today = app.setting.now().date()
        when = say_date(goalpost.shared_at.date(), today)
        who = f"{name} was told" if owner is Actor.ME else f"{name} told you"
        app.notify(f"{who} {when} already.")
        return
    told = f"{name} has been told." if owner is Actor.ME else f"{name} told you."
    id_ = dossier.negotiation.id
    app.desk.ask(lambda j: j.deals.share(id_, owner), lambda _: app.done(told))


def ask_offer(app: WinJournalApp, dossier: Dossier) -> None:
    """Ask for an offer in one line, and write it down."""
    terms, name = dossier.negotiation.terms, dossier.counterparty.name
    id_ = dossier.negotiation.id

    def check(line: str) -> str | None:
        offer = read_offer(line, terms, name)
        if offer.amount is None and not offer.text:
            return "Write an amount, or a few words."
        return _too_long(offer.text or "")

    def typed(line: str | None) -> None:
        if line is not None:
            offer = read_offer(line, terms, name)
            said = f"Written down: {app.veil.words(say_offer(offer, terms), name)}"
            app.desk.ask(
                lambda j: j.deals.offer(id_, offer.by, offer.amount, offer.text),
                lambda _: app.done(said),
            )

    app.push_screen(
        LineModal(
            "An offer",
            placeholder="41k them, 45-day terms",
            echo=lambda line: say_offer(read_offer(line, terms, name), terms),
            check=check,
        ),
        typed,
    )


def ask_promise(app: WinJournalApp, dossier: Dossier) -> None:
    """Ask whose promise it is, then for its words, and write it down."""
    person = dossier.counterparty
    name = app.veil.name(person.name, person.alias)
    choices = (
        Choice(Actor.ME, "I promised", f"I owe {name}"),
        Choice(Actor.THEM, f"{name} promised", "they owe me"),
    )

    def chosen(by: str | None) -> None:
        if by is not None:
            _ask_words(app, dossier, Actor(by), name)

    app.push_screen(ChooseModal("Whose promise?", choices), chosen)


def ask_repair(app: WinJournalApp, dossier: Dossier, item: Item | None) -> None:
    """Ask in one line what will be done about a slip, and write it down.

    Args:
        app: The application.
        dossier: The negotiation.
        item: What has the focus; a mark is what the repair is about.
    """
    now, id_ = app.setting.now(), dossier.negotiation.id
    is_mark = item is not None and item.kind is ItemKind.MOMENT
    moment_id = item.id if item is not None and is_mark else None
    about = f": {item.what}" if item is not None and is_mark else ""

    def check(line: str) -> str | None:
        words, _, _ = read_repair(line, now)
        return _too_long(words) if words else "A repair in words is needed."

    def typed(line: str | None) -> None:
        if line is not None:
            words, whom, due = read_repair(line, now)
            app.desk.ask(
                lambda j: j.repairs.add(
                    id_, words, moment_id=moment_id, for_whom=whom, due=due
                ),
                lambda _: app.done("Written down; it will be due."),
            )

    app.push_screen(
        LineModal(
            f"What will you do about it{about}?",
            placeholder="tell Dana about April by fri",
            echo=lambda line: say_repair(line, now),
            check=check,
        ),
        typed,
    )


def _ask_words(app: WinJournalApp, dossier: Dossier, by: Actor, name: str) -> None:
    now = app.setting.now()
    person_id, id_ = dossier.counterparty.id, dossier.negotiation.id

    def check(line: str) -> str | None:
        words, _ = read_promise(line, now)
        return _too_long(words) if words else "A promise in words is needed."

    def typed(line: str | None) -> None:
        if line is not None:
            words, due = read_promise(line, now)
            app.desk.ask(
                lambda j: j.later.promise(
                    person_id, by, words, due=due, negotiation_id=id_
                ),
                lambda _: app.done("The promise is written down."),
            )

    app.push_screen(
        LineModal(
            "What did I promise?" if by is Actor.ME else f"What did {name} promise?",
            placeholder="send the SLA draft by fri",
            echo=lambda line: say_promise(line, now),
            check=check,
        ),
        typed,
    )


def _too_long(words: str) -> str | None:
    if len(words) <= LONGEST_LINE:
        return None
    return f"That is {len(words)} characters; {LONGEST_LINE} is the most."
