"""Puts the rooms together; the only module that knows them all.

Every import is inside a function, so that each path through the program loads
only what it needs.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from winjournal.services.journal import Journal
    from winjournal.services.ports import Clock, Ids


def open_journal(
    path: Path, *, clock: Clock | None = None, ids: Ids | None = None
) -> Journal:
    """Open a journal, made anew where there is none, migrated where it is old.

    Args:
        path: The journal's file.
        clock: Tells the time; None takes the system's, or `WINJOURNAL_NOW`.
        ids: Makes ids; None takes random ones.

    Raises:
        WinJournalError: It cannot be opened; the sentence says why.
    """
    # SQLModel and SQLAlchemy: about 400 ms, so never before they are needed.
    from winjournal.services.clock import clock_of
    from winjournal.services.ids import RandomIds
    from winjournal.services.journal import Journal
    from winjournal.store.store import open_store

    clock = clock or clock_of(os.environ.get("WINJOURNAL_NOW"))
    ids = ids or RandomIds()
    store = open_store(path, clock, ids)
    instance = f"{os.getpid()}-{clock.now():%Y%m%dT%H%M%S}"
    return Journal.over(store, clock, ids, instance)
