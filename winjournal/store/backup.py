"""Copies of a journal that were read again before they count."""

from __future__ import annotations

import shutil
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from winjournal.domain.copies import copy_name
from winjournal.domain.errors import DamagedJournal
from winjournal.store.connect import connect, look
from winjournal.store.door import door
from winjournal.store.files import flush, is_missing, make_folder, premake

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

Fingerprint = dict[str, tuple[int, str]]
"""Table to its number of rows and the SHA-256 over all of them."""

_TRIES = 3


def free_space(folder: Path) -> int:
    """Return the bytes that may still be written in a folder."""
    return shutil.disk_usage(folder).free


def back_up(path: Path, reason: str, revision: str, now: datetime) -> Path:
    """Copy a journal into `backups/` beside it, and check the copy.

    `VACUUM INTO` sees one snapshot whatever others write meanwhile. The copy
    has its name only once it was read back and found the same.

    Args:
        path: The real path of the journal.
        reason: Why, for the name.
        revision: The form it has, for the name.
        now: When, for the name.

    Returns:
        The copy, 0600 in a folder of 0700.

    Raises:
        DamagedJournal: The journal or its copy is not whole.
        DiskTrouble: The disk is full or fails.
    """
    folder = folder_of(path)
    make_folder(folder)
    target = _unused(folder, copy_name(own_name(path), now, reason, revision))
    partial = target.with_name(f"{target.stem}.partial")
    partial.unlink(missing_ok=True)
    premake(partial)
    try:
        _copy(path, partial, connect(path))
        flush(partial)
        partial.rename(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    flush(folder)
    return target


def folder_of(path: Path) -> Path:
    """Return where the backups of a journal are, beside it."""
    return path.parent / "backups"


def own_name(path: Path) -> str:
    """Return what its backups call a journal: several may lie in one folder."""
    return path.stem if path.suffix == ".db" else path.name


def _unused(folder: Path, stem: str) -> Path:
    target, number = folder / f"{stem}.db", 1
    while not is_missing(target):
        number += 1
        target = folder / f"{stem}-{number}.db"
    return target


def true_copy(path: Path, partial: Path) -> None:
    """Copy a backup, which is not written to, and read the copy again.

    Raises:
        DamagedJournal: It is not whole.
    """
    _copy(path, partial, look(path))


def _copy(path: Path, partial: Path, connection: Any) -> None:
    try:
        with door(path):
            for _ in range(_TRIES):
                partial.unlink()
                premake(partial)
                before = fingerprint(connection)
                connection.execute("VACUUM INTO ?", (str(partial),))
                check_whole(partial)
                copied = look(partial)
                try:
                    if fingerprint(copied) == before:
                        return
                finally:
                    copied.close()
    finally:
        connection.close()
    # written to by another process at each try, or really different
    raise DamagedJournal(f"No true copy of {path} could be made.", "Try again.")


def check_whole(path: Path) -> None:
    """Check that a journal's pages, rows and references fit together.

    Of an encrypted one every page is checked against its code first.

    Raises:
        DamagedJournal: They do not.
    """
    connection = look(path)
    try:
        with door(path):
            # no row in a plain file, and none where every page of an encrypted one is
            # as it was written
            bad = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            faults = faults_of(connection, "quick_check")
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    if bad or faults or loose:
        raise DamagedJournal(
            f"{path} is damaged.", "wj restore puts a backup in its place."
        )


def faults_of(connection: Any, check: str) -> list[str]:
    """Return what SQLite says is wrong with the pages.

    Faults of the search index are left out: it can be made again from the texts, and
    must not keep a journal from being backed up.

    Args:
        connection: A raw connection of the DB-API.
        check: `quick_check` or `integrity_check`.
    """
    said = [str(row[0]) for row in connection.execute(f"PRAGMA {check}(20)")]
    return [line for line in said if line != "ok" and "search_fts" not in line]


def fingerprint(connection: Any) -> Fingerprint:
    """Return what tells two journals apart, over every column of every row.

    The search index is left out: SQLite arranges it as it likes.
    """
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_fts%' ORDER BY name"
    ).fetchall()
    return {name: _of_table(connection, name) for (name,) in names}


def _of_table(connection: Any, name: str) -> tuple[int, str]:
    quoted = name.replace('"', '""')
    digest, count = sha256(), 0
    for row in connection.execute(f'SELECT * FROM "{quoted}" ORDER BY 1'):
        digest.update(repr(row).encode("utf-8", "surrogatepass"))
        count += 1
    return count, digest.hexdigest()
