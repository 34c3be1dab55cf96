"""A logged line, apart from all else that is written: `wj log` needs nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxLine:
    """One logged line, kept exactly as it was given.

    Attributes:
        line: All of it, with date prefix, tags and person.
        person: What `--with` said, if anything.
        at: What `--at` said, if anything, else what the line said, else
            `logged_at`.
        logged_at: When it was logged, with the local offset.
        filed_at: None while it waits in the inbox.
        entry_id: The entry it was filed as.
    """

    id: str
    line: str
    person: str | None = None
    at: datetime
    has_date: bool = False
    logged_at: datetime
    filed_at: datetime | None = None
    entry_id: str | None = None
