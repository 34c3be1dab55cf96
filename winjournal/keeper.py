"""Looks after the journal that the screens have open, as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal import care

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from winjournal.domain.copies import Kept, Preview, Restored


class FileKeeper:
    """Looks after one journal's file; see `services.keeping.Keeper`.

    Args:
        path: The journal.
        now: Tells the time, for the names of backups.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path, self._now = path, now

    def unsound(self, breathe: Callable[[], None]) -> str:
        """Read the whole journal, and say in a sentence what is damaged."""
        from winjournal.store.health import unsound

        return unsound(self._path.resolve(), breathe)

    def backups(self) -> tuple[Kept, ...]:
        """Return the backups, the newest first."""
        return care.backups_of(self._path)

    def fault_of(self, kept: Kept) -> str:
        """Return what is wrong with a backup, as a sentence; empty for nothing."""
        return care.fault_of_backup(kept.path)

    def back_up(self, reason: str) -> Path:
        """Make a backup, read back before it counts."""
        return care.back_up_journal(self._path, reason, self._now())

    def renew(self) -> tuple[Path, int]:
        """Make a backup and delete all older ones; return it, and how many went."""
        return care.renew_backups(self._path, self._now())

    def preview(self, kept: Kept) -> Preview:
        """Return what putting a backup back would change."""
        return care.preview_restore(self._path, kept)

    def restore(self, kept: Kept) -> Restored:
        """Put a backup back; nobody may have the journal open."""
        return care.restore_journal(self._path, kept, self._now())
