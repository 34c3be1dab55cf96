"""Kill conversions at any moment and look whether the old journal or the new opens.

Run as `python -m tests.store.killed_converting PATH SEED KILLS`. Each child encrypts a
plain journal, changes its passphrase and decrypts it, again and again.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

from tests.store.conftest import HandClock
from tests.store.entities import put_parents
from winjournal.services.ids import RandomIds
from winjournal.store import keys
from winjournal.store.backup import check_whole, fingerprint
from winjournal.store.connect import connect, is_encrypted, look, unlock
from winjournal.store.conversion import change_passphrase, decrypt, encrypt
from winjournal.store.files import partial_of
from winjournal.store.keys import KEYS
from winjournal.store.store import open_store

PASSPHRASES = ("one", "two")


def main(path: Path, seed: int, kills: int) -> None:
    chance = random.Random(seed)
    store = open_store(path, HandClock(), RandomIds())
    with store.write("began", "it") as writer:
        put_parents(writer)
    store.close()
    before = of(path)
    forms = {"plain": 0, "encrypted": 0}
    for _ in range(kills):
        kill_one(path, chance)
        forms[check(path, before)] += 1
    sys.stdout.write(f"{kills} kills, {forms}\n")


def kill_one(path: Path, chance: random.Random) -> None:
    """Start to convert, and kill that somewhere within the first few conversions."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        convert_for_ever(path, writing)
    os.close(writing)
    for _ in range(chance.randrange(3)):
        os.read(reading, 1)
    time.sleep(chance.random() * 0.1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)


def convert_for_ever(path: Path, writing: int) -> None:
    now = HandClock().now()
    KEYS.ask = lambda _: iter(PASSPHRASES)
    while True:
        if not is_encrypted(path):
            encrypt(path, "one", now)
            os.write(writing, b".")
        change_passphrase(path, "two", now)
        os.write(writing, b".")
        decrypt(path, now)
        os.write(writing, b".")


def check(path: Path, before: object) -> str:
    """Check that the journal opens, whole, and that no half of it stays."""
    form = "encrypted" if is_encrypted(path) else "plain"
    KEYS.forget()
    unlock(path, PASSPHRASES)
    KEYS.ask = lambda _: iter(PASSPHRASES)
    open_store(path, HandClock(), RandomIds()).close()
    check_whole(path)
    assert of(path) == before, "something is gone"
    assert not partial_of(path).exists(), "half a journal is left"
    connect(path).close()  # as the first act would
    beside = path.parent.glob(f"*{path.name}*")
    left = {file.name for file in beside if file.stat().st_size}
    assert left <= {path.name, f"{path.name}-wal", f"{path.name}-shm"}, left
    return form


def of(path: Path) -> Any:
    connection = look(path)
    try:
        return fingerprint(connection)
    finally:
        connection.close()


if __name__ == "__main__":
    keys._ROUNDS = 1  # how long a key takes is no matter here
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
