"""Which form a journal has, and bringing it to the one this program knows.

The usual start reads one cell by the DB-API (0.4 ms) and never imports Alembic.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from winjournal.domain.errors import (
    DamagedJournal,
    DiskTrouble,
    NewerJournal,
    WinJournalError,
)
from winjournal.resources import migrations_folder
from winjournal.store.alone import alone_in
from winjournal.store.connect import TIMEOUT, check_library, look
from winjournal.store.create import create
from winjournal.store.door import door
from winjournal.store.files import is_missing, locate, partial_of, sweep
from winjournal.store.places import refuse_network

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

HEAD = "0009"
"""The revision this program writes; a test holds it to the migrations."""

_ROOM = 32 * 1024 * 1024


def ensure_schema(path: Path, now: datetime, *, timeout: float = TIMEOUT) -> Path:
    """Make the journal if there is none; bring an older one to head.

    An older one is backed up first, beside it in `backups/`, and either
    migrated whole or left as it was.

    Args:
        path: The journal as the user names it.
        now: For the name of the backup.
        timeout: Seconds to wait for another process.

    Returns:
        The real path.

    Raises:
        NewerJournal: A newer program wrote it; not a byte was changed.
        DamagedJournal: It does not say which form it has.
        WinJournalError: As `files.locate` and `door` say.
    """
    check_library()
    if is_missing(path):
        return create(path)
    real = locate(path)
    refuse_network(real)
    _sweep_what_was_left(real)
    if revision_of(real, timeout) != HEAD:
        with alone_in(real.parent):
            revision = revision_of(real, timeout)
            if revision != HEAD:
                _migrate(real, revision, now)
    return real


def _sweep_what_was_left(real: Path) -> None:
    """Remove the half of a journal that a killed process was writing.

    After a decryption that was cut short it would be readable by anybody.
    """
    left = partial_of(real)
    if not is_missing(left):
        with alone_in(real.parent):
            sweep(left)


def revision_of(real: Path, timeout: float = TIMEOUT) -> str:
    """Return the revision of a journal, one that this program knows.

    Raises:
        NewerJournal: It is of none that this program knows.
        DamagedJournal: It has none.
    """
    connection = look(real, timeout=timeout)
    try:
        with door(real):
            found = connection.execute(
                "SELECT version_num FROM alembic_version"
            ).fetchall()
    finally:
        connection.close()
    if len(found) != 1:
        raise DamagedJournal(
            f"{real} does not say which version it has.",
            "wj restore puts a backup in its place; nothing was changed.",
        )
    revision = str(found[0][0])
    if revision != HEAD and revision not in known_revisions():
        raise NewerJournal(
            f"{real} was made by a newer WinJournal (revision {revision[:40]};"
            f" this one knows {HEAD}).",
            "Update WinJournal; nothing was changed.",
        )
    return revision


def known_revisions(folder: Path | None = None) -> frozenset[str]:
    """Return the revisions that the migrations lead through, by file name."""
    versions = (folder or migrations_folder()) / "versions"
    return frozenset(file.name.split("_")[0] for file in versions.glob("[0-9]*_*.py"))


def _migrate(real: Path, revision: str, now: datetime) -> None:
    # here alone: Alembic takes 140 ms to import
    from winjournal.store.backup import back_up, check_whole, free_space
    from winjournal.store.kept import catch_up
    from winjournal.store.migrating import connection_for_migrating, upgrade

    if free_space(real.parent) < _ROOM + 2 * real.stat().st_size:
        raise DiskTrouble(
            f"There is not enough space beside {real} to update the journal.",
            "Free some space, then try again. Nothing was changed.",
        )
    copy = back_up(real, "migration", revision, now)
    try:
        with door(real):
            upgrade(real)
    except WinJournalError:
        raise
    except Exception as error:
        raise WinJournalError(
            f"{real} could not be updated from revision {revision} to {HEAD}.",
            f"It is as it was; a copy is {copy}.",
        ) from error
    check_whole(real)
    # What can be counted is kept at once; what cannot is counted when it is read.
    with (
        suppress(WinJournalError),
        door(real),
        connection_for_migrating(real) as connection,
        connection.begin(),
    ):
        catch_up(connection, few=0)
