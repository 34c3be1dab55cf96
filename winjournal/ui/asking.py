"""The other side's own word: a note to send, and the answer typed or pasted back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.ui.modals.choose import Choice, ChooseModal
from winjournal.ui.modals.line import LineModal

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier
    from winjournal.ui.app import WinJournalApp

WORDS_MAX = 2000
_SATS = frozenset("1234567")


def ask_outside(app: WinJournalApp, dossier: Dossier) -> None:
    """Ask what is to be done: send a note, or write down what was answered."""
    name = app.veil.name(dossier.counterparty.name, dossier.counterparty.alias)
    waits = {v.by for v in dossier.outside_views if v.received_at is None}
    answers = (
        Choice("told:them", f"Write down what {name} said", "a number, a sentence"),
        Choice("told:witness", "Write down what a witness said", "somebody who saw it"),
    )
    notes = (
        Choice("ask:them", f"Ask {name}", "a short note to send"),
        Choice("ask:witness", "Ask a witness", "a short note to send"),
    )
    # Who was asked already most likely has answered.
    choices = (*answers, *notes) if waits else (*notes, *answers)

    def chosen(answer: str | None) -> None:
        if answer is not None:
            what, _, by = answer.partition(":")
            do = _send if what == "ask" else _take
            do(app, dossier, by, name if by == "them" else "a witness")

    app.push_screen(ChooseModal("Their own word", choices), chosen)


def _send(app: WinJournalApp, dossier: Dossier, by: str, who: str) -> None:
    id_ = dossier.negotiation.id

    def copied(note: str | None) -> None:
        if note is None:
            return
        app.copy_to_clipboard(note)
        said = (
            "Copied, where the terminal allows it; wj outside prints it too. "
            f"{who[:1].upper()}{who[1:]} counts as asked."
        )
        app.desk.ask(lambda j: j.outside.ask(id_, by), lambda _: app.done(said))

    def show(note: str) -> None:
        from winjournal.ui.modals.note import NoteModal

        app.push_screen(NoteModal(f"A note for {who}", note), copied)

    app.desk.ask(lambda j: j.outside.note(id_, by), show)


def _take(app: WinJournalApp, dossier: Dossier, by: str, who: str) -> None:
    id_ = dossier.negotiation.id
    is_shown = dossier.may_show_words
    later = "It is kept, and shown once your own scores are in."

    def typed(line: str | None) -> None:
        if line is not None:
            sat, words = read_answer(line)
            app.desk.ask(
                lambda j: j.outside.receive(id_, by=by, sat=sat, words=words),
                lambda _: app.done("Written down." if is_shown else later),
            )

    app.push_screen(
        LineModal(
            f"What did {who} say? 1 to 7, then their words",
            placeholder="5 fine, but the contact came late",
            echo=say_answer,
            check=_check,
        ),
        typed,
    )


def read_answer(line: str) -> tuple[int | None, str | None]:
    """Return the number that a line begins with, 1 to 7, and the words after it."""
    first, _, rest = line.strip().partition(" ")
    bare = first.rstrip(".,;:/")
    if bare in _SATS:
        return int(bare), rest.strip() or None
    return None, line.strip() or None


def say_answer(line: str) -> str:
    """Return an answer as it was understood: `5 of 7  fine`."""
    sat, words = read_answer(line)
    number = f"{sat} of 7" if sat else "no number"
    return "  ".join(part for part in (number, words) if part)


def _check(line: str) -> str | None:
    _, words = read_answer(line)
    if not line.strip():
        return "Write a number from 1 to 7, or what they said."
    if words is not None and len(words) > WORDS_MAX:
        return f"That is {len(words)} characters; {WORDS_MAX} is the most."
    return None
