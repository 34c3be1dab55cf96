"""Open a journal when told to, write a row, and say which modules that took.

Run as `python -m tests.store.opener PATH NUMBER|modules`, with a line on
standard input as the word to go.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.store.conftest import HandClock
from winjournal.domain.writing import Vow
from winjournal.services.ids import SeededIds
from winjournal.store.store import open_store


def main(path: str, number: str) -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    store = open_store(Path(path), HandClock(), SeededIds(hash(number)))
    with store.write("vowed", number) as writer:
        writer.put(Vow(id=f"vow-{number}", week="2026-W10", cue="a", deed="b"))
    store.close()
    if number == "modules":
        sys.stdout.write("alembic\n" if "alembic" in sys.modules else "no-alembic\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
