"""What is looked at around a journal: its place, its permissions, room, backups."""

from __future__ import annotations

import os
import stat
from functools import partial
from typing import TYPE_CHECKING

from winjournal.services.saying import say_count, say_size
from winjournal.store.backup import folder_of, free_space, own_name
from winjournal.store.copies import copies_of, fault_of, keep_copy
from winjournal.store.found import damaged, fine, note, to_mend
from winjournal.store.places import on_network, syncing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from winjournal.store.found import Found

FILE_MODE, FOLDER_MODE = 0o600, 0o700

ROOM = 32 * 1024 * 1024
"""Bytes that should be free beside twice the journal: a copy, and a new form."""

_LOGS = ("", "-wal", "-shm", "-journal")


def file_checks(path: Path, now: datetime) -> Iterator[Found]:
    """Yield what is found around a journal.

    Args:
        path: A real path.
        now: For the name of a backup that is made.
    """
    yield _place(path)
    yield from _modes(path)
    yield _room(path)
    yield _backups(path, now)
    yield from _leftovers(path)


def _place(path: Path) -> Found:
    if program := syncing(path):
        return to_mend(
            "place",
            f"{program} syncs the folder {path.parent}.",
            "Move the journal elsewhere while it is closed, and put backups there.",
        )
    if kind := on_network(path):
        return to_mend(
            "place",
            f"{path.parent} is on a network file system ({kind}).",
            "Move the journal to this machine while it is closed.",
        )
    return fine("place", f"{path}")


def _modes(path: Path) -> Iterator[Found]:
    if os.name == "nt":
        return
    backups = folder_of(path)
    files = [path.with_name(path.name + end) for end in _LOGS]
    files += [kept.path for kept in copies_of(path)]
    wanted = [(folder, FOLDER_MODE) for folder in (path.parent, backups)]
    wanted += [(file, FILE_MODE) for file in files]
    loose = [
        (place, mode)
        for place, mode in wanted
        if place.exists() and stat.S_IMODE(place.stat().st_mode) & ~mode
    ]
    for place, mode in loose:
        now = stat.S_IMODE(place.stat().st_mode)
        yield to_mend(
            "permissions",
            f"{place} is open to others (mode {now:04o}).",
            f"Take that from them (mode {mode:04o}).",
            partial(place.chmod, mode),
        )
    if not loose:
        yield fine("permissions", "Only you may read the journal and its backups.")


def _room(path: Path) -> Found:
    free, needed = free_space(path.parent), ROOM + 2 * path.stat().st_size
    if free < needed:
        return to_mend(
            "disk space",
            f"{say_size(free)} are free beside the journal.",
            f"Make room: a backup and a new form may need {say_size(needed)}.",
        )
    return fine("disk space", f"{say_size(free)} are free.")


def _backups(path: Path, now: datetime) -> Found:
    copies = copies_of(path)
    make = "Make a backup."
    if not copies:
        return to_mend(
            "backups", "There is no backup yet.", make,
            lambda: keep_copy(path, "asked", now),
        )  # fmt: skip
    newest = copies[0]
    if fault := fault_of(newest.path):
        older = next((k for k in copies[1:] if not fault_of(k.path)), None)
        if older is not None:
            return to_mend(
                "backups",
                f"The newest backup is damaged; {older.copy.name} is sound.",
                make,
                lambda: keep_copy(path, "asked", now),
            )
        return damaged(
            "backups", f"No backup is sound. {fault}", make,
            cure=lambda: keep_copy(path, "asked", now),
        )  # fmt: skip
    said = f"{say_count(len(copies), 'backup')}; {newest.copy.name} was read whole."
    return fine("backups", said)


def _leftovers(path: Path) -> Iterator[Found]:
    """Yield what a killed process left half made, and what a restore set aside."""
    name = own_name(path)
    halves = [*folder_of(path).glob(f"{name}.*.partial")]
    halves += [path.with_name(f".{path.name}.partial")]
    for half in halves:
        if half.exists():
            yield to_mend(
                "leftovers", f"{half} was left half made.", "Delete it.", half.unlink
            )
    for aside in sorted(path.parent.glob(f"{path.name}.damaged-*")):
        if not aside.name.endswith(_LOGS[1:]):
            yield note(
                "leftovers",
                f"{aside} was set aside by a restore.",
                "Delete it once you no longer need it.",
            )
