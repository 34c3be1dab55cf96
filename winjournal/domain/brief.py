"""A preparation on one page, to be read before one goes in.

Lines of a label, what was written, and what belongs to it. How they are laid out
is another's: paper (`exchange.brief`) and screens show the same page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.domain.before import grievances, say_promises
from winjournal.domain.goalposts import Source
from winjournal.domain.say_dates import say_date, say_day, say_time
from winjournal.domain.tags import Actor
from winjournal.domain.terms import say_amount
from winjournal.domain.timeline_words import say_line, say_range
from winjournal.domain.worth_words import (
    NO_EVIDENCE,
    say_plan,
    say_sums,
    say_worth,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from winjournal.domain.before import Before
    from winjournal.domain.dossier import Dossier

SOURCES = {
    Source.TOLD_ME: "they told me",
    Source.MY_GUESS: "my guess",
    Source.NOT_ASKED: "not asked",
}

_GRIEVANCES = 2
"""So many open things stand on the page; the form shows more."""


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One thing on the page.

    Attributes:
        label: What it is, in our words; empty where it goes on.
        text: What was written, or an amount.
        aside: What belongs to it, in our words: a date, a source.
        is_part: Whether it belongs to the line above, and stands further in.
    """

    label: str = ""
    text: str = ""
    aside: str = ""
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class BriefPart:
    """A heading with its lines; one of the five steps, or the own lessons."""

    title: str
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The page.

    Attributes:
        title: Of the negotiation.
        person: The counterparty's name.
        aside: When it is planned for, and whether it is sealed.
        parts: Without those that are empty, unless all five were asked for.
    """

    title: str
    person: str
    aside: str
    parts: tuple[BriefPart, ...]


def brief_of(
    dossier: Dossier, known: Before, today: date, *, whole: bool = False
) -> Brief:
    """Return a preparation on one page.

    Args:
        dossier: The negotiation.
        known: What is known of the other side and of oneself.
        today: Local date.
        whole: Whether a step that holds nothing yet is there too, and says so.
    """
    them = dossier.counterparty.name
    parts = (
        ("1  Trust", _trust(dossier, known, today)),
        ("2  Winning", _winning(dossier, today)),
        ("3  Value", _value(dossier, today)),
        ("4  Fair share", _share(dossier, today)),
        ("5  Ego and leaving", _ego(dossier, known)),
    )
    filled = [
        BriefPart(title, tuple(lines) or (BriefLine("nothing yet"),))
        for title, found in parts
        if (lines := list(found)) or whole
    ]
    lessons = tuple(_lessons(known, today))
    if lessons:
        filled.append(BriefPart("What I learned before", lessons))
    return Brief(
        title=dossier.negotiation.title,
        person=them,
        aside=_when(dossier, today),
        parts=tuple(filled),
    )


def _when(dossier: Dossier, today: date) -> str:
    deal = dossier.negotiation
    said = []
    if deal.planned_for is not None:
        at = deal.planned_for
        said.append(f"{say_day(at.date())} {say_time(at)}")
    if deal.prep_sealed_at is not None:
        late = ", after the talk began" if deal.sealed_in_time is False else ""
        said.append(f"sealed {say_date(deal.prep_sealed_at.date(), today)}{late}")
    else:
        said.append("not sealed")
    return ", ".join(said)


def _trust(dossier: Dossier, known: Before, today: date) -> Iterator[BriefLine]:
    deal, them = dossier.negotiation, dossier.counterparty.name
    if deal.trust_call is not None:
        yield BriefLine("my call", aside=deal.trust_call.value.replace("-", " "))
    if deal.smallest_promise:
        yield BriefLine("first promise", deal.smallest_promise)
    if kept := say_promises(known.promises, today, them):
        label, _, said = kept.partition(": ")
        yield BriefLine(label.lower(), aside=said) if said else BriefLine(aside=kept)
    for number, said in enumerate(grievances(known, today, them)[:_GRIEVANCES]):
        yield BriefLine("" if number else "open between us", said)


def _winning(dossier: Dossier, today: date) -> Iterator[BriefLine]:
    for owner, label in ((Actor.ME, "for me"), (Actor.THEM, "for them")):
        goalpost = dossier.goalpost(owner)
        if goalpost is None:
            continue
        facts = [f"v{goalpost.version}"] if goalpost.version > 1 else []
        if goalpost.source is not None:
            facts.append(SOURCES[goalpost.source])
        if goalpost.shared_at is not None:
            on = say_date(goalpost.shared_at.date(), today)
            facts.append(f"told them {on}" if owner is Actor.ME else on)
        elif owner is Actor.ME:
            facts.append("not told yet")
        yield BriefLine(label, goalpost.text, ", ".join(facts))
        for one in dossier.criteria_of(owner):
            weight = f"weighs {one.weight}" if one.weight > 1 else ""
            yield BriefLine("", one.text, weight, is_part=True)


def _value(dossier: Dossier, today: date) -> Iterator[BriefLine]:
    if case := dossier.negotiation.value_case:
        yield BriefLine("what I bring", case)
    for number, item in enumerate(dossier.value_items):
        worth = say_worth(item.low, item.high, item.unit)
        text = f"{item.text}, {worth}" if worth else item.text
        facts = [] if item.evidence else [NO_EVIDENCE]
        if item.told_at is not None:
            facts.append(f"shown {say_date(item.told_at.date(), today)}")
        yield BriefLine("" if number else "in parts", text, ", ".join(facts))
        if item.evidence:
            yield BriefLine("evidence", item.evidence, is_part=True)
        if item.differs:
            yield BriefLine("differs", item.differs, is_part=True)
    if len(dossier.value_items) > 1:
        for number, said in enumerate(say_sums(dossier.value_items)):
            yield BriefLine("" if number else "together", said)


def _share(dossier: Dossier, today: date) -> Iterator[BriefLine]:
    terms = dossier.negotiation.terms
    if said := say_range(terms):
        range_, _, basis = said.removeprefix("fair ").partition(", ")
        yield BriefLine("fair", f"{range_} {terms.currency or ''}".strip(), basis)
        if terms.fair_basis_note:
            yield BriefLine("source", terms.fair_basis_note, is_part=True)
    if terms.target is not None:
        yield BriefLine("target", say_amount(terms.target, terms.unit, terms.currency))
    for number, gap in enumerate(dossier.information_gaps):
        told = f"told {say_date(gap.told_at.date(), today)}" if gap.told_at else ""
        aside = ", ".join(part for part in (say_plan(gap), told) if part)
        yield BriefLine("" if number else "they may not know", gap.text, aside)
        if gap.because:
            yield BriefLine("because", gap.because, is_part=True)


def _ego(dossier: Dossier, known: Before) -> Iterator[BriefLine]:
    deal = dossier.negotiation
    if said := say_line(deal.terms):
        yield BriefLine("I leave", said.removeprefix("leave").lstrip(": "))
    for label, text in (
        ("if it fails", deal.alternative),
        ("what would sting", deal.ego_risk),
        ("my vow", known.vow),
    ):
        if text:
            yield BriefLine(label, text)


def _lessons(known: Before, today: date) -> Iterator[BriefLine]:
    for one in known.lessons:
        yield BriefLine(one.title, one.text, say_date(one.on, today))
