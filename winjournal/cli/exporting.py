"""`wj export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.ids import negotiation_of
from winjournal.cli.query import add_filter, filter_asked
from winjournal.cli.writing_out import write_each, write_one
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.filter_tree import Everything
from winjournal.domain.negotiation import Counterparty
from winjournal.domain.periods import read_period
from winjournal.domain.redaction import Hide, read_hidden, redaction_of
from winjournal.domain.weeks import Week
from winjournal.exchange.manner import Manner
from winjournal.exchange.registry import CSV, FORMATS, JSON, MARKDOWN, find_format
from winjournal.exporting import (
    Part,
    Thing,
    character_page,
    file_names,
    one_file,
    pages,
    tables,
    things,
    week_page,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

    from winjournal.cli.call import Call
    from winjournal.domain.filter_tree import Filter
    from winjournal.exchange.registry import Format
    from winjournal.services.journal import Journal

_STDOUT, _ALL = "-", "all"
_ONE = ("id", "week", "character")
"""Options that say all that is exported."""


def add_export(parser: ArgumentParser) -> None:
    """Add the options of `wj export`."""
    add_filter(parser)
    add = parser.add_argument
    add("--id", metavar="ID", help="one negotiation; last and live are ids too")
    add("--week", metavar="WEEK", help="one ISO week with its review")
    add("--character", metavar="PERIOD", nargs="?", const=_ALL,
        help="what the negotiations of a period say; names are hidden")  # fmt: skip
    add("--format", default=MARKDOWN.name, metavar="FORMAT",
        help=", ".join(f"{one.name} ({one.words})" for one in FORMATS))  # fmt: skip
    add("--redact", metavar="WHAT",
        help="hide names, money, text; none hides nothing")  # fmt: skip
    add("--split", action="store_true",
        help="a file a thing, or a table a kind, in a folder")  # fmt: skip
    add("-o", "--output", metavar="PLACE", help="a file, a folder, or - for stdout")
    add("--force", action="store_true", help="replace files that are there")


def run_export(call: Call) -> int:
    """Write what was chosen to standard output, a file or a folder.

    Raises:
        NotUnderstood: The query, the week or the format is none, or options
            do not go together.
        NotFound: There is no such negotiation.
        CannotCreate: A file is there already.
        DamagedJournal: A template of the user's is not understood.
    """
    args = call.args
    format_ = find_format(args.format)
    filter_ = filter_asked(call)
    week = Week.parse(args.week, call.now.date()) if args.week is not None else None
    hidden = _hidden(call)
    _check(call, format_)
    journal = call.reading()
    if journal is None:
        return 0
    if format_ is JSON:
        return _write_json(call, journal)
    manner = _manner(call, journal, hidden)
    if args.character is not None:
        return _write_character(call, journal, manner)
    if week is not None:
        return write_one(call, f"{week}.md", (week_page(journal, week, manner),))
    if args.id is not None:
        return _write_deal(call, journal, manner)
    return _write_chosen(call, journal, filter_, format_, manner)


def _hidden(call: Call) -> tuple[Hide, ...]:
    """Return what is asked to be hidden; names, in what is said of a character."""
    said = call.args.redact
    if said is not None:
        return read_hidden(said)
    return () if call.args.character is None else (Hide.NAMES,)


def _manner(call: Call, journal: Journal, hidden: Sequence[Hide]) -> Manner:
    from winjournal.page_templates import page_templates

    redaction = redaction_of(hidden, lambda: journal.reading.every(Counterparty))
    return Manner(redaction, page_templates(call.paths))


def _check(call: Call, format_: Format) -> None:
    """Refuse options that do not go together.

    Raises:
        NotUnderstood: They contradict each other.
    """
    args = call.args
    one = [name for name in _ONE if getattr(args, name) is not None]
    narrowed = bool(call.words) or any(
        (args.since, args.until, args.person, args.tag, args.step, args.outcome)
    )
    if format_ is JSON and (narrowed or args.split or args.open or one):
        raise NotUnderstood(
            "JSON holds the whole journal.", "Leave the query, --id and --split."
        )
    if format_ is JSON and args.redact is not None:
        raise NotUnderstood(
            "JSON leaves nothing out, so --redact has no place.", "Use md or csv."
        )
    if format_ is CSV and one:
        raise NotUnderstood(
            f"--{one[0]} makes a page, and CSV makes tables.", "Leave one of them."
        )
    if args.split and args.output in (None, _STDOUT):
        raise NotUnderstood("--split writes many files.", "Name a folder with -o.")
    if len(one) > 1 or (one and (call.words or args.split)):
        raise NotUnderstood(f"--{one[0]} says all that is exported.", "Leave the rest.")


def _write_json(call: Call, journal: Journal) -> int:
    """Write the whole journal, lossless, to be read again by `wj import`."""
    from winjournal.exchange.json_form import json_pieces

    return write_one(call, "winjournal.json", json_pieces(journal.reading.every))


def _write_character(call: Call, journal: Journal, manner: Manner) -> int:
    """Write what the negotiations of a period say, with n, range and limits."""
    period = read_period(call.args.character, call.now)
    page = character_page(journal, period, manner)
    if page is None:
        call.say_nothing(f"No negotiation lies in this period: {period.name}.")
        return 0
    return write_one(call, "character.md", (page,))


def _write_deal(call: Call, journal: Journal, manner: Manner) -> int:
    id_ = negotiation_of(journal, call.args.id)
    title = journal.reading.titles([id_]).get(id_, "")
    thing = Thing(Part.NEGOTIATION, id_, title)
    (name,) = file_names([thing], manner.redaction)
    page = pages(journal, [thing], manner=manner)
    return write_one(call, name, page)


def _write_chosen(
    call: Call, journal: Journal, filter_: Filter, format_: Format, manner: Manner
) -> int:
    chosen = things(journal, filter_)
    if not chosen:
        call.say_nothing("Nothing found, so nothing is written.")
        return 0
    if format_ is CSV:
        return _write_tables(call, journal, filter_, chosen, manner)
    if call.args.split:
        files = file_names(chosen, manner.redaction)
        written = ((page,) for page in pages(journal, chosen, manner=manner))
        return write_each(call, files, written)
    # The query may hold what is hidden.
    is_told = call.words and not manner.redaction.hidden
    about = {"query": " ".join(call.words)} if is_told else None
    pieces = one_file(journal, chosen, about=about, manner=manner)
    return write_one(call, "winjournal.md", pieces)


def _write_tables(
    call: Call, journal: Journal, filter_: Filter, chosen: Sequence[Thing],
    manner: Manner,
) -> int:  # fmt: skip
    """Write the negotiations as a table, or with `--split` a table a kind."""
    from winjournal.exchange.csv_form import BYTE_ORDER_MARK, negotiations_csv

    if call.args.split:
        made = tables(
            journal, chosen, manner.redaction, whole=isinstance(filter_, Everything)
        )
        files = [f"{name}.csv" for name in made]
        marked = ((BYTE_ORDER_MARK, *rows) for rows in made.values())
        return write_each(call, files, marked)
    deals = [thing.id for thing in chosen if thing.part is Part.NEGOTIATION]
    dossiers = map(manner.redaction.of, journal.reading.dossiers(deals))
    rows = negotiations_csv(dossiers)
    return write_one(call, "negotiations.csv", rows, mark=BYTE_ORDER_MARK)
