"""Run the real program in a process of its own, in a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.guard import sitecustomize as guard

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
"""The repository."""

PLACES = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
"""Where each kind of file goes under a home folder, by its variable."""

MAC_FOLDERS = ("Application Support", "Preferences", "Caches", "Logs")


def real_places() -> list[str]:
    """Return the folders that hold, or would hold, this person's own journal."""
    home = Path.home()
    named = {name: os.environ.get(name) for name in PLACES}
    bases = {home / default for default in PLACES.values()}
    bases |= {Path(value) for value in named.values() if value}
    bases |= {home / "Library" / name for name in MAC_FOLDERS}
    return sorted(str(base / "winjournal") for base in bases)


REAL_PLACES = real_places()
"""Taken when this module is first imported, before any test moves HOME."""


def redirected(home: Path) -> dict[str, str]:
    """Return the variables that put everything a program keeps under `home`."""
    return {
        "HOME": str(home),
        **{name: str(home / folder) for name, folder in PLACES.items()},
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }


def guarded() -> dict[str, str]:
    """Return the variables that hold a Python program to the rule of the tests."""
    return {
        "PYTHONPATH": str(Path(guard.__file__).parent),
        guard.FORBIDDEN: os.pathsep.join(REAL_PLACES),
    }


def clean_environment(
    home: Path, extra: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return a whole environment for a program that a test starts.

    Nothing is taken over from the test's own but PATH. Python programs are held
    to the guard against internet sockets and the real journal.

    Args:
        home: The folder to stand for HOME; the XDG folders lie in it.
        extra: Variables to add or to overwrite.
    """
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        **redirected(home),
        **guarded(),
        **(extra or {}),
    }


@dataclass(frozen=True)
class Finished:
    """A program that has ended.

    Bytes that are no UTF-8 stand as lone surrogates, as in `os.fsdecode`.
    """

    code: int
    stdout: str
    stderr: str


class RunWj:
    """Runs `python -m winjournal` and waits for its end.

    Args:
        home: The folder to stand for HOME.
    """

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(
        self,
        *args: str,
        stdin: str | bytes | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        timeout: float = 60.0,
    ) -> Finished:
        """Run the program once.

        Args:
            *args: Its arguments, as in a shell after `wj`.
            stdin: What it reads; None is an empty standard input.
            env: Variables to add to the clean environment.
            cwd: Where it starts; the home folder when None.
            timeout: Seconds after which the test fails.
        """
        data = (
            stdin.encode(errors="surrogateescape") if isinstance(stdin, str) else stdin
        )
        done = subprocess.run(
            [sys.executable, "-P", "-m", "winjournal", *args],
            input=data or b"",
            capture_output=True,
            env=clean_environment(self.home, env),
            cwd=cwd or self.home,
            timeout=timeout,
            check=False,
        )
        return Finished(
            done.returncode,
            done.stdout.decode(errors="surrogateescape"),
            done.stderr.decode(errors="surrogateescape"),
        )
