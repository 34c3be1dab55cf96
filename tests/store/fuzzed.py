"""Damage journals at random and look what is told of it.

Run as `python -m tests.store.fuzzed FOLDER SEED FILES FORM`. Each file is opened, read
and checked: it works or a sentence says why not, and no changed word goes unseen.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

from tests.store.conftest import KEY, HandClock
from tests.store.entities import ENTRY, put_parents
from winjournal.domain.errors import WinJournalError
from winjournal.domain.writing import Entry
from winjournal.services.ids import RandomIds
from winjournal.store.backup import check_whole
from winjournal.store.connect import look
from winjournal.store.create import create
from winjournal.store.keys import KEYS
from winjournal.store.store import open_store
from winjournal.store.sums import misfits

ENTRIES = 120


def main(folder: Path, seed: int, files: int, *, locked: bool) -> None:
    chance = random.Random(seed)
    path = folder / "j.db"
    if locked:
        KEYS.keep(KEY)
        create(path, KEY)
    fill(path)
    sound, whole = path.read_bytes(), written(path)
    found = {"not opened": 0, "told": 0, "unharmed": 0}
    for _ in range(files):
        for left in folder.glob("j.db-*"):
            left.unlink()
        path.write_bytes(damaged(sound, chance))
        found[look_at(path, whole)] += 1
    sys.stdout.write(f"{files} files, {found}\n")


def fill(path: Path) -> None:
    store = open_store(path, HandClock(), RandomIds())
    with store.write("wrote", "much") as writer:
        put_parents(writer)
        for number in range(ENTRIES):
            writer.put(replace(ENTRY, id=f"e{number:03}", body=f"calm {number} " * 60))
    store.close()


def damaged(sound: bytes, chance: random.Random) -> bytes:
    """Return a file with bits flipped, a piece overwritten, or its end cut off."""
    content = bytearray(sound)
    kind = chance.randrange(3)
    at = chance.randrange(len(content))
    if kind == 0:
        for _ in range(chance.randrange(1, 9)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        size = chance.choice((16, 512, 4096))
        content[at : at + size] = chance.randbytes(len(content[at : at + size]))
    else:
        del content[at:]
    return bytes(content)


def look_at(path: Path, whole: dict[str, str]) -> str:
    """Open and read a damaged journal; return what came of it.

    Any error but a sentence of ours ends the run.
    """
    try:
        store = open_store(path, HandClock(), RandomIds())
        store.close()
    except WinJournalError:
        return "not opened"
    try:
        found = written(path)
        check_whole(path)
        is_told = bool(rows_told(path))
    except WinJournalError:
        return "told"
    assert is_told or found == whole, "changed words went unseen"
    return "told" if is_told else "unharmed"


def written(path: Path) -> dict[str, str]:
    store = open_store(path, HandClock(), RandomIds())
    try:
        with store.read() as reader:
            return {entry.id: entry.body for entry in reader.list(Entry)}
    finally:
        store.close()


def rows_told(path: Path) -> tuple[object, ...]:
    connection = look(path)
    try:
        return misfits(connection).rows
    finally:
        connection.close()


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]),
        locked=sys.argv[4] == "encrypted",
    )  # fmt: skip
