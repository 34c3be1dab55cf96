"""`wj promise` and `wj repair`: write down, settle, list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.columns import Cell, say_table
from winjournal.cli.ids import deal_meant, deal_named, resolve
from winjournal.cli.output import Span
from winjournal.domain.dates import read_date_strictly
from winjournal.domain.edge import clean_text, quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.ids import short_id
from winjournal.domain.later import Promise, PromiseState, Repair
from winjournal.domain.say_dates import say_day, say_due
from winjournal.domain.short_lines import read_promise, read_repair
from winjournal.domain.tags import Actor

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from datetime import date

    from winjournal.cli.call import Call
    from winjournal.services.journal import Journal

_STATES = {
    "done": PromiseState.KEPT,
    "kept": PromiseState.KEPT,
    "late": PromiseState.KEPT_LATE,
    "broken": PromiseState.BROKEN,
    "released": PromiseState.RELEASED,
    "open": PromiseState.OPEN,
}
"""The words that settle a promise, when an id follows."""


def add_promise(parser: ArgumentParser) -> None:
    """Add the options of `wj promise`."""
    add = parser.add_argument
    add("--to", dest="person", metavar="NAME", help="the other side")
    add("--by", metavar="WHEN", help="by when, such as fri")
    add("--theirs", action="store_true", help="they promised it to me")
    add("--in", dest="deal", metavar="ID", help="the negotiation it belongs to")


def run_promise(call: Call) -> int:
    """List promises, write one down, or say where one stands.

    Raises:
        NotUnderstood: No other side is named, or the date is none.
        NotFound: There is no such promise, person or negotiation.
    """
    words = call.words
    if not words:
        return _list_promises(call)
    if len(words) == 2 and words[0] in _STATES:
        return _settle(call, _STATES[words[0]], words[1])
    text, due = read_promise(_line(" ".join(words)), call.now)
    due = _due_of(call) or due
    journal = _opened(call)
    person_id, name, deal = _with_whom(call, journal)
    by = Actor.THEM if call.args.theirs else Actor.ME
    promise = journal.later.promise(person_id, by, text, due=due, negotiation_id=deal)
    whose = f"{name} promised" if call.args.theirs else f"promised {name}"
    when = f"due {say_day(due)}" if due else "no date"
    call.out.line(
        Span(short_id(promise.id), "faint"), f"  {whose}  {promise.text}  {when}"
    )
    return 0


def add_repair(parser: ArgumentParser) -> None:
    """Add the options of `wj repair`."""
    add = parser.add_argument
    add("--in", dest="deal", metavar="ID", help="the negotiation; else the live one")
    add("--slip", metavar="ID", help="the mark that it puts right")
    add("--by", metavar="WHEN", help="by when, such as fri")
    add("--for", dest="whom", metavar="NAME", help="for whom; else the other side")


def run_repair(call: Call) -> int:
    """List repairs, write one down, or say that one was made and what came of it.

    Raises:
        NotUnderstood: The date is none.
        NotFound: There is no such repair, mark or negotiation.
    """
    words = call.words
    if not words:
        return _list_repairs(call)
    journal = _opened(call)
    if words[0] in {"done", "open"} and len(words) > 1:
        id_ = _of_table(journal, "repair", words[1])
        effect = _line(" ".join(words[2:]))
        done = words[0] == "done"
        repair = (
            journal.repairs.done(id_, effect) if done else journal.repairs.reopen(id_)
        )
        said = "put right" if done else "still to be done"
        call.out.line(Span(short_id(repair.id), "faint"), f"  {said}  {repair.text}")
        return 0
    text, whom, due = read_repair(_line(" ".join(words)), call.now)
    slip = _of_table(journal, "moment", call.args.slip) if call.args.slip else None
    deal = (
        journal.reading.moment(slip).negotiation_id
        if slip
        else deal_meant(journal, call.args.deal)
    )
    repair = journal.repairs.add(
        deal, text, moment_id=slip, for_whom=call.args.whom or whom,
        due=_due_of(call) or due,
    )  # fmt: skip
    when = f"due {say_day(repair.due)}" if repair.due else "no date"
    call.out.line(Span(short_id(repair.id), "faint"), f"  {repair.text}  {when}")
    return 0


def _list_promises(call: Call) -> int:
    journal = call.reading()
    found = journal.later.promises() if journal else ()
    people = journal.people.everyone() if journal else ()
    names = {one.id: one.name for one in people}
    if call.args.person and journal is not None:
        person = journal.people.named(call.args.person)
        found = tuple(one for one in found if one.counterparty_id == person.id)
    if call.args.json:
        call.out.json(found)
    elif found:
        today = call.now.date()
        rows = [_promise_row(one, names, today) for one in _open_first(found)]
        say_table(call.out, rows, give=3)
    else:
        call.say_nothing("No promise is written down.")
    return 0


def _promise_row(one: Promise, names: dict[str, str], today: date) -> tuple[Cell, ...]:
    is_open = one.state is PromiseState.OPEN
    state = say_due(one.due, today) if one.due and is_open else one.state.value
    return (
        Span(short_id(one.id), "faint"),
        "I" if one.by is Actor.ME else "they",
        names.get(one.counterparty_id, ""),
        one.text,
        Span(state, "faint"),
    )


def _list_repairs(call: Call) -> int:
    journal = call.reading()
    found = journal.repairs.all() if journal else ()
    if call.args.json:
        call.out.json(found)
    elif found:
        today = call.now.date()
        rows: list[tuple[Cell, ...]] = [
            (
                Span(short_id(one.id), "faint"),
                one.text,
                one.for_whom or "",
                Span(_repair_state(one, today), "faint"),
                one.effect or "",
            )
            for one in sorted(found, key=lambda one: not one.is_open)
        ]
        say_table(call.out, rows, give=1)
    else:
        call.say_nothing("No repair is written down.")
    return 0


def _repair_state(one: Repair, today: date) -> str:
    if one.done_on is not None:
        return f"put right {say_due(one.done_on, today)}"
    return say_due(one.due, today) if one.due else "open"


def _open_first(found: tuple[Promise, ...]) -> list[Promise]:
    return sorted(found, key=lambda one: one.state is not PromiseState.OPEN)


def _settle(call: Call, state: PromiseState, ref: str) -> int:
    journal = _opened(call)
    promise = journal.later.settle(_of_table(journal, "promise", ref), state)
    said = promise.state.value.replace("-", " ")
    call.out.line(Span(short_id(promise.id), "faint"), f"  {said}  {promise.text}")
    return 0


def _with_whom(call: Call, journal: Journal) -> tuple[str, str, str | None]:
    """Return the other side's id and name, and the negotiation if one is named."""
    ref = call.args.deal
    if ref is not None:
        dossier = journal.deals.read(deal_named(journal, ref))
        person = dossier.counterparty
        return person.id, person.name, dossier.negotiation.id
    if call.args.person is None:
        raise NotUnderstood("A promise is between two.", "Add --to NAME.")
    person = journal.people.named(_line(call.args.person))
    return person.id, person.name, None


def _due_of(call: Call) -> date | None:
    if call.args.by is None:
        return None
    return read_date_strictly(call.args.by, call.now, future=True).at.date()


def _of_table(journal: Journal, table: str, ref: str) -> str:
    if ref == "last":
        return _newest(journal, table)
    found, id_ = resolve(journal, ref)
    if found != table:
        raise NotFound(f"{quoted(ref)} is no {table}.", f"wj {table} lists them.")
    return id_


def _newest(journal: Journal, table: str) -> str:
    """Return the id of the promise, or the repair, that was written down last."""
    rows = journal.later.promises() if table == "promise" else journal.repairs.all()
    if not rows:
        raise NotFound(f"There is no {table} yet.")
    # Ids sort in the order in which they were made.
    return max(row.id for row in rows)


def _opened(call: Call) -> Journal:
    if not is_there(call.paths.journal):
        raise NotFound("There is no negotiation yet.", "wj new starts one.")
    return call.writing()


def _line(text: str) -> str:
    return clean_text(text, one_line=True).text
