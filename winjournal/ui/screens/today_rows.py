"""Today as rows: what is under way, what waits, what is due, twelve weeks of marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from winjournal.domain.calendar_words import MONTHS
from winjournal.domain.say_dates import say_date, say_due, say_time
from winjournal.domain.tags import Actor, Polarity, Step
from winjournal.domain.weeks import Week
from winjournal.services.saying import (
    say_count,
    say_under_way,
    say_why_now,
)
from winjournal.services.views import DueKind
from winjournal.services.writing import first_line
from winjournal.ui.text import one_line, plain
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.marks import Mark as MarkKind
from winjournal.ui.widgets.marks import mark
from winjournal.ui.widgets.week_strip import StripLine, WeekMarks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from winjournal.domain.writing import InboxLine, Vow
    from winjournal.services.reading import TodayView
    from winjournal.services.views import Due, Mark, UnderWay
    from winjournal.ui.glyphs import Glyphs
    from winjournal.ui.veil import Veil
    from winjournal.ui.waiting import Waiting

STEP_WORDS = {
    Step.TRUST: "trust",
    Step.WINNING: "winning",
    Step.VALUE: "value",
    Step.SHARE: "share",
    Step.EGO: "ego",
    Step.INTERESTS: "interests",
}
MARKS_SHOWN = 8
TIME = 5
"""The width of a time of day."""
NAME = 6
"""Cells of a name that may be said again beside the marks."""

KINDS: dict[Polarity | None, MarkKind] = {
    Polarity.HANDLED: "handled",
    Polarity.SLIP: "slip",
    Polarity.NEUTRAL: "unmet",
    None: "undecided",
}
"""The sign of a mark by its polarity; a neutral one is an open ring."""


def rows_of(
    view: TodayView,
    waiting: Iterable[Waiting],
    glyphs: Glyphs,
    veil: Veil,
    *,
    keys: tuple[str, str] = ("", ""),
    alone: bool = False,
    airy: bool = True,
) -> list[Row]:
    """Return the left side of Today: drafts, what is under way, the inbox.

    Args:
        view: Today.
        waiting: What was typed and not saved.
        glyphs: The signs of the terminal.
        veil: How names and amounts may be said.
        keys: Those that open a row and delete it, as they are written.
        alone: True where there is no room beside it: with what is due, and the vow.
        airy: True where there is room for blank lines between two deals.
    """
    rows = headed(
        "Not saved yet", [_waiting_row(w, view, glyphs, keys) for w in waiting]
    )
    # Where all stands in one list, what is due must not be pushed out of sight.
    lay = _deal_line if alone and not airy else _deal_row
    deals = [
        replace(lay(deal, view.today, glyphs, veil), gap=airy)
        for deal in view.under_way
    ]
    rows += headed("Under way", deals)
    if alone:
        due = [_due_beside(due, view.today, veil) for due in view.due]
        # Most of it may stand below the edge.
        rows += headed(f"Due   {len(due)}", due)
    lines = [_line_row(line, view.today, veil) for line in view.lines]
    rows += headed("Inbox", lines)
    if alone and view.vow is not None:
        rows += headed("Vow this week", [_vow_row(view.vow, veil)])
    return rows


def headed(heading: str, rows: list[Row]) -> list[Row]:
    """Return rows with a heading above the first of them."""
    return [replace(rows[0], heading=heading, gap=False), *rows[1:]] if rows else []


def due_rows(view: TodayView, veil: Veil) -> list[Row]:
    """Return what is due, the most urgent first."""
    return [_due_row(due, view.today, veil) for due in view.due]


def vow_content(vow: Vow | None, kept: int, tested: int, veil: Veil) -> Content:
    """Return the standing vow, and how it fared."""
    if vow is None:
        return Content("")
    fared = (
        f"tested {say_count(tested, 'time')}, kept {kept}"
        if tested
        else "not tested yet"
    )
    return Content.assemble(
        ("If ", "bold $ink"), plain(veil.words(vow.cue)), "\n",
        ("then ", "bold $ink"), plain(veil.words(vow.deed)), "\n",
        (fared, "$ink-soft"),
    )  # fmt: skip


def strip_of(weeks: tuple[Week, ...], marks: Iterable[Mark]) -> list[StripLine]:
    """Return one's own marks by step and week; theirs are not counted here."""
    places = {week: place for place, week in enumerate(weeks)}
    counts = {step: [[0, 0, 0] for _ in weeks] for step in STEP_WORDS}
    columns = {Polarity.HANDLED: 0, Polarity.SLIP: 1, None: 2}
    for one in marks:
        place = places.get(Week.of(one.on))
        column = columns.get(one.polarity)
        if one.actor is Actor.ME and one.step and None not in (place, column):
            counts[one.step][place or 0][column or 0] += 1
    return [
        StripLine(word, tuple(WeekMarks(*week) for week in counts[step]))
        for step, word in STEP_WORDS.items()
    ]


def marks_content(marks: tuple[Mark, ...], glyphs: Glyphs) -> Content:
    """Return a row of signs, theirs in grey; more than eight end in a figure."""
    shown = [
        mark(KINDS[one.polarity], glyphs, theirs=one.actor is Actor.THEM)
        for one in marks[-MARKS_SHOWN:]
    ]
    left = len(marks) - len(shown)
    before = [Content.styled(f"+{left}", "$ink-soft")] if left else []
    return Content(" ").join([*before, *shown])


def _waiting_row(
    waiting: Waiting, view: TodayView, glyphs: Glyphs, keys: tuple[str, str]
) -> Row:
    title = Content.assemble(
        plain(waiting.title, "bold $ink"), "  ", plain(waiting.what, "$ink-soft")
    )
    when = f"{say_date(waiting.at.date(), view.today)} {say_time(waiting.at)}"
    return Row(
        f"draft:{waiting.owner}",
        (Content.styled(glyphs.undecided, "$gold"), title, when),
        more=Content.assemble(
            (keys[0], "bold $key"), (" goes on writing   ", "$gold"),
            (keys[1], "bold $key"), (" lets it go", "$ink-soft"),
        ),
        gap=True,
    )  # fmt: skip


def _deal_row(deal: UnderWay, today: date, glyphs: Glyphs, veil: Veil) -> Row:
    live = deal.live_since is not None
    sign = glyphs.met if live else glyphs.unmet
    person = veil.name(deal.person)
    # the name stands in the line above: a long one would push the counts away
    why, to_do = say_why_now(deal, person if cell_len(person) <= NAME else "they")
    more = plain(veil.amount(why), "$gold" if to_do else "$ink-soft")
    if deal.marks:
        # The counts of marks are no amounts.
        more = Content.assemble(
            marks_content(deal.marks, glyphs), "  ", plain(why, "$ink-soft")
        )
    title = Content.assemble(
        plain(veil.words(deal.title, deal.person), "bold $ink"),
        "  ",
        plain(person, "$ink-soft"),
    )
    return Row(
        f"deal:{deal.id}",
        (
            Content.styled(sign, "$gold" if live else "$ink-soft"),
            title,
            say_under_way(deal, today),
        ),
        more=more,
    )


def _deal_line(deal: UnderWay, today: date, glyphs: Glyphs, veil: Veil) -> Row:
    """Return a deal on one line with its marks, on two where it lacks something."""
    row = _deal_row(deal, today, glyphs, veil)
    if not deal.marks:
        return row if say_why_now(deal, "")[1] else replace(row, more=None)
    sign, title, when = row.cells
    marked = Content.assemble(title, "  ", marks_content(deal.marks, glyphs))
    return replace(row, cells=(sign, marked, when), more=None)


def _line_row(line: InboxLine, today: date, veil: Veil) -> Row:
    day = line.at.date()
    when = say_time(line.at) if day == today else say_date(day, today)
    said = Content.assemble(
        (f"{when:<{TIME}}  ", "$ink-faint"),
        plain(veil.words(one_line(first_line(line.line, 400)))),
    )
    return Row(f"line:{line.id}", (" ", said))


def _due_row(due: Due, today: date, veil: Veil) -> Row:
    when, style = _when(due, today)
    return Row(_due_id(due), (Content.styled(when, style), _due_text(due, veil)))


def _due_beside(due: Due, today: date, veil: Veil) -> Row:
    when, style = _when(due, today)
    return Row(_due_id(due), (" ", _due_text(due, veil), Content.styled(when, style)))


def _due_id(due: Due) -> str:
    return f"{due.kind.name.lower()}:{due.id}"


def _due_text(due: Due, veil: Veil) -> Content:
    before = "debrief " if due.kind is DueKind.DEBRIEF else ""
    aside = "  theirs" if due.theirs else ""
    return Content.assemble(
        (before, "$ink-soft"), plain(veil.words(due.text)), (aside, "$ink-soft")
    )


def _when(due: Due, today: date) -> tuple[str, str]:
    """Return when something is due, and the style that says whether it is late."""
    if due.on < today:
        when = f"{due.on.day} {MONTHS[due.on.month - 1][:3]}"
    else:
        when = say_due(due.on, today)
    return when, "$gold" if due.on <= today and not due.theirs else "$ink-soft"


def _vow_row(vow: Vow, veil: Veil) -> Row:
    cue = Content.assemble(("If ", "bold $ink"), plain(veil.words(vow.cue)))
    deed = Content.assemble(("then ", "bold $ink"), plain(veil.words(vow.deed)))
    return Row(f"vow:{vow.week}", (" ", cue), more=deed)
