"""Settings: what is not followed is said, and never keeps a journal from opening."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from winjournal.config import Config, read_config
from winjournal.config.keys import KEYS
from winjournal.domain.templates import Template


def read(tmp_path: Path, text: str) -> tuple[Config, tuple[str, ...]]:
    path = tmp_path / "config.toml"
    path.write_text(text)
    return read_config(path)


def test_days_of_looking_back_are_taken(tmp_path: Path) -> None:
    config, warnings = read(tmp_path, "follow_up_days = [14, 60, 365]\n")
    assert (config.follow_up_days, warnings) == ([14, 60, 365], ())
    assert Config().follow_up_days == [30, 90]


@pytest.mark.parametrize(
    "days",
    ["[]", "[0]", "[90, 30]", "[30, 30]", "[3651]", "[30.5]", "[true]", "['30']",
     "[1, 2, 3, 4, 5, 6, 7]"],
)  # fmt: skip
def test_days_that_are_none_are_said_and_left(tmp_path: Path, days: str) -> None:
    config, warnings = read(tmp_path, f"follow_up_days = {days}\n")
    assert config.follow_up_days == [30, 90]
    (said,) = warnings
    assert said.endswith("follow_up_days must be days from 1 to 3650, rising.")


def test_a_wrong_kind_is_said(tmp_path: Path) -> None:
    config, warnings = read(tmp_path, "follow_up_days = 30\n")
    assert config.follow_up_days == [30, 90]
    (said,) = warnings
    assert said.endswith("must be a list of days, such as [30, 90].")


def test_each_setting_is_known_by_its_name_and_default() -> None:
    assert [field.name for field in fields(Config)] == [key.name for key in KEYS]
    assert {key.name: key.default for key in KEYS} == {
        field.name: getattr(Config(), field.name) for field in fields(Config)
    }


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read_config(tmp_path / "none.toml") == (Config(), ())


@pytest.mark.parametrize("broken", [b"theme = \n", b"\xff\xfe", b"[keys\n", b"= 1"])
def test_a_broken_file_gives_the_defaults_and_one_sentence(
    tmp_path: Path, broken: bytes
) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(broken)
    config, (said,) = read_config(path)
    assert config == Config()
    assert said.startswith(f"{path} is not followed: ")
    assert "\n" not in said


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    config, (said,) = read_config(tmp_path)
    assert config == Config()
    assert said == f"{tmp_path} is not followed: Is a directory."


def test_an_unknown_setting_names_the_nearest(tmp_path: Path) -> None:
    config, warnings = read(tmp_path, 'curency = "USD"\nxyzzy = 1\ntheme = "paper"\n')
    assert config.theme == "paper"
    near, far = warnings
    assert near.endswith("there is no setting curency. Did you mean currency?")
    assert far.endswith("there is no setting xyzzy.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('currency = "eur"', "currency must be three capital letters, such as EUR."),
        ('week_starts = "friday"', "week_starts must be monday, sunday or saturday."),
        ("discreet = 1", "discreet must be true or false."),
        ("keys = 1", "keys must be a table."),
        ("[keys]\nundo = 3", "keys.undo must be text."),
        ("[filters]\nhard = true", "filters.hard must be text."),
        ("[themes]\nx = 1", "themes.x must be a table of colours."),
        ('[themes.x]\nink = "#000000"', "themes.x lacks background."),
        (
            '[themes.x]\nink = "red"\nbackground = "#000000"',
            "themes.x needs as its ink a colour such as #1b1a24.",
        ),
        ("[themes.x]\nblue = 1", "themes.x has no colour blue. It takes background,"),
        ("[templates]\nx = 1", "templates.x must be a table."),
        (
            '[templates.x]\ncriteria = "x"',
            "templates.x has no field criteria. Did you mean my_criteria?",
        ),
    ],
)
def test_what_is_not_followed_is_said_and_the_rest_is_followed(
    tmp_path: Path, text: str, said: str
) -> None:
    config, (warning,) = read(tmp_path, f'prompts = "p.txt"\n{text}\n')
    assert said in warning
    assert config == Config(prompts="p.txt")


def test_tables_are_read(tmp_path: Path) -> None:
    config, warnings = read(
        tmp_path,
        '[keys]\nundo = "ctrl+u"\n[filters]\nhard = "@ego"\n'
        '[themes.dusk]\nbackground = "#1B1A24"\nink = "#dcd6f7"\n'
        '[templates.rent]\nkind = "rent"\nmy_criteria = ["two years !2"]\n',
    )
    assert warnings == ()
    assert (config.keys, config.filters) == ({"undo": "ctrl+u"}, {"hard": "@ego"})
    assert config.themes == {"dusk": {"background": "#1b1a24", "ink": "#dcd6f7"}}
    rent = Template(name="rent", kind="rent", my_criteria=(("two years", 2),))
    assert config.templates == {"rent": rent}
