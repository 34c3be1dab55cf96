"""What the word under the cursor may become; and silence, whatever goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Wj
from winjournal.cli.shell_words import escaped, read_words
from winjournal.domain.ids import short_id
from winjournal.store.connect import connect

BREAKS = " \t\n\"'@><=;|&(:"


def offered(wj: Wj, *words: str) -> list[str]:
    answer = wj("complete", "zsh", *words)
    assert (answer.code, answer.err) == (0, "")
    return [line.partition("\t")[0] for line in answer.out.splitlines()]


def in_bash(wj: Wj, line: str) -> list[str]:
    return wj.ok("complete", "bash", line, str(len(line.encode())), BREAKS).splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["unde"], []),
        (["und"], ["undo"]),
        (["config", "g"], ["get"]),
        (["config", "set", "cur"], ["currency"]),
        (["help", "fil"], ["filters", "filter"]),
        (["list", "--outcome", "w"], ["walked-away"]),
        (["list", "--outc"], ["--outcome"]),
        (["list", "--with", "d"], ["Dana"]),
        (["prep", "mar"], ["Marsh"]),
        (["tag", "them/ego-r"], ["them/ego-released"]),
        (["log", "%d"], ["%Dana"]),
        (["log", "@ego-"], ["@ego-released"]),
        (["list", "with:d"], ["with:Dana"]),
        (["list", "with:Dana is:un"], ["with:Dana is:undebriefed"]),
        (["list", "kind:l"], ["kind:lease"]),
        (["list", "--from", "last m"], ["last month"]),
        (["list", "--", "--outc"], []),
        (["new", "x", "--template", "s"], ["salary", "scope"]),
        (["export", "-o", "x"], [":files"]),
        (["-q", "--color", "never", "und"], ["undo"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["nonsense", "x"], []),
        (["list", "@them/goalpost-s"], ["@them/goalpost-shift"]),
    ],
)
def test_a_word_is_completed(story: Wj, words: list[str], expected: list[str]) -> None:
    assert offered(story, *words) == expected


def test_ids_are_those_that_the_verb_takes(story: Wj) -> None:
    shown = offered(story, "show", "")
    assert {"last", "live"} < set(shown)
    assert len(shown) == 2 + 4
    promised = offered(story, "promise", "done", "")
    assert len(promised) == 1
    assert all(len(id_) == len(short_id("x" * 36)) for id_ in promised)


def test_saved_filters_are_offered(story: Wj) -> None:
    story.ok("filters", "hard ones", "@ego")
    assert offered(story, "list", "saved:h") == ["saved:hard ones"]
    assert offered(story, "filters", "ha") == ["hard ones"]
    assert offered(story, "filters", "new", "outc") == ["outcome:"]


def test_a_name_is_quoted_as_bash_needs_it(story: Wj) -> None:
    story.ok("new", "Fence", "--with", "Dora O'Neil & Sons")
    assert in_bash(story, "wj list with:do") == ["Dora\\ O\\'Neil\\ \\&\\ Sons"]
    assert in_bash(story, 'wj list "with:do') == ["with:Dora O'Neil & Sons"]
    assert in_bash(story, "wj list 'with:do") == []
    assert in_bash(story, "wj prep do") == ["Dora\\ O\\'Neil\\ \\&\\ Sons"]
    assert in_bash(story, "wj list @goalpost-s") == ["@goalpost-shift"]
    assert in_bash(story, "wj list not\\ out") == ["not\\ outcome:"]


@pytest.mark.parametrize("damage", ["missing", "locked", "text", "folder", "settings"])
def test_whatever_goes_wrong_it_says_nothing(
    story: Wj, damage: str, request: pytest.FixtureRequest
) -> None:
    if damage == "locked":
        other = connect(story.journal)
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        request.addfinalizer(other.close)
    elif damage == "settings":
        broken = story.home / ".config/winjournal/config.toml"
        broken.parent.mkdir(parents=True)
        broken.write_text("= 1")
    else:
        story.journal.unlink()
        if damage == "text":
            story.journal.write_text("no journal")
        elif damage == "folder":
            story.journal.mkdir()
    for words in (["list", "with:d"], ["show", ""], ["list", "saved:"], ["prep", ""]):
        answer = story("complete", "zsh", *words)
        assert (answer.code, answer.err) == (0, "")
    assert not (damage == "missing" and story.journal.exists())


@pytest.mark.parametrize("args", [[], ["bash"], ["bash", "x", "y", "z"], ["zsh"]])
def test_a_call_that_no_shell_makes_says_nothing(wj: Wj, args: list[str]) -> None:
    answer = wj("complete", *args)
    assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_nothing_that_a_terminal_obeys_is_offered(story: Wj) -> None:
    connection = connect(story.journal)
    connection.execute(
        "UPDATE counterparty SET name = ?, name_key = 'x' WHERE name = 'Dana'",
        ("Da\x1b[2Jn\na\tb",),
    )
    connection.close()
    out = story("complete", "zsh", "list", "with:da").out
    assert out == "with:Da[2Jn a b\n"


@given(words=st.lists(st.text(alphabet="ab \\'\"$&é", min_size=1), max_size=4))
def test_what_is_escaped_is_read_back(words: list[str]) -> None:
    line = "wj " + "".join(f"{escaped(word)} " for word in words)
    assert read_words(line)[0] == ["wj", *words]
    for quote in "\"'":
        if words and quote not in words[0]:
            _, now = read_words(f"wj x{quote}{escaped(words[0], quote)}")
            assert (now.value, now.quote) == (f"x{words[0]}", quote)
            assert now.before_quote == "x"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(wj: Wj, shell: str) -> None:
    assert f"complete {shell}" in wj.ok("completion", shell)


@pytest.mark.parametrize(("args", "said"), [([], "Which shell?"), (["csh"], '"csh"')])
def test_other_shells_are_not_known(wj: Wj, args: list[str], said: str) -> None:
    answer = wj("completion", *args)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "bash, zsh, fish" in answer.err


def test_the_journals_of_the_folder_are_offered(story: Wj) -> None:
    Path(story.journal.parent / "work.db").touch()
    assert offered(story, "-j", "w") == ["work"]
