"""What is shown can be read, in our themes and in every other."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from winjournal.ui.contrast import MUST_BE_READ, THE_REST, legible, ratio
from winjournal.ui.themes import INK, PAPER, THEMES, choose_theme, our_variables

READ = ("ink", "ink-soft", "gold", "slip", "key", "danger")
REST = ("ink-faint", "handled", "interval")
OURS = {*READ, *REST, "digit", "hair", "bar", "bar-active"}

OPAQUE = [theme for theme in (*THEMES, *BUILTIN_THEMES.values()) if not theme.ansi]
TERMINAL = [theme for theme in BUILTIN_THEMES.values() if theme.ansi]


def colours(theme: Theme) -> dict[str, str]:
    """Return every variable of a theme."""
    variables = theme.to_color_system().generate()
    return {**variables, **theme.variables, **our_variables(theme)}


def grounds(variables: dict[str, str]) -> list[Color]:
    """Return what words stand on: the ground, what is typed into, what has focus."""
    ground = Color.parse(variables["background"])
    others = (Color.parse(variables[name]) for name in ("surface", "panel"))
    return [ground, *(ground + other for other in others)]


@pytest.mark.parametrize("theme", OPAQUE, ids=lambda theme: theme.name)
def test_what_must_be_read_can_be_read_on_every_ground(theme: Theme) -> None:
    variables = colours(theme)
    least = {
        name: min(ratio(Color.parse(variables[name]), on) for on in grounds(variables))
        for name in READ
    }

    assert {name: value for name, value in least.items() if value < MUST_BE_READ} == {}


@pytest.mark.parametrize("theme", OPAQUE, ids=lambda theme: theme.name)
def test_the_rest_can_be_seen_on_every_ground(theme: Theme) -> None:
    variables = colours(theme)
    least = {
        name: min(ratio(Color.parse(variables[name]), on) for on in grounds(variables))
        for name in REST
    }

    assert {name: value for name, value in least.items() if value < THE_REST} == {}


@pytest.mark.parametrize("theme", OPAQUE, ids=lambda theme: theme.name)
def test_the_digits_of_the_top_line_can_be_read(theme: Theme) -> None:
    variables = colours(theme)
    ground = Color.parse(variables["background"])

    assert ratio(Color.parse(variables["digit"]), ground) >= MUST_BE_READ


@pytest.mark.parametrize("theme", [*OPAQUE, *TERMINAL], ids=lambda theme: theme.name)
def test_every_theme_has_every_variable_of_ours(theme: Theme) -> None:
    assert set(colours(theme)) >= OURS


@pytest.mark.parametrize("theme", TERMINAL, ids=lambda theme: theme.name)
def test_the_terminals_colours_stay_the_terminals(theme: Theme) -> None:
    ours = {name: colours(theme)[name] for name in OURS}

    assert all(value.startswith("ansi_") for value in ours.values())


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_measure_is_neither_green_nor_orange_and_people_are_not_red(
    theme: Theme,
) -> None:
    variables = colours(theme)
    verdicts = {variables["handled"], variables["slip"], variables["danger"]}

    assert not verdicts & {variables["key"], variables["interval"]}
    assert variables["slip"] != variables["danger"]


def test_contrast_is_that_of_the_standard() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")

    assert ratio(black, white) == pytest.approx(21.0)
    assert ratio(white, white) == pytest.approx(1.0)
    assert ratio(Color.parse("#777777"), white) == pytest.approx(4.48, abs=0.01)


def test_a_colour_that_can_be_read_is_left_alone() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")

    assert legible(black, [white], MUST_BE_READ, black) == black
    moved = legible(Color.parse("#bbbbbb"), [white], MUST_BE_READ, black)
    assert ratio(moved, white) >= MUST_BE_READ
    assert moved != black


@pytest.mark.parametrize(
    ("setting", "colorfgbg", "name"),
    [
        ("auto", "", "ink"),
        ("auto", "15;0", "ink"),
        ("auto", "0;15", "paper"),
        ("auto", "0;default;7", "paper"),
        ("terminal", "", "ansi-dark"),
        ("terminal", "0;15", "ansi-light"),
        ("paper", "15;0", "paper"),
        ("nord", "", "nord"),
        ("no such theme", "", "ink"),
    ],
)
def test_a_setting_stands_for_a_theme(setting: str, colorfgbg: str, name: str) -> None:
    known = {INK.name, PAPER.name, *BUILTIN_THEMES}

    assert choose_theme(setting, colorfgbg, known) == name
