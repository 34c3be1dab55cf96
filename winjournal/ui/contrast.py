"""Contrast between two colours, and colours made legible on their grounds.

The formula is that of WCAG 2.2 (relative luminance and contrast ratio): 1 is no
contrast, 21 is black on white.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.color import Color

MUST_BE_READ = 4.5
"""The least contrast of what must be read."""

THE_REST = 3.0
"""The least contrast of what only helps: times, units, marks, intervals."""

_STEPS = 20


def ratio(first: Color, second: Color) -> float:
    """Return the contrast of two opaque colours, 1 to 21, whichever is brighter."""
    darker, brighter = sorted((_luminance(first), _luminance(second)))
    return (brighter + 0.05) / (darker + 0.05)


def legible(
    colour: Color, grounds: Iterable[Color], least: float, toward: Color
) -> Color:
    """Return `colour`, moved toward another just until it is seen on every ground.

    Args:
        colour: The wanted colour.
        grounds: What it will stand on.
        least: The contrast to reach on each ground.
        toward: The colour to move to, step by step; returned itself where no step
            before it is enough.
    """
    on = tuple(grounds)
    for step in range(_STEPS):
        tried = colour.blend(toward, step / _STEPS, alpha=1.0)
        if all(ratio(tried, ground) >= least for ground in on):
            return tried
    return toward


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    if part <= 0.04045:
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)
