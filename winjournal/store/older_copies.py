"""Which copies beside a journal are copies of it, though not in its present form.

After encrypting a journal the plain copies would still tell what it holds; after a
change of passphrase the old one still opens the older copies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from winjournal.domain.errors import WinJournalError
from winjournal.store.connect import look
from winjournal.store.door import door

if TYPE_CHECKING:
    from pathlib import Path

_KINDS = ("negotiation", "entry", "inbox", "counterparty")

_HEAD = 16
"""Bytes that tell by which key a file opens: its salt, or that it is plain."""


def older_copies(path: Path) -> tuple[Path, ...]:
    """Return the copies in `backups/` that open otherwise than their journal.

    Where another journal stands in the same folder, a copy counts only where it
    can be read and has something in common with this journal.

    Args:
        path: The real path of a journal that no connection holds.
    """
    folder = path.parent / "backups"
    head = _head(path)
    found = sorted((*folder.glob("*.db"), *folder.glob("*.partial")))
    older = tuple(copy for copy in found if copy.is_file() and _head(copy) != head)
    if all(other == path for other in path.parent.glob("*.db")):
        return older
    ids = _ids(path)
    return tuple(copy for copy in older if not ids.isdisjoint(_ids(copy)))


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def _ids(path: Path) -> frozenset[str]:
    """Return the ids that a journal holds; none where it cannot be read."""
    try:
        connection = look(path)
    except WinJournalError:
        return frozenset()
    try:
        with door(path):
            return frozenset(_found(connection))
    except WinJournalError:
        return frozenset()
    finally:
        connection.close()


def _found(connection: Any) -> list[str]:
    query = " UNION ALL ".join(f"SELECT id FROM {kind}" for kind in _KINDS)
    return [id_ for (id_,) in connection.execute(query)]
