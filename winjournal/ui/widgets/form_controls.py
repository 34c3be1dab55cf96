"""What is typed into in a form: a line, or several lines; and its completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.suggester import Suggester
from textual.widgets import Input

from winjournal.ui.text import one_line

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from winjournal.ui.widgets.form_spec import FieldSpec, Suggest

LONGEST = 1024 * 1024
"""The most characters of one entry; more are not taken."""

LONGEST_LINE = 50_000
"""Text with longer lines is not wrapped: that would take seconds a key."""


class HistorySuggester(Suggester):
    """Completes a line with what was written before."""

    def __init__(self, suggest: Suggest) -> None:
        """Make a suggester.

        Args:
            suggest: Returns what begins like the text, the best first.
        """
        super().__init__(use_cache=False, case_sensitive=True)
        self._suggest = suggest

    async def get_suggestion(self, value: str) -> str | None:
        """Return the best match, written as it was before."""
        for found in self._suggest(value):
            if found.casefold().startswith(value.casefold()):
                return found
        return None


def line_of(spec: FieldSpec, value: str | None) -> Input:
    """Return a line to type into."""
    line = Input(
        value or "",
        placeholder=one_line(spec.hint),
        suggester=HistorySuggester(spec.suggest) if spec.suggest else None,
        max_length=spec.max_length or LONGEST,
        select_on_focus=False,
        compact=True,
        classes="field",
    )
    if spec.width:
        line.styles.width = spec.width
    return line


def lines_of(spec: FieldSpec, value: str | None) -> TextArea:
    """Return several lines to type into."""
    # Only for the forms that have one: 30 ms that a first paint need not wait for.
    from winjournal.ui.widgets.form_lines import Lines

    return Lines(value or "", hint=one_line(spec.hint))
