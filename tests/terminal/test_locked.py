"""An encrypted journal in a real terminal: asked for, locked, and never shown."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.program import RunWj
from tests.terminal.pty_program import StartProgram
from winjournal.store.keys import KEYS, make_key

pytestmark = pytest.mark.pty

MARKER = "quincunx"
PASSPHRASE = "p\u00e4ss"
WRONG = "Wrong passphrase, or the file is damaged."
ASKED = "Passphrase of journal.db:"


@pytest.fixture
def journal(home: Path, run_wj: RunWj) -> Path:
    """Return an encrypted journal with one line in it."""
    from datetime import UTC, datetime

    from winjournal.domain.inbox import InboxLine
    from winjournal.store import quick
    from winjournal.store.create import create

    path = home / ".local/share/winjournal/journal.db"
    path.parent.mkdir(parents=True, mode=0o700)
    key = make_key(PASSPHRASE)
    KEYS.keep(key)
    create(path, key)
    at = datetime(2026, 3, 4, tzinfo=UTC)
    quick.append_line(path, InboxLine(id="l", line=MARKER, at=at, logged_at=at))
    KEYS.forget()
    return path


def is_stopped(pid: int) -> bool:
    """Tell whether a child was stopped by a signal, or is gone."""
    states = os.WSTOPPED | os.WEXITED | os.WNOHANG | os.WNOWAIT
    return os.waitid(os.P_PID, pid, states) is not None


def test_it_asks_three_times_and_shows_nothing_of_what_is_typed(
    journal: Path, start_program: StartProgram
) -> None:
    program = start_program.wj("list")
    for number in range(3):
        said = f"{ASKED}\n{WRONG} Try again.\n" * number + ASKED
        program.wait(said)
        program.send("secret\r")
    assert program.exit_code() == 77
    shown = program.text()
    assert "secret" not in shown
    assert shown.count(f"wj: {WRONG}") == 1
    assert "hmac" not in shown.lower()


def test_a_line_is_logged_once_the_passphrase_is_typed(
    journal: Path, start_program: StartProgram
) -> None:
    program = start_program.wj("log", "told", "them")
    program.wait(ASKED)
    program.send(f"{PASSPHRASE}\r")
    program.wait("inbox")
    assert program.exit_code() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no job control")
def test_the_screens_open_lock_and_stop_without_a_word(
    journal: Path, start_program: StartProgram
) -> None:
    program = start_program.wj()
    program.wait("This journal is encrypted.")
    program.send(f"{PASSPHRASE}\r")
    program.wait(MARKER)
    program.press("ctrl+l")
    program.wait("Locked.")
    program.wait_gone(MARKER)
    program.wait("leave WinJournal")
    place = len(program.raw)
    program.press("2", "ctrl+p")
    program.resize(80, 24)
    program.wait("•")
    program.press("backspace")
    program.resize(100, 30)
    program.wait("Locked.")
    assert MARKER.encode() not in program.raw[place:]
    program.send(f"{PASSPHRASE}\r")
    program.wait(MARKER)
    program.signal(signal.SIGTSTP)
    # read meanwhile: a full terminal would keep it from stopping
    while not is_stopped(program.pid):
        program.read(0.05)
    place = len(program.raw)
    program.signal(signal.SIGCONT)
    program.wait("Locked.")
    assert MARKER.encode() not in program.raw[place:]
    program.press("esc")
    assert program.exit_code() == 0
