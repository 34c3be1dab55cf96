"""`wj export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.cli.ids import negotiation_of
from winjournal.cli.query import add_filter, filter_asked
from winjournal.domain.errors import CannotCreate, NotUnderstood
from winjournal.domain.weeks import Week
from winjournal.exchange.filenames import FileNames
from winjournal.exchange.registry import find_format
from winjournal.exporting import Part, Thing, one_file, pages, things, week_page
from winjournal.files import make_folder, write_atomic, write_pieces

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterable, Sequence

    from winjournal.cli.call import Call
    from winjournal.services.journal import Journal

_STDOUT, _JSON = "-", "json"


def add_export(parser: ArgumentParser) -> None:
    """Add the options of `wj export`."""
    add_filter(parser)
    add = parser.add_argument
    add("--id", metavar="ID", help="one negotiation; last and live are ids too")
    add("--week", metavar="WEEK", help="one ISO week with its review")
    add(
        "--format",
        default="md",
        metavar="FORMAT",
        help="md (Markdown) or json",
    )
    add("--split", action="store_true", help="one file a negotiation, in a folder")
    add("-o", "--output", metavar="PLACE", help="a file, a folder, or - for stdout")
    add("--force", action="store_true", help="replace files that are there")


def run_export(call: Call) -> int:
    """Write what was chosen to standard output, a file or a folder.

    Raises:
        NotUnderstood: The query, the week or the format is none, or options
            do not go together.
        NotFound: There is no such negotiation.
        CannotCreate: A file is there already.
    """
    args = call.args
    if args.format.casefold() == _JSON:
        return _write_json(call)
    suffix = find_format(args.format).suffix
    filter_ = filter_asked(call)
    week = Week.parse(args.week, call.now.date()) if args.week is not None else None
    _check(call)
    journal = call.reading()
    if journal is None:
        return 0
    if week is not None:
        return _write_one(call, f"{week}{suffix}", (week_page(journal, week),))
    if args.id is not None:
        return _write_deal(call, journal, suffix)
    chosen = things(journal, filter_)
    if not chosen:
        call.say_nothing("Nothing found, so nothing is written.")
        return 0
    if args.split:
        return _write_each(call, journal, chosen, suffix)
    about = {"query": " ".join(call.words)} if call.words else None
    pieces = one_file(journal, chosen, about=about)
    return _write_one(call, f"winjournal{suffix}", pieces)


def _write_json(call: Call) -> int:
    """Write the whole journal, lossless, to be read again by `wj import`."""
    from winjournal.exchange.json_form import json_pieces

    args = call.args
    if call.words or args.split or args.id is not None or args.week is not None:
        raise NotUnderstood(
            "JSON holds the whole journal.", "Leave the query, --id and --split."
        )
    journal = call.reading()
    if journal is None:
        return 0
    return _write_one(call, "winjournal.json", json_pieces(journal.reading.every))


def _check(call: Call) -> None:
    """Refuse options that do not go together.

    Raises:
        NotUnderstood: They contradict each other.
    """
    args = call.args
    if args.split and args.output in (None, _STDOUT):
        raise NotUnderstood("--split writes many files.", "Name a folder with -o.")
    one = [name for name in ("id", "week") if getattr(args, name) is not None]
    if len(one) > 1 or (one and (call.words or args.split)):
        raise NotUnderstood(f"--{one[0]} says all that is exported.", "Leave the rest.")


def _write_deal(call: Call, journal: Journal, suffix: str) -> int:
    id_ = negotiation_of(journal, call.args.id)
    title = journal.reading.titles([id_]).get(id_, "")
    name = FileNames().name(title, id_, suffix)
    page = pages(journal, [Thing(Part.NEGOTIATION, id_, title)])
    return _write_one(call, name, page)


def _write_one(call: Call, name: str, pieces: Iterable[str]) -> int:
    """Write one file: to standard output, or where `-o` says, or in that folder."""
    place = call.args.output
    if place in (None, _STDOUT):
        for piece in pieces:
            call.out.text(piece)
        return 0
    path = Path(place)
    # What ends in a stroke is meant to be a folder.
    path = path / name if path.is_dir() or place.endswith("/") else path
    write_pieces(path, pieces, force=call.args.force)
    call.out.note(f"Written: {path}.")
    return 0


def _write_each(
    call: Call, journal: Journal, chosen: Sequence[Thing], suffix: str
) -> int:
    """Write each thing to a file of its own; none, where one may not be replaced."""
    folder = Path(call.args.output)
    make_folder(folder)
    names = FileNames()
    paths = [folder / names.name(thing.title, thing.id, suffix) for thing in chosen]
    if not call.args.force:
        for path in paths:
            if path.is_symlink() or path.exists():
                raise CannotCreate(
                    f"{path} is there already; nothing was written.",
                    "Use --force to replace it.",
                )
    for path, page in zip(paths, pages(journal, chosen), strict=True):
        write_atomic(path, page, call.args.force)
    count = "1 file" if len(paths) == 1 else f"{len(paths)} files"
    call.out.note(f"Written: {count} in {folder}.")
    return 0
