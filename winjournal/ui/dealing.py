"""What is done to one negotiation by a key: seal it, tell it, offer, promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.say_dates import say_date
from winjournal.domain.tags import Actor
from winjournal.ui.forms.short_lines import (
    read_offer,
    read_promise,
    say_offer,
    say_promise,
)
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
