"""Programs that the tests of the store start: one journal, several processes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.program import ROOT, clean_environment

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT = 300.0


def start_module(home: Path, name: str, *args: str) -> subprocess.Popen[str]:
    """Start a module of the tests as a program and return it, running."""
    return subprocess.Popen(
        [sys.executable, "-m", name, *args],
        cwd=ROOT,
        env=clean_environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_module(home: Path, name: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a module of the tests as a program and wait for its end."""
    program = start_module(home, name, *args)
    out, err = program.communicate(timeout=TIMEOUT)
    return subprocess.CompletedProcess(program.args, program.returncode, out, err)
