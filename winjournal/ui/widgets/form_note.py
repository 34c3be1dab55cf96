"""What stands between the fields of a form and asks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.ui.widgets.leaf import Leaf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.ui.widgets.form_spec import FieldSpec, Values
    from winjournal.ui.widgets.leaf import Draw

INDENT = 24
"""Where the text of a form's fields begins: notes line up with it."""

_NARROW = 60
_LEAST = 20


def indented(draw: Draw, width: int) -> list[Content]:
    """Return lines that stand under the fields, or at the margin where it is narrow.

    Args:
        draw: Returns the lines at a width.
        width: The room in cells.
    """
    indent = INDENT if width >= _NARROW else 0
    blank = " " * indent
    return [Content.assemble(blank, x) for x in draw(max(width - indent, _LEAST))]


class FormNote(Leaf):
    """Lines that follow the values: a ruler, a sentence, what is known already."""

    def __init__(self, spec: FieldSpec) -> None:
        """Make a note.

        Args:
            spec: What it says.
        """
        super().__init__(self._lines)
        self.spec = spec
        self._values: Values = {}

    def follow(self, values: Values) -> bool:
        """Say what the values make of it; return whether there is anything."""
        self._values = values
        self.show(self._lines)
        return bool(self._lines(self.size.width or 60))

    def _lines(self, width: int) -> Sequence[Content]:
        say = self.spec.say
        return say(self._values, width) if say else ()
