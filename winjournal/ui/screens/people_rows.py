"""People as rows: their deals, their marks, promises both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from winjournal.domain.later import PromiseState
from winjournal.domain.say_dates import say_date, say_due
from winjournal.domain.tags import Actor
from winjournal.services.saying import OUTCOMES, say_count, say_marks
from winjournal.ui.screens.today_rows import headed, marks_content
from winjournal.ui.text import plain
from winjournal.ui.widgets.ledger_source import Row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from winjournal.domain.later import Promise
    from winjournal.services.people import PersonPage
    from winjournal.services.views import JournalRow, PersonRow
    from winjournal.ui.glyphs import Glyphs
    from winjournal.ui.veil import Veil

KEPT = (PromiseState.KEPT, PromiseState.KEPT_LATE)

DATE = 9
"""The width of a date in words: `yesterday`."""


def people_rows(
    rows: Iterable[PersonRow], today: date, glyphs: Glyphs, veil: Veil
) -> list[Row]:
    """Return one row a person: how many deals, what was marked, what is owed."""
    return [_person_row(row, today, glyphs, veil) for row in rows]


def page_rows(
    page: PersonPage, today: date, glyphs: Glyphs, veil: Veil, *, narrow: bool = False
) -> list[Row]:
    """Return one person's deals, then the promises between us.

    Args:
        page: The person.
        today: Local date.
        glyphs: The signs of the terminal.
        veil: How names and amounts may be said.
        narrow: True where a deal takes two lines: what, then when and its marks.
    """
    drawn = _deal_below if narrow else _deal_row
    promised = _promise_below if narrow else _promise_row
    deals = [drawn(deal, today, glyphs, veil) for deal in page.rows]
    promises = [
        promised(promise, page.person.name, today, veil)
        for promise in reversed(page.promises)
    ]
    return headed("Deals", deals) + headed("Promises", promises)


def page_facts(page: PersonPage, veil: Veil) -> list[tuple[str, str | Content]]:
    """Return what was done, in counts: both sides on equal terms."""
    marks = [mark for row in page.rows for mark in row.marks]
    name = veil.name(page.person.name, page.person.alias)
    facts: list[tuple[str, str | Content]] = []
    for actor, label in ((Actor.ME, "I owed"), (Actor.THEM, "they owed")):
        own = [p for p in page.promises if p.by is actor]
        if own:
            kept = sum(p.state in KEPT for p in own)
            late = sum(p.state is PromiseState.KEPT_LATE for p in own)
            open_ = sum(p.state is PromiseState.OPEN for p in own)
            said = f"{say_count(len(own), 'promise')}, {kept} kept"
            said += f" ({late} late)" if late else ""
            said += f", {open_} open" if open_ else ""
            facts.append((label, said))
    for actor, label in ((Actor.ME, "marks"), (Actor.THEM, "theirs")):
        own_marks = [m for m in marks if m.actor is actor]
        if own_marks:
            words = say_marks(own_marks, name)
            facts.append((label, words.partition(" ")[2] if actor is Actor.ME
                          else words[len(name) + 1 :]))  # fmt: skip
    if page.person.alias and not veil.drawn:
        facts.append(("alias", page.person.alias))
    if page.person.note:
        facts.append(("note", veil.words(page.person.note, page.person.name)))
    return facts


def _person_row(row: PersonRow, today: date, glyphs: Glyphs, veil: Veil) -> Row:
    marked = Content.assemble(
        (f"{row.my_handled:>3} ", "$ink-soft"), (glyphs.handled, "$handled"),
        (f" {row.my_slips:>2} ", "$ink-soft"), (glyphs.slip, "$slip"),
    )  # fmt: skip
    owed = [
        f"I owe {row.owed_by_me}" if row.owed_by_me else "",
        f"they owe {row.owed_by_them}" if row.owed_by_them else "",
    ]
    when = say_date(row.last_on, today) if row.last_on else ""
    return Row(
        row.person.id,
        (
            when,
            plain(veil.name(row.person.name, row.person.alias), "bold $ink"),
            say_count(row.deals, "deal") if row.deals else "",
            f"{row.open_deals} open" if row.open_deals else "",
            marked if row.my_handled or row.my_slips else "",
            Content.styled(
                ", ".join(x for x in owed if x),
                "$gold" if row.owed_by_me else "$ink-soft",
            ),
        ),
    )


def _deal_row(row: JournalRow, today: date, glyphs: Glyphs, veil: Veil) -> Row:
    return Row(
        f"deal:{row.id}",
        (
            say_date(row.on, today),
            plain(veil.words(row.title, row.person), "bold $ink"),
            marks_content(row.marks, glyphs),
            OUTCOMES[row.outcome] if row.outcome else "",
        ),
    )


def _deal_below(row: JournalRow, today: date, glyphs: Glyphs, veil: Veil) -> Row:
    _, title, marks, outcome = _deal_row(row, today, glyphs, veil).cells
    when = f"{say_date(row.on, today):<{DATE}}  "
    more = Content.assemble((when, "$ink-faint"), marks)
    return Row(f"deal:{row.id}", (title, outcome), more=more)


def _promise_row(promise: Promise, name: str, today: date, veil: Veil) -> Row:
    whose = "I owe" if promise.by is Actor.ME else "they owe"
    return Row(
        f"promise:{promise.id}",
        (
            say_date(promise.made_at.date(), today),
            Content.styled(whose, "$ink-soft"),
            "",
            _state(promise, today),
        ),
        more=plain(veil.words(promise.text, name), "$ink"),
    )


def _promise_below(promise: Promise, name: str, today: date, veil: Veil) -> Row:
    theirs = "" if promise.by is Actor.ME else "theirs"
    when = say_date(promise.made_at.date(), today)
    more = Content.assemble((f"{when:<{DATE}}  ", "$ink-faint"), _state(promise, today))
    text = plain(veil.words(promise.text, name))
    return Row(f"promise:{promise.id}", (text, theirs), more=more)


def _state(promise: Promise, today: date) -> Content:
    said: str = promise.state.replace("-", " ")
    if promise.state is PromiseState.OPEN and promise.due:
        said = f"due {say_due(promise.due, today)}"
    urgent = promise.is_overdue(today) and promise.by is Actor.ME
    return Content.styled(said, "$gold" if urgent else "$ink-soft")
