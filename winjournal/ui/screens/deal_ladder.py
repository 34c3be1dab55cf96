"""The offers under the ruler of the terms: one line each, at its place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from winjournal.domain.ladder import Rung, ladder, say_apart, say_step
from winjournal.domain.tags import Actor
from winjournal.domain.terms import short_number
from winjournal.ui.text import cut, plain, wrap
from winjournal.ui.widgets.ruler import place_on

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier
    from winjournal.ui.look import Look
    from winjournal.ui.widgets.ruler import Scale

SHOWN = 6
"""So many offers stand under the ruler, the latest; the timeline has them all."""

LEAST = 2
"""A single number is the dot on the ruler itself."""

_NAME = 14


def has_ladder(dossier: Dossier) -> bool:
    """Whether there are offers enough to stand under one another."""
    return sum(one.amount is not None for one in dossier.offers) >= LEAST


def ladder_lines(
    dossier: Dossier, scale: Scale, look: Look, width: int
) -> list[Content]:
    """Return the offers with a number, oldest first, and how far both are apart.

    Args:
        dossier: The negotiation; it has a ladder.
        scale: The ruler that stands above.
        look: How things are shown now.
        width: The room in cells, that of the ruler.
    """
    rungs = [one for one in ladder(dossier.offers) if one.amount is not None]
    before = len(rungs) - SHOWN
    lines = [Content("")]
    if before > 0:
        word = "offer" if before == 1 else "offers"
        lines.append(plain(f"{before} {word} before these", "$ink-faint"))
    latest = {rung.offer.by: rung.offer.id for rung in rungs}
    for rung in rungs[-SHOWN:]:
        is_latest = latest[rung.offer.by] == rung.offer.id
        lines.append(_rung(rung, scale, look, width, is_latest=is_latest))
    person = dossier.counterparty
    name = cut(look.veil.name(person.name, person.alias), _NAME, look.glyphs.ellipsis)
    deal = dossier.negotiation
    gap = look.veil.words(say_apart(dossier.offers, deal.terms)) if deal.is_open else ""
    said = Content.assemble(
        (look.glyphs.met, "$key"), (" me   ", "$ink-soft"),
        (look.glyphs.unmet, "$ink-soft"), (f" {name}", "$ink-soft"),
        (f"   {gap}" if gap else "", "$ink"),
    )  # fmt: skip
    return [*lines, *wrap(said, width), Content("")]


def _rung(
    rung: Rung, scale: Scale, look: Look, width: int, *, is_latest: bool
) -> Content:
    """Return one line: a sign at the offer's place, its figure and step beside it."""
    amount = rung.amount or Decimal(0)
    mine = rung.offer.by is Actor.ME
    sign = look.glyphs.met if mine else look.glyphs.unmet
    at = place_on(scale, float(amount), width)
    figure = look.veil.amount(short_number(amount))
    step = look.veil.amount(say_step(rung)) if rung.step else say_step(rung)
    style = ("bold $ink" if mine else "bold $ink-soft") if is_latest else "$ink-soft"
    words = [(figure, style), (f" {step}" if step else "", "$ink-faint")]
    wide = sum(cell_len(text) for text, _ in words)
    dot = (sign, "$key" if mine else "$ink-soft")
    if at + 2 + wide <= width:
        return Content.assemble(" " * at, dot, " ", *words)
    return Content.assemble(" " * max(at - 1 - wide, 0), *words, " ", dot)
