"""What was edited here and elsewhere: mine as a copy, theirs, or both compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain, wrap
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.ui.meeting import Difference

MINE, THEIRS = "mine", "theirs"

_SIDE = 9
"""The width of the word before each side."""


class ElsewhereModal(JournalModal[str]):
    """Asks what becomes of two edits of one thing; `esc` goes on writing."""

    HELP = (
        "This was changed elsewhere while you wrote. m keeps yours as a copy beside it "
        "and shows theirs. t takes theirs and lets yours go. c shows where they "
        "differ. esc goes on writing; nothing is saved over theirs."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "take('mine')", show=False),
        Binding("t", "take('theirs')", show=False),
        Binding("c", "compare", show=False),
    ]

    def __init__(
        self, differences: Sequence[Difference], *, is_gone: bool, copy: str
    ) -> None:
        """Make the question.

        Args:
            differences: The fields that differ, and both texts of each.
            is_gone: Whether it was deleted elsewhere; then there is no other side.
            copy: What keeping mine makes, in a few words.
        """
        super().__init__()
        self._differences, self._is_gone, self._copy = differences, is_gone, copy

    def compose_dialog(self) -> ComposeResult:
        """Put the ways out under what happened."""
        what = "Deleted elsewhere" if self._is_gone else "Changed elsewhere"
        yield Heading(what, "nothing is saved yet")
        for answer, key, word in self._ways():
            content = Content.assemble((key, "bold $key"), (f" {word}", "$ink"))
            yield Static(content, id=f"way-{answer}", classes="way", markup=False)
        with VerticalScroll(id="compared", can_focus=True):
            yield Leaf(self._lines)

    def on_mount(self) -> None:
        """Show what differs only once it is asked for."""
        self.query_one("#compared").display = False

    def on_click(self, event: events.Click) -> None:
        """Take the clicked way."""
        clicked = (event.widget.id or "") if event.widget else ""
        if clicked == "way-compare":
            self.action_compare()
        elif clicked == "way-back":
            self.action_back()
        elif clicked in {f"way-{MINE}", f"way-{THEIRS}"}:
            self.dismiss(clicked.removeprefix("way-"))

    def action_take(self, answer: str) -> None:
        """Take one of both."""
        self.dismiss(answer)

    def action_compare(self) -> None:
        """Show what differs, or hide it again."""
        if not self._is_gone:
            compared = self.query_one("#compared")
            compared.display = not compared.display
            if compared.display:
                compared.focus()

    def _ways(self) -> tuple[tuple[str, str, str], ...]:
        mine = (MINE, "m", f"mine: {self._copy}")
        back = ("back", "esc", "go on writing; yours stays a draft")
        if self._is_gone:
            return mine, (THEIRS, "t", "theirs: it stays deleted, yours goes"), back
        return (
            mine,
            (THEIRS, "t", "theirs: yours goes"),
            ("compare", "c", "compare both"),
            back,
        )

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for one in self._differences:
            lines += [Content(""), plain(one.label, "$ink-soft")]
            lines += _side("mine", one.mine, width, "bold $ink")
            lines += _side("theirs", one.theirs, width, "$ink")
        return lines or [Content(""), plain("Both say the same now.", "$ink-soft")]


def _side(whose: str, said: str, width: int, style: str) -> list[Content]:
    text = plain(said or "nothing", style if said else "$ink-faint")
    parts = wrap(text, max(width - _SIDE, 20))
    return [
        plain(f"{whose if at == 0 else '':<{_SIDE}}", "$ink-faint") + part
        for at, part in enumerate(parts)
    ]
