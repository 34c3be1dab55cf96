"""The harness itself, on scripts of a few lines."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.terminal.pty_program import Never

if TYPE_CHECKING:
    from tests.terminal.pty_program import StartProgram

pytestmark = pytest.mark.pty

ECHO = """
import os, sys, termios, tty
tty.setraw(0)
print(*os.get_terminal_size(), os.isatty(0), os.isatty(2), end="\\r\\n", flush=True)
while (key := os.read(0, 16)) != b"q":
    print("got", key.hex(), end="\\r\\n", flush=True)
sys.exit(7)
"""

HUNG_UP = """
import os, pathlib, signal, sys
def hung_up(*_):
    pathlib.Path(sys.argv[1]).write_text("hung up")
    os._exit(129)
signal.signal(signal.SIGHUP, hung_up)
print("ready", flush=True)
signal.pause()
"""

RESIZED = """
import os, signal
def resized(*_):
    os.write(1, b"%d %d\\r\\n" % os.get_terminal_size())
signal.signal(signal.SIGWINCH, resized)
os.write(1, b"ready\\r\\n")
while True:
    signal.pause()
"""


def test_program_sees_a_terminal_of_the_size(start_program: StartProgram) -> None:
    program = start_program([sys.executable, "-c", ECHO], size=(80, 24))
    program.wait("80 24 True True")


def test_keys_arrive_as_a_terminal_sends_them(start_program: StartProgram) -> None:
    program = start_program([sys.executable, "-c", ECHO])
    program.wait("True True")
    for key, sent in [("a", "61"), ("up", "1b5b41"), ("ctrl+s", "13")]:
        program.press(key)
        program.wait(f"got {sent}")
    program.send("ä")
    program.wait("got c3a4")
    program.press("q")
    assert program.exit_code() == 7


def test_waiting_for_what_never_comes_fails(start_program: StartProgram) -> None:
    program = start_program([sys.executable, "-c", "print('that is all')"])
    with pytest.raises(Never, match="that is all"):
        program.wait("more")


def test_kill_ends_it_at_once(start_program: StartProgram) -> None:
    program = start_program([sys.executable, "-c", ECHO])
    program.wait("True True")
    program.kill()
    assert program.exit_code() == -signal.SIGKILL


def test_closed_terminal_sends_a_hang_up(
    start_program: StartProgram, tmp_path_factory: pytest.TempPathFactory
) -> None:
    noted = tmp_path_factory.mktemp("noted") / "note"
    program = start_program([sys.executable, "-c", HUNG_UP, str(noted)])
    program.wait("ready")
    program.hang_up()
    assert program.exit_code() == 129
    assert noted.read_text() == "hung up"


def test_resize_is_told(start_program: StartProgram) -> None:
    program = start_program([sys.executable, "-c", RESIZED], size=(80, 24))
    program.wait("ready")
    program.resize(140, 40)
    program.wait("140 40")


def test_environment_is_the_tests_own(
    start_program: StartProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WINJOURNAL_DIR", "/somewhere")
    code = "import os; print(sorted(k for k in os.environ if 'WINJ' in k))"
    program = start_program([sys.executable, "-c", code], env={"WINJ": "1"})
    program.wait("['WINJ']")


def test_what_is_said_after_the_alternate_screen_stands_alone(
    start_program: StartProgram,
) -> None:
    code = r"""
import os
start = b"\x1b[?1049h\x1b[>1uinside"
for part in (start, b"\x1b", b"[<", b"u\x1b[?104", b"9l", b"farewell"):
    os.write(1, part)
"""
    program = start_program([sys.executable, "-c", code])
    assert program.exit_code() == 0
    assert program.text().strip() == "farewell"
