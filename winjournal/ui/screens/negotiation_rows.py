"""A deal's timeline as rows, and its heading line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from winjournal.domain.debrief import Outcome
from winjournal.domain.say_dates import say_date, say_due, say_time
from winjournal.domain.tags import Actor
from winjournal.domain.timeline import placed, timeline_of
from winjournal.domain.timeline_item import Item, ItemKind, Placed
from winjournal.domain.timeline_words import OUTCOMES
from winjournal.domain.wording import CUT, differing
from winjournal.ui.screens.today_rows import KINDS
from winjournal.ui.text import cut, one_line, plain, wrap
from winjournal.ui.widgets.heading import heading_content
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.marks import tagged

if TYPE_CHECKING:
    from winjournal.domain.dossier import Dossier
    from winjournal.ui.look import Look

LABEL = 19
"""The width that a label takes before the words; a longer one pushes them on."""

NAME_SHOWN = 14
LEAST = 10
"""With less room than this beside a label, all words go on the line below."""

_GAP = "  "
_TURNS = (ItemKind.OUTCOME, ItemKind.PREP)
_OURS = (ItemKind.SITTING, ItemKind.TALK, ItemKind.LOOK_BACK)
"""What says nothing that a user wrote: no veil is needed."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An item as a row, and whether the row cannot hold all its words."""

    item: Item
    row: Row
    is_cut: bool


def timeline_rows(dossier: Dossier, look: Look, width: int) -> list[Laid]:
    """Return a deal's timeline as rows, for a width in cells."""
    lines = placed(timeline_of(dossier, look.today, them_of(dossier, look)), look.today)
    margin = max((cell_len(line.when) for line in lines), default=0) + len(_GAP)
    name = dossier.counterparty.name
    return [_laid(line, margin, width, name, look) for line in lines]


def them_of(dossier: Dossier, look: Look) -> str:
    """Return what the other side is called in a line, not too long."""
    person = dossier.counterparty
    return cut(look.veil.name(person.name, person.alias), NAME_SHOWN) or "they"


def title_of(dossier: Dossier, look: Look) -> tuple[str, str]:
    """Return a deal's title, and what belongs to it on the same line."""
    person, deal = dossier.counterparty, dossier.negotiation
    name = look.veil.name(person.name, person.alias)
    facts = [
        name,
        deal.sphere.value,
        deal.kind or "",
        _state(dossier, look),
        _versions(dossier),
    ]
    between = f" {look.glyphs.between} "
    title = look.veil.words(deal.title, person.name)
    return title, between.join(one_line(fact) for fact in facts if fact)


def whole_lines(
    item: Item, name: str, look: Look, *, headed: bool, width: int
) -> list[Content]:
    """Return all the words of one item, at a width.

    Args:
        item: The item.
        name: The name of the other side, to be veiled.
        look: How things are shown now.
        headed: Whether there is room for a heading.
        width: The room in cells.
    """
    parts = (
        (item.words, plain, "$ink"),
        (item.before, _struck, "$ink-soft"),
        (item.more, plain, "$ink-soft"),
        (item.todo, plain, "$gold"),
    )
    lines = [Content("")]
    if headed:
        lines += [heading_content(item.what), Content("")]
    for text, shown, style in parts:
        if text:
            lines += wrap(shown(_veiled(text, item, name, look), style), width)
    return lines


def _struck(text: str, style: str) -> Content:
    """Return words that no longer hold; not every terminal strikes them through."""
    return Content.assemble(plain("was ", style), plain(text, f"strike {style}"))


def _state(dossier: Dossier, look: Look) -> str:
    deal, today = dossier.negotiation, look.today
    if deal.closed_on is not None:
        said = OUTCOMES[dossier.outcome] if dossier.outcome else "closed"
        return f"{said} {say_date(deal.closed_on, today)}"
    live = next((s for s in dossier.sittings if s.ended_at is None), None)
    if live is not None:
        return f"live since {say_time(live.started_at)}"
    planned = deal.planned_for
    if planned is not None and planned.date() >= today:
        return f"{say_due(planned.date(), today)} {say_time(planned)}"
    return f"open since {say_date(deal.opened_on, today)}"


def _versions(dossier: Dossier) -> str:
    if not dossier.negotiation.is_sealed and dossier.outcome is Outcome.OPEN:
        return ""
    known = ((who, dossier.goalpost(who)) for who in (Actor.ME, Actor.THEM))
    return ", ".join(f"{who.value} v{one.version}" for who, one in known if one)


def _laid(line: Placed, margin: int, width: int, name: str, look: Look) -> Laid:
    item = line.item
    when = Content.styled(f"{line.when:>{margin - len(_GAP)}}{_GAP}", "$ink-faint")
    label = _label(item, name, look)
    blank = " " * (max(LABEL - label.cell_length, 0) + len(_GAP))
    head = Content.assemble(when, label, blank)
    room = width - head.cell_length
    lay = _version_lines if item.before else _two_lines
    first, second = lay(item, name, look, room)
    more = Content.assemble(" " * margin, second) if second else None
    is_cut = (
        first.cell_length > room
        or (more is not None and more.cell_length > width)
        or _is_shortened(item, room)
    )
    row = Row(item.key, (Content.assemble(head, first),), more=more, gap=line.gap)
    return Laid(item, row, is_cut)


def _two_lines(item: Item, name: str, look: Look, room: int) -> tuple[Content, Content]:
    """Return the words; what has no room goes below, else what explains them."""
    said = _said(item, name, look)
    if said.cell_length <= room:
        pad = 0 if item.kind is ItemKind.PREP else LABEL + len(_GAP)
        more = _more(item, name, look)
        return said, Content.assemble(" " * pad, more) if more else more
    under = " " * (LABEL + len(_GAP))
    if room < LEAST:
        return Content(""), Content.assemble(under, said)
    first, *rest = said.wrap(room)
    return first.rstrip(), Content.assemble(under, Content(" ").join(rest))


def _version_lines(
    item: Item, name: str, look: Look, room: int
) -> tuple[Content, Content]:
    """Return the new words, those before struck through beside or below, and why.

    What both wordings share is left out where it would push the difference away.
    """
    more = _more(item, name, look)
    words, before = item.words, item.before
    if _is_shortened(item, room):
        sign = look.glyphs.ellipsis
        before, words = (one.replace(CUT, sign) for one in differing(before, words))
    said = _said(replace(item, words=words), name, look)
    old = one_line(_veiled(before, item, name, look))
    struck = _struck(old, "$ink-faint") if old else Content("")
    under = " " * (LABEL + len(_GAP))
    beside = Content(_GAP).join(part for part in (said, struck) if part)
    if beside.cell_length <= room:
        return beside, Content.assemble(under, more)
    below = Content(_GAP).join(part for part in (struck, more) if part)
    return said, Content.assemble(under, below)


def _is_shortened(item: Item, room: int) -> bool:
    """Tell whether a version says only where its wording differs."""
    return bool(item.before) and max(map(cell_len, (item.words, item.before))) > room


def _said(item: Item, name: str, look: Look) -> Content:
    style = "$ink-soft" if item.actor is Actor.THEM else "$ink"
    parts = (
        (_veiled(item.words, item, name, look), style),
        (item.aside, "$ink-soft"),
        (item.todo, "$gold"),
    )
    return Content(_GAP).join(plain(one_line(t), s) for t, s in parts if t)


def _more(item: Item, name: str, look: Look) -> Content:
    said = one_line(_veiled(item.more, item, name, look))
    if look.glyphs.ascii_only:
        said = said.replace(" – ", f" {look.glyphs.to} ")  # noqa: RUF001 - the domain's own dash
    return plain(said, "$ink" if item.kind is ItemKind.PREP else "$ink-soft")


def _label(item: Item, name: str, look: Look) -> Content:
    if item.kind is ItemKind.MOMENT:
        theirs = item.actor is Actor.THEM
        person = cut(look.veil.name(name), NAME_SHOWN) if theirs else ""
        return tagged(
            KINDS[item.polarity],
            one_line(item.what),
            look.glyphs,
            strength=item.strength,
            theirs=person,
            repaired=item.repaired,
        )
    if item.kind in _TURNS:
        return plain(item.what, "bold $ink")
    return plain(item.what, "$ink-soft" if item.actor is Actor.THEM else "$ink")


def _veiled(text: str, item: Item, name: str, look: Look) -> str:
    return text if item.kind in _OURS else look.veil.words(text, name)
