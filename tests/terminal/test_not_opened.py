"""A journal that cannot be opened ends the program: one sentence, and its status."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.terminal.pty_program import SCREEN_LEFT, PtyProgram, StartProgram
from winjournal.bootstrap import open_journal
from winjournal.services.clock import FixedClock
from winjournal.services.ids import RandomIds
from winjournal.store.connect import connect

pytestmark = pytest.mark.pty


def foreign(path: Path) -> None:
    path.write_bytes(b"PNG, or whatever this is" * 400)


def folder(path: Path) -> None:
    path.mkdir()


def newer(path: Path) -> None:
    clock = FixedClock(datetime(2026, 3, 4, tzinfo=UTC))
    open_journal(path, clock=clock, ids=RandomIds()).store.close()
    connection = connect(path)
    connection.execute("UPDATE alembic_version SET version_num = 'zz_future'")
    connection.close()


def content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@pytest.mark.parametrize(
    ("make", "status", "sentence"),
    [
        (foreign, 66, "is not a journal"),
        (folder, 66, "is a folder, not a journal"),
        (newer, 78, "newer"),
    ],
)
def test_it_says_why_and_changes_nothing(
    start_program: StartProgram,
    tmp_path: Path,
    make: Callable[[Path], None],
    status: int,
    sentence: str,
) -> None:
    path = tmp_path / "journal.db"
    make(path)
    before = content(path)
    program: PtyProgram = start_program.wj("--db", str(path), size=(200, 30))
    assert program.exit_code() == status
    assert SCREEN_LEFT in program.raw
    said = " ".join(program.text().split())
    assert said.startswith("wj: ")
    assert sentence in said
    assert "Traceback" not in said
    assert content(path) == before
