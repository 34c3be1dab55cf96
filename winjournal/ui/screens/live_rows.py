"""The marks of a sitting as rows, in the order in which they were made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.dossier import Dossier
from winjournal.domain.negotiation import Sitting
from winjournal.domain.recovery import recoveries, say_recovery
from winjournal.domain.say_dates import say_time
from winjournal.domain.sittings import marks_of
from winjournal.domain.tags import Actor
from winjournal.domain.writing import Vow
from winjournal.ui.screens.negotiation_rows import them_of
from winjournal.ui.screens.today_rows import KINDS
from winjournal.ui.text import one_line, plain
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.marks import tagged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.domain.moments import Moment
    from winjournal.ui.look import Look

LABEL, WIDEST = 17, 19
"""The least and the most width of the tags; a longer one pushes its words on."""

LEAST = 10
"""With less room than this beside a tag, all words go on the line below."""

_TIME = 5
_GAP = "  "
_SHORT = dict.fromkeys(
    ("their-interest-served", "their-interest-ignored"), "their-interest"
)
"""The two longest tags, told apart by their signs."""


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
    labels = [
        _label(one, them if one.actor is Actor.THEM else "", look) for one in view.marks
    ]
    column = max([LABEL, *(n for x in labels if (n := x.cell_length) <= WIDEST)])
    indent = " " * (_TIME + len(_GAP) + column + 1)
    rows: list[Row] = []
    for one, label in zip(view.marks, labels, strict=True):
        taken = label.cell_length
        blank = " " * (column + 1 - taken if taken <= column else len(_GAP))
        when = Content.styled(f"{say_time(one.at)}{_GAP}", "$ink-faint")
        head = Content.assemble(when, label, blank)
        style = "$ink-soft" if one.actor is Actor.THEM else "$ink"
        note = plain(one_line(look.veil.words(one.note or "", name)), style)
        after = plain(later.get(one.id, ""), "$ink-soft")
        room = width - head.cell_length
        first, second = _flow(note, after, room) if below else (_join(note, after), "")
        more = Content.assemble(indent, second) if second else None
        cell = Content.assemble(head, first)
        rows.append(Row(one.id, (cell,), more=more, gap=airy and bool(rows)))
    return rows


def _label(one: Moment, theirs: str, look: Look) -> Content:
    return tagged(
        KINDS[one.polarity],
        _SHORT.get(one.tag or "", one_line(one.tag or "decide later")),
        look.glyphs,
        strength=one.strength,
        theirs=theirs,
    )


def _flow(note: Content, after: Content, room: int) -> tuple[Content, Content]:
    """Return words on one line and those on the next; what follows stays whole."""
    joined = _join(note, after)
    if joined.cell_length <= room:
        return joined, Content("")
    if room < LEAST:
        return Content(""), joined
    first, *rest = note.wrap(room)
    return first.rstrip(), _join(Content(" ").join(rest), after)


def _join(note: Content, after: Content) -> Content:
    return Content(_GAP).join(part for part in (note, after) if part)


def _height(rows: Sequence[Row]) -> int:
    return sum(1 + (row.more is not None) + row.gap for row in rows)
