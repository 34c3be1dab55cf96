"""Today as rows: what is under way, what waits, what is due, twelve weeks of marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.say_dates import say_date, say_due, say_time
from winjournal.domain.tags import Actor, Polarity, Step
from winjournal.domain.weeks import Week
from winjournal.services.saying import (
    say_count,
    say_under_way,
    say_why_now,
)
from winjournal.services.writing import first_line
from winjournal.ui.text import plain
from winjournal.ui.widgets.ledger_source import Row
from winjournal.ui.widgets.marks import Mark as MarkKind
from winjournal.ui.widgets.marks import mark
from winjournal.ui.widgets.week_strip import StripLine, WeekMarks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from winjournal.domain.writing import Draft, InboxLine, Vow
    from winjournal.services.reading import TodayView
    from winjournal.services.views import Due, Mark, UnderWay
    from winjournal.ui.glyphs import Glyphs
    from winjournal.ui.veil import Veil

STEP_WORDS = {
    Step.TRUST: "trust",
    Step.WINNING: "winning",
    Step.VALUE: "value",
    Step.SHARE: "share",
    Step.EGO: "ego",
    Step.INTERESTS: "interests",
}
MARKS_SHOWN = 8
KINDS: dict[Polarity | None, MarkKind] = {
    Polarity.HANDLED: "handled",
    Polarity.SLIP: "slip",
    Polarity.NEUTRAL: "unmet",
    None: "undecided",
}
"""The sign of a mark by its polarity; a neutral one is an open ring."""


def rows_of(
    view: TodayView, drafts: Iterable[Draft], glyphs: Glyphs, veil: Veil
) -> list[Row]:
    """Return the left side of Today: drafts, what is under way, the inbox."""
    rows: list[Row] = []
    for number, draft in enumerate(drafts):
        heading = "Not saved yet" if number == 0 else None
        rows.append(_draft_row(draft, view.today, heading, glyphs))
    for number, deal in enumerate(view.under_way):
        heading = "Under way" if number == 0 else None
        rows.append(_deal_row(deal, view.today, heading, glyphs, veil))
    for number, line in enumerate(view.lines):
        heading = "Inbox" if number == 0 else None
        rows.append(_line_row(line, view.today, heading, veil))
    return rows


def due_rows(view: TodayView, veil: Veil) -> list[Row]:
    """Return what is due, the most urgent first."""
    return [_due_row(due, view.today, veil) for due in view.due]


def vow_content(vow: Vow | None, kept: int, tested: int) -> Content:
    """Return the standing vow, and how it fared."""
    if vow is None:
        return Content("")
    fared = f"tested {say_count(tested, 'time')}, kept {kept}" if tested else "new"
    return Content.assemble(
        ("If ", "bold $ink"), plain(vow.cue), "\n",
        ("then ", "bold $ink"), plain(vow.deed), "\n",
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


def _draft_row(draft: Draft, today: date, heading: str | None, glyphs: Glyphs) -> Row:
    kind, _, name = draft.owner.partition(":")
    what = {
        "prep": "a preparation",
        "debrief": "a debrief",
        "entry": "an entry",
        "moment-form": "a moment",
        "version": "a change of winning",
        "week": f"the review of {name}",
    }.get(kind, "a text")
    when = say_date(draft.updated_at.date(), today)
    return Row(
        f"draft:{draft.owner}",
        (
            Content.styled(glyphs.undecided, "$gold"),
            plain(f"{what}, not saved", "bold $ink"),
            f"{when} {say_time(draft.updated_at)}",
        ),
        more=Content.styled("enter goes on writing, d lets it go", "$gold"),
        heading=heading,
    )


def _deal_row(
    deal: UnderWay, today: date, heading: str | None, glyphs: Glyphs, veil: Veil
) -> Row:
    live = deal.live_since is not None
    sign = glyphs.met if live else glyphs.unmet
    person = veil.name(deal.person)
    why, to_do = say_why_now(deal, person)
    more = plain(veil.words(why, deal.person), "$gold" if to_do else "$ink-soft")
    if deal.marks:
        more = Content.assemble(marks_content(deal.marks, glyphs), "  ", more)
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
        heading=heading,
        gap=heading is None,
    )


def _line_row(line: InboxLine, today: date, heading: str | None, veil: Veil) -> Row:
    day = line.at.date()
    when = say_time(line.at) if day == today else say_date(day, today)
    return Row(
        f"line:{line.id}",
        (" ", plain(veil.words(first_line(line.line, 200))), when),
        heading=heading,
    )


def _due_row(due: Due, today: date, veil: Veil) -> Row:
    when = say_due(due.on, today)
    soon = due.on <= today and not due.theirs
    text = Content.assemble(
        plain(veil.words(due.text)), ("  theirs" if due.theirs else "", "$ink-soft")
    )
    return Row(
        f"{due.kind.name.lower()}:{due.id}",
        (Content.styled(when, "$gold" if soon else "$ink-soft"), text),
    )
