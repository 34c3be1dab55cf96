"""Markdown for a reader: whatever a journal holds, in plain pages.

Everything of a negotiation stands in its page. A page is the same for the same
data, ends with one line break, and reads well in Obsidian or a static site: its
front matter comes from a YAML library, its headings start at `level`, and what a
user typed is text (`literal`) or their own Markdown kept in its place (`bodies`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.tags import TAXONOMY, Actor
from winjournal.exchange.after import (
    debrief_section,
    follow_ups_section,
    outside_section,
    promises_section,
    repairs_section,
    vows_section,
)
from winjournal.exchange.before import (
    head,
    offers_section,
    prep_section,
    sittings_section,
    terms_section,
    winning_section,
    worth_section,
)
from winjournal.exchange.blocks import items
from winjournal.exchange.during import moments_section
from winjournal.exchange.front import Value, yaml_block
from winjournal.exchange.literal import heading, literal
from winjournal.exchange.values import at_offset
from winjournal.exchange.writings import (
    entries_section,
    entry_blocks,
    line_item,
    lines_section,
    seals_section,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.writing import Entry, InboxLine

_ORDER = {tag.slug: place for place, tag in enumerate(TAXONOMY)}


def negotiation_markdown(
    dossier: Dossier,
    *,
    level: int = 1,
    front_matter: bool = True,
    hidden: Sequence[str] = (),
) -> str:
    """Return one negotiation, whole; what others said waits for one's own scores.

    Args:
        dossier: The negotiation with all that belongs to it.
        level: Level of its heading, 1 to 6.
        front_matter: Whether it stands in a file of its own.
        hidden: What was taken out of it before, for the front matter.
    """
    dossier = dossier.without_words()
    deal, below = dossier.negotiation, level + 1
    blocks = [
        heading(literal(deal.title) or "Untitled", level),
        head(dossier, with_id=not front_matter),
        *prep_section(deal, below),
        *winning_section(dossier, below),
        *worth_section(dossier, below),
        *terms_section(deal.terms, below),
        *offers_section(dossier.offers, deal.terms, below),
        *sittings_section(dossier.sittings, below),
        *moments_section(dossier.moments, dossier.sittings, below),
        *debrief_section(dossier.debrief, deal.terms, below),
        *vows_section(dossier.vow_tests, dossier.vows, below),
        *promises_section(dossier.promises, below),
        *repairs_section(dossier.repairs, below),
        *follow_ups_section(dossier.follow_ups, below),
        *outside_section(dossier.outside_views, below),
        *entries_section(dossier.entries, below),
        *lines_section(dossier.lines, below),
        *seals_section(dossier.links, below),
    ]
    front = {**negotiation_front(dossier), **told(hidden)}
    return page(blocks, front if front_matter else None)


def negotiation_front(dossier: Dossier) -> dict[str, Value]:
    """Return the front matter of a negotiation; what is not known is null."""
    deal = dossier.negotiation
    sealed = deal.prep_sealed_at
    return {
        "id": deal.id,
        "title": deal.title,
        "person": dossier.counterparty.name,
        "sphere": deal.sphere.value,
        "kind": deal.kind,
        "opened": deal.opened_on,
        "closed": deal.closed_on,
        "outcome": dossier.outcome.value,
        "sealed": at_offset(sealed) if sealed else None,
        "tags": ["winjournal", "negotiation", *_tags(dossier)],
    }


def told(hidden: Sequence[str]) -> dict[str, Value]:
    """Return the field that says what was hidden; none where nothing was."""
    return {"hidden": list(hidden)} if hidden else {}


def _tags(dossier: Dossier) -> list[str]:
    """Return the tags of its moments in the taxonomy's order, then a user's own."""
    found = {
        m.tag if m.actor is Actor.ME else f"them/{m.tag}"
        for m in dossier.moments
        if m.tag
    }
    last = len(_ORDER)
    return sorted(
        found, key=lambda tag: (_ORDER.get(tag.removeprefix("them/"), last), tag)
    )


def entry_markdown(
    entry: Entry,
    *,
    level: int = 1,
    front_matter: bool = True,
    hidden: Sequence[str] = (),
) -> str:
    """Return one entry of free writing, under the time it is about."""
    front: dict[str, Value] = {
        "id": entry.id,
        "title": f"Entry of {at_offset(entry.written_at)}",
        "written": at_offset(entry.written_at),
        "negotiation": entry.negotiation_id,
        "tags": ["winjournal", "entry"],
        **told(hidden),
    }
    return page(entry_blocks(entry, level), front if front_matter else None)


def line_markdown(
    line: InboxLine,
    *,
    level: int = 1,
    front_matter: bool = True,
    hidden: Sequence[str] = (),
) -> str:
    """Return one logged line, exactly as it was given."""
    front: dict[str, Value] = {
        "id": line.id,
        "title": f"Logged {at_offset(line.logged_at)}",
        "person": line.person,
        "written": at_offset(line.at),
        "tags": ["winjournal", "line"],
        **told(hidden),
    }
    blocks = [heading(at_offset(line.at), level), items(line_item(line))]
    return page(blocks, front if front_matter else None)


def page(blocks: list[str], front: Mapping[str, Value] | None = None) -> str:
    """Return blocks with a blank line between them, after the front matter if any."""
    first = [yaml_block(front)] if front is not None else []
    return "\n\n".join([*first, *(block for block in blocks if block)]) + "\n"
