"""Every verb has two examples, and each of them does what it says."""

from __future__ import annotations

import json
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Wj
from winjournal.bootstrap import demo_clock, open_demo
from winjournal.cli import passphrase
from winjournal.cli.verbs import VERBS
from winjournal.store import keys
from winjournal.store.keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from winjournal.cli.verb import Verb

NOW = "2026-11-18T10:00+01:00"

NEEDS_A_TERMINAL = {"live", "demo"}
"""They open a screen; without a terminal they say so and end with 2."""

CODES = {"wj due --quiet || echo something is due": 10, "wj doctor": 1}

PREPARED = (
    ["new", "Renewal 2027", "--with", "Dana"],
    ["edit", "last", "--set", "trust-call=enough", "--set", "my-win=a named contact",
     "--set", "my-criterion-1=named", "--set", "their-source=not-asked",
     "--set", "their-win=a price", "--set", "walk-away=no contact"],
)  # fmt: skip


def ready(wj: Wj) -> None:
    """Have one negotiation alone, with Dana, that is ready to be sealed."""
    wj.journal.unlink()
    for call in PREPARED:
        wj.ok(*call)


def first_id(wj: Wj, *call: str) -> str:
    return str(json.loads(wj.ok(*call, "--json"))[0]["short"])


def some_moment(wj: Wj) -> str:
    return wj.ok("tag", "ego-", "raised my voice", "--in", "last").split()[0]


def encrypted(wj: Wj) -> None:
    wj.ok("encrypt", "--passphrase-file", "FILE", "--remove-copies")
    KEYS.forget()


BEFORE: dict[str, Callable[[Wj], object]] = {
    "wj end": lambda wj: wj.ok("log", "x"),
    "wj redo": lambda wj: (wj.ok("rm", "last"), wj.ok("undo")),
    "wj seal Dana": ready,
    "wj seal last": ready,
    "wj init --encrypt": lambda wj: wj.journal.unlink(),
    "wj decrypt": encrypted,
    "wj decrypt --passphrase-file FILE": encrypted,
    "wj passphrase": encrypted,
    "wj passphrase --remove-copies": encrypted,
    "wj restore --dry-run": lambda wj: wj.ok("backup", "make"),
    "wj restore 20260304 -y": lambda wj: wj.ok("backup", "make"),
    'wj people merge "D. Reyes" Dana --dry-run': lambda wj: wj.ok(
        "new", "Hosting", "--with", "D. Reyes"
    ),
    "wj import journal.json --dry-run": lambda wj: wj.ok(
        "export", "--format", "json", "-o", "journal.json"
    ),
    "wj list saved:hard since:jan": lambda wj: wj.ok("filters", "hard", "@ego"),
}
"""What must have been done for an example to have something to work on."""

STANDS_FOR: dict[str, Callable[[Wj], str]] = {
    "wj promise done": lambda wj: first_id(wj, "promise"),
    "wj repair done": lambda wj: first_id(wj, "repair"),
    "wj edit": some_moment,
    "wj purge": lambda wj: first_id(wj, "list", "outcome:agreed"),
    "wj": lambda wj: first_id(wj, "list"),
}
"""What the id of an example is here, by how the example begins."""


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the demo's journal, made once, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WINJOURNAL_NOW", NOW)
        open_demo(path, demo_clock()).store.close()
    return path


@pytest.fixture
def place(
    invented: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Wj:
    """Return the command line over the demo, in a folder with what examples name."""
    monkeypatch.setattr(keys, "_ROUNDS", 1)
    monkeypatch.setattr(passphrase, "_has_terminal", lambda: True)
    monkeypatch.setattr(passphrase, "_ask", lambda _: "words")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    (work / "FILE").write_text("words\n")
    (work / "FILE").chmod(0o600)
    (work / "deals.csv").write_text("Subject,With,Date\nRent,Marsh,2026-03-04\n")
    editor = work / "editor"
    editor.write_text("#!/bin/sh\nsed -i '$ s/$/ and more/' \"$1\"\n")
    editor.chmod(0o700)
    wj = Wj(monkeypatch, home)
    monkeypatch.setenv("WINJOURNAL_NOW", NOW)
    monkeypatch.setenv("EDITOR", str(editor))
    wj.journal.parent.mkdir(parents=True, mode=0o700)
    shutil.copy(invented, wj.journal)
    return wj


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_help_shows_both_examples(wj: Wj, verb: Verb) -> None:
    said = wj.ok(verb.name, "--help")
    assert len(set(verb.examples)) == 2
    for example in verb.examples:
        assert f"  {example}\n" in said


@pytest.mark.parametrize("example", [e for v in VERBS for e in v.examples])
def test_an_example_works(place: Wj, example: str) -> None:
    if example in BEFORE:
        BEFORE[example](place)
    line = example
    if "7f2a" in line:
        start = next(start for start in STANDS_FOR if line.startswith(start))
        line = line.replace("7f2a", STANDS_FOR[start](place))
    if "20260304" in line:
        line = line.replace("20260304", "20261118")
    if "purge Dana" in line:
        line += " -y"
    for part in line.partition("||")[0].split("&&"):
        program, *words = shlex.split(part)
        if program == "wj":
            answer = place(*words)
            name = next(word for word in words if not word.startswith("-"))
            wanted = 2 if name in NEEDS_A_TERMINAL else CODES.get(example, 0)
            assert answer.code == wanted, answer
