"""What a prep holds: the calls made before, both goalposts, the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.goalposts import ChangeReason, Criterion, Goalpost
from winjournal.domain.ladder import ladder, say_apart, say_step
from winjournal.domain.tags import Actor
from winjournal.domain.terms import Terms
from winjournal.domain.worth_words import say_worth
from winjournal.exchange.blocks import items, said, section, table, typed
from winjournal.exchange.literal import cell, literal, literal_lines
from winjournal.exchange.values import amount, at_offset, met, words, yes_or_no

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.negotiation import Negotiation, Offer, Sitting


_BRINGS = ("What", "Worth", "They can check", "Differs", "Shown")
_GAPS = ("What", "Matters", "Plan", "Because", "Told")


def prep_section(deal: Negotiation, level: int) -> list[str]:
    """Return what was written before the talk, and when it was sealed."""
    lines = items(
        said("Trust call", deal.trust_call, words),
        typed("Smallest promise", deal.smallest_promise),
        typed("What I bring", deal.value_case),
        typed("If this fails", deal.alternative),
        typed("What would sting", deal.ego_risk),
        _sealed(deal),
    )
    return section("Before the talk", level, [lines])


def worth_section(dossier: Dossier, level: int) -> list[str]:
    """Return what I bring with its evidence, and what they may not know."""
    brings = [
        (
            cell(item.text), cell(say_worth(item.low, item.high, item.unit)),
            cell(item.evidence or ""), cell(item.differs or ""),
            at_offset(item.told_at) if item.told_at else "",
        )
        for item in dossier.value_items
    ]  # fmt: skip
    gaps = [
        (
            cell(gap.text), "" if gap.material is None else yes_or_no(gap.material),
            words(gap.plan) if gap.plan else "", cell(gap.because or ""),
            at_offset(gap.told_at) if gap.told_at else "",
        )
        for gap in dossier.information_gaps
    ]  # fmt: skip
    return [
        *section("What I bring", level, [table(_BRINGS, brings)]),
        *section("What they may not know", level, [table(_GAPS, gaps)]),
    ]


def _sealed(deal: Negotiation) -> str | None:
    if deal.prep_sealed_at is None:
        return None
    in_time = {True: ", before the first sitting", False: ", after the talk began"}
    when = (
        in_time.get(deal.sealed_in_time, "") if deal.sealed_in_time is not None else ""
    )
    digest = f", SHA-256 {literal(deal.prep_hash)}" if deal.prep_hash else ""
    return f"Sealed: {at_offset(deal.prep_sealed_at)}{when}{digest}"


def winning_section(dossier: Dossier, level: int) -> list[str]:
    """Return both sides' goalposts with every version, and their criteria."""
    blocks: list[str] = []
    for owner, title in ((Actor.ME, "For me"), (Actor.THEM, "For them")):
        criteria = dossier.criteria_of(owner)
        versions = [
            _version(goalpost, criteria, dossier.negotiation.terms)
            for goalpost in dossier.goalposts
            if goalpost.owner is owner
        ]
        blocks += section(title, level + 1, [items(*versions), _criteria(criteria)])
    return section("What winning is", level, blocks)


def _version(goalpost: Goalpost, criteria: Sequence[Criterion], terms: Terms) -> str:
    numbers = [
        str(number)
        for number, criterion in enumerate(criteria, start=1)
        if criterion.id in goalpost.criteria_ids
    ]
    facts = (
        f"written {at_offset(goalpost.recorded_at)}",
        _shared(goalpost),
        f"known from: {words(goalpost.source)}" if goalpost.source else None,
        said("target", goalpost.target, lambda target: amount(target, terms)),
        f"criteria: {', '.join(numbers)}" if numbers else None,
        _change(goalpost),
    )
    known = "; ".join(fact for fact in facts if fact)
    text = literal_lines(goalpost.text, "  ")
    why = typed("What changed", goalpost.what_changed)
    return f"**Version {goalpost.version}:** {text} ({known})" + (
        f"\n  - {why}" if why else ""
    )


def _shared(goalpost: Goalpost) -> str:
    if goalpost.shared_at is None:
        return "not shared"
    return f"shared {at_offset(goalpost.shared_at)}"


def _change(goalpost: Goalpost) -> str | None:
    """Return why a later version was made, and whether that was said."""
    said_openly = {True: "announced", False: "not announced", None: None}
    first = goalpost.change_reason is ChangeReason.INITIAL
    reason = None if first else f"changed for: {words(goalpost.change_reason)}"
    parts = (reason, said_openly[goalpost.announced])
    return ", ".join(part for part in parts if part) or None


def _criteria(criteria: Sequence[Criterion]) -> str:
    rows = [
        (
            str(number),
            cell(criterion.text),
            str(criterion.weight),
            met(criterion.met),
            _sources(criterion),
        )
        for number, criterion in enumerate(criteria, start=1)
    ]
    return table(("#", "Criterion", "Weight", "Met", "Known from"), rows)


def _sources(criterion: Criterion) -> str:
    known = words(criterion.source) if criterion.source else ""
    if criterion.met_source is None:
        return known
    return f"{known}; met: {words(criterion.met_source)}".removeprefix("; ")


def terms_section(terms: Terms, level: int) -> list[str]:
    """Return the number the deal turns on."""
    money = f" in {literal(terms.currency)}" if terms.currency else ""
    if terms == Terms():
        return []
    lines = items(
        f"Unit: {words(terms.unit)}{money}",
        said("Better for me", terms.direction, words),
        _fair_range(terms),
        said("Basis of the range", terms.fair_basis, words),
        typed("Source", terms.fair_basis_note),
        said("Target", terms.target, lambda x: amount(x, terms)),
        said("Walk-away line", terms.walk_away, lambda x: amount(x, terms)),
        typed("Walk-away line in words", terms.walk_away_text),
    )
    return section("Terms", level, [lines])


def _fair_range(terms: Terms) -> str | None:
    ends = [x for x in (terms.fair_low, terms.fair_high) if x is not None]
    if not ends:
        return None
    return f"Fair range: {' to '.join(amount(end, terms) for end in ends)}"


def offers_section(offers: Sequence[Offer], terms: Terms, level: int) -> list[str]:
    """Return the offers of both sides, in order."""
    lines = []
    for rung in ladder(offers):
        offer, step = rung.offer, say_step(rung)
        by = "I offered" if offer.by is Actor.ME else "they offered"
        number = f" {amount(offer.amount, terms)}" if offer.amount is not None else ""
        text = f": {literal_lines(offer.text, '  ')}" if offer.text else ""
        moved = f" ({step})" if step else ""
        lines.append(f"{at_offset(offer.at)} {by}{number}{moved}{text}")
    gap = say_apart(offers, terms)
    return section("Offers", level, [items(*lines), literal(gap)])


def sittings_section(sittings: Sequence[Sitting], level: int) -> list[str]:
    """Return when both sides sat together."""
    lines = []
    for number, sitting in enumerate(sittings, start=1):
        end = f" to {at_offset(sitting.ended_at)}" if sitting.ended_at else ""
        zone = f", {literal(sitting.zone)}" if sitting.zone else ""
        source = literal(sitting.source)
        lines.append(
            f"Sitting {number}: {at_offset(sitting.started_at)}{end}{zone}"
            f" (written {source})"
        )
    return section("Sittings", level, [items(*lines)])


def head(dossier: Dossier, *, with_id: bool) -> str:
    """Return what a page says first: with whom, what kind, from when to when.

    Args:
        dossier: The negotiation.
        with_id: Whether the id stands here, since no front matter holds it.
    """
    deal, person = dossier.negotiation, dossier.counterparty
    return items(
        f"With: {literal(person.name)} ({words(person.kind)})",
        typed("Alias", person.alias),
        typed("Also called", ", ".join(person.nicknames)),
        typed("In the seal they are", deal.sealed_with),
        said("Known since", person.since, str),
        typed("About them", person.note),
        said("Them in the trash since", person.archived_at, at_offset),
        f"Sphere: {words(deal.sphere)}",
        typed("Kind", deal.kind),
        f"Outcome: {words(dossier.outcome)}",
        said("Planned for", deal.planned_for, at_offset),
        f"Opened: {deal.opened_on}",
        said("Closed", deal.closed_on, str),
        said("In the trash since", deal.archived_at, at_offset),
        f"Id: {literal(deal.id)}" if with_id else None,
    )
