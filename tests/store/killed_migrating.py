"""Kill migrations at any moment and look whether the old journal or the new opens.

Run as `python -m tests.store.killed_migrating PATH SEED KILLS FROM`. Each round
puts an old journal in place and kills the program while it brings that to head.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from tests.store.conftest import HandClock
from winjournal.services.ids import RandomIds
from winjournal.store.backup import check_whole
from winjournal.store.connect import connect, look
from winjournal.store.create import blank
from winjournal.store.migrating import upgrade
from winjournal.store.schema import HEAD
from winjournal.store.store import open_store

LINES = 40
"""Rows in a table that every revision has."""

AT = "2026-03-04T09:00:00.000000Z"


def main(path: Path, seed: int, kills: int, start: str) -> None:
    chance = random.Random(seed)
    before = path.with_name("before.db")
    make_old(before, start)
    shutil.copyfile(before, path)
    begun = time.monotonic()
    open_store(path, HandClock(), RandomIds()).close()
    takes = time.monotonic() - begun
    found = {"old": 0, "new": 0}
    for _ in range(kills):
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
        shutil.copyfile(before, path)
        kill_one(path, chance.random() * takes * 1.3)
        found["new" if revision(path) == HEAD else "old"] += 1
        check(path)
    sys.stdout.write(f"{kills} kills, {found}\n")


def make_old(path: Path, start: str) -> None:
    """Make a journal of an older revision with some rows."""
    blank(path)
    upgrade(path, start)
    connection = connect(path)
    for number in range(LINES):
        connection.execute(
            "INSERT INTO counterparty"
            " (id, created_at, updated_at, name, name_key, kind)"
            " VALUES (?, ?, ?, ?, ?, 'person')",
            (f"p{number}", AT, AT, f"Person {number}", f"person {number}"),
        )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def kill_one(path: Path, after: float) -> None:
    """Open the journal in a child, and kill that within the time it takes."""
    child = os.fork()
    if child == 0:
        open_store(path, HandClock(), RandomIds())
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def revision(path: Path) -> str:
    """Return the revision that a journal is at."""
    connection = look(path)
    try:
        (found,) = connection.execute("SELECT version_num FROM alembic_version")
        return str(found[0])
    finally:
        connection.close()


def check(path: Path) -> None:
    """Check that the next start brings it to head, with every row."""
    open_store(path, HandClock(), RandomIds()).close()
    check_whole(path)
    assert revision(path) == HEAD
    connection = look(path)
    try:
        (people,) = connection.execute("SELECT count(*) FROM counterparty").fetchone()
    finally:
        connection.close()
    assert people == LINES, f"{LINES - people} rows are gone"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
