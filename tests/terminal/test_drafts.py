"""What is being typed survives a kill and a closed terminal, in a real terminal."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.terminal.pty_program import SCREEN_LEFT, PtyProgram, StartProgram
from winjournal.bootstrap import open_journal
from winjournal.domain.writing import Draft
from winjournal.services.clock import FixedClock
from winjournal.services.ids import RandomIds
from winjournal.ui.drafting import values_of

pytestmark = pytest.mark.pty

PATIENCE = 600
"""So often the journal is looked at, each time after some of the terminal was read."""

NOW = "2026-03-04T10:00+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def start(start_program: StartProgram, path: Path) -> Callable[[], PtyProgram]:
    """Return what starts the journal and waits until it shows what is in it."""

    def begin() -> PtyProgram:
        program = start_program.wj("--db", str(path), env={"WINJOURNAL_NOW": NOW})
        program.wait("Nothing is due this week.")
        return program

    return begin


def drafts_on(path: Path) -> tuple[Draft, ...]:
    """Return every draft on disk, also of a program that still runs."""
    clock = FixedClock(datetime(2026, 3, 4, 10, 0, tzinfo=UTC))
    journal = open_journal(path, clock=clock, ids=RandomIds())
    try:
        with journal.store.read() as reader:
            return reader.list(Draft)
    finally:
        journal.store.close()


def kept(path: Path) -> dict[str, dict[str, str | None]]:
    """Return the values of every draft by its owner, as another process reads them."""
    return {draft.owner: values_of(draft.text) for draft in drafts_on(path)}


def wait_kept(
    program: PtyProgram, path: Path, owner: str, field: str, words: str
) -> None:
    """Wait until these words of a field are on disk."""
    for _ in range(PATIENCE):
        if kept(path).get(owner, {}).get(field) == words:
            return
        program.read(0.05)
    raise AssertionError(f"{field} was not kept:\n{program.text()}")


def begin_prep(program: PtyProgram) -> None:
    program.press("n")
    program.wait("A few words by which you will find it")


def test_after_a_kill_it_is_back_on_today_and_goes_on(
    start: Callable[[], PtyProgram], path: Path
) -> None:
    program = start()
    begin_prep(program)
    program.send("Acme renewal")
    program.wait("Acme renewal")
    wait_kept(program, path, "prep:new", "title", "Acme renewal")
    program.send("\tDana")
    program.wait("Dana")
    wait_kept(program, path, "prep:new", "person", "Dana")
    program.kill()

    program = start()
    program.wait("Not saved yet")
    assert "Acme renewal  preparation" in program.text()
    program.press("enter")
    program.wait("is back; save keeps it.")
    program.wait("Dana")
    program.press("ctrl+s")
    program.wait("Started: Acme renewal")
    program.press("esc")
    program.wait("Under way")
    assert "Not saved yet" not in program.text()
    program.kill()
    assert kept(path) == {}


def test_it_is_written_while_somebody_keeps_typing(
    start: Callable[[], PtyProgram], path: Path
) -> None:
    program = start()
    begin_prep(program)
    typed = 0
    while "prep:new" not in kept(path):
        # Never half a second of rest: a debounce would not fire at all.
        program.send("abcdefghij"[typed % 10])
        program.read(0.05)
        typed += 1
        assert typed < PATIENCE
    program.kill()
    assert "abcdefghij".startswith(str(kept(path)["prep:new"]["title"])[:10])


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_loses_nothing(
    start: Callable[[], PtyProgram], path: Path, number: signal.Signals
) -> None:
    program = start()
    begin_prep(program)
    program.send("Acme renewal, second year")
    program.wait("second year")
    program.signal(number)
    assert program.exit_code() == 128 + number
    assert kept(path)["prep:new"]["title"] == "Acme renewal, second year"


def test_a_closed_terminal_loses_nothing(
    start: Callable[[], PtyProgram], path: Path
) -> None:
    program = start()
    begin_prep(program)
    program.send("Acme renewal, second year")
    program.wait("second year")
    program.hang_up()
    assert program.exit_code() == 128 + signal.SIGHUP
    assert kept(path)["prep:new"]["title"] == "Acme renewal, second year"


def test_who_is_told_to_end_gives_the_terminal_back(
    start: Callable[[], PtyProgram],
) -> None:
    program = start()
    program.signal(signal.SIGTERM)
    assert program.exit_code() == 143
    assert SCREEN_LEFT in program.raw
    assert b"\x1b[?25h" in program.raw[program.raw.rindex(SCREEN_LEFT) :]
    assert "Traceback" not in program.text()


def test_the_line_of_today_comes_back_into_it(
    start: Callable[[], PtyProgram], path: Path
) -> None:
    program = start()
    program.press("a")
    program.send("she would rather have one inv")
    program.wait("one inv")
    wait_kept(program, path, "line", "line", "she would rather have one inv")
    program.kill()

    program = start()
    program.wait("she would rather have one inv")
    assert "Not saved yet" not in program.text()
    program.press("a")
    program.send("oice")
    program.wait("one invoice")
    program.press("enter")
    program.wait("inbox")
    program.wait("10:00  she would rather have one invoice")
    program.kill()
    assert kept(path) == {}


def test_what_is_typed_in_another_window_is_left_alone(
    start: Callable[[], PtyProgram], path: Path
) -> None:
    one = start()
    begin_prep(one)
    one.send("Acme renewal")
    one.wait("Acme renewal")
    wait_kept(one, path, "prep:new", "title", "Acme renewal")
    two = start()
    begin_prep(two)
    assert "Acme renewal" not in two.text()
    two.press("esc")
    two.wait("What you negotiate will stand here")
    assert "Not saved yet" not in two.text()
    one.kill()
    two.press("1", "3", "1")
    two.press("n")
    two.wait("Acme renewal")


def test_esc_keeps_it_and_d_lets_it_go(
    start: Callable[[], PtyProgram], path: Path
) -> None:
    program = start()
    begin_prep(program)
    program.send("Acme renewal")
    program.wait("Acme renewal")
    program.press("esc")
    program.wait("Not saved yet")
    assert kept(path)["prep:new"]["title"] == "Acme renewal"
    program.press("d")
    program.wait("Let this draft go?")
    program.press("y")
    program.wait("The draft is gone.")
    program.wait_gone("Not saved yet")
    assert kept(path) == {}
    program.press("q")
    assert program.exit_code() == 0


def test_what_is_typed_before_the_journal_is_open_is_not_lost(
    start_program: StartProgram, path: Path
) -> None:
    program = start_program.wj("--db", str(path), env={"WINJOURNAL_NOW": NOW})
    program.wait("What happened?")
    program.press("a")
    program.send("felt rushed on the phone\r")
    program.wait("10:00  felt rushed on the phone")
