"""Kills within migrations and damage at random: short here, long by `./dev faults`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.store.running import run_module
from winjournal.store.schema import HEAD, known_revisions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Tried = Callable[[str], None]

STARTS = sorted(known_revisions() - {HEAD})


@pytest.mark.parametrize(
    ("start", "kills"),
    [
        (STARTS[0], 3),
        *(
            # from the first one every migration is in the one transaction
            pytest.param(start, 25 if at else 100, marks=pytest.mark.slow)
            for at, start in enumerate(STARTS)
        ),
    ],
)
def test_a_killed_migration_leaves_the_old_or_the_new(
    start: str, kills: int, tmp_path: Path, home: Path, tried: Tried
) -> None:
    path = str(tmp_path / "k.db")
    done = run_module(
        home, "tests.store.killed_migrating", path, "1", str(kills), start
    )
    assert done.stderr == ""
    assert done.stdout.startswith(f"{kills} kills, ")
    tried(f"{done.stdout.strip()} from {start}")


@pytest.mark.parametrize(
    "files", [10, pytest.param(300, marks=pytest.mark.slow)], ids=["10", "300"]
)
@pytest.mark.parametrize("form", ["plain", "encrypted"])
def test_damage_at_random_is_told_or_does_no_harm(
    files: int, form: str, tmp_path: Path, home: Path, tried: Tried
) -> None:
    done = run_module(home, "tests.store.fuzzed", str(tmp_path), "1", str(files), form)
    assert done.stderr == ""
    assert done.stdout.startswith(f"{files} files, ")
    tried(f"{done.stdout.strip()}, {form}")
