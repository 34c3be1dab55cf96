"""`wj config`: shown, changed, checked, edited."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Wj
from winjournal.config.writing import documented


def settings(wj: Wj) -> Path:
    return wj.home / ".config/winjournal/config.toml"


def written(wj: Wj, text: str) -> Path:
    path = settings(wj)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_it_shows_what_holds_and_writes_nothing(wj: Wj) -> None:
    said = wj.ok("config")
    assert 'currency = "EUR"\n' in said
    assert "follow_up_days = [30, 90]\n" in said
    assert json.loads(wj.ok("config", "show", "--json"))["week_starts"] == "monday"
    assert not settings(wj).exists()


def test_a_setting_is_set_got_and_taken_out(wj: Wj) -> None:
    answer = wj("config", "set", "currency", "USD")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"currency is set in {settings(wj)}.\n"
    assert wj.ok("config", "get", "currency") == "USD\n"
    wj.ok("config", "set", "follow_up_days", "[14, 60]")
    assert json.loads(wj.ok("config", "get", "follow_up_days", "--json")) == [14, 60]
    wj.ok("config", "unset", "currency")
    assert wj.ok("config", "get", "currency") == "EUR\n"
    assert wj("config", "unset", "currency").code == 3


def test_tables_are_shown_as_they_could_be_written(wj: Wj) -> None:
    wj.ok("config", "set", "keys.undo", "ctrl+u")
    wj.ok("config", "set", "filters.hard ones", "@ego", "or", "over:10%")
    written(
        wj, settings(wj).read_text() + '[templates.rent]\nmy_criteria = ["two !2"]\n'
    )
    said = wj.ok("config")
    assert '[keys]\nundo = "ctrl+u"\n' in said
    assert '[filters]\n"hard ones" = "@ego or over:10%"\n' in said
    assert '[templates.rent]\nmy_criteria = ["two !2"]\n' in said
    assert wj.ok("config", "get", "filters.hard ones") == "@ego or over:10%\n"
    assert wj.ok("config", "get", "keys") == '[keys]\nundo = "ctrl+u"\n'
    assert wj("config", "get", "keys.redo").code == 3


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["xyzzy"], '"xyzzy" is nothing to do. It takes show, get, set'),
        (["get"], "wj config get takes the name of a setting."),
        (["set", "theme"], "wj config set takes the name of a setting and its value."),
        (["check", "x"], "wj config check takes no more words."),
        (["get", "them"], "There is no setting them. Did you mean theme?"),
        (["set", "currency", "euro"], "Currency must be three capital letters"),
        (["set", "curency", "EUR"], "Did you mean currency?"),
    ],
)
def test_what_is_not_understood_is_one_sentence(
    wj: Wj, args: list[str], said: str
) -> None:
    answer = wj("config", *args)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert not settings(wj).exists()


def test_a_documented_file_is_written_once(wj: Wj) -> None:
    assert wj.ok("config", "init") == f"{settings(wj)}\n"
    assert settings(wj).read_text() == documented()
    assert wj("config", "init").code == 73


def test_check_names_everything_that_is_not_followed(wj: Wj) -> None:
    assert wj("config", "check").code == 0
    written(
        wj,
        'curency = "USD"\nprompts = "none.txt"\n[keys]\nquik_line = "x"\nundo = "m"\n'
        '[filters]\nbad = "is:done"\n'
        '[themes.x]\nbackground = "#101010"\nink = "#303030"\n',
    )
    answer = wj("config", "check")
    assert answer.code == 78
    for said in (
        "there is no setting curency. Did you mean currency?",
        "There is no action quik_line. Did you mean quick_line?",
        "The key m is given to two actions: Mark a moment; Undo.",
        'filters.bad is not understood. Column 4: is: does not know "done".',
        "themes.x: ink has a contrast of 1.4 on its background; 4.5 is needed",
        "none.txt cannot be read: No such file or directory.",
    ):
        assert said in answer.out
    assert len(json.loads(wj("config", "check", "--json").out)["faults"]) == 6


def test_a_broken_file_keeps_nothing_from_working(story: Wj) -> None:
    path = written(story, "theme = \n")
    answer = story("today")
    assert (answer.code, answer.err.count("\n")) == (0, 1)
    assert f"{path} is not followed: " in answer.err
    assert story("config", "set", "theme", "ink").code == 2
    assert path.read_text() == "theme = \n"


def test_the_ids_of_the_actions_are_listed(wj: Wj) -> None:
    wj.ok("config", "set", "keys.undo", "ctrl+u")
    rows = json.loads(wj.ok("config", "keys", "--json"))
    assert {"id": "undo", "keys": "ctrl+u", "title": "Undo"} in rows
    assert "quick_line" in wj.ok("config", "keys")


def editing(wj: Wj, replaces: str, by: str) -> None:
    """Let the editor be one that replaces text."""
    script = wj.home / "editor"
    script.write_text(f"#!/bin/sh\nsed -i 's/{replaces}/{by}/' \"$1\"\n")
    script.chmod(0o700)
    os.environ["WINJOURNAL_EDITOR"] = str(script)


@pytest.mark.usefixtures("_own_editor")
def test_the_settings_are_edited(wj: Wj) -> None:
    editing(wj, '^# theme = ""', 'theme = "paper"')
    answer = wj("config", "edit")
    assert answer.code == 0, answer
    assert wj.ok("config", "get", "theme") == "paper\n"
    assert wj("config", "edit").err == "Nothing was changed.\n"


@pytest.mark.usefixtures("_own_editor")
def test_what_is_no_toml_is_not_saved_but_kept(wj: Wj) -> None:
    editing(wj, '^# theme = ""', "theme =")
    answer = wj("config", "edit")
    assert answer.code == 2
    assert "is no TOML" in answer.err
    assert "What you wrote is kept in" in answer.err
    assert not settings(wj).exists()


@pytest.fixture
def _own_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINJOURNAL_EDITOR", "false")
