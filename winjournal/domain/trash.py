"""What was deleted, and can still be brought back or be gone for good."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """One act that took something away, while its undo record stands.

    Attributes:
        at: When it was done.
        what: The act in words.
        subject: What it was done to, in words.
        rows: How many rows it took away.
        is_undone: Whether it was undone, so that redo brings the rows back.
    """

    at: datetime
    what: str
    subject: str
    rows: int
    is_undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doomed:
    """What a purge will take.

    Attributes:
        name: What is purged, in words.
        deals: The ids of the negotiations, each with all that belongs to it.
        person: The id of the person; None for a negotiation alone.
        lines: The ids of logged lines that are with that person.
        titles: The titles of the negotiations.
    """

    name: str
    deals: tuple[str, ...] = ()
    person: str | None = None
    lines: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """What a purge, or emptying the trash, did.

    Attributes:
        rows: How many rows are gone.
        acts: How many acts can no longer be undone or done again.
        links: How many links of chains are tombstones now.
        still: Where the name still stands in words of others: table to rows.
        is_scrubbed: False where another program kept the log from being emptied.
    """

    rows: int
    acts: int
    links: int
    still: dict[str, int] = field(default_factory=dict)
    is_scrubbed: bool = True
