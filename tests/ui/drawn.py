"""What stands on the screen of a running application, as text and as styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import App


def lines(app: App[Any]) -> list[str]:
    """Return the screen line by line, as it would be written to the terminal."""
    # The compositor is private, but it is the one place behind every filter.
    strips = app.screen._compositor.render_strips()
    return [strip.text for strip in strips]


def text(app: App[Any]) -> str:
    """Return the screen as text, without the blanks at the ends of its lines."""
    return "\n".join(line.rstrip() for line in lines(app))


def style_of(app: App[Any], words: str) -> Style:
    """Return the style of some words on the screen, which must stand there."""
    for strip in app.screen._compositor.render_strips():
        at = strip.text.find(words)
        if at >= 0:
            passed = 0
            for segment in strip:
                passed += len(segment.text)
                if passed > at and segment.style is not None:
                    return segment.style
    raise AssertionError(f"{words!r} is not on the screen:\n{text(app)}")
