"""The guard of the tests does stop what it says it stops."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import conftest
from tests.guard.sitecustomize import EXIT_STATUS
from tests.program import REAL_PLACES, clean_environment


@pytest.fixture
def forgiven() -> list[str]:
    """Return what was noted against this test, cleared before the others look."""
    return conftest.broken


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_internet_sockets_are_refused(
    family: socket.AddressFamily, forgiven: list[str]
) -> None:
    with pytest.raises(conftest.RealWorldTouched):
        socket.socket(family)
    assert forgiven == ["an internet socket was opened"]
    forgiven.clear()


def test_looking_up_a_name_is_refused(forgiven: list[str]) -> None:
    with pytest.raises(conftest.RealWorldTouched):
        socket.getaddrinfo("localhost", 80)
    forgiven.clear()


def test_what_asyncio_needs_still_works() -> None:
    left, right = socket.socketpair()
    left.close()
    right.close()

    async def two_steps() -> str:
        await asyncio.sleep(0)
        return "done"

    with asyncio.Runner() as runner:
        assert runner.run(two_steps()) == "done"


@pytest.mark.parametrize("place", REAL_PLACES)
def test_the_real_journal_is_out_of_reach(place: str, forgiven: list[str]) -> None:
    for touch in (
        lambda: Path(place, "default.db").write_bytes(b""),
        lambda: os.open(place, os.O_RDONLY),
        lambda: Path(place).mkdir(parents=True),
        lambda: list(Path(place).iterdir()),
    ):
        with pytest.raises(conftest.RealWorldTouched):
            touch()
    assert len(forgiven) == 4
    forgiven.clear()


def test_a_name_that_only_begins_alike_is_free(forgiven: list[str]) -> None:
    with pytest.raises(FileNotFoundError):
        Path(REAL_PLACES[0] + "-other/file").read_bytes()
    assert forgiven == []


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        f"open({REAL_PLACES[0]!r} + '/default.db')",
        "try:\n import socket; socket.socket()\nexcept BaseException: pass",
    ],
)
def test_programs_that_tests_start_are_held_to_it(code: str, home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=clean_environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == EXIT_STATUS
    assert done.stderr.startswith("guard of the tests: ")


def test_home_and_zone_are_the_tests_own(home: Path) -> None:
    assert Path.home() == home
    assert Path("~/x").expanduser() == home / "x"
    assert str(home) in os.environ["XDG_DATA_HOME"]
    assert os.environ["TZ"] == "UTC"
    assert not [name for name in os.environ if name.startswith("WINJOURNAL_")]


def test_a_program_that_takes_the_tests_own_environment_is_held_to_it_too() -> None:
    code = "import socket; socket.socket()"
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == EXIT_STATUS
