"""Themes of the user's own, from the colours in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from winjournal.domain.own_colours import is_dark
from winjournal.ui.themes import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Mapping


def own_themes(themes: Mapping[str, Mapping[str, str]]) -> dict[str, Theme]:
    """Return the themes by name; they state no variable of ours.

    So each of those is derived from the colours, and moved until it can be read
    (`themes.our_variables`).

    Args:
        themes: Colours by name, by the theme's name, as the settings hold them.
    """
    return {name: _theme(name, colours) for name, colours in themes.items()}


def _theme(name: str, colours: Mapping[str, str]) -> Theme:
    base = INK if is_dark(colours) else PAPER
    ground = colours["background"]
    key, gold = colours.get("key", base.primary), colours.get("gold", base.accent)
    return Theme(
        name=name,
        primary=key,
        secondary=key,
        accent=gold,
        warning=colours.get("slip", base.variables["slip"]),
        error=colours.get("danger", base.error),
        success=colours.get("handled", base.success),
        foreground=colours["ink"],
        background=ground,
        surface=colours.get("surface", ground),
        panel=colours.get("panel", colours.get("surface", ground)),
        dark=base.dark,
    )
