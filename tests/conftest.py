"""What holds for every test: no real journal, no network, no zone, no leftovers."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.guard.sitecustomize import Guard
from tests.program import REAL_PLACES, RunWj, guarded, redirected
from tests.terminal.pty_program import PtyProgram, StartProgram
from winjournal.store.keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PREFIXES = ("WINJOURNAL_", "TEXTUAL", "XDG_", "LC_", "SSH_", "TMUX", "STY")
NAMES = (
    "COLORFGBG",
    "COLORTERM",
    "COLUMNS",
    "EDITOR",
    "FORCE_COLOR",
    "LESS",
    "LINES",
    "NO_COLOR",
    "PAGER",
    "TERM_PROGRAM",
    "VISUAL",
)

SNAPSHOTS = "TEXTUAL_SNAPSHOT_"
"""What the snapshot plugin tells itself through the environment."""

broken: list[str] = []
"""What the running test did against the rule; the guard adds, the fixture reads."""


class RealWorldTouched(Exception):
    """A test opened an internet socket or touched the real journal."""


def refuse(sentence: str) -> None:
    """Note the broken rule, for code that swallows errors, and stop the call."""
    broken.append(sentence)
    raise RealWorldTouched(sentence)


sys.addaudithook(Guard(REAL_PLACES, refuse))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the long fault runs take their time."""
    for item in items:
        if item.get_closest_marker("slow") is not None:
            item.add_marker(pytest.mark.timeout(0))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the folder that stands for HOME in this test."""
    folder = tmp_path / "home"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(autouse=True)
def clean_world(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test an empty home, UTC and none of this person's settings.

    As a side effect the test fails when it touched the real journal, also where
    the code under test swallowed the error.
    """
    for name in list(os.environ):
        if name.startswith(SNAPSHOTS):
            continue
        if name.startswith(PREFIXES) or name in NAMES:
            monkeypatch.delenv(name)
    # also a program that a test starts with its own environment is held to the rule
    for name, value in {**redirected(home), **guarded()}.items():
        monkeypatch.setenv(name, value)
    time.tzset()
    broken.clear()
    yield
    KEYS.forget()
    KEYS.ask = None
    if broken:
        pytest.fail("; ".join(broken))


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return what notes how often a fault was tried, for docs/reliability.md."""
    return lambda said: request.node.user_properties.append(("tried", said))


@pytest.fixture
def run_wj(home: Path) -> RunWj:
    """Return a function that runs `wj` with arguments and gives what came of it."""
    return RunWj(home)


@pytest.fixture
def start_program(home: Path) -> Iterator[StartProgram]:
    """Return a function that starts a program in a terminal of its own.

    What still runs at the end of the test is killed.
    """
    started: list[PtyProgram] = []
    yield StartProgram(home, started)
    for program in started:
        program.close()
