"""Changing one setting leaves everything else as it was written."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest

from winjournal.config.keys import KEYS
from winjournal.config.reading import Config, config_of, read_config
from winjournal.config.writing import (
    change,
    documented,
    read_text,
    value_of,
    write_text,
)
from winjournal.domain.errors import CannotCreate, NotFound, NotUnderstood

MINE = """\
# my settings
theme = "paper"   # at the office

[keys]
# left hand
undo = "ctrl+u"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "winjournal" / "config.toml"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def test_the_documented_file_says_nothing_and_explains_all() -> None:
    text = documented()
    assert tomllib.loads(text) == {}
    assert max(map(len, text.splitlines())) <= 80
    for key in KEYS:
        assert f"# {key.name} = " in text or f"# [{key.name}" in text
    assert config_of(text) == (Config(), ())


def test_what_it_shows_can_be_uncommented() -> None:
    lines = [line.removeprefix("# ") for line in documented().splitlines()]
    sets = [x for x in lines if (" = " in x and x[0].islower()) or x.startswith("[")]
    config, warnings = config_of("\n".join(sets))
    assert warnings == ()
    assert config.filters == {"hard": "@ego or over:10%"}
    assert set(config.templates) == {"rent"}
    assert set(config.themes) == {"dusk"}


def test_comments_and_order_stay(path: Path) -> None:
    write(path, MINE)
    change(path, "theme", "ink")
    change(path, "currency", "USD")
    change(path, "filters.hard ones", "@ego")
    text = path.read_text()
    assert text.startswith(
        '# my settings\ntheme = "ink"   # at the office\ncurrency = "USD"\n'
    )
    assert '[keys]\n# left hand\nundo = "ctrl+u"\n' in text
    assert tomllib.loads(text)["filters"] == {"hard ones": "@ego"}


def test_the_first_change_makes_a_documented_file_for_oneself_alone(
    path: Path,
) -> None:
    change(path, "follow_up_days", [14, 60])
    text = path.read_text()
    assert "asked again.\nfollow_up_days = [14, 60]\n" in text
    assert (
        text.replace("\nfollow_up_days = [14, 60]", "\n# follow_up_days = [30, 90]")
        == documented()
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_setting_is_taken_out(path: Path) -> None:
    write(path, MINE)
    change(path, "keys.undo", None)
    assert read_config(path)[0] == Config(theme="paper")
    with pytest.raises(NotFound, match=r"keys\.undo is not set"):
        change(path, "keys.undo", None)


def test_a_table_within_a_table(path: Path) -> None:
    change(path, "themes.dusk", {"background": "#101010", "ink": "#f0f0f0"})
    change(path, "themes.dusk.gold", "#e5c384")
    assert read_config(path)[0].themes["dusk"]["gold"] == "#e5c384"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("curency", "USD", "There is no setting curency. Did you mean currency?"),
        ("currency", "usd", "Currency must be three capital letters"),
        ("follow_up_days", [90, 30], "Follow_up_days must be days"),
        ("keys", "x", '"keys" is no setting. Write keys.NAME.'),
        ("theme.x", "x", '"theme.x" is no setting. Write theme.'),
        ("keys.", "x", '"keys." is no setting.'),
        ("filters.x", 3, "Filters.x must be text."),
        ("themes.x.ink", "red", "Themes.x needs as its ink a colour"),
    ],
)
def test_what_would_not_be_followed_is_refused_and_nothing_written(
    path: Path, name: str, value: object, said: str
) -> None:
    write(path, MINE)
    with pytest.raises(NotUnderstood) as error:
        change(path, name, value)
    assert said in str(error.value)
    assert path.read_text() == MINE


def test_a_broken_file_is_not_written_over(path: Path) -> None:
    write(path, "theme = \n")
    with pytest.raises(NotUnderstood, match="is no TOML") as error:
        change(path, "theme", "ink")
    assert "wj config edit" in str(error.value)
    assert path.read_text() == "theme = \n"


def test_a_link_to_the_settings_stays_one(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(MINE)
    path.parent.mkdir()
    path.symlink_to(real)
    change(path, "theme", "ink")
    assert path.is_symlink()
    assert 'theme = "ink"' in real.read_text()


def test_what_is_there_is_replaced_only_where_that_is_asked_for(path: Path) -> None:
    write_text(path, MINE, force=False)
    with pytest.raises(CannotCreate):
        write_text(path, "", force=False)
    write_text(path, "")
    assert read_text(path) == ""
    assert read_text(path.with_name("none")) == documented()


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("theme", "true", "true"),
        ("keys.undo", "3", "3"),
        ("discreet", "true", True),
        ("follow_up_days", "[14, 60]", [14, 60]),
        ("follow_up_days", "x y", "x y"),
        ("themes.x.ink", "'#101010'", "#101010"),
        ("themes.x.ink", "#101010", "#101010"),
        ("templates.x.my_criteria", '["a !2"]', ["a !2"]),
    ],
)
def test_a_word_of_the_shell_as_a_value(name: str, text: str, value: object) -> None:
    assert value_of(name, text) == value
