"""The quiet look at the whole journal behind the first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.errors import DamagedJournal, WinJournalError
from winjournal.services.saying import say_count
from winjournal.store.backup import faults_of
from winjournal.store.connect import look
from winjournal.store.door import door
from winjournal.store.sums import has_sums, misfits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


_DAMAGED = "The journal is damaged in places; what can be read is shown."


def unsound(path: Path, breathe: Callable[[], None]) -> str:
    """Read a journal whole, and say in a sentence what is damaged; empty for nothing.

    It reads by a connection of its own, and never writes. What keeps it from reading
    for another reason than damage, what the person does next will say.

    Args:
        path: A real path.
        breathe: Called often; it may wait, or raise to end the look.
    """
    try:
        connection = look(path)
        try:
            with door(path):
                faults = faults_of(connection, "quick_check")
                found = misfits(connection, breathe) if has_sums(connection) else None
        finally:
            connection.close()
    except DamagedJournal:
        return _DAMAGED
    except WinJournalError:
        return ""
    if faults:
        return _DAMAGED
    if found is None or not found.rows:
        return ""
    count = say_count(len(found.rows), "row is", "rows are")
    return f"{count} not as written, all others are."
