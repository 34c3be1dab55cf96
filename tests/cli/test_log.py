from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Wj


def logged(wj: Wj) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(wj.ok("list", "--json", "--all"))
    return rows


def test_it_says_in_one_line_what_was_understood(wj: Wj) -> None:
    answer = wj(
        "log", "yesterday 3pm: %Dana, renewal. @ego listed awards. @trust+ told her"
    )
    assert answer.code == 0
    assert re.fullmatch(
        r"[0-9a-f]{6}  Tue 3 Mar 2026 15:00  Dana  ego slip  trust handled\n",
        answer.out,
    )


def test_the_first_line_says_where_the_journal_is(wj: Wj) -> None:
    assert wj("log", "one").err == f"Your journal is {wj.journal}.\n"
    assert wj("log", "two").err == ""
    assert stat.S_IMODE(wj.journal.stat().st_mode) == 0o600
    assert stat.S_IMODE(wj.journal.parent.stat().st_mode) == 0o700


def test_quiet_says_only_the_answer(wj: Wj) -> None:
    answer = wj("-q", "log", "one @egoo")
    assert answer.err == ""
    assert answer.out.endswith("inbox\n")


def test_words_need_no_quotes(wj: Wj) -> None:
    wj.ok("log", "she", "asked", "for", "10", "days")
    assert logged(wj)[0]["title"] == "she asked for 10 days"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["a line"], "Wed 4 Mar 2026 10:00  inbox"),
        (["yesterday: a line"], "Tue 3 Mar 2026  inbox"),
        (["--no-date", "yesterday: a line"], "Wed 4 Mar 2026 10:00  inbox"),
        (["--at", "yesterday 3pm", "mon: a"], "Tue 3 Mar 2026 15:00  inbox"),
        (["--with", "Sam", "a line"], "Wed 4 Mar 2026 10:00  Sam"),
        (
            ["a line @them/ego!2"],
            "Wed 4 Mar 2026 10:00  inbox  their ego slip (2 of 3)",
        ),
        (["--", "-5% they said"], "Wed 4 Mar 2026 10:00  inbox"),
        (["-5% they said"], "Wed 4 Mar 2026 10:00  inbox"),
    ],
)
def test_options_say_the_same_without_magic(wj: Wj, args: list[str], said: str) -> None:
    assert wj.ok("log", *args).partition("  ")[2] == f"{said}\n"


def test_the_text_is_kept_as_it_was_given(wj: Wj) -> None:
    wj.ok("log", "--at", "mon", "tue: two  blanks %Dana")
    shown = wj.ok("show", "last")
    assert "tue: two" in shown
    assert "blanks %Dana" in shown


def test_an_unknown_tag_stays_text_and_the_nearest_is_named(wj: Wj) -> None:
    wj.ok("-q", "log", "--at", "mon", "x")
    answer = wj("log", "felt @eggo today")
    assert (
        answer.err
        == "@eggo is no tag and stays text; did you mean @ego, @ego- or @ego+?\n"
    )
    assert "felt @eggo today" in wj.ok("show", "last")


def test_standard_input_is_read(wj: Wj) -> None:
    said = wj.ok("log", "-", stdin="\ufeffyesterday 3pm: one\r\ntwo\nthree\n\n")
    assert said.endswith("Tue 3 Mar 2026 15:00  inbox  (3 lines)\n")
    wj.pass_(minutes=1)
    assert wj.ok("log", stdin="from a pipe").endswith("inbox\n")
    assert logged(wj)[0]["title"] == "from a pipe"


def test_bytes_that_are_no_text_are_kept_as_far_as_can_be(wj: Wj) -> None:
    wj.ok("log", "-", stdin=b"caf\xe9 \xff\xfe")
    assert "caf\ufffd" in str(logged(wj)[0]["title"])


def test_a_terminal_is_asked_on_one_line(
    wj: Wj, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return "she'd rather have one invoice @interest"

    monkeypatch.setattr("builtins.input", answer)
    said = wj("log", terminal=True).out
    assert asked == ["what> "]
    assert said.endswith("inbox  interest undecided\n")


@pytest.mark.parametrize(
    ("args", "stdin"), [([], ""), (["-"], " \n\t"), ([""], ""), (["  "], "x")]
)
def test_nothing_is_refused(wj: Wj, args: list[str], stdin: str) -> None:
    answer = wj("log", *args, stdin=stdin)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "wj: There is nothing to log. wj help log shows how.\n"
    assert not wj.journal.exists()


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--at", "2026-02-30", "x"], '"2026-02-30" is no date'),
        (["--at", "", "x"], '"" is no date'),
        (["--with", " ", "x"], '" " is no name'),
        (["--with", "D" * 61, "x"], "is no name. One has 1 to 60 characters."),
    ],
)
def test_a_value_that_is_none_is_refused(
    wj: Wj, args: list[str], sentence: str
) -> None:
    answer = wj("log", *args)
    assert answer.code == 2
    assert sentence in answer.err.replace('""', '" "') or sentence in answer.err
    assert not wj.journal.exists()


def test_a_text_over_a_mebibyte_is_refused_with_the_limit(wj: Wj) -> None:
    for stdin in ("x" * (1024 * 1024 + 1), "x" * 3 * 1024 * 1024):
        answer = wj("log", "-", stdin=stdin)
        assert answer.code == 2
        assert "1,048,576 bytes" in answer.err
    assert wj("log", "-", stdin="x" * 1024 * 1024).code == 0


def test_control_characters_are_taken_out_and_counted(wj: Wj) -> None:
    wj.ok("-q", "log", "--at", "mon", "x")
    answer = wj("log", "a\x1b[31mb\x07c")
    assert answer.err == "2 control characters removed.\n"
    assert logged(wj)[0]["title"] == "a[31mbc"


def test_the_answer_as_json(wj: Wj) -> None:
    document = json.loads(
        wj.ok("log", "--json", "tue 9:30: %Dana pushed @ego!2 raised my voice @x-ray")
    )
    assert document["at"] == "2026-03-03T09:30:00+01:00"
    assert document["person"] == "Dana"
    assert document["text"] == "%Dana pushed @ego!2 raised my voice @x-ray"
    assert document["marks"] == [
        {"tag": "ego", "step": None, "actor": "me", "strength": 2,
         "note": "raised my voice @x-ray"},
    ]  # fmt: skip
    assert document["unknown"] == ["@x-ray"]
    assert document["id"].endswith(document["short"] + document["id"][-6:])


def test_a_known_name_before_the_comma_is_a_person(wj: Wj) -> None:
    wj.ok("new", "Renewal", "--with", "Dana Marsh")
    assert "  Dana Marsh" in wj.ok("log", "dana marsh, second call")


def test_a_logged_line_is_seen_at_once_and_files_nothing(wj: Wj) -> None:
    wj.ok("new", "Renewal", "--with", "Dana")
    wj.ok("log", "%Dana quartz @ego")
    assert "quartz" in wj.ok("list")
    assert "quartz" in wj.ok("search", "quartz")
    assert "quartz" in wj.ok("export")
    assert "quartz" in wj.ok("show", "last")


def test_the_next_verb_that_writes_files_it(wj: Wj) -> None:
    wj.ok("new", "Renewal", "--with", "Dana")
    wj.ok("log", "%Dana quartz @ego")
    wj.ok("new", "Other", "--with", "Sam")
    rows = {row["title"]: row for row in logged(wj)}
    assert len(rows["Renewal"]["marks"]) == 1  # type: ignore[arg-type]  # from JSON


def test_a_logged_line_is_taken_back(wj: Wj) -> None:
    wj.ok("log", "one")
    wj.pass_(minutes=1)
    wj.ok("log", "two")
    wj.pass_(minutes=1)
    assert wj.ok("undo").startswith("undone  ")
    assert [row["title"] for row in logged(wj)] == ["one"]
    wj.ok("redo")
    assert [row["title"] for row in logged(wj)] == ["two", "one"]


def editor(folder: Path, script: str) -> str:
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return str(path)


def test_the_editor_goes_on_from_the_words(
    wj: Wj, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = editor(tmp_path, 'stat -c %a "$2" > "$1"; printf " more" >> "$2"')
    monkeypatch.setenv("EDITOR", f"{name} '{tmp_path}/the mode'")
    wj.ok("log", "-e", "begun")
    assert (tmp_path / "the mode").read_text() == "600\n"
    assert logged(wj)[0]["title"] == "begun more"


def test_an_unchanged_text_saves_nothing(
    wj: Wj, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "true"))
    answer = wj("log", "-e")
    assert answer.code == 1
    assert answer.err == "wj: Nothing was changed, so nothing was saved.\n"
    assert not wj.journal.exists()


def test_what_was_written_in_an_editor_that_failed_is_kept(
    wj: Wj, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf precious > "$1"; exit 3'))
    answer = wj("log", "-e")
    assert answer.code == 1
    kept = kept_in(answer.err)
    assert kept.read_text() == "precious"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert not wj.journal.exists()


def test_what_was_written_is_kept_where_it_cannot_be_saved(
    wj: Wj, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, 'printf precious > "$1"'))
    wj.journal.parent.mkdir(parents=True)
    wj.journal.write_text("a letter, no journal " * 400)
    answer = wj("log", "-e")
    assert answer.code == 66
    assert kept_in(answer.err).read_text() == "precious"


@pytest.mark.parametrize("command", ["no-such-editor", "'unclosed", "''"])
def test_an_editor_that_is_none_is_named(
    wj: Wj, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", command)
    answer = wj("log", "-e")
    assert answer.code in {2, 3}
    assert "ditor" in answer.err
    assert answer.err.count("\n") == 1


def kept_in(err: str) -> Path:
    found = re.search(r"What you wrote is kept in (\S+)\.\n", err)
    assert found, err
    return Path(found[1])
