"""`wj list` and `wj search`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from winjournal.cli.columns import Cell, say_table
from winjournal.cli.output import Span
from winjournal.cli.query import add_filter, count, filter_asked, own_in, query_of
from winjournal.cli.rows import say_rows
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.ids import short_id
from winjournal.domain.sought import read_sought

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.services.views import Hit

_USUAL = 50
_SNIPPET = 4


def add_list(parser: ArgumentParser) -> None:
    """Add the options of `wj list`."""
    add_filter(parser)
    _add_count(parser)
    parser.add_argument("--all", action="store_true", help="however many there are")


def run_list(call: Call) -> int:
    """List rows of the journal, newest first.

    Raises:
        NotUnderstood: The query is not understood.
    """
    filter_ = filter_asked(call)
    journal = call.reading()
    if journal is None:
        return _nothing(call)
    most = call.args.n or _USUAL
    total = journal.reading.journal_count(filter_)
    rows = journal.reading.journal(filter_, 0, total if call.args.all else most)
    if call.args.jsonl:
        call.out.jsonl(rows)
    elif call.args.json:
        call.out.json(rows)
    else:
        say_rows(call, rows)
    if not rows:
        call.say_nothing("Nothing found.")
    elif len(rows) < total and not call.args.n:
        call.out.note(f"{len(rows)} of {total} are shown; --all shows all.")
    return 0


def add_search(parser: ArgumentParser) -> None:
    """Add the options of `wj search`."""
    _add_count(parser)


def run_search(call: Call) -> int:
    """Find words anywhere, best first, within the conditions beside them.

    What is no filter is looked for as it stands.

    Raises:
        NotUnderstood: No word was given.
    """
    if not call.words:
        raise NotUnderstood("There are no words to look for.", "Write them after it.")
    journal = call.reading()
    if journal is None:
        return _nothing(call)
    sought = read_sought(
        query_of(call.words), call.now, own_tags=own_in(call), saved=call.saved
    )
    if sought.wrong is not None:
        call.out.note(f"Looked for as it stands. {sought.wrong}")
    hits = journal.reading.find(sought, call.args.n or _USUAL)
    if call.args.jsonl:
        call.out.jsonl(hits)
    elif call.args.json:
        call.out.json(hits)
    elif hits:
        say_table(call.out, [_cells(hit) for hit in hits], give=_SNIPPET)
    if not hits:
        call.say_nothing("Nothing found.")
    return 0


def _add_count(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-n", type=count, metavar="N", help="at most so many; -3 is -n 3"
    )


def _nothing(call: Call) -> int:
    if call.args.json:
        call.out.json([])
    return 0


def _cells(hit: Hit) -> tuple[Cell, ...]:
    return (
        Span(short_id(hit.id), "faint"),
        Span(hit.on.isoformat() if hit.on else "", "faint"),
        hit.title,
        hit.person,
        _snippet(hit),
    )


def _snippet(hit: Hit) -> tuple[Span, ...]:
    """Return the words around a hit, what was found in bold."""
    spans: list[Span] = []
    place = 0
    for start, end in hit.spans:
        spans.append(Span(hit.snippet[place:start]))
        spans.append(Span(hit.snippet[start:end], "bold"))
        place = end
    return (*spans, Span(hit.snippet[place:]))
