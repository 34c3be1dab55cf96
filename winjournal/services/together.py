"""Several things done as one act."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from winjournal.domain.errors import Conflict
from winjournal.services.settled import spare_none

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from winjournal.domain.trash import Deleted, Doomed, Purged
    from winjournal.domain.writing import Act, Draft
    from winjournal.services.port_of_lists import Views
    from winjournal.services.ports import Reader, Store, Writer
    from winjournal.services.settled import Settled, Spare

_UNDER_WAY = "Something is being written; this has to wait until it is done."


class Together:
    """A store for services whose acts shall be one: one transaction, one undo.

    What one service writes the next one reads, though nothing is committed yet. An
    error in any of them, left to pass, takes all of it back.

    Args:
        store: The open journal.
        writer: The act under way, from `store.write`.
    """

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store, self._writer = store, writer

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Open what was written so far for reading."""
        yield self._writer

    def views(self) -> AbstractContextManager[Views]:
        """Open a snapshot from before the act."""
        return self._store.views()

    @contextmanager
    def write(self, what: str, subject: str) -> Iterator[Writer]:
        """Go on with the act under way; its words stay what they are."""
        yield self._writer

    def settling(self, draft: Settled) -> AbstractContextManager[None]:
        """Refuse: drafts are not part of an act.

        Raises:
            Conflict: Always.
        """
        raise Conflict(_UNDER_WAY)

    def draft(
        self, draft: Draft | None, owner: str, field: str, spare: Spare = spare_none
    ) -> None:
        """Refuse: drafts are not part of an act.

        Raises:
            Conflict: Always.
        """
        raise Conflict(_UNDER_WAY)

    def undo(self, now: datetime) -> Act:
        """Refuse: the act is not done yet.

        Raises:
            Conflict: Always.
        """
        raise Conflict(_UNDER_WAY)

    def redo(self, now: datetime) -> Act:
        """Refuse: the act is not done yet.

        Raises:
            Conflict: Always.
        """
        raise Conflict(_UNDER_WAY)

    def trash(self) -> tuple[Deleted, ...]:
        """Return what was deleted before the act."""
        return tuple(self._store.trash())

    def purge(self, doomed: Doomed) -> Purged:
        """Refuse: the act is not done yet.

        Raises:
            Conflict: Always.
        """
        raise Conflict(_UNDER_WAY)

    def empty_trash(self) -> Purged:
        """Refuse: the act is not done yet.

        Raises:
            Conflict: Always.
        """
        raise Conflict(_UNDER_WAY)

    def rescue(self) -> Path:
        """Refuse: the act is not done yet.

        Raises:
            Conflict: Always.
        """
        raise Conflict(_UNDER_WAY)

    def changes(self) -> int:
        """Return a number that is another one once another program has written."""
        return self._store.changes()

    def close(self) -> None:
        """Refuse: the act is not done yet.

        Raises:
            Conflict: Always.
        """
        raise Conflict(_UNDER_WAY)
