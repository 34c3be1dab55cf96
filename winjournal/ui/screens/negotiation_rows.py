"""A deal's timeline as rows, and its heading line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from winjournal.domain.debrief import Outcome
from winjournal.domain.say_dates import say_date, say_due, say_time
from winjournal.domain.tags import Actor
from winjournal.domain.timeline import placed, timeline_of
from winjournal.domain.timeline_item import Item, ItemKind, Placed
from winjournal.domain.timeline_words import OUTCOMES
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
_GAP = "  "
_TURNS = (ItemKind.OUTCOME, ItemKind.PREP)
_OURS = (ItemKind.SITTING, ItemKind.TALK, ItemKind.LOOK_BACK)
"""What says nothing that a user wrote: no veil is needed."""


def timeline_rows(dossier: Dossier, look: Look) -> tuple[list[Row], dict[str, Item]]:
    """Return a deal's timeline as rows, and each item by its row's id."""
    lines = placed(timeline_of(dossier, look.today, them_of(dossier, look)), look.today)
    width = max((cell_len(line.when) for line in lines), default=0)
    name = dossier.counterparty.name
    rows = [_row(line, width, name, look) for line in lines]
    return rows, {line.item.key: line.item for line in lines}


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


def whole_lines(item: Item, name: str, look: Look, width: int) -> list[Content]:
    """Return all the words of one item under its heading, at a width.

    Args:
        item: The item.
        name: The name of the other side, to be veiled.
        look: How things are shown now.
        width: The room in cells.
    """
    parts = [
        (item.words, "$ink"),
        (item.before, "strike $ink-soft"),
        (item.more, "$ink-soft"),
    ]
    lines = [
        line
        for text, style in parts
        if text
        for line in wrap(plain(_veiled(text, item, name, look), style), width)
    ]
    when = say_date(item.on, look.today)
    return [heading_content(item.what, when), Content(""), *lines, Content("")]


def is_cut(item: Item, width: int) -> bool:
    """Return whether a row of a width cannot show all the words of an item."""
    label = max(LABEL, cell_len(item.what) + 4) + len(_GAP)
    room = width - label - 10
    beside = f"{item.words}  {item.before}".strip()
    return cell_len(beside) > room or cell_len(item.more) > width - 12


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


def _row(line: Placed, width: int, name: str, look: Look) -> Row:
    item = line.item
    theirs = item.actor is Actor.THEM
    label = _label(item, name, look)
    pad = " " * max(LABEL - label.cell_length, 0)
    style = "$ink-soft" if theirs else "$ink"
    said: list[Content] = []
    for text, text_style in (
        (_veiled(item.words, item, name, look), style),
        (look.veil.words(item.before, name), "strike $ink-faint"),
        (item.aside, "$ink-soft"),
        (item.todo, "$gold"),
    ):
        if text:
            said.append(plain(one_line(text), text_style))
    when = Content.styled(f"{line.when:>{width}}{_GAP}", "$ink-faint")
    body = Content.assemble(when, label, pad, _GAP, Content(_GAP).join(said))
    return Row(item.key, (body,), more=_more(item, width, name, look), gap=line.gap)


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
        )
    if item.kind in _TURNS:
        return plain(item.what, "bold $ink")
    return plain(item.what, "$ink-soft" if item.actor is Actor.THEM else "$ink")


def _more(item: Item, width: int, name: str, look: Look) -> Content | None:
    if not item.more:
        return None
    said = one_line(_veiled(item.more, item, name, look))
    if look.glyphs.ascii_only:
        said = said.replace(" – ", f" {look.glyphs.to} ")  # noqa: RUF001 - the domain's own dash
    indent = width + len(_GAP)
    if item.kind is not ItemKind.PREP:
        indent += LABEL + len(_GAP)
    style = "$ink" if item.kind is ItemKind.PREP else "$ink-soft"
    return Content.assemble(" " * indent, plain(said, style))


def _veiled(text: str, item: Item, name: str, look: Look) -> str:
    return text if item.kind in _OURS else look.veil.words(text, name)
