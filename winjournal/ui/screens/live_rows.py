"""The marks of a sitting as rows, in the order in which they were made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.recovery import recoveries, say_recovery
from winjournal.domain.say_dates import say_time
from winjournal.domain.sittings import marks_of
from winjournal.domain.tags import Actor
from winjournal.ui.screens.negotiation_rows import them_of
from winjournal.ui.screens.today_rows import KINDS
from winjournal.ui.text import one_line, plain
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.marks import tagged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.moments import Moment
    from winjournal.domain.negotiation import Sitting
    from winjournal.domain.writing import Vow
    from winjournal.ui.look import Look

LABEL = 17
"""The width that a tag takes before the words; a longer one pushes them on."""

LEAST = 10
"""With less room than this beside a tag, all words go on the line below."""

_TIME = 5
_GAP = "  "
_INDENT = _TIME + len(_GAP) + LABEL + len(_GAP)


@dataclass(frozen=True, slots=True)
class LiveView:
    """What the screen for the room shows.

    Attributes:
        dossier: The negotiation.
        sitting: The sitting that goes on.
        vow: The vow of the week.
    """

    dossier: Dossier
    sitting: Sitting
    vow: Vow | None

    @property
    def marks(self) -> tuple[Moment, ...]:
        """The marks of this sitting, the newest last."""
        return marks_of(self.sitting, self.dossier.moments)


def mark_rows(view: LiveView, look: Look, width: int, height: int) -> list[Row]:
    """Return the marks as rows, as airy as there is room for.

    With room for all, a blank line stands between two, and long words go on below;
    with less, first the blank lines go and then the second lines.

    Args:
        view: The sitting.
        look: How things are shown now.
        width: The room of a row in cells.
        height: The lines there are.
    """
    rows: list[Row] = []
    for airy, below in ((True, True), (False, True), (False, False)):
        rows = _rows(view, look, width, airy=airy, below=below)
        if _height(rows) <= height:
            break
    return rows


def _rows(
    view: LiveView, look: Look, width: int, *, airy: bool, below: bool
) -> list[Row]:
    name = view.dossier.counterparty.name
    them = them_of(view.dossier, look)
    later = {one.released.id: say_recovery(one.took) for one in recoveries(view.marks)}
    rows: list[Row] = []
    for one in view.marks:
        theirs = them if one.actor is Actor.THEM else ""
        head = _head(one, theirs, look)
        said = _said(one, look.veil.words(one.note or "", name), later.get(one.id, ""))
        first, second = _flow(said, width - head.cell_length, below=below)
        more = Content.assemble(" " * _INDENT, second) if second else None
        cell = Content.assemble(head, first)
        rows.append(Row(one.id, (cell,), more=more, gap=airy and bool(rows)))
    return rows


def _head(one: Moment, theirs: str, look: Look) -> Content:
    label = tagged(
        KINDS[one.polarity],
        one_line(one.tag or "decide later"),
        look.glyphs,
        strength=one.strength,
        theirs=theirs,
    )
    blank = " " * (max(LABEL - label.cell_length, 0) + len(_GAP))
    when = Content.styled(f"{say_time(one.at)}{_GAP}", "$ink-faint")
    return Content.assemble(when, label, blank)


def _said(one: Moment, note: str, later: str) -> Content:
    style = "$ink-soft" if one.actor is Actor.THEM else "$ink"
    parts = ((note, style), (later, "$ink-soft"))
    return Content(_GAP).join(plain(one_line(t), s) for t, s in parts if t)


def _flow(said: Content, room: int, *, below: bool) -> tuple[Content, Content]:
    if said.cell_length <= room or not below:
        return said, Content("")
    if room < LEAST:
        return Content(""), said
    first, *rest = said.wrap(room)
    return first.rstrip(), Content(" ").join(rest)


def _height(rows: Sequence[Row]) -> int:
    return sum(1 + (row.more is not None) + row.gap for row in rows)
