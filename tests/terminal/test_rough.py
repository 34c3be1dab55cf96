"""What is done to a program by accident: a window torn, a key held, a book pasted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.terminal.pty_program import PtyProgram, StartProgram
from winjournal.bootstrap import open_journal
from winjournal.domain.writing import Entry, InboxLine
from winjournal.services.clock import FixedClock
from winjournal.services.ids import RandomIds

pytestmark = pytest.mark.pty

NOW = "2026-03-04T10:00+00:00"
A_MINUTE = 1800
"""Keys that a keyboard repeats while one is held for a minute."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def program(start_program: StartProgram, path: Path) -> PtyProgram:
    """Return the journal, running over an empty file."""
    program = start_program.wj("--db", str(path), env={"WINJOURNAL_NOW": NOW})
    program.wait("Nothing is due this week.")
    return program


def lines_in(path: Path) -> list[str]:
    """Return the text of every entry and of every logged line."""
    journal = open_journal(
        path, clock=FixedClock(datetime.fromisoformat(NOW)), ids=RandomIds()
    )
    try:
        with journal.store.read() as reader:
            return [e.body for e in reader.list(Entry)] + [
                line.line for line in reader.list(InboxLine)
            ]
    finally:
        journal.store.close()


def test_a_window_pulled_small_and_back_while_saving_loses_nothing(
    program: PtyProgram, path: Path
) -> None:
    for number in range(3):
        program.press("a")
        program.wait("esc")
        for size, words in (
            ((20, 5), "talk num"), ((100, 30), f"ber {number} "),
            ((39, 11), "with "), ((100, 30), "Dana"),
        ):  # fmt: skip
            program.resize(*size)
            program.send(words)
            program.read(0.02)
        program.press("enter")
        program.resize(20, 5)
        program.resize(100, 30)
        program.wait(f"10:00  talk number {number} with Dana")
    program.press("q")
    assert program.exit_code() == 0
    assert len([one for one in lines_in(path) if one.startswith("talk number")]) == 3


@pytest.mark.slow
def test_a_key_held_for_a_minute_is_one_text_and_the_next_key_is_heard(
    program: PtyProgram, path: Path
) -> None:
    program.press("a")
    for _ in range(A_MINUTE // 30):
        program.send("x" * 30)
        program.read(0.01)
    program.press("enter")
    program.wait_gone("xxxxxxxxxx ", 60)
    for _ in range(A_MINUTE // 30):
        program.send("j" * 30)
        program.read(0.01)
    program.press("2")
    program.wait("filter", 60)
    program.press("q", "q")
    program.exit_code(60)
    assert lines_in(path) == ["x" * A_MINUTE]


@pytest.mark.slow
def test_a_hundred_thousand_lines_are_pasted_and_kept(
    program: PtyProgram, path: Path
) -> None:
    book = "\n".join(f"{number:x}" for number in range(100_000))
    program.press("2")
    program.wait("filter")
    program.press("i")
    program.wait("In your words")
    whole = f"\x1b[200~{book}\x1b[201~"
    for at in range(0, len(whole), 2000):
        program.send(whole[at : at + 2000])
        program.read(0)
    program.wait("1869f", 120)
    program.press("ctrl+s")
    program.wait("Written.", 60)
    program.press("ctrl+q")
    assert lines_in(path) == [book]


@pytest.mark.slow
def test_two_demos_at_once_do_not_know_of_each_other(
    start_program: StartProgram,
) -> None:
    both = [start_program.wj("demo", env={"WINJOURNAL_NOW": NOW}) for _ in range(2)]
    for number, program in enumerate(both):
        program.wait("demo", 60)
        program.wait("Under way", 60)
        program.press("a")
        program.send(f"only in demo {number}")
        program.wait(f"only in demo {number}", 60)
        program.press("enter")
        program.wait("saved", 60)
    for number, program in enumerate(both):
        assert f"only in demo {1 - number}" not in program.text()
        program.press("q")
        assert program.exit_code(60) == 0


def test_textual_writes_no_log_of_keys(
    start_program: StartProgram, path: Path, tmp_path: Path
) -> None:
    log = tmp_path / "textual.log"
    program = start_program.wj(
        "--db", str(path),
        env={"WINJOURNAL_NOW": NOW, "TEXTUAL_LOG": str(log), "TEXTUAL": "devtools"},
    )  # fmt: skip
    program.wait("Nothing is due this week.")
    program.press("q")
    assert program.exit_code() == 0
    assert not log.exists()
