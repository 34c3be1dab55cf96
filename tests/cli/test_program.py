"""Exit statuses, streams, and the one error path."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Stream, Wj
from winjournal.cli import listing, screens
from winjournal.cli.call import Call
from winjournal.cli.program import run
from winjournal.domain.errors import (
    Busy,
    CannotCreate,
    Conflict,
    DamagedJournal,
    DiskTrouble,
    Invalid,
    NewerJournal,
    NoJournal,
    NotFound,
    NotPermitted,
    NotUnderstood,
    Sealed,
    WinJournalError,
)

SECRET = "the words of the user"


def failing_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Call) -> int:
        raise error

    monkeypatch.setattr(listing, "run_list", fail)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (WinJournalError("So."), 1),
        (NotUnderstood("So."), 2),
        (Invalid("field", "So."), 2),
        (NotFound("So."), 3),
        (Conflict("So."), 4),
        (Sealed("So."), 4),
        (DamagedJournal("So."), 65),
        (NoJournal("So."), 66),
        (CannotCreate("So."), 73),
        (DiskTrouble("So."), 74),
        (Busy("So."), 75),
        (NotPermitted("So."), 77),
        (NewerJournal("So."), 78),
        (PermissionError(13, "Permission denied", "/x"), 77),
        (OSError(28, "No space left on device"), 74),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 0),
        (ValueError(SECRET), 70),
        (RecursionError(SECRET), 70),
        (MemoryError(), 70),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_failure_has_its_status_and_at_most_one_line(
    wj: Wj, error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_with(error, monkeypatch)
    answer = wj("list")
    assert (answer.code, answer.out) == (code, "")
    is_silent = isinstance(error, (KeyboardInterrupt, BrokenPipeError))
    assert answer.err.count("\n") == (0 if is_silent else 1)
    assert is_silent or answer.err.startswith("wj: ")


def test_a_sentence_comes_with_its_remedy(
    wj: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_with(NotFound("There is none.", "Look elsewhere."), monkeypatch)
    assert wj("-q", "list").err == "wj: There is none. Look elsewhere.\n"


def test_a_fault_is_logged_without_words(
    wj: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_with(ValueError(SECRET), monkeypatch)
    answer = wj("list", SECRET)
    log = wj.home / ".local/state/winjournal/winjournal.log"
    assert str(log) in answer.err
    assert "ValueError" in log.read_text()
    assert "cli/program.py:" in log.read_text()
    assert SECRET not in log.read_text() + answer.err
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_a_line_of_an_error_is_harmless_and_has_an_end(wj: Wj) -> None:
    answer = wj("people", "x")
    wj.ok("log", "x")
    answer = wj("people", "a\x1b[2J\u202e\n" + "b" * 100_000)
    assert answer.code == 3
    assert "\x1b" not in answer.err
    assert "\u202e" not in answer.err
    assert len(answer.err) < 5000


@pytest.mark.parametrize("text", ["not a journal at all\n" * 300, "x"])
def test_a_file_that_is_no_journal_is_left_as_it_is(wj: Wj, text: str) -> None:
    letter = wj.home / "letter.txt"
    letter.write_text(text)
    for verb in (["list"], ["log", "x"], ["new", "x", "--with", "y"], ["export"]):
        answer = wj("--db", str(letter), *verb)
        assert answer.code == 66, (verb, answer)
        assert str(letter) in answer.err
        assert answer.err.count("\n") == 1
        assert letter.read_text() == text


def test_a_folder_is_no_journal(wj: Wj) -> None:
    for verb in (["list"], ["log", "x"]):
        answer = wj("--db", str(wj.home), *verb)
        assert answer.code in {66, 73}
        assert answer.err.count("\n") == 1


def test_a_name_that_nothing_can_have_is_refused(wj: Wj) -> None:
    for verb in (["list"], ["log", "x"]):
        answer = wj("--db", str(wj.home / ("n" * 300)), *verb)
        assert answer.code in {66, 73}
        assert answer.err.count("\n") == 1
    assert wj("-j", "../x", "list").code == 2
    assert wj("list", env={"WINJOURNAL_JOURNAL": "a/b"}).code == 2


def test_a_journal_has_a_name_of_its_own(wj: Wj) -> None:
    wj.ok("-j", "work", "log", "one")
    wj.ok("log", "two")
    assert "one" in wj.ok("--journal", "work", "list")
    assert "one" not in wj.ok("list")
    assert "one" in wj("list", env={"WINJOURNAL_JOURNAL": "work"}).out
    assert wj.journal.with_name("work.db").exists()


def test_options_may_stand_before_and_after_the_verb(wj: Wj) -> None:
    place = str(wj.home / "here.db")
    wj.ok("--db", place, "log", "one")
    assert "one" in wj.ok("list", "--db", place)
    assert not wj.journal.exists()


def test_a_time_that_is_none_is_refused(wj: Wj) -> None:
    answer = wj("list", env={"WINJOURNAL_NOW": "teatime"})
    assert answer.code == 2
    assert "WINJOURNAL_NOW" in answer.err


def test_a_settings_file_that_was_named_must_be_there(wj: Wj) -> None:
    wj.ok("log", "x")
    answer = wj("list", "--config", str(wj.home / "none.toml"))
    assert answer.code == 66
    broken = wj.home / "broken.toml"
    broken.write_text("theme = ")
    answer = wj("list", "--config", str(broken))
    assert answer.code == 0
    assert str(broken) in answer.err


@pytest.mark.parametrize("args", [[], ["-q"], ["--db", "x.db"]])
def test_without_a_terminal_the_help_goes_aside(wj: Wj, args: list[str]) -> None:
    answer = wj(*args)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == wj.ok("help")


def test_a_dumb_terminal_is_told_what_it_can_have(wj: Wj) -> None:
    answer = wj(terminal=True, env={"TERM": "dumb"})
    assert answer.code == 2
    assert "wj today" in answer.err


def test_in_a_terminal_the_screens_open(
    wj: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []

    def screens_of(*args: object) -> int:
        opened.extend([*args, os.environ.get("NO_COLOR")])
        return 5

    monkeypatch.setattr("winjournal.bootstrap.run_tui", screens_of)
    answer = wj("--db", "/tmp/x.db", "--no-color", terminal=True)
    assert (answer.code, answer.out) == (5, "")
    assert str(getattr(opened[0], "journal", "")) == "/tmp/x.db"
    assert opened[-2:] == [(), "1"]


def test_the_demo_needs_a_terminal_and_no_journal(
    wj: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wj("demo").code == 2
    monkeypatch.setattr("winjournal.bootstrap.run_demo", lambda _: 0)
    assert wj("demo", terminal=True).code == 0
    assert not wj.journal.exists()
    assert wj("demo", terminal=True, env={"TERM": "dumb"}).code == 2
    assert screens.USAGE == 2


def test_long_output_is_paged_on_a_terminal_only(
    wj: Wj, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paged = tmp_path / "paged"
    pager = tmp_path / "pager"
    pager.write_text(f'#!/bin/sh\necho "$LESS" > "{paged}"\ncat >> "{paged}"\n')
    pager.chmod(0o700)
    monkeypatch.setenv("PAGER", str(pager))
    for number in range(30):
        wj.ok("log", f"line {number}")
    assert wj("list", terminal=True).out == ""
    assert paged.read_text().startswith("FRX\n")
    assert paged.read_text().count("line ") == 30
    paged.unlink()
    for args, terminal in ((["list"], False), (["list", "--no-pager"], True),
                           (["list", "-3"], True)):  # fmt: skip
        assert "line " in wj(*args, terminal=terminal).out
        assert not paged.exists()


@pytest.mark.parametrize("pager", ["/no/such/pager", "'unclosed"])
def test_without_a_pager_all_is_shown_at_once(
    wj: Wj, pager: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", pager)
    for number in range(30):
        wj.ok("log", f"line {number}")
    assert wj("list", terminal=True).out.count("line ") == 30


def test_text_is_cleaned_for_a_terminal_and_whole_in_a_pipe(wj: Wj) -> None:
    wj.ok("log", "invoice\u202etxt.exe\u202c")
    assert "invoicetxt.exe" in wj("show", "last", terminal=True).out
    assert "invoice\u202etxt.exe\u202c" in wj("show", "last").out
    assert "\u202e" in wj("show", "last", "--raw", terminal=True).out
    raw = wj("show", "last", "--json", terminal=True).out
    assert "\u202e" not in raw
    assert json.loads(raw)["line"] == "invoice\u202etxt.exe\u202c"


def test_a_stream_that_cannot_say_a_character_says_another(
    wj: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    wj.ok("log", "Dänä ■ 例")
    out = Stream()
    out.reconfigure(encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", out)
    assert run(["list"]) == 0
    out.flush()
    assert "Dänä ? ?".encode("latin-1") in out.buffer.getvalue()  # type: ignore[attr-defined]  # a BytesIO


def test_closed_streams_are_no_fault(wj: Wj, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert run(["log", "x"]) == 0
    assert run(["log"]) == 2
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()
