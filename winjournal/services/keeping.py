"""What the screens ask of the journal as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from winjournal.domain.copies import Kept, Preview, Restored


class Keeper(Protocol):
    """Looks after one journal's file; each method may take a while."""

    def unsound(self, breathe: Callable[[], None]) -> str:
        """Read the whole journal, and say in a sentence what is damaged.

        Args:
            breathe: Called often; it may wait, or raise to end the look.
        """
        ...

    def backups(self) -> Sequence[Kept]:
        """Return the backups, the newest first.

        Raises:
            WinJournalError: The folder may not be read.
        """
        ...

    def fault_of(self, kept: Kept) -> str:
        """Return what is wrong with a backup, as a sentence; empty for nothing."""
        ...

    def back_up(self, reason: str) -> Path:
        """Make a backup, read back before it counts.

        Raises:
            WinJournalError: It could not be made.
        """
        ...

    def renew(self) -> tuple[Path, int]:
        """Make a backup and delete all older ones; return it, and how many went.

        Raises:
            WinJournalError: It could not be made; none was deleted then.
        """
        ...

    def preview(self, kept: Kept) -> Preview:
        """Return what putting a backup back would change.

        Raises:
            DamagedJournal: The backup is damaged.
        """
        ...

    def restore(self, kept: Kept) -> Restored:
        """Put a backup back; nobody may have the journal open.

        Raises:
            WinJournalError: It cannot be done; nothing was changed then.
        """
        ...
