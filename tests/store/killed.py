"""Kill writers at any moment and look what is left of a journal.

Run as `python -m tests.store.killed PATH SEED KILLS FORM`. This process imports all
once and has no journal open while it forks; each child writes until it is
killed, and says which acts were acknowledged.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

from tests.store.conftest import KEY, HandClock
from tests.store.entities import AT
from winjournal.domain.writing import Entry, InboxLine
from winjournal.services.ids import RandomIds
from winjournal.store import quick
from winjournal.store.connect import connect
from winjournal.store.create import create
from winjournal.store.keys import KEYS
from winjournal.store.store import open_store

SAID = 12
"""Bytes of an acknowledgement: a number and an end of line."""


def main(path: Path, seed: int, kills: int) -> None:
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    for round_ in range(kills):
        acknowledged |= kill_one(path, round_, chance)
        check(path, acknowledged)
    sys.stdout.write(f"{kills} kills, {len(acknowledged)} acts\n")


def kill_one(path: Path, round_: int, chance: random.Random) -> set[str]:
    """Start a writer, kill it after some of its acts, return what it promised."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write_for_ever(path, round_, writing)
    os.close(writing)
    told = b""
    acts = chance.randrange(12)
    while len(told) < acts * SAID:
        told += os.read(reading, 4096)
    # a little work of no fixed length, so that it dies in the middle of things
    sum(range(chance.randrange(300_000)))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as rest:
        told += rest.read()
    return {line.decode() for line in told.split(b"\n") if len(line) == SAID - 1}


def write_for_ever(path: Path, round_: int, writing: int) -> None:
    store = open_store(path, HandClock(), RandomIds())
    number = 0
    while True:
        id_ = f"{round_:05}-{number:05}"
        if number % 3 == 2:
            line = InboxLine(id=id_, line="Dana: hm", at=AT, logged_at=AT)
            quick.append_line(path, line)
        else:
            with store.write("wrote", id_) as writer:
                writer.put(Entry(id=id_, written_at=AT, body=f"said {id_} " * 40))
        os.write(writing, f"{id_}\n".encode())
        number += 1


def check(path: Path, acknowledged: set[str]) -> None:
    """Check that all that was promised is there, whole and searchable."""
    connection = connect(path)
    try:
        found = {
            id_
            for (id_,) in connection.execute(
                "SELECT id FROM entry UNION ALL SELECT id FROM inbox"
            )
        }
        missing = acknowledged - found
        assert not missing, f"{len(missing)} acts are gone"
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        connection.execute(
            "INSERT INTO search_fts(search_fts, rank) VALUES ('integrity-check', 1)"
        )
        (loose,) = connection.execute(
            "SELECT count(*) FROM entry WHERE id NOT IN"
            " (SELECT json_extract(changes, '$[0][1]') FROM act)"
        ).fetchone()
        assert loose == 0, "an entry without its act"
    finally:
        connection.close()


if __name__ == "__main__":
    if sys.argv[4] == "encrypted":
        KEYS.keep(KEY)
        create(Path(sys.argv[1]), KEY)
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
