"""`wj import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.cli.call import is_there
from winjournal.cli.columns import say_table
from winjournal.cli.output import Span
from winjournal.domain.errors import NoJournal, NotUnderstood
from winjournal.exchange.json_form import read_json
from winjournal.services.saying import say_count

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.services.bringing_in import Brought

SOURCES = ("winjournal",)
"""What can be brought in."""

_LEFT_SHOWN = 20


def add_import(parser: ArgumentParser) -> None:
    """Add the options of `wj import`."""
    add = parser.add_argument
    add("--from", dest="source", choices=SOURCES, default=SOURCES[0], metavar="FORM",
        help="winjournal, which is its own JSON")  # fmt: skip
    add("--dry-run", action="store_true", help="say what would be done, do nothing")


def run_import(call: Call) -> int:
    """Bring a journal in; what is there stays, and a second time changes nothing.

    Raises:
        NotUnderstood: No file is named.
        NoJournal: There is no such file, or it is no text.
        DamagedJournal: It is not understood.
        NewerJournal: A newer WinJournal wrote it.
    """
    if not call.words:
        raise NotUnderstood("No file is named.", "wj help import shows how.")
    path = Path(call.words[0])
    whole = read_json(_text_of(path))
    if call.args.dry_run:
        journal = call.reading() if is_there(call.paths.journal) else None
        if journal is None:
            count = sum(map(len, whole.values()))
            call.out.line(f"would bring in {say_count(count, 'thing')}")
            return 0
        _say(call, journal.bringing_in.look(whole), "would bring in")
        return 0
    if is_there(call.paths.journal):
        from winjournal.care import back_up_journal

        kept = back_up_journal(call.paths.journal, "import", call.now)
        call.out.note(f"A backup is {kept}.")
    journal = call.writing(files_lines=False)
    _say(call, journal.bringing_in.take(whole, path.name), "brought in")
    return 0


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
    for sentence in brought.left[:_LEFT_SHOWN]:
        call.out.note(f"Left as it is here: {sentence}")
    if len(brought.left) > _LEFT_SHOWN:
        call.out.note(f"And {len(brought.left) - _LEFT_SHOWN} more.")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NoJournal(f"There is no file {path}.") from None
    except UnicodeDecodeError:
        raise NoJournal(f"{path} is no text in UTF-8.") from None
    except OSError as error:
        raise NoJournal(f"{path} cannot be read: {error.strerror}.") from None
