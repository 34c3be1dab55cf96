"""Contrast between two colours, and colours made legible on their grounds.

The formula is that of WCAG 2.2 (relative luminance and contrast ratio): 1 is no
contrast, 21 is black on white.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.domain.own_colours import MUST_BE_READ, THE_REST, contrast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.color import Color

__all__ = ["MUST_BE_READ", "THE_REST", "legible", "ratio"]

_STEPS = 20


def ratio(first: Color, second: Color) -> float:
    """Return the contrast of two opaque colours, 1 to 21, whichever is brighter."""
    return contrast(first.rgb, second.rgb)


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
