"""One running program is told from another, and from one that has ended."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from winjournal.running import runs_elsewhere, this_program

NAME = """
import sys
from winjournal.running import this_program
print(this_program(), flush=True)
sys.stdin.read()
"""


def test_this_program_is_not_elsewhere() -> None:
    assert this_program().startswith(f"{os.getpid()}-")
    assert this_program() == this_program()
    assert not runs_elsewhere(this_program())


@pytest.mark.skipif(sys.platform == "win32", reason="it cannot be told there")
def test_another_is_elsewhere_until_it_ends() -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", NAME],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    name = other.stdout.readline().strip()
    assert runs_elsewhere(name)
    assert not runs_elsewhere(f"{other.pid}-another start")
    other.communicate()
    assert not runs_elsewhere(name)


@pytest.mark.parametrize("name", ["", "demo", "-", "x-1", "99999999999999999999-1"])
def test_what_names_no_process_runs_nowhere(name: str) -> None:
    assert not runs_elsewhere(name)
