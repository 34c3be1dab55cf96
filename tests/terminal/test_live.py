"""In the room, in a real terminal: what is seen is kept, whatever happens next."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.program import RunWj
from tests.services.stories import begin
from tests.terminal.pty_program import PtyProgram, StartProgram
from winjournal.bootstrap import open_journal
from winjournal.services.clock import FixedClock
from winjournal.services.ids import RandomIds

pytestmark = pytest.mark.pty

NOW = "2026-03-04T10:00+00:00"

READ = """
import sys
from sqlcipher3 import dbapi2
asked = "SELECT tag, actor, strength, note FROM moment ORDER BY rowid"
for row in dbapi2.connect(sys.argv[1]).execute(asked):
    print(*row, sep="|")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a journal with one negotiation, prepared and sealed."""
    path = tmp_path / "journal.db"
    clock = FixedClock(datetime.fromisoformat(NOW).astimezone(UTC))
    journal = open_journal(path, clock=clock, ids=RandomIds())
    deal = begin(journal)
    journal.deals.seal(deal.id)
    journal.store.close()
    return path


def go_live(start_program: StartProgram, path: Path) -> PtyProgram:
    program = start_program.wj("--db", str(path), env={"WINJOURNAL_NOW": NOW})
    program.wait("Acme renewal")
    program.press("l")
    program.wait("CAPITAL = theirs")
    return program


def read_elsewhere(path: Path) -> list[str]:
    """Return the marks that another process finds in the file."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.split("\n")[:-1]


def test_a_mark_that_was_seen_survives_a_kill_at_that_instant(
    start_program: StartProgram, path: Path
) -> None:
    rounds = {
        "e": ("□ ego", "ego|me|1|None"),
        "H": ("■ Dana goalpost-held", "goalpost-held|them|1|None"),
        "c": ("□ over-capture", "over-capture|me|1|None"),
        "space": ("◇ decide later", "None|me|1|None"),
    }
    written: list[str] = []
    for key, (shown, row) in rounds.items():
        program = go_live(start_program, path)
        program.press(key)
        program.wait(shown)
        program.kill()
        written.append(row)
        assert read_elsewhere(path) == written


def test_what_comes_in_one_go_is_marked_and_worded_in_order(
    start_program: StartProgram, path: Path
) -> None:
    with go_live(start_program, path) as program:
        program.send("e2\rhe charged for the fee\rG+h\rheld\rf3")
        program.wait("■ fair-share 3")
        program.kill()
    assert read_elsewhere(path) == [
        "ego|me|2|he charged for the fee",
        "goalpost-held|them|1|None",
        "goalpost-held|me|1|held",
        "fair-share|me|3|None",
    ]


def test_a_mark_from_another_shell_appears_by_itself(
    start_program: StartProgram, run_wj: RunWj, path: Path
) -> None:
    with go_live(start_program, path) as program:
        done = run_wj(
            "--db", str(path), "tag", "e-", "raised", "my", "voice",
            env={"WINJOURNAL_NOW": NOW},
        )  # fmt: skip
        assert done.code == 0, done.stderr
        program.wait("raised my voice")
        done = run_wj("--db", str(path), "end", env={"WINJOURNAL_NOW": NOW})
        assert done.code == 0, done.stderr
        program.wait("No sitting goes on any more.")
