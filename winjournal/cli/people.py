"""`wj people`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import Cell, say_table
from winjournal.cli.output import Span
from winjournal.cli.rows import say_rows
from winjournal.domain.edge import clean_text
from winjournal.domain.ids import short_id
from winjournal.domain.later import PromiseState
from winjournal.domain.say_dates import say_day, say_due
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from datetime import date

    from winjournal.cli.call import Call
    from winjournal.domain.later import Promise
    from winjournal.services.journal import Journal
    from winjournal.services.views import PersonRow


def run_people(call: Call) -> int:
    """List counterparties, the latest deal first, or show one of them.

    Raises:
        NotFound: Nobody is called so.
    """
    journal = call.reading()
    if call.words and journal is not None:
        return _say_person(call, journal, " ".join(call.words))
    rows = journal.people.rows() if journal else ()
    if call.args.json:
        call.out.json(rows)
    elif rows:
        say_table(call.out, [_HEADER, *map(_cells, rows)], give=0)
    if not rows:
        call.say_nothing("Nobody is known here yet.")
    return 0


_HEADER = tuple(
    Span(word, "faint")
    for word in ("name", "deals", "open", "last", "they", "I with them", "promises")
)


def _cells(row: PersonRow) -> tuple[Cell, ...]:
    return (
        row.person.name,
        str(row.deals),
        str(row.open_deals),
        Span(row.last_on.isoformat() if row.last_on else "", "faint"),
        _marked(row.handled, row.slips),
        _marked(row.my_handled, row.my_slips),
        _owed(row),
    )


def _marked(handled: int, slips: int) -> str:
    """Return marks in words; nothing where none was made."""
    if not handled and not slips:
        return ""
    s = "" if slips == 1 else "s"
    return f"{handled} handled, {slips} slip{s}"


def _owed(row: PersonRow) -> str:
    parts = []
    if row.owed_by_me:
        parts.append(f"I owe {row.owed_by_me}")
    if row.owed_by_them:
        parts.append(f"they owe {row.owed_by_them}")
    return ", ".join(parts)


def _say_person(call: Call, journal: Journal, name: str) -> int:
    person = journal.people.named(clean_text(name, one_line=True).text)
    page = journal.people.page(person.id)
    if call.args.json:
        call.out.json(page)
        return 0
    out = call.out
    since = f"  since {say_day(person.since)}" if person.since else ""
    out.line(Span(person.name, "bold"), Span(since, "faint"))
    if person.note:
        out.text(person.note)
    if page.rows:
        out.line()
        say_rows(call, page.rows)
    if page.promises:
        out.line()
        today = call.now.date()
        say_table(out, [_promise(one, today) for one in page.promises], give=2)
    return 0


def _promise(promise: Promise, today: date) -> tuple[Cell, ...]:
    is_open = promise.state is PromiseState.OPEN
    due = say_due(promise.due, today) if promise.due and is_open else ""
    return (
        Span(short_id(promise.id), "faint"),
        "I promised" if promise.by is Actor.ME else "they promised",
        promise.text,
        Span(promise.state.value, "faint"),
        due,
    )
