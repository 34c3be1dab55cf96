"""What an import may do: load little, and touch nothing.

Each check runs in a process of its own with an empty home, because what this
process has loaded by now says nothing about what a module loads.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.program import ROOT, clean_environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCREEN = ("textual", "rich")
DATABASE = ("sqlmodel", "sqlalchemy", "alembic", "pydantic")
OUTSIDE_THE_DOMAIN = (*SCREEN, *DATABASE, "sqlcipher3", "yaml", "platformdirs")

IMPORT_EACH = """
import importlib, json, sys
banned = set(json.loads(sys.argv[1]))
loaded = {}
for name in json.loads(sys.argv[2]):
    before = set(sys.modules)
    importlib.import_module(name)
    found = {new.partition(".")[0] for new in set(sys.modules) - before} & banned
    if found:
        loaded[name] = sorted(found)
print(json.dumps(loaded))
"""

WATCH_EACH = """
import importlib, json, os, sys, threading
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.link"}
STARTS = {"subprocess.Popen", "os.fork", "os.posix_spawn", "os.system", "socket.bind"}
now, done = "", []
def watch(event, args):
    if event == "open" and args[0] != os.devnull and (args[2] or 0) & WRITES:
        done.append(f"{now} opens {args[0]!r} for writing")
    elif event in CHANGES or event in STARTS:
        done.append(f"{now}: {event} {args[0]!r}")
sys.addaudithook(watch)
for now in json.loads(sys.argv[1]):
    importlib.import_module(now)
    if threading.active_count() > 1:
        done.append(f"{now} leaves a thread running")
        break
print(json.dumps(done))
"""

RUN_AND_LIST = """
import json, os, runpy, sys
listed = sys.argv.pop(1)
sys.argv[0] = "wj"
code = 0
try:
    runpy.run_module("winjournal", run_name="__main__")
except SystemExit as end:
    code = end.code or 0
finally:
    with open(listed, "w") as file:
        json.dump(sorted({name.partition(".")[0] for name in sys.modules}), file)
sys.exit(code)
"""


def modules(room: str = "") -> list[str]:
    """Return the names of all modules of the program, or of one of its rooms."""
    package = ROOT / "winjournal" / room
    names = (
        path.relative_to(ROOT).with_suffix("").parts for path in package.rglob("*.py")
    )
    return sorted(
        ".".join(parts[:-1] if parts[-1] == "__init__" else parts) for parts in names
    )


def python(home: Path, code: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run code in a new Python that leaves no bytecode behind."""
    return subprocess.run(
        [sys.executable, "-P", "-c", code, *args],
        env=clean_environment(home, {"PYTHONDONTWRITEBYTECODE": "1"}),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def loaded_by(home: Path, names: list[str], banned: tuple[str, ...]) -> object:
    """Import modules one after the other; return what each loaded of `banned`."""
    done = python(home, IMPORT_EACH, json.dumps(banned), json.dumps(names))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("room", "banned"),
    [
        ("domain", OUTSIDE_THE_DOMAIN),
        ("services", (*SCREEN, *DATABASE, "sqlcipher3")),
        ("exchange", (*SCREEN, *DATABASE, "sqlcipher3")),
        ("ui", (*DATABASE, "sqlcipher3")),
        ("store", SCREEN),
        ("cli", ("textual", *DATABASE)),
    ],
)
def test_a_room_loads_no_other_rooms_library(
    room: str, banned: tuple[str, ...], home: Path
) -> None:
    names = modules(room)
    assert f"winjournal.{room}" in names
    assert loaded_by(home, names, banned) == {}


@pytest.mark.parametrize(
    "name", ["winjournal", "winjournal.__main__", "winjournal.bootstrap"]
)
def test_the_way_in_loads_no_library_of_a_room(name: str, home: Path) -> None:
    assert loaded_by(home, [name], (*SCREEN, *DATABASE, "sqlcipher3")) == {}


def test_an_open_journal_waits_for_no_models(home: Path) -> None:
    late = ("sqlmodel", "pydantic", "alembic")
    assert loaded_by(home, ["winjournal.store.store"], late) == {}


LATER = """
import json, sys
import winjournal.ui.app, winjournal.ui.lines, winjournal.ui.setting
import winjournal.ui.screens.today
late = ("domain.filter", "domain.line", "domain.writing", "services.journal")
print(json.dumps([name for name in late if f"winjournal.{name}" in sys.modules]))
"""


def test_the_first_screen_waits_for_no_service(home: Path) -> None:
    done = python(home, LATER)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_the_check_sees_a_loaded_library(home: Path) -> None:
    assert loaded_by(home, ["textual.color"], SCREEN) == {
        "textual.color": ["rich", "textual"]
    }


def everything_in(folder: Path) -> Iterator[str]:
    """Yield the paths of all that lies in a folder."""
    return (str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_no_import_writes_starts_or_leaves_anything(home: Path) -> None:
    done = python(home, WATCH_EACH, json.dumps(modules()))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
    assert done.stderr == ""
    assert list(everything_in(home)) == []


@pytest.mark.parametrize(
    "deed",
    [
        "open('made', 'w').close()",
        "__import__('os').mkdir('made')",
        "from threading import Timer; Timer(0.5, print).start()",
    ],
)
def test_the_check_sees_a_module_that_works_at_import(deed: str, home: Path) -> None:
    (home / "busy.py").write_text(deed)
    code = "import sys; sys.path.insert(0, '.')\n" + WATCH_EACH
    done = python(home, code, json.dumps(["busy"]))
    assert len(json.loads(done.stdout)) == 1, done.stdout + done.stderr


def run_listing(home: Path, args: list[str]) -> tuple[int, set[str], str]:
    """Run `wj ARGS`; return its status, the libraries it loaded, and stderr."""
    listed = home / "loaded.json"
    done = python(home, RUN_AND_LIST, str(listed), *args)
    return done.returncode, set(json.loads(listed.read_text())), done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["--version"],
        ["log", "--help"],
        ["log", "yesterday: held the line with @ego+ and %Dana"],
        ["log", "--json", "a plain line"],
        ["completion", "bash"],
        ["complete", "zsh", "list", "with:"],
        ["complete", "zsh", "show", "--js"],
    ],
    ids=" ".join,
)
def test_help_version_log_and_completion_load_neither_screen_nor_orm(
    args: list[str], home: Path
) -> None:
    code, loaded, stderr = run_listing(home, args)
    assert code == 0, stderr
    assert loaded.isdisjoint({*SCREEN, *DATABASE})


@pytest.mark.parametrize(
    "args",
    [
        ["list"],
        ["search", "line"],
        ["show", "last"],
        ["today"],
        ["week"],
        ["character"],
        ["people"],
        ["export", "-o", "-"],
        ["undo"],
        ["redo"],
        ["paths", "--json"],
        ["config", "check"],
        ["config", "set", "currency", "USD"],
        ["filters"],
        ["help", "steps"],
    ],
    ids=" ".join,
)
def test_shell_verbs_never_load_the_screen(args: list[str], home: Path) -> None:
    run_listing(home, ["log", "a line"])
    code, loaded, stderr = run_listing(home, args)
    assert "Traceback" not in stderr
    assert code in {0, 3}, stderr
    assert "textual" not in loaded
