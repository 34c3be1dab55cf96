"""`wj trash` and `wj purge`: what undo can bring back, and what nothing shall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.care import back_up_journal, backups_of, renew_backups
from winjournal.cli.asking import add_yes, agreed
from winjournal.cli.call import is_there
from winjournal.cli.columns import say_table
from winjournal.cli.ids import NEGOTIATION, resolve
from winjournal.cli.output import Span
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotFound, NotUnderstood
from winjournal.domain.say_dates import say_date, say_time
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.domain.trash import Deleted, Doomed, Purged
    from winjournal.services.journal import Journal

PERSON = "counterparty"


def add_trash(parser: ArgumentParser) -> None:
    """Add the options of `wj trash`."""
    add_yes(parser)


def run_trash(call: Call) -> int:
    """List what undo can bring back, or let go of it for good.

    Raises:
        NotUnderstood: It is neither.
    """
    what = " ".join(call.words) or "list"
    if what not in ("list", "empty"):
        raise NotUnderstood(
            f"wj trash does not know {quoted(what)}.", "It is wj trash, or with empty."
        )
    journal = call.reading()
    found = journal.purging.trash() if journal else ()
    if what == "empty" and journal is not None:
        return _empty(call, journal, found)
    if call.args.json:
        call.out.json(found)
    elif not found:
        call.say_nothing("The trash is empty.")
    else:
        say_table(call.out, [_row(call, one) for one in found], give=2)
    return 0


def _empty(call: Call, journal: Journal, found: tuple[Deleted, ...]) -> int:
    rows = sum(one.rows for one in found)
    if call.args.dry_run:
        call.out.line(f"would let go of {say_count(rows, 'deleted thing')}")
        return 0
    question = (
        f"Let go of {say_count(rows, 'deleted thing')} for good?"
        " Nothing done so far can be undone after that."
    )
    if agreed(call, question):
        done = journal.purging.empty()
        call.out.line(f"emptied  {say_count(rows, 'thing')}")
        _say_rest(call, done)
    return 0


def add_purge(parser: ArgumentParser) -> None:
    """Add the options of `wj purge`."""
    parser.add_argument(
        "--backups", action="store_true",
        help="delete the backups that hold it too, after a new one was made",
    )  # fmt: skip
    add_yes(parser)


def run_purge(call: Call) -> int:
    """Take a negotiation or a person out of the journal for good.

    Raises:
        NotUnderstood: Nothing is named.
        NotFound: There is no such negotiation or person.
    """
    if not call.words:
        raise NotUnderstood("Nothing is named.", "wj help purge shows how.")
    if not is_there(call.paths.journal):
        raise NotFound("Nothing is written yet.")
    journal = call.writing(files_lines=False)
    doomed = _meant(journal, " ".join(call.words))
    rows = [(title, "with all that belongs to it") for title in doomed.titles]
    if doomed.person:
        rows.insert(0, (doomed.name, "the person, and every promise of theirs"))
    if doomed.lines:
        rows.append((say_count(len(doomed.lines), "logged line"), "not filed yet"))
    say_table(call.out, rows)
    if call.args.dry_run:
        return 0
    question = "Purge this for good? Nothing brings it back but a backup."
    if not agreed(call, question):
        return 0
    kept = back_up_journal(call.paths.journal, "purge", call.now)
    done = journal.purging.purge(doomed)
    call.out.line(f"purged  {say_count(done.rows, 'row')}")
    _say_rest(call, done)
    _say_still(call, doomed, done)
    if call.args.backups:
        _, count = renew_backups(call.paths.journal, call.now)
        call.out.note(
            f"A new backup was made, {say_count(count, 'older one')} deleted."
        )
        _say_strangers(call)
    else:
        count = len(backups_of(call.paths.journal))
        call.out.note(
            f"{say_count(count, 'backup still holds', 'backups still hold')} it,"
            f" {kept.name} the newest; wj backup drop --old deletes them."
        )
    return 0


def _meant(journal: Journal, words: str) -> Doomed:
    """Return what is meant: a person by the name, else anything by its id.

    Raises:
        NotFound: It is neither a person nor a negotiation.
    """
    try:
        return journal.purging.look(PERSON, journal.people.named(words).id)
    except NotFound:
        table, id_ = resolve(journal, words)
    if table not in (NEGOTIATION, PERSON):
        raise NotFound(
            f"{quoted(words)} is neither a negotiation nor a person.",
            "wj rm and wj trash empty take other things away.",
        )
    return journal.purging.look(table, id_)


def _say_rest(call: Call, done: Purged) -> None:
    if done.links:
        links = say_count(done.links, "link of a chain keeps", "links of chains keep")
        call.out.note(f"{links} the hash, without the words.")
    if not done.is_scrubbed:
        call.out.note(
            "Another program reads the journal; its log is emptied when that ends."
        )


def _say_still(call: Call, doomed: Doomed, done: Purged) -> None:
    if done.still:
        where = ", ".join(
            say_count(count, name.replace("_", " "))
            for name, count in done.still.items()
        )
        call.out.note(
            f"{quoted(doomed.name)} still stands in other words of yours: {where}."
            " wj search finds them."
        )


def _say_strangers(call: Call) -> None:
    unnamed = [kept for kept in backups_of(call.paths.journal) if not kept.copy.journal]
    if unnamed:
        call.out.note(
            f"{say_count(len(unnamed), 'backup')} of an older WinJournal may be of"
            f" another journal and was left: {unnamed[0].path}."
        )


def _row(call: Call, one: Deleted) -> tuple[str | Span, ...]:
    when = f"{say_date(one.at.date(), call.now.date())} {say_time(one.at)}"
    how = "wj redo" if one.is_undone else "wj undo"
    what = f"undone: {one.what}" if one.is_undone else one.what
    return Span(when, "faint"), what, one.subject, say_count(one.rows, "row"), how
