"""A quiet heading, and beside it what belongs to it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from winjournal.ui.text import one_line


def heading_content(text: str, aside: str = "", *, name: bool = False) -> Content:
    """Return a heading as content.

    Args:
        text: The heading, in sentence case.
        aside: What belongs to it, such as how much there is.
        name: True where it is the name of the thing itself: bold ink.
    """
    style = "bold $ink" if name else "$ink-soft"
    parts: list[tuple[str, str]] = [(one_line(text), style)]
    if aside:
        parts += [("   ", ""), (one_line(aside), "$ink-soft" if name else "$ink-faint")]
    return Content.assemble(*parts)


class Heading(Static):
    """A quiet heading with a blank line after it."""

    def __init__(
        self,
        text: str,
        aside: str = "",
        *,
        name: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Make a heading.

        Args:
            text: The heading, in sentence case.
            aside: What belongs to it.
            name: True where it is the name of the thing itself: bold ink.
            id: The widget's id.
            classes: The widget's classes.
        """
        content = heading_content(text, aside, name=name)
        super().__init__(content, id=id, classes=classes, markup=False)
        self._name_of_thing = name

    def say(self, text: str, aside: str = "") -> None:
        """Change the words."""
        self.update(heading_content(text, aside, name=self._name_of_thing))
