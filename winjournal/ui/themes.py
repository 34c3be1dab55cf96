"""Our two themes, and our colours for every other theme.

A widget of ours names colours by these variables, in style sheets and in the styles
of a `Content` alike:

======================  ========================================================
variable                what it is for
======================  ========================================================
`$ink`                  content
`$ink-soft`             what belongs to it, labels, headings (60 % ink)
`$ink-faint`            times, units, placeholders (45 % ink)
`$hair`                 the hair line of a scale
`$gold`                 yours to do now
`$handled`, `$slip`     marks, and nothing else
`$key`                  a key, a measured value
`$digit`                the digits of the top line
`$interval`             the heavy line of a range
`$danger`               lost data or a failed write, never a person or a deed
`$bar`, `$bar-active`   the thick left bar of a field, without and with the focus
======================  ========================================================

`ink` and `paper` state them all. For the themes of Textual they are derived from the
theme's own colours, moved until they are legible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

from winjournal.ui.contrast import MUST_BE_READ, THE_REST, legible

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_MIDDLE = 0.5

AUTO = "auto"
"""The setting that follows the terminal's background."""

TERMINAL = "terminal"
"""The setting that uses the terminal's own sixteen colours."""

INK = Theme(
    name="ink",
    primary="#8fb8ff",
    secondary="#6a87bb",
    accent="#e5c384",
    warning="#e5c384",
    error="#f2777a",
    success="#7fd1ae",
    foreground="#d6dbe8",
    background="#14161d",
    surface="#1a1d26",
    panel="#222633",
    dark=True,
    variables={
        "ink": "#d6dbe8",
        "ink-soft": "#979ba7",
        "ink-faint": "#828794",
        "hair": "#474b57",
        "gold": "#e5c384",
        "handled": "#7fd1ae",
        "slip": "#fe9e64",
        "key": "#8fb8ff",
        "digit": "#6a87bb",
        "interval": "#5d76a3",
        "danger": "#f2777a",
        "bar": "#222633",
        "bar-active": "#e5c384",
        "input-cursor-background": "#e5c384",
        "input-cursor-foreground": "#14161d",
        "input-selection-background": "#3a4870",
        "scrollbar": "#2c3140",
        "scrollbar-hover": "#474b57",
        "scrollbar-active": "#474b57",
        "scrollbar-background": "#14161d",
        "scrollbar-background-hover": "#14161d",
        "scrollbar-background-active": "#14161d",
        "scrollbar-corner-color": "#14161d",
    },
)
"""Ink on a dark ground."""

PAPER = Theme(
    name="paper",
    primary="#2f5fb3",
    secondary="#4a6fae",
    accent="#965600",
    warning="#965600",
    error="#a8261e",
    success="#2c7a5b",
    foreground="#2a2d34",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#e9e5da",
    dark=False,
    variables={
        "ink": "#2a2d34",
        "ink-soft": "#5e5f63",
        "ink-faint": "#6f7073",
        "hair": "#c2c0ba",
        "gold": "#965600",
        "handled": "#2c7a5b",
        "slip": "#a24a05",
        "key": "#2f5fb3",
        "digit": "#4a6fae",
        "interval": "#6583b8",
        "danger": "#a8261e",
        "bar": "#e9e5da",
        "bar-active": "#965600",
        "input-cursor-background": "#965600",
        "input-cursor-foreground": "#faf8f3",
        "input-selection-background": "#c9d6ef",
        "scrollbar": "#ddd8cb",
        "scrollbar-hover": "#c2c0ba",
        "scrollbar-active": "#c2c0ba",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "scrollbar-corner-color": "#faf8f3",
    },
)
"""Ink on paper."""

THEMES = (INK, PAPER)
"""The themes of ours, the default first."""


def choose_theme(setting: str, colorfgbg: str, known: Collection[str]) -> str:
    """Return the name of the theme that a setting stands for.

    Args:
        setting: A theme's name, `auto` or `terminal`; anything else counts as `auto`.
        colorfgbg: What the terminal tells of its colours in the environment variable
            `COLORFGBG` ("15;0": foreground and background by number), or "".
        known: The names that are registered.
    """
    if setting in known:
        return setting
    light = _is_light(colorfgbg)
    if setting == TERMINAL:
        return "ansi-light" if light else "ansi-dark"
    return PAPER.name if light else INK.name


def our_variables(theme: Theme) -> dict[str, str]:
    """Return the value of each of our variables for a theme that does not state it."""
    if theme.ansi:
        derived = _of_the_terminal(theme.dark)
    else:
        derived = _from_colours(theme.to_color_system().generate())
    return {
        name: value for name, value in derived.items() if name not in theme.variables
    }


def _is_light(colorfgbg: str) -> bool:
    background = colorfgbg.rpartition(";")[2]
    return background in {"7", "15"}


def _from_colours(variables: Mapping[str, str]) -> dict[str, str]:
    def colour(name: str) -> Color:
        return Color.parse(variables[name])

    background = colour("background")
    panel = background + colour("panel")
    grounds = (background, background + colour("surface"), panel)
    # Moved to the far end, not to the theme's ink: a colour keeps its hue so.
    end = WHITE if background.brightness < _MIDDLE else BLACK

    def seen(wanted: Color, least: float) -> str:
        return legible(wanted, grounds, least, end).hex

    def read(name: str) -> str:
        return seen(colour(name), MUST_BE_READ)

    key, gold = read("primary"), read("accent")
    ink = Color.parse(read("foreground"))
    return {
        "ink": ink.hex,
        "ink-soft": seen(background.blend(ink, 0.68), MUST_BE_READ),
        "ink-faint": seen(background.blend(ink, 0.55), THE_REST),
        "hair": background.blend(ink, 0.26).hex,
        "gold": gold,
        "handled": seen(colour("success"), THE_REST),
        "slip": read("warning"),
        "key": key,
        "digit": key,
        "interval": seen(background.blend(Color.parse(key), 0.6), THE_REST),
        "danger": read("error"),
        "bar": panel.blend(ink, 0.12).hex,
        "bar-active": gold,
    }


def _of_the_terminal(dark: bool) -> dict[str, str]:
    # A blend would turn a colour of the terminal into one of ours, so these are
    # names only; what is soft and must be read stays in the terminal's own ink.
    key = "ansi_bright_blue" if dark else "ansi_blue"
    gold = "ansi_yellow" if dark else "ansi_red"
    return {
        "ink": "ansi_default",
        "ink-soft": "ansi_default",
        "ink-faint": "ansi_bright_black",
        "hair": "ansi_bright_black",
        "gold": gold,
        "handled": "ansi_green",
        "slip": "ansi_magenta",
        "key": key,
        "digit": key,
        "interval": "ansi_blue",
        "danger": "ansi_red",
        "bar": "ansi_bright_black",
        "bar-active": gold,
    }
