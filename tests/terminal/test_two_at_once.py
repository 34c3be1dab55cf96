"""Two windows and a shell on one journal see what each of them writes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import RunWj
from tests.terminal.pty_program import StartProgram

pytestmark = pytest.mark.pty

NOW = "2026-03-04T10:00+00:00"


def test_each_sees_what_the_others_write(
    start_program: StartProgram, run_wj: RunWj, tmp_path: Path,
    tried: Callable[[str], None],
) -> None:  # fmt: skip
    path = str(tmp_path / "journal.db")
    one, other = (
        start_program.wj("--db", path, env={"WINJOURNAL_NOW": NOW}) for _ in range(2)
    )
    for window in (one, other):
        window.wait("Nothing is due this week.")
    one.press("a")
    one.send("from the first window")
    one.press("enter")
    one.wait("10:00  from the first window")
    begun = time.monotonic()
    other.wait("10:00  from the first window")
    took = time.monotonic() - begun
    run_wj("--db", path, "log", "from a shell", env={"WINJOURNAL_NOW": NOW})
    for window in (one, other):
        window.wait("10:00  from a shell")
    tried(f"seen after {took:.1f} s")
    assert "from the first window" in run_wj("--db", path, "list").stdout
