"""Backups by their names: when, why, of which form; and which of them may go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DAYS, WEEKS, MONTHS = 7, 4, 12
"""So many days, weeks and months that have a backup keep their latest one."""

BEFORE = 10
"""So many of those made before something that could hurt are kept in any case."""

MIGRATIONS, MIGRATION_KEPT = 3, timedelta(days=90)
"""Those before a new form are kept for 90 days, and the last three for ever."""

DAY, ASKED, MIGRATION = "day", "asked", "migration"

REASONS = {
    DAY: "once a day",
    ASKED: "asked for",
    MIGRATION: "before a new form",
    "import": "before an import",
    "restore": "before a restore",
    "delete": "before much was deleted",
    "purge": "before a purge",
    "purged": "after a purge",
    "mend": "before mending",
    "rekey": "before a new passphrase",
    "encrypt": "before encryption",
    "decrypt": "before decryption",
}
"""Why a backup was made, as its name says it, and in words."""

_NAME = re.compile(
    r"(?:(?P<journal>.+)\.)?(?P<at>\d{8}T\d{6}Z)-(?P<reason>[a-z]+)"
    r"-(?P<revision>[0-9A-Za-z_]+?)(?:-(?P<number>\d+))?\.db",
)
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A backup, as its name says.

    Attributes:
        name: The file's name.
        journal: The journal's name; empty where an older program made it.
        at: When, in UTC, by the clock of then.
        reason: Why, one word of `REASONS`.
        revision: The form of the journal.
        number: Which one of the same second.
    """

    name: str
    journal: str
    at: datetime
    reason: str
    revision: str
    number: int = 1

    @property
    def why(self) -> str:
        """Why it was made, in words."""
        return REASONS.get(self.reason, self.reason)

    @property
    def order(self) -> tuple[datetime, int, str]:
        """What sorts copies from the oldest to the newest, by their names alone."""
        return self.at, self.number, self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup on the disk."""

    path: Path
    copy: Copy
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one file holds.

    Attributes:
        counts: What is counted, in words, and how many there are.
        newest: The dates and first words of what was written last.
    """

    counts: dict[str, int]
    newest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a restore would change.

    Attributes:
        kept: The backup.
        now: What the journal holds; None where it is gone or cannot be read.
        then: What the backup holds.
    """

    kept: Kept
    now: Side | None
    then: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore did.

    Attributes:
        path: The journal.
        kept: Where what stood there before is now; None where nothing did.
    """

    path: Path
    kept: Path | None


def copy_name(journal: str, at: datetime, reason: str, revision: str) -> str:
    """Return the name of a backup, without its ending."""
    return f"{journal}.{at.astimezone(UTC).strftime(_STAMP)}-{reason}-{revision}"


def copy_named(name: str) -> Copy | None:
    """Return what a file's name says of a backup; None where it is no such name."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found["at"], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Copy(
        name=name,
        journal=found["journal"] or "",
        at=at,
        reason=found["reason"],
        revision=found["revision"],
        number=int(found["number"] or 1),
    )


def may_go(copies: Iterable[Copy], made: Copy) -> tuple[Copy, ...]:
    """Return the backups that are no longer needed, the oldest first.

    Days, weeks and months are those that have a backup, so a clock that runs away, or
    a year without one, costs none. What a person asked for, or an older program made,
    is theirs to remove. The one just made and read back always stays.

    Args:
        copies: All backups of one journal.
        made: The one just made.
    """
    ours = sorted((c for c in copies if c.journal), key=lambda c: c.order)
    kept = {made.name} | {c.name for c in ours if c.reason == ASKED}
    before = [c for c in ours if c.reason not in (DAY, ASKED, MIGRATION)]
    kept |= {c.name for c in before[-BEFORE:]}
    migrations = [c for c in ours if c.reason == MIGRATION]
    kept |= {c.name for c in migrations[-MIGRATIONS:]}
    kept |= {c.name for c in migrations if c.at > made.at - MIGRATION_KEPT}
    spans: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
        (DAYS, lambda at: (at.year, at.month, at.day)),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    for count, span in spans:
        latest = {span(c.at): c.name for c in ours}
        kept |= {latest[key] for key in sorted(latest)[-count:]}
    return tuple(c for c in ours if c.name not in kept)
