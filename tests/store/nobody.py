"""Open journals without root's rights and say what came of each: one line each.

Run as `python -m tests.store.nobody PATH...`; all modules are imported before
the rights go, for the interpreter itself may lie where only root may read.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.store.conftest import HandClock
from winjournal.domain.errors import WinJournalError
from winjournal.services.ids import SeededIds
from winjournal.store.store import open_store

NOBODY = 65534


def main(paths: list[str]) -> None:
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    for path in paths:
        try:
            open_store(Path(path), HandClock(), SeededIds()).close()
        except WinJournalError as error:
            said = f"{type(error).__name__}: {error.sentence}"
        else:
            said = "opened"
        sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
