"""`wj people`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import Cell, say_table
from winjournal.cli.output import Span
from winjournal.cli.people_changes import CHANGES, change
from winjournal.cli.rows import say_rows
from winjournal.domain.between import FADING
from winjournal.domain.edge import clean_text
from winjournal.domain.ids import short_id
from winjournal.domain.later import PromiseState
from winjournal.domain.say_dates import say_day, say_due
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence
    from datetime import date

    from winjournal.cli.call import Call
    from winjournal.domain.between import Said
    from winjournal.domain.later import Promise
    from winjournal.domain.negotiation import Counterparty
    from winjournal.services.journal import Journal
    from winjournal.services.views import PersonRow


def add_people(parser: ArgumentParser) -> None:
    """Add the options of `wj people`."""
    add = parser.add_argument
    add("--archived", action="store_true", help="list those that are archived")
    add("--drop", action="store_true", help="take an alias or nickname away")
    add("--dry-run", action="store_true", help="say what a merge would do")


def run_people(call: Call) -> int:
    """List counterparties, show one of them, or change what they are called.

    A word such as `merge` is one only where nobody is called as all words say.

    Raises:
        NotFound: Nobody is called so.
        NotUnderstood: Words are missing, or there are too many.
        Invalid: A name is taken or too long.
    """
    journal = call.reading()
    if call.words and journal is not None:
        name = clean_text(" ".join(call.words), one_line=True).text
        person = journal.people.find(name)
        if person is None and call.words[0] in CHANGES:
            journal.store.close()
            return change(call)
        return _say_person(call, journal, person or journal.people.named(name))
    if call.args.archived:
        return _list_archived(call, journal)
    rows = journal.people.rows() if journal else ()
    if call.args.json:
        call.out.json(rows)
    elif rows:
        say_table(call.out, [_HEADER, *map(_cells, rows)], give=0)
    if not rows:
        call.say_nothing("Nobody is known here yet.")
    return 0


def _list_archived(call: Call, journal: Journal | None) -> int:
    people = journal.people.everyone() if journal else ()
    archived = [one for one in people if one.archived_at]
    if call.args.json:
        call.out.json(archived)
    for one in () if call.args.json else archived:
        call.out.line(one.name, Span(_aside(one), "faint"))
    if not archived:
        call.say_nothing("Nobody is archived.")
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


def _say_person(call: Call, journal: Journal, person: Counterparty) -> int:
    page = journal.people.page(person.id)
    if call.args.json:
        call.out.json(page)
        return 0
    out, today = call.out, call.now.date()
    out.line(Span(person.name, "bold"), Span(_aside(person), "faint"))
    if page.between.counts:
        say_table(out, [(Span(x, "faint"), y) for x, y in page.between.counts])
    _say_part(call, "Before the next one", page.between.next_time)
    _say_part(call, f"Acts of trust  {FADING}", page.between.acts)
    _say_part(call, "How deals aged", page.between.aged)
    if page.rows:
        out.line()
        say_rows(call, page.rows)
    if page.promises:
        out.line()
        say_table(out, [_promise(one, today) for one in page.promises], give=2)
    return 0


def _aside(person: Counterparty) -> str:
    """Return what is known of them beside the name."""
    known = [
        f"since {say_day(person.since)}" if person.since else "",
        f"alias {person.alias}" if person.alias else "",
        f"also {', '.join(person.nicknames)}" if person.nicknames else "",
        f"archived {say_day(person.archived_at.date())}" if person.archived_at else "",
    ]
    said = "; ".join(filter(None, known))
    return f"  {said}" if said else ""


def _say_part(call: Call, title: str, lines: Sequence[Said]) -> None:
    if not lines:
        return
    call.out.line()
    call.out.line(Span(title, "faint"))
    cells: list[tuple[Cell, ...]] = [
        (
            Span(line.on.isoformat() if line.on else "", "faint"),
            line.text,
            Span(line.aside, "faint"),
        )
        for line in lines
    ]
    say_table(call.out, cells, give=1)


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
