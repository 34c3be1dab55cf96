"""Measures from outside, as a person would with a stopwatch: a pty, a process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.program import ROOT, redirected
from tests.terminal.pty_program import PtyProgram

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SIZE = (100, 30)
"""Columns and rows of the terminal."""

PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class Screen:
    """What a person waits for on a screen."""

    painted: tuple[str, ...]
    """Texts of the top line, the headings and the footer: all there is a paint."""

    key: str
    """One key to press at the first paint."""

    echo: str
    """What then stands on the screen, and stands on it for no other reason."""

    data: tuple[str, ...] = ()
    """Texts that only the journal's own data put there."""


@dataclass(frozen=True)
class Seen:
    """When what was seen on the screen, in milliseconds from the start."""

    painted: float
    echoed: float
    data: float | None
    peak: float
    """The most memory it held at once, in MiB."""


def environment(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a measured program: an empty home, no guard."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "COLORTERM": "truecolor",
        **redirected(home),
        **(extra or {}),
    }


def script(name: str) -> str:
    """Return the path of a command that is installed beside this Python."""
    return str(Path(sys.executable).parent / name)


def peak(pid: int) -> float:
    """Return the most memory a running process has held, in MiB (Linux only)."""
    found = PEAK.search(Path(f"/proc/{pid}/status").read_text())
    return int(found.group(1)) / 1024 if found else float("nan")


def watch(
    argv: Sequence[str],
    env: Mapping[str, str],
    screen: Screen,
    terminal: type[PtyProgram] = PtyProgram,
) -> Seen:
    """Start a program in a terminal, wait for its screen, and kill it.

    The time of a sight is when the bytes that complete it came out of the
    terminal. The key is sent at the first paint, so its echo also tells whether the
    program listens while it still loads.
    """
    with terminal(argv, env, SIZE, ROOT) as program:

        def reached(texts: tuple[str, ...]) -> float:
            program.wait_until(lambda shown: all(t in shown for t in texts), f"{texts}")
            return (program.last_read - program.started) * 1000

        painted = reached(screen.painted)
        program.send(screen.key)
        echoed = reached((screen.echo,))
        data = reached(screen.data) if screen.data else None
        return Seen(painted, echoed, data, peak(program.pid))


def spent(argv: Sequence[str], env: Mapping[str, str]) -> tuple[float, float]:
    """Run a whole process; return its milliseconds, and its peak memory in MiB.

    Raises:
        RuntimeError: It failed: a failure is no measurement.
    """
    began = time.perf_counter()
    process = subprocess.Popen(
        argv, env=dict(env), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    took = (time.perf_counter() - began) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{argv[0]} ended with {process.returncode}")
    return took, used.ru_maxrss / 1024


def run(argv: Sequence[str], env: Mapping[str, str]) -> tuple[float, str]:
    """Run a whole process; return its milliseconds and what it wrote to stdout.

    Raises:
        RuntimeError: It failed: a failure is no measurement.
    """
    began = time.perf_counter()
    done = subprocess.run(
        argv,
        env=dict(env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    took = (time.perf_counter() - began) * 1000
    if done.returncode:
        raise RuntimeError(f"{argv[0]} ended with {done.returncode}: {done.stderr}")
    return took, done.stdout
