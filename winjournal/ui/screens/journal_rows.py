"""The journal's list as rows, its months, and the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.debrief import Outcome
from winjournal.domain.line import say_line
from winjournal.domain.say_dates import say_brief, say_date, say_time
from winjournal.domain.timeline_words import OUTCOMES
from winjournal.services.saying import say_marks
from winjournal.services.views import RowKind
from winjournal.ui.screens.deal_side import (
    met_lines,
    saying_lines,
    section,
    terms_lines,
    winning_lines,
)
from winjournal.ui.screens.negotiation_rows import title_of
from winjournal.ui.screens.today_rows import marks_content
from winjournal.ui.text import one_line, plain, wrap
from winjournal.ui.widgets.heading import heading_content
from winjournal.ui.widgets.ledger_source import Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from winjournal.domain.dossier import Dossier
    from winjournal.domain.line import Line
    from winjournal.domain.writing import Entry, InboxLine
    from winjournal.services.views import JournalRow, Mark
    from winjournal.ui.look import Look
    from winjournal.ui.widgets.leaf import Draw

LONGEST_SHOWN = 20_000
"""Characters of an entry that are shown beside the list; enter shows the rest."""

_WALKED = {
    Outcome.WALKED_AWAY: "W",
    Outcome.THEY_WALKED: "w",
    Outcome.BOTH_STOPPED: "=",
}
_OTHER = {RowKind.ENTRY: "entry", RowKind.LINE: "inbox"}


def journal_row(row: JournalRow, look: Look) -> Row:
    """Return one line of the list: date, sign, what it is, its marks, its outcome."""
    person = look.veil.name(row.person)
    deal = row.kind is RowKind.NEGOTIATION
    title = plain(
        one_line(look.veil.words(row.title, row.person)), "bold $ink" if deal else ""
    )
    aside = plain(f"  {one_line(person)}", "$ink-soft") if person else ""
    return Row(
        key_of(row),
        (
            say_brief(row.on, look.today),
            _sign(row, look),
            Content.assemble(title, aside),
            marks_content(row.marks, look.glyphs),
            _outcome(row),
        ),
    )


def key_of(row: JournalRow) -> str:
    """Return what names a row over time: its kind and its id."""
    return f"{row.kind.value}:{row.id}"


def say_row(row: JournalRow) -> str:
    """Return a row as one line of text."""
    outcome = OUTCOMES[row.outcome] if row.outcome else _OTHER.get(row.kind, "")
    parts = (row.on.isoformat(), one_line(row.title), row.person, outcome)
    return "  ".join(part for part in parts if part)


def month_headings(months: Sequence[tuple[str, int]], today: date) -> dict[int, str]:
    """Return the heading of each month by the index of the first row below it.

    Args:
        months: Months as `2026-03` and how many rows each has, in their order.
        today: Local date; its year is not said.
    """
    headings: dict[int, str] = {}
    index = 0
    for month, count in months:
        year, _, number = month.partition("-")
        name = MONTHS[int(number) - 1]
        headings[index] = name if year == str(today.year) else f"{name} {year}"
        index += count
    return headings


def deal_glance(dossier: Dossier, marks: tuple[Mark, ...], look: Look) -> Draw:
    """Return how to draw a negotiation beside the list: what it comes to."""
    name = dossier.counterparty.name

    def draw(width: int) -> list[Content]:
        title, aside = title_of(dossier, look)
        lines = wrap(plain(one_line(title), "bold $ink"), width)
        lines += wrap(plain(aside, "$ink-soft"), width)
        said = say_marks(marks, look.veil.name(name))
        shown = [marks_content(marks, look.glyphs)] if marks else []
        shown += wrap(plain(said, "$ink-soft"), width) if said else []
        return [
            *lines,
            Content(""),
            *winning_lines(dossier, look, width),
            *terms_lines(dossier, look, width),
            *section("Marks", shown),
            *met_lines(dossier, look, width),
            *saying_lines(dossier, look, width),
        ]

    return draw


def entry_glance(entry: Entry, look: Look) -> Draw:
    """Return how to draw an entry beside the list: its words as they were typed."""
    at = entry.written_at
    when = f"{say_date(at.date(), look.today)} {say_time(at)}"
    return _text_glance("Entry", when, entry.body, look)


def line_glance(line: InboxLine, parsed: Line, look: Look) -> Draw:
    """Return how to draw a logged line: what it said, and what was understood."""
    # Of the words themselves nothing is said again: a day and its time are no amounts.
    words = look.veil.people(say_line(parsed), parsed.person or "")
    text = _text_glance("Logged", "not filed yet", line.line, look, parsed.person or "")

    def draw(width: int) -> list[Content]:
        return [*text(width), *section("Understood", wrap(plain(words), width))]

    return draw


def _text_glance(title: str, aside: str, body: str, look: Look, name: str = "") -> Draw:
    shown = look.veil.words(body[:LONGEST_SHOWN], name)
    rest = len(body) - LONGEST_SHOWN

    def draw(width: int) -> list[Content]:
        lines = wrap(plain(shown), width)
        if rest > 0:
            lines.append(Content.styled(f"{rest:,} characters more", "$ink-soft"))
        return [heading_content(title, aside), Content(""), *lines, Content("")]

    return draw


def _sign(row: JournalRow, look: Look) -> Content:
    glyphs = look.glyphs
    if row.kind is RowKind.ENTRY:
        return Content.styled(glyphs.between, "$ink-soft")
    if row.kind is RowKind.LINE:
        return Content.styled(glyphs.undecided, "$gold")
    outcome = row.outcome or Outcome.OPEN
    if outcome in _WALKED:
        return Content.styled(_WALKED[outcome], "$ink")
    agreed = outcome is Outcome.AGREED
    return Content.styled(glyphs.met if agreed else glyphs.unmet, "$ink")


def _outcome(row: JournalRow) -> Content:
    if row.kind is RowKind.LINE:
        return Content.styled(_OTHER[row.kind], "$gold")
    if row.kind is RowKind.ENTRY:
        return Content.styled(_OTHER[row.kind], "$ink-soft")
    return Content.styled(OUTCOMES[row.outcome or Outcome.OPEN], "$ink-soft")
