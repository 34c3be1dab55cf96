"""A terminal program as a person meets it: a real pty, keys in, a screen out.

Time is only ever waited for by looking at the terminal, never by sleeping, so
a slow machine makes these tests slower and not wrong.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Self

import pyte

from tests.program import clean_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "esc": "\x1b",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
}
"""What a terminal sends for keys that are no letter; `ctrl+x` works too."""

# A session leader without a terminal gets the first one that it opens: so does
# the shell here, without code between fork and exec in a process with threads.
LAUNCH = 'exec "$@" <>"$0" >&0 2>&0'

# What pyte does not know: the end of the kitty keyboard protocol, which it would
# print as a letter, and the alternate screen, whose end shows the shell again.
KEYBOARD_POPPED = re.compile(rb"\x1b\[<\d*u")
SCREEN_LEFT = b"\x1b[?1049l"
UNFINISHED = re.compile(rb"\x1b(\[[<=>?]?[\d;]*)?\Z")

# Python waits this long at most, however loaded the machine is.
PATIENCE = 30.0


class Never(AssertionError):
    """The screen did not come to show what was waited for."""


class PtyProgram:
    """A program running in a terminal of its own.

    Args:
        argv: The program and its arguments.
        env: Its whole environment.
        size: Columns and rows.
        cwd: Where it starts.
    """

    def __init__(
        self,
        argv: Sequence[str],
        env: Mapping[str, str],
        size: tuple[int, int] = (100, 30),
        cwd: Path | None = None,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self.raw = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._unfinished = b""
        self._master, slave = pty.openpty()
        self._resize_pty(*size)
        self._open = True
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", LAUNCH, os.ttyname(slave), *argv],
            env=dict(env),
            cwd=cwd,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
        )
        self._slave = slave
        self.last_read = self.started
        """perf_counter at the last bytes that came, for measurements."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The process id of the program: the launching shell becomes it."""
        return self._process.pid

    def _resize_pty(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal; the program gets SIGWINCH."""
        self.screen.resize(rows, columns)
        self._resize_pty(columns, rows)

    def read(self, seconds: float) -> bool:
        """Take what the program writes next; return whether something came.

        Args:
            seconds: How long to wait for it at most.
        """
        if not self._open or not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # EIO: the program has closed its side
            return False
        self.last_read = time.perf_counter()
        self.raw += data
        self._feed(data)
        return bool(data)

    def _feed(self, data: bytes) -> None:
        data = self._unfinished + data
        cut = UNFINISHED.search(data)
        self._unfinished = cut.group() if cut else b""
        data = KEYBOARD_POPPED.sub(b"", data.removesuffix(self._unfinished))
        inside, *outside = data.split(SCREEN_LEFT)
        self._stream.feed(inside)
        for part in outside:
            self.screen.reset()
            self._stream.feed(part)

    def text(self) -> str:
        """Return the screen as lines without trailing blanks."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_until(
        self, met: Callable[[str], bool], what: str, seconds: float = PATIENCE
    ) -> None:
        """Read until the text of the screen meets a condition.

        Raises:
            Never: It did not within `seconds`, or the program ended before.
        """
        end = time.monotonic() + seconds
        while not met(self.text()):
            came = self.read(0.05)
            late = time.monotonic() > end
            if late or (not came and self._process.poll() is not None):
                while self.read(0):
                    pass
                if met(self.text()):
                    return
                why = "in time" if late else f"before the end ({self.exit_code()})"
                raise Never(f"no {what} {why}; the screen:\n{self.text()}")

    def wait(self, text: str, seconds: float = PATIENCE) -> None:
        """Read until the screen shows `text`."""
        self.wait_until(lambda shown: text in shown, repr(text), seconds)

    def wait_gone(self, text: str, seconds: float = PATIENCE) -> None:
        """Read until the screen no longer shows `text`."""
        self.wait_until(lambda shown: text not in shown, f"end of {text!r}", seconds)

    def send(self, data: str) -> None:
        """Send characters as they are; a terminal program reads them as keys."""
        os.write(self._master, data.encode())

    def press(self, *keys: str) -> None:
        """Press keys by name (`KEYS`, `ctrl+x`) or single characters."""
        for key in keys:
            if key.startswith("ctrl+"):
                self.send(chr(ord(key[-1].lower()) & 0x1F))
            elif key in KEYS:
                self.send(KEYS[key])
            elif len(key) == 1:
                self.send(key)
            else:
                raise ValueError(f"no such key: {key}")

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill the program as a power cut would (SIGKILL) and wait for its end."""
        self.signal(signal.SIGKILL)
        self._process.wait(PATIENCE)

    def hang_up(self) -> None:
        """Close the terminal under the program, as a closed window does."""
        if self._open:
            self._open = False
            os.close(self._slave)
            os.close(self._master)

    def exit_code(self, seconds: float = PATIENCE) -> int:
        """Wait for the program's end and return its status.

        As in `subprocess`, ended by signal N is -N. What it still writes is read.
        """
        end = time.monotonic() + seconds
        while self._process.poll() is None:
            if not self.read(0.02) and not self._open:
                return self._process.wait(seconds)
            if time.monotonic() > end:
                raise Never(f"it did not end; the screen:\n{self.text()}")
        while self.read(0):
            pass
        return self._process.returncode

    def close(self) -> None:
        """Kill the program where it still runs and give everything back."""
        if self._process.poll() is None:
            self.kill()
        self.hang_up()


class StartProgram:
    """Starts programs in terminals, with a clean environment.

    Args:
        home: The folder to stand for HOME.
        started: Where each started program is added, for the fixture to close.
    """

    def __init__(self, home: Path, started: list[PtyProgram]) -> None:
        self.home = home
        self._started = started

    def __call__(
        self,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> PtyProgram:
        """Start `argv` in a terminal of `size` columns and rows."""
        variables = {"COLORTERM": "truecolor", **(env or {})}
        environment = clean_environment(self.home, variables)
        program = PtyProgram(argv, environment, size, cwd or self.home)
        self._started.append(program)
        return program

    def wj(
        self,
        *args: str,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> PtyProgram:
        """Start the journal itself, as `wj ARGS` in a terminal."""
        argv = [sys.executable, "-P", "-m", "winjournal", *args]
        return self(argv, size=size, env=env, cwd=cwd)
