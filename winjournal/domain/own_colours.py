"""Colours that a user chose: whether they are some, and whether they can be read.

The contrast is that of WCAG 2.2: 1 is none, 21 is black on white.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MUST_BE_READ = 4.5
"""The least contrast of what must be read."""

THE_REST = 3.0
"""The least contrast of what only helps: times, units, marks, intervals."""

Rgb = tuple[int, int, int]

GROUNDS = ("background", "surface", "panel")
INKS = {
    "ink": MUST_BE_READ, "gold": MUST_BE_READ, "key": MUST_BE_READ,
    "slip": MUST_BE_READ, "danger": MUST_BE_READ, "handled": THE_REST,
}  # fmt: skip
"""What stands on a ground, and the contrast that it needs there."""

NEEDED = ("background", "ink")
COLOURS = (*GROUNDS, *INKS)
"""Every colour that a theme of one's own may name."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def contrast(first: Rgb, second: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21, whichever is brighter."""
    darker, brighter = sorted((luminance(first), luminance(second)))
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: Rgb) -> float:
    """Return how bright a colour is, 0 to 1."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rgb_of(text: str) -> Rgb:
    """Return the parts of a colour such as `#1b1a24`."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def is_dark(colours: Mapping[str, str]) -> bool:
    """Whether a theme's ink is brighter than its ground."""
    ink, ground = rgb_of(colours["ink"]), rgb_of(colours["background"])
    return luminance(ink) > luminance(ground)


def check_colours(table: Mapping[str, object]) -> dict[str, str]:
    """Return a theme's colours.

    Raises:
        ValueError: A name or a colour is none, or one that is needed is missing;
            the message is the end of a sentence.
    """
    for name, value in table.items():
        if name not in COLOURS:
            raise ValueError(f"has no colour {name}. It takes {', '.join(COLOURS)}.")
        if not isinstance(value, str) or not _HEX.fullmatch(value):
            raise ValueError(f"needs as its {name} a colour such as #1b1a24.")
    missing = [name for name in NEEDED if name not in table]
    if missing:
        raise ValueError(f"lacks {' and '.join(missing)}.")
    return {name: str(value).lower() for name, value in table.items()}


def too_faint(colours: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each colour that cannot be read on its ground."""
    found: list[str] = []
    for name, least in INKS.items():
        for ground in GROUNDS:
            if name in colours and ground in colours:
                is_now = contrast(rgb_of(colours[name]), rgb_of(colours[ground]))
                if is_now < least:
                    found.append(
                        f"{name} has a contrast of {is_now:.1f} on its {ground}; "
                        f"{least} is needed, so it is moved until it has that."
                    )
    return tuple(found)


def _linear(part: float) -> float:
    if part <= 0.04045:
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)
