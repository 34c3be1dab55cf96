"""What is written freely: entries, logged lines, and the chain of seals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.exchange.blocks import items, section, typed
from winjournal.exchange.bodies import own_markdown
from winjournal.exchange.literal import fenced, heading, literal, literal_lines
from winjournal.exchange.values import at_offset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.writing import Entry, InboxLine, Link


def entries_section(entries: Sequence[Entry], level: int) -> list[str]:
    """Return entries in full."""
    blocks = [block for entry in entries for block in entry_blocks(entry, level + 1)]
    return section("Entries", level, blocks)


def entry_blocks(entry: Entry, level: int) -> list[str]:
    """Return one entry under a heading of its time."""
    title = heading(at_offset(entry.written_at), level)
    body = own_markdown(entry.body, level)
    return [title, body] if body else [title]


def lines_section(lines: Sequence[InboxLine], level: int) -> list[str]:
    """Return logged lines that wait to be filed, as they were given."""
    blocks = [items(*(line_item(line) for line in lines))]
    return section("Logged, not filed yet", level, blocks)


def line_item(line: InboxLine) -> str:
    """Return one logged line with its times."""
    facts = [
        f"with {literal(line.person)}" if line.person else None,
        f"logged {at_offset(line.logged_at)}",
        f"filed {at_offset(line.filed_at)}" if line.filed_at else None,
    ]
    known = "; ".join(fact for fact in facts if fact)
    return f"{at_offset(line.at)}: {literal_lines(line.line, '  ')} ({known})"


def seals_section(links: Sequence[Link], level: int) -> list[str]:
    """Return the chain of seals, each with what its hash was taken of.

    A hash kept outside of the journal is what makes a seal evidence, so the exact
    content stands beside it.
    """
    blocks: list[str] = []
    for link in links:
        lines = items(
            f"Sealed: {link.sealed_at.isoformat(' ')}",
            f"Hash: {literal(link.hash)}",
            f"Hash of the content: {literal(link.content_hash)}",
            typed("Hash of the seal before", link.previous_hash),
            typed("Chain", link.chain),
            "The content was purged" if link.tombstone else None,
        )
        content = fenced(_one_line(link.content), "json") if link.content else ""
        title = f"Seal {link.number}: {literal(link.kind)}"
        blocks += section(title, level + 1, [lines, content])
    return section("Seals", level, blocks)


def _one_line(content: str) -> str:
    """Return canonical JSON, which has no line break of its own, fit for UTF-8."""
    return content.encode(errors="replace").decode()
