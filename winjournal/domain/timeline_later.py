"""The items of a timeline from the end of the talk on, and what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.debrief import Outcome
from winjournal.domain.later import PromiseState
from winjournal.domain.say_dates import say_due
from winjournal.domain.tags import Actor
from winjournal.domain.terms import say_amount
from winjournal.domain.timeline_item import Item, ItemKind, Part
from winjournal.domain.timeline_words import (
    OUTCOMES,
    SOURCES,
    say_look_back,
    say_then_and_now,
    say_unanswered,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from winjournal.domain.debrief import Debrief
    from winjournal.domain.dossier import Dossier
    from winjournal.domain.later import FollowUp, OutsideView, Promise, Repair
    from winjournal.domain.writing import Entry


def ending_items(dossier: Dossier, today: date) -> Iterator[Item]:
    """Yield how it ended, and the debrief."""
    debrief, deal = dossier.debrief, dossier.negotiation
    if debrief is None:
        return
    terms, todo = deal.terms, say_unanswered(dossier)
    words = debrief.true_sentence or debrief.lesson or ""
    if debrief.outcome is not Outcome.OPEN:
        agreed = debrief.outcome is Outcome.AGREED
        got = debrief.captured if agreed else debrief.final_offer
        amount = say_amount(got, terms.unit, terms.currency)
        yield Item(
            kind=ItemKind.OUTCOME,
            id=debrief.id,
            on=deal.closed_on or today,
            part=Part.END,
            what=OUTCOMES[debrief.outcome],
            words=amount if agreed or not amount else f"last offer {amount}",
        )
    yield Item(
        kind=ItemKind.DEBRIEF,
        id=debrief.id,
        on=debrief.written_at.date(),
        at=debrief.written_at,
        part=Part.AFTER,
        what="debrief",
        words=words,
        aside="" if words or todo else "answered",
        todo=todo,
    )


def promise_item(one: Promise, today: date, them: str) -> Item:
    """Return a promise: at its date, or when it was settled."""
    settled = one.settled_on
    is_open = one.state is PromiseState.OPEN
    made = one.made_at.date()
    day = settled or max(one.due or made, made)
    who = "I" if one.by is Actor.ME else them
    late = f"due {say_due(one.due, today)}" if one.due and is_open else ""
    if one.is_overdue(today):
        late = say_due(one.due or today, today)
    mine = one.by is Actor.ME and is_open and one.due is not None and one.due <= today
    return Item(
        kind=ItemKind.PROMISE,
        id=one.id,
        on=day,
        part=Part.AFTER,
        what=f"{who} promised",
        words=one.text,
        aside="" if mine else late or one.state.value.replace("-", " "),
        todo=late if mine else "",
        actor=one.by,
    )


def repair_item(one: Repair, today: date) -> Item:
    """Return a repair: at its date, or when it was made."""
    made = one.made_at.date()
    due = say_due(one.due, today) if one.due and one.is_open else ""
    is_late = one.is_open and one.due is not None and one.due <= today
    return Item(
        kind=ItemKind.REPAIR,
        id=one.id,
        on=one.done_on or max(one.due or made, made),
        part=Part.AFTER,
        what="put right" if one.done_on else "to put right",
        words=f"{one.text}, for {one.for_whom}" if one.for_whom else one.text,
        aside="" if one.done_on or is_late else due and f"due {due}",
        more=one.effect or "",
        todo=due if is_late else "",
    )


def look_back_item(one: FollowUp, dossier: Dossier, today: date) -> Item:
    """Return a look back: then and now once it is answered."""
    answered = one.answered_at
    waits = answered is None and one.due <= today
    return Item(
        kind=ItemKind.LOOK_BACK,
        id=one.id,
        on=answered.date() if answered else one.due,
        part=Part.AFTER,
        what="look back",
        words=f"{one.day} days on",
        aside=say_look_back(one) if answered else "",
        more=say_then_and_now(one, dossier.debrief) if answered else "",
        todo="to be answered" if waits else "",
    )


def outside_item(one: OutsideView, dossier: Dossier, today: date, them: str) -> Item:
    """Return what others said, withheld until the own ratings are in."""
    at = one.received_at or one.asked_at
    who = them if one.by == "them" else "a witness"
    said = (f"{one.sat} of 7" if one.sat is not None else "", one.words)
    words = ": ".join(part for part in said if part)
    aside = SOURCES.get(one.source, "") if one.source else ""
    what, more = f"{who} said", _beside(one, dossier.debrief)
    if one.received_at is None:
        what, words, aside, more = f"asked {who}", "", "no answer yet", ""
    elif not dossier.may_show_words:
        words, aside, more = "", "shown once your own scores are in", ""
    return Item(
        kind=ItemKind.OUTSIDE,
        id=one.id,
        on=at.date() if at else today,
        at=at,
        part=Part.AFTER,
        what=what,
        words=words,
        aside=aside,
        more=more,
        actor=Actor.THEM,
    )


def _beside(one: OutsideView, debrief: Debrief | None) -> str:
    """Return one's own scores beside theirs; a word is read twice, not answered."""
    if one.sat is None or debrief is None:
        return "read it twice; do not answer it"
    guessed = debrief.their_sat_pred
    said = f"you {debrief.my_sat}, your guess {guessed}, they {one.sat}"
    return said if one.by == "them" else f"you {debrief.my_sat}"


def writing_items(dossier: Dossier) -> Iterator[Item]:
    """Yield the entries, and the logged lines that wait."""
    for entry in dossier.entries:
        yield Item(
            kind=ItemKind.ENTRY,
            id=entry.id,
            on=entry.written_at.date(),
            at=entry.written_at,
            part=Part.AFTER if _is_after(entry, dossier) else Part.TIMED,
            what="entry",
            words=_first_line(entry.body),
        )
    for line in dossier.lines:
        yield Item(
            kind=ItemKind.LINE,
            id=line.id,
            on=line.at.date(),
            at=line.at,
            what="logged",
            words=_first_line(line.line),
            todo="not filed yet",
        )


def _is_after(entry: Entry, dossier: Dossier) -> bool:
    """Whether an entry was written when all was over, on the same day by the clock."""
    closed, debrief = dossier.negotiation.closed_on, dossier.debrief
    on = entry.written_at.date()
    if closed is None or debrief is None or on != closed:
        return closed is not None and on > closed
    return entry.written_at >= debrief.written_at


def _first_line(text: str) -> str:
    lines = (line.strip() for line in text[:4000].splitlines())
    return next((line for line in lines if line), "")
