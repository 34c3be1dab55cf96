"""Turns a file of CaSiNo dialogues into a journal.

Run as `python -m tests.real.casino FILE --journal JOURNAL`. Prints one line; a wrong
file ends with status 65, a missing one with 66, a journal that is there with 73.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.real.casino_cases import Case, cases_of
from tests.real.casino_file import read_dialogues
from tests.real.casino_rules import started
from winjournal.bootstrap import open_journal
from winjournal.domain.errors import CannotCreate, WinJournalError
from winjournal.domain.moments import Moment
from winjournal.domain.negotiation import Offer
from winjournal.services.clock import FixedClock
from winjournal.services.ids import SeededIds

SEED = 2021


def convert(file: Path, journal: Path) -> str:
    """Write a journal from a file and return one line that says what it holds.

    Everything is read and checked before the journal is made.

    Raises:
        WinJournalError: The file is of another form, or the journal is there already.
    """
    if journal.exists():
        raise CannotCreate(f"{journal} is there already.", "Name a new file.")
    dialogues, ids = read_dialogues(file), SeededIds(SEED)
    cases = [
        case
        for number, dialogue in enumerate(dialogues)
        for case in cases_of(dialogue, number, ids)
    ]
    write(cases, journal, len(dialogues))
    return summary(cases, len(dialogues))


def write(cases: Sequence[Case], path: Path, dialogues: int) -> None:
    """Make a journal of the cases, one act for each."""
    clock = FixedClock(started(dialogues))
    journal = open_journal(path, clock=clock, ids=SeededIds(SEED + 1))
    try:
        for case in cases:
            with journal.store.write("brought in", case.title) as writer:
                for entity in case.entities:
                    writer.put(entity)
    finally:
        journal.store.close()


def summary(cases: Sequence[Case], dialogues: int) -> str:
    """Return what was written, in one line."""
    kinds = Counter(type(entity) for case in cases for entity in case.entities)
    outcomes = Counter(case.outcome for case in cases)
    ended = ", ".join(f"{n} {outcome}" for outcome, n in outcomes.most_common())
    return (
        f"{len(cases)} negotiations from {dialogues} dialogues: {ended}; "
        f"{kinds[Offer]} offers, {kinds[Moment]} moments."
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.real.casino")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--journal", type=Path, required=True, metavar="JOURNAL")
    wanted = parser.parse_args(arguments)
    try:
        line = convert(wanted.file, wanted.journal)
    except WinJournalError as error:
        sys.stderr.write(f"{error}\n")
        return error.code
    sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
