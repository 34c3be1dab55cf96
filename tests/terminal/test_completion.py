"""Completion as the real shells do it: a tab, and what stands on the line then."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import told  # noqa: F401 - the journal made once
from tests.program import clean_environment
from tests.terminal.pty_program import PtyProgram

pytestmark = pytest.mark.pty

START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
READY = {
    "bash": "PS1='ready> '; source {script}",
    "zsh": "PS1='ready> '; autoload -U compinit; compinit -D -u; source {script}",
    "fish": "function fish_prompt; echo 'ready> '; end; source {script}",
}


def needs(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")


@pytest.fixture
def place(home: Path, told: Path) -> Path:  # noqa: F811 - the fixture of that name
    """Return a home with a journal in it, and a `wj` to be found by its name."""
    journal = home / ".local/share/winjournal/journal.db"
    journal.parent.mkdir(parents=True, mode=0o700)
    shutil.copy(told, journal)
    folder = home / "bin"
    folder.mkdir()
    program = folder / "wj"
    program.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -P -m winjournal "$@"\n'
    )
    program.chmod(0o700)
    settings = home / ".config/winjournal/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[filters]\nhard = "@ego or over:10%"\n')
    return home


def environment(home: Path) -> dict[str, str]:
    env = clean_environment(home)
    return {**env, "PATH": f"{home / 'bin'}:{env['PATH']}"}


def script_of(shell: str, home: Path) -> Path:
    done = subprocess.run(
        ["wj", "completion", shell],
        env=environment(home), capture_output=True, check=True, text=True,
    )  # fmt: skip
    path = home / f"completion.{shell}"
    path.write_text(done.stdout)
    return path


LINES = (
    ("wj comp\t", "wj completion"),
    ("wj list outc\twalk\t", "outcome:walked-away"),
    ("wj list with:da\t", "with:Dana"),
    ("wj list saved:h\t", "saved:hard"),
    ("wj list @goalpost-s\t", "@goalpost-shift"),
    ("wj new x --with mar\t", "--with Marsh"),
    ("wj export -o completion.\t", "completion."),
    ("wj list 'is:open with:mar\t", "is:open with:Marsh"),
)


@pytest.mark.parametrize("shell", START)
def test_a_tab_completes_in_the_real_shell(shell: str, place: Path) -> None:
    needs(shell)
    script = script_of(shell, place)
    with PtyProgram(START[shell], environment(place), cwd=place) as program:
        program.send(READY[shell].format(script=script) + "; clear\r")
        program.wait("ready>")
        for typed, seen in LINES:
            program.send(typed)
            program.wait_until(shows(seen), seen)
            program.send("\x15")
            program.wait_until(hides(seen), "emptied line")


def shows(wanted: str) -> Callable[[str], bool]:
    """Return what tells that it is shown, however a blank is written within a word."""
    return lambda shown: wanted in shown.replace("\\ ", " ")


def hides(gone: str) -> Callable[[str], bool]:
    """Return what tells that it is shown no more."""
    return lambda shown: not shows(gone)(shown)


@pytest.mark.parametrize("shell", START)
def test_a_script_is_one_that_the_shell_can_read(shell: str, place: Path) -> None:
    needs(shell)
    script = script_of(shell, place)
    done = subprocess.run(
        [shell, "-n", str(script)], capture_output=True, check=False, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
