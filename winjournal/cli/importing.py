"""`wj import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.columns import say_table
from winjournal.cli.output import Span
from winjournal.cli.sources import MIRROR, SOURCES, read_source, source_of
from winjournal.domain.errors import NotUnderstood
from winjournal.domain.negotiation import Counterparty
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Sequence

    from winjournal.cli.call import Call
    from winjournal.services.bringing_in import Brought
    from winjournal.services.journal import Journal

_SHOWN = 20
_EVERY = 100


def add_import(parser: ArgumentParser) -> None:
    """Add the options of `wj import`."""
    add = parser.add_argument
    add("--from", dest="source", choices=SOURCES, metavar="FORM",
        help=f"{', '.join(SOURCES)}; without it the file is looked at")  # fmt: skip
    add("--map", metavar="COLUMNS",
        help="of CSV: title=Subject,person=With,opened=Date")  # fmt: skip
    add("--dry-run", action="store_true", help="say what would be done, do nothing")


def run_import(call: Call) -> int:
    """Bring a journal in; what is there stays, and a second time changes nothing.

    Raises:
        NotUnderstood: No file is named, or a text in it is too long.
        NoJournal: There is no such file, it is too large, or it is no text.
        DamagedJournal: It is not understood.
        NewerJournal: A newer WinJournal wrote it.
    """
    if not call.words:
        raise NotUnderstood("No file is named.", "wj help import shows how.")
    path = Path(call.words[0])
    source = source_of(path, call.args.source)
    here = call.reading() if is_there(call.paths.journal) else None
    if source == MIRROR:
        return _import_edits(call, path, here)
    known = _people(here) if here is not None else {}
    found = read_source(path, source, call.args.map, known, call.now)
    if call.args.dry_run:
        if here is None:
            count = sum(map(len, found.whole.values()))
            call.out.line(f"would bring in {say_count(count, 'thing')}")
        else:
            _say(call, here.bringing_in.look(found.whole), "would bring in")
        _note(call, "Not understood", found.notes)
        return 0
    back_up_first(call)
    journal = call.writing(files_lines=False) if here is None else here
    tell = _Progress(call)
    brought = journal.bringing_in.take(found.whole, path.name, tell.tell)
    tell.end()
    _say(call, brought, "brought in")
    _note(call, "Not understood", found.notes)
    return 0


def _import_edits(call: Call, folder: Path, journal: Journal | None) -> int:
    """Bring in what was edited by hand in a mirrored folder, shown first."""
    from winjournal.cli.mirroring import amendments_in, say_amended

    found = amendments_in(call, folder, journal) if journal is not None else []
    if journal is None or call.args.dry_run or not found:
        say_amended(call, len(found), done=False)
        return 0
    back_up_first(call)
    journal.bringing_in.amend(found, folder.name)
    say_amended(call, len(found), done=True)
    return 0


def back_up_first(call: Call) -> None:
    """Copy the journal, checked, before what comes in; a new one needs no copy."""
    if is_there(call.paths.journal):
        from winjournal.care import back_up_journal

        kept = back_up_journal(call.paths.journal, "import", call.now)
        call.out.note(f"A backup is {kept}.")


def _people(journal: Journal) -> dict[str, str]:
    """Return the ids of people by their folded name and alias."""
    people = journal.reading.every(Counterparty)
    aliases = {one.alias.casefold(): one.id for one in people if one.alias}
    return {**aliases, **{one.name.casefold(): one.id for one in people}}


class _Progress:
    """Says on a terminal how far it is, on one line that is taken away at the end."""

    def __init__(self, call: Call) -> None:
        self._shown = sys.stderr.isatty() and not call.args.quiet
        self._said = ""

    def tell(self, done: int, of: int) -> None:
        """Say how many of how many are done; now and then is enough."""
        if self._shown and (done % _EVERY == 0 or done == of):
            self._write(f"{done:,} of {of:,}")

    def end(self) -> None:
        """Take the line away."""
        if self._said:
            self._write("")

    def _write(self, text: str) -> None:
        sys.stderr.write(f"\r{text:<{len(self._said)}}{chr(13) if not text else ''}")
        sys.stderr.flush()
        self._said = text


def _say(call: Call, brought: Brought, done: str) -> None:
    if brought.total:
        rows = [
            (f"{count:,}", Span(kind.replace("_", " "), "faint"))
            for kind, count in brought.new.items()
        ]
        call.out.line(f"{done} {say_count(brought.total, 'thing')}")
        say_table(call.out, rows)
    else:
        call.say_nothing("Nothing is new.")
    if brought.same:
        call.out.note(f"{say_count(brought.same, 'thing')} there already.")
    _note(call, "Left as it is here", brought.left)


def _note(call: Call, label: str, sentences: Sequence[str]) -> None:
    for sentence in sentences[:_SHOWN]:
        call.out.note(f"{label}: {sentence}")
    if len(sentences) > _SHOWN:
        call.out.note(f"And {len(sentences) - _SHOWN} more.")
