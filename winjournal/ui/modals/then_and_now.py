"""What was said then beside what is said now, once it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content

from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.then_and_now import Compared

_WHAT, _THEN, _NOW = 28, 14, 16
_WIDE = 60


class ThenAndNowModal(JournalModal[str]):
    """Shows the shift; answers `repair` where one is to be written, else None."""

    HELP = "What you said at the end and what you say now. r writes down a repair."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "repair", "repair", show=False),
        Binding("enter", "back", "close", show=False),
    ]

    def __init__(
        self, title: str, rows: Sequence[Compared], *, offers_repair: bool
    ) -> None:
        """Make the page.

        Args:
            title: What was looked back on, and when.
            rows: What to compare.
            offers_repair: Whether something could be put right.
        """
        super().__init__()
        self._title, self._rows = title, rows
        self._offers = offers_repair

    def compose_dialog(self) -> ComposeResult:
        """Put then and now beside each other."""
        yield Heading(self._title, "then and now")
        yield Leaf(self._lines)

    def action_repair(self) -> None:
        """Go on to write down what will put it right."""
        self.dismiss("repair")

    def _lines(self, width: int) -> list[Content]:
        lines = [_line(row, width) for row in self._rows]
        if width >= _WIDE:
            lines.insert(0, _head())
        keys = [("esc", "bold $key"), (" closes", "$ink-soft")]
        if self._offers:
            said = " writes down what would put it right    "
            keys = [("r", "bold $key"), (said, "$gold"), *keys]
        return [*lines, Content(""), Content.assemble(*keys)]


def _head() -> Content:
    return plain(f"{'':<{_WHAT}}{'then':<{_THEN}}now", "$ink-faint")


def _line(row: Compared, width: int) -> Content:
    if width < _WIDE:
        parts = (row.then and f"then {row.then}", row.now and f"now {row.now}")
        said = ", ".join(part for part in (*parts, row.shift) if part)
        return Content.assemble((f"{row.what}: ", "$ink-soft"), said)
    return Content.assemble(
        (f"{row.what:<{_WHAT}}", "$ink-soft"),
        (f"{row.then:<{_THEN}}", "$ink-soft"),
        (f"{row.now:<{_NOW}}", "bold $ink"),
        (row.shift, "$ink"),
    )
