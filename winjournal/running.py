"""Tells one running program from another, for what each of them is typing."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def this_program() -> str:
    """Return a name for this process, as `PID-STARTED`."""
    pid = os.getpid()
    return f"{pid}-{_started(pid)}"


def runs_elsewhere(name: str) -> bool:
    """Tell whether another process of this name is still running.

    Where it cannot be told (Windows) nothing is: a draft shown twice is better
    than one that is never shown.

    Args:
        name: As `this_program` gave it to that process.
    """
    number, _, started = name.partition("-")
    if sys.platform == "win32" or not number.isdecimal():
        return False
    pid = int(number)
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        # Somebody else's process: never a journal of this person.
        return False
    return _started(pid) == started


def _started(pid: int) -> str:
    """Return when a process began, in the system's own unit; "0" where unknown."""
    # Numbers of processes are used again, and a name may hold blanks and brackets.
    try:
        line = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "0"
    return line.rpartition(")")[2].split()[19]
