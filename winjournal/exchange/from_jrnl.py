"""Journals of jrnl: its plain text, its folder of days, its JSON.

Each entry becomes a free entry at its time, title and body as they stand. Its @tags
stay text: they are words of another journal, and no marks of a negotiation.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from winjournal.domain.errors import DamagedJournal
from winjournal.domain.zones import at_wall

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from winjournal.exchange.incoming import Incoming

_HEAD = re.compile(r"\[([^\]\[\n]{6,40})\] ?(.*)")
_DATED = re.compile(r"\[\d{1,4}[-./]\d")
_FORMS = (
    "%Y-%m-%d %I:%M:%S %p", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %I:%M %p",
    "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d %H:%M", "%d.%m.%Y %H:%M",
    "%d/%m/%Y %H:%M", "%m/%d/%Y %I:%M %p", "%Y-%m-%d",
)  # fmt: skip
"""How `timeformat` is usually set, the way it comes first."""


def is_jrnl_text(text: str) -> bool:
    """Whether the first line that says something is the head of an entry."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    found = _HEAD.fullmatch(first)
    return found is not None and _time(found[1]) is not None


def is_jrnl_json(document: Any) -> bool:
    """Whether a document has the shape of `jrnl --format json`."""
    entries = document.get("entries") if isinstance(document, dict) else None
    if not isinstance(entries, list) or not entries:
        return False
    first = entries[0]
    return isinstance(first, dict) and {"title", "body", "date", "time"} <= first.keys()


def read_jrnl_text(
    files: Iterable[tuple[str, str]], zone: tzinfo, into: Incoming
) -> None:
    """Read journals of plain text.

    Args:
        files: What each is called, and what it holds.
        zone: The zone in which its times are meant.
        into: Where its entries go.

    Raises:
        DamagedJournal: There is no entry in them.
    """
    found = 0
    for name, text in files:
        found += _read_file(name, text, zone, into)
    if not found:
        raise DamagedJournal("There is no entry of jrnl in it.")


def _read_file(name: str, text: str, zone: tzinfo, into: Incoming) -> int:
    at: datetime | None = None
    lines: list[str] = []
    start = found = 0
    for number, line in enumerate([*text.splitlines(), None], start=1):
        head = _HEAD.fullmatch(line) if line is not None else None
        when = _time(head[1]) if head else None
        if line is not None and when is None:
            if _DATED.match(line):
                into.notes.append(
                    f"{name}, line {number}: no date in it; kept as text."
                )
            if at is None and line.strip():
                into.notes.append(
                    f"{name}, line {number}: before the first entry; left out."
                )
            lines.append(line)
            continue
        if at is not None:
            into.entry(at, _joined(lines), f"{name}, line {start}")
            found += 1
        if when is not None and head is not None:
            at = at_wall(when.date(), when.time(), zone)
            lines, start = [head[2]], number
    return found


def read_jrnl_json(document: Any, zone: tzinfo, into: Incoming) -> None:
    """Read what `jrnl --format json` writes.

    Args:
        document: All of it.
        zone: The zone in which its times are meant.
        into: Where its entries go.
    """
    for number, entry in enumerate(document["entries"], start=1):
        place = f"entry {number}"
        said = entry if isinstance(entry, dict) else {}
        day, clock = said.get("date"), said.get("time") or "00:00"
        when = _time(f"{day} {clock}") if isinstance(day, str) else None
        title, body = said.get("title", ""), said.get("body", "")
        if when is None or not isinstance(title, str) or not isinstance(body, str):
            into.notes.append(f"{place}: no date, or no text in it; left out.")
            continue
        at = at_wall(when.date(), when.time(), zone)
        star = " *" if said.get("starred") is True else ""
        into.entry(at, _joined([f"{title}{star}", *body.splitlines()]), place)


def _joined(lines: list[str]) -> str:
    """Return a title with its body under it, as Markdown keeps them apart."""
    title, body = lines[0].rstrip(), "\n".join(lines[1:]).strip("\n")
    return f"{title}\n\n{body}" if body.strip() else title


def _time(text: str) -> datetime | None:
    for form in _FORMS:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - its zone is given
        except ValueError:
            continue
    return None
