"""What was said then beside what is said now, once it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content

from winjournal.ui.modals.base import JournalModal
from winjournal.ui.text import plain, wrap
from winjournal.ui.widgets.heading import Heading
from winjournal.ui.widgets.leaf import Leaf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from winjournal.domain.then_and_now import Compared

_STYLES = ("$ink-soft", "$ink-soft", "bold $ink")
_GAP, _WIDE = 2, 66


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
        rows = [(row.what, row.then, row.now, row.shift) for row in self._rows]
        if width >= _WIDE:
            lines = _table([("", "then", "now", ""), *rows], width)
        else:
            lines = [_sentence(row) for row in self._rows]
        keys = [("esc", "bold $key"), (" closes", "$ink-soft")]
        if self._offers:
            said = " writes down what would put it right    "
            keys = [("r", "bold $key"), (said, "$gold"), *keys]
        return [*lines, Content(""), Content.assemble(*keys)]


def _table(rows: Sequence[tuple[str, str, str, str]], width: int) -> list[Content]:
    """Return rows in columns as wide as their words; the last wraps within its own."""
    widths = [
        max(cell_len(row[at]) for row in rows) + _GAP for at in range(len(_STYLES))
    ]
    before = sum(widths)
    lines: list[Content] = []
    for number, row in enumerate(rows):
        styles = _STYLES if number else ("$ink-faint",) * len(_STYLES)
        cells = [
            plain(word + " " * (wide - cell_len(word)), style)
            for word, wide, style in zip(row, widths, styles, strict=False)
        ]
        first, *more = wrap(plain(row[-1], "$ink"), width - before)
        lines.append(Content("").join([*cells, first]))
        lines += [Content(" " * before) + rest for rest in more]
    return lines


def _sentence(row: Compared) -> Content:
    parts = (row.then and f"then {row.then}", row.now and f"now {row.now}")
    said = ", ".join(part for part in (*parts, row.shift) if part)
    return Content.assemble((f"{row.what}: ", "$ink-soft"), said)
