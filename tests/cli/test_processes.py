"""The command line as a process: what it loads, signals, pipes, other processes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.program import RunWj, clean_environment

PROGRAM = [sys.executable, "-P", "-m", "winjournal"]
HEAVY = {
    "textual", "rich", "sqlmodel", "sqlalchemy", "alembic", "pydantic", "yaml",
    "platformdirs", "dateutil", "tempfile", "subprocess", "importlib.resources",
}  # fmt: skip


def started(
    home: Path, *args: str, env: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*PROGRAM, *args],
        env=clean_environment(home, env),
        cwd=home,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_line_is_logged_with_little(home: Path) -> None:
    code = (
        "import json, sys; sys.argv[1:] = ['log', 'mon 3pm: %Dana, @ego x'];"
        "from winjournal.__main__ import main; code = main();"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-P", "-c", code],
            env=clean_environment(home),
            cwd=home,
            capture_output=True,
            text=True,
            check=True,
        )
    assert HEAVY.isdisjoint(json.loads(done.stderr))


def test_two_shells_log_at_once_and_lose_nothing(home: Path, run_wj: RunWj) -> None:
    script = 'for n in $(seq 50); do "$@" log "shell $WHO line $n" || exit 1; done'
    shells = [
        subprocess.Popen(
            ["/bin/sh", "-c", script, "sh", *PROGRAM],
            env=clean_environment(home, {"WHO": who}),
            cwd=home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for who in "ab"
    ]
    for shell in shells:
        _, err = shell.communicate(timeout=120)
        assert shell.returncode == 0, err
    rows = json.loads(run_wj("list", "--all", "--json").stdout)
    assert {row["title"] for row in rows} == {
        f"shell {who} line {n}" for who in "ab" for n in range(1, 51)
    }


def test_a_reader_that_leaves_early_is_no_fault(home: Path, run_wj: RunWj) -> None:
    run_wj("log", "-", stdin="word " * 200_000)
    for verb in (["show", "last"], ["export"], ["list"]):
        with started(home, *verb) as program:
            assert program.stdout
            assert program.stderr
            program.stdout.close()
            assert program.stderr.read() == b""
        assert program.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
def test_standard_output_that_takes_no_more_is_told(home: Path, run_wj: RunWj) -> None:
    run_wj("log", "a line")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "list"],
            env=clean_environment(home),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 74
    assert done.stderr == b"wj: Standard output: No space left on device.\n"


def wait_for(path: Path) -> None:
    for _ in range(600):
        if path.exists():
            return
        time.sleep(0.05)
    pytest.fail(f"{path} did not appear")


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
)
def test_a_signal_ends_it_with_its_status_and_leaves_no_file(
    home: Path, number: int, code: int
) -> None:
    there = home / "there"
    editor = home / "editor"
    editor.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{there}.new"\n'
                      f'mv "{there}.new" "{there}"\nexec sleep 60\n')  # fmt: skip
    editor.chmod(0o700)
    runtime = home / "runtime"
    runtime.mkdir()
    env = {"EDITOR": str(editor), "XDG_RUNTIME_DIR": str(runtime)}
    with started(home, "log", "-e", "x", env=env) as program:
        wait_for(there)
        os.kill(program.pid, number)
        _, err = program.communicate(timeout=30)
    assert program.returncode == code
    assert b"Traceback" not in err
    assert list(runtime.iterdir()) == []


def test_a_busy_journal_is_waited_for_and_then_told(home: Path, run_wj: RunWj) -> None:
    assert run_wj("log", "one").code == 0
    journal = home / ".local/share/winjournal/journal.db"
    hold = (
        "import sys; from sqlcipher3 import dbapi2;"
        "c = dbapi2.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(journal)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout
        assert holder.stdin
        holder.stdout.readline()
        done = run_wj("log", "two")
        assert done.code == 75
        assert done.stderr.count("\n") == 1
        assert "one" in run_wj("list").stdout
        holder.stdin.close()
    assert run_wj("log", "two").code == 0


def held_back(home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the program as somebody whom file modes hold back, root or not."""
    drop = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write anywhere, and setpriv is not here")
    return subprocess.run(
        [*(drop if os.geteuid() == 0 else ()), *PROGRAM, *args],
        env=clean_environment(home),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_that_may_not_be_written_is_named(home: Path, mode: int) -> None:
    place = home / "locked"
    place.mkdir()
    place.chmod(mode)
    try:
        for verb in (["log", "x"], ["new", "x", "--with", "y"]):
            done = held_back(home, "--db", str(place / "a.db"), *verb)
            assert done.returncode == 77, done
            assert done.stderr.count("\n") == 1
            assert str(place) in done.stderr
        done = held_back(home, "--db", str(place / "a.db"), "list")
        assert done.returncode == (77 if mode == 0 else 0)
    finally:
        place.chmod(0o700)


def test_a_journal_that_may_not_be_written_can_be_told_from_a_missing_one(
    home: Path, run_wj: RunWj
) -> None:
    place = home / "locked"
    place.mkdir(mode=0o700)
    db = place / "a.db"
    assert run_wj("--db", str(db), "log", "x").code == 0
    before = db.read_bytes()
    db.chmod(0o400)
    place.chmod(0o500)
    try:
        done = held_back(home, "--db", str(db), "log", "y")
        assert done.returncode == 77, done
        assert str(db) in done.stderr
        db.chmod(0o000)
        done = held_back(home, "--db", str(db), "list")
        assert done.returncode == 77, done
    finally:
        place.chmod(0o700)
        db.chmod(0o600)
    assert db.read_bytes() == before


def test_an_export_where_nothing_may_be_written_is_told(
    home: Path, run_wj: RunWj
) -> None:
    run_wj("log", "x")
    locked = home / "locked"
    locked.mkdir(mode=0o500)
    done = held_back(home, "export", "-o", str(locked / "a.md"))
    assert done.returncode == 77
    assert str(locked) in done.stderr
    assert list(locked.iterdir()) == []
