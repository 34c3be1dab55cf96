"""`wj log`: one line into the inbox, as fast as a shell can be answered.

Neither the store's tables nor a screen are loaded here: a line is one insert.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from winjournal.cli.output import say_aside
from winjournal.domain.dates import read_date_strictly
from winjournal.domain.edge import MAX_BODY, Cleaned, clean_text, quoted
from winjournal.domain.errors import (
    EditorFailed,
    Invalid,
    Locked,
    WinJournalError,
    WrongPassphrase,
)
from winjournal.domain.ids import short_id
from winjournal.domain.line import NAME_LIMIT, read_line, say_hints, say_line

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call
    from winjournal.domain.inbox import InboxLine
    from winjournal.domain.line import Line

_MOST_READ = 2 * MAX_BODY
"""Bytes of standard input; what is read beyond 1 MiB is refused, not cut."""

_PROMPT = "what> "


def add_log(parser: ArgumentParser) -> None:
    """Add the options of `wj log`."""
    add = parser.add_argument
    add("--at", metavar="WHEN", help="when it was; the text is then taken as it is")
    add("--with", dest="person", metavar="NAME", help="the other side")
    add("--no-date", action="store_true", help="take no date from the text")
    add("-e", "--edit", action="store_true", help="go on in your editor")
    add("--json", action="store_true", help="answer with a JSON document")


def run_log(call: Call) -> int:
    """Log a line and say what was understood.

    Raises:
        Invalid: There is nothing to log, or a name is none.
        NotUnderstood: `--at` is no date, or the text is over 1 MiB.
        WinJournalError: The journal cannot be written.
    """
    _unlock(call)
    text, is_edited = _text(call)
    try:
        line, parsed = _append(call, text.text)
    except BaseException as error:
        if is_edited:
            _keep(call, error, text.text)
        raise
    for notice in (text.notice, *say_hints(parsed)):
        if notice:
            call.out.note(notice)
    if call.args.json:
        call.out.json(_document(line, parsed))
    else:
        call.out.line(short_id(line.id), "  ", _said(parsed))
    return 0


def _unlock(call: Call) -> None:
    """Have an encrypted journal opened before there is a text to be lost.

    Raises:
        Locked: Nobody can be asked for its passphrase.
        WrongPassphrase: It was not the right one.
    """
    from winjournal.locking import unlock

    try:
        unlock(call.paths.journal)
    except (Locked, WrongPassphrase):
        raise
    except WinJournalError:
        # Said when the line is to be saved; then what was written is kept.
        return


def _append(call: Call, text: str) -> tuple[InboxLine, Line]:
    from winjournal.bootstrap import append_line, known_people, own_tags
    from winjournal.cli.call import is_there
    from winjournal.domain.inbox import InboxLine
    from winjournal.services.ids import RandomIds

    args, now = call.args, call.now
    at = read_date_strictly(args.at, now) if args.at is not None else None
    person = _name(args.person) if args.person is not None else None
    is_new = not is_there(call.paths.journal)
    people = () if is_new else known_people(call.paths.journal)
    own = () if is_new or "@" not in text else own_tags(call.paths.journal)
    parsed = read_line(
        text, now, people, take_date=not args.no_date, at=at, person=person,
        own_tags=own,
    )  # fmt: skip
    line = InboxLine(
        id=RandomIds().new(now),
        line=text,
        person=person,
        at=parsed.when,
        # With --at the text holds no date of its own to be taken off again.
        has_date=parsed.has_date and at is None,
        logged_at=now,
    )
    append_line(call.paths.journal, line)
    if is_new:
        call.out.note(f"Your journal is {call.paths.journal}.")
    return line, parsed


def _text(call: Call) -> tuple[Cleaned, bool]:
    """Return the text to log, and whether it was written in the editor.

    Raises:
        Invalid: It is empty.
        NotUnderstood: It is over 1 MiB.
    """
    words, edits = call.words, call.args.edit
    if words == ["-"] or (not words and not edits and not sys.stdin.isatty()):
        text = _standard_input()
    elif not words and not edits:
        text = _asked()
    else:
        text = " ".join(words)
    if edits:
        text = _edited(call, text)
    cleaned = clean_text(text.rstrip("\r\n"))
    if not cleaned.text.strip():
        raise Invalid("line", "There is nothing to log.", "wj help log shows how.")
    return cleaned, edits


def _standard_input() -> str:
    data = sys.stdin.buffer.read(_MOST_READ + 1)
    # A byte order mark before a date would keep it from being one.
    return data.decode("utf-8-sig", errors="replace")


def _asked() -> str:
    """Ask on one line of the terminal, where nothing needs quoting."""
    if sys.stdout.isatty():
        import contextlib

        # Without it a terminal takes no more than 4,096 characters of a line.
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 - input() uses it once it is there
        try:
            return input(_PROMPT)
        except EOFError:
            return ""
    sys.stderr.write(_PROMPT)
    sys.stderr.flush()
    return sys.stdin.readline()


def _edited(call: Call, text: str) -> str:
    """Return what the user's editor made of a text.

    Raises:
        WinJournalError: Nothing was changed, or the editor failed.
    """
    from winjournal.editor import edit_text

    try:
        edited = edit_text(clean_text(text).text)
    except EditorFailed as error:
        _keep(call, error, error.text)
        raise
    if edited is None:
        raise WinJournalError("Nothing was changed, so nothing was saved.")
    return edited


def _keep(call: Call, error: BaseException, text: str) -> None:
    """Keep what was written where it could not be saved, and have it said where."""
    if not text.strip():
        return
    from winjournal.cli.kept import keep_text

    said = keep_text(call.paths.state, text, call.now)
    if isinstance(error, WinJournalError):
        error.remedy = f"{error.remedy} {said}"
    else:
        say_aside(said)


def _name(text: str) -> str:
    """Return a name as it may be kept.

    Raises:
        Invalid: It is empty or too long.
    """
    name = clean_text(text, one_line=True).text
    if not 0 < len(name) <= NAME_LIMIT:
        raise Invalid(
            "person", f"{quoted(text)} is no name.", "One has 1 to 60 characters."
        )
    return name


def _said(parsed: Line) -> str:
    """Return what was understood, on one line."""
    said = say_line(replace(parsed, person=parsed.person or "inbox"))
    lines = parsed.text.count("\n") + 1
    return f"{said}  ({lines} lines)" if lines > 1 else said


def _document(line: InboxLine, parsed: Line) -> dict[str, object]:
    """Return the answer as `--json` gives it."""
    return {
        "id": line.id,
        "short": short_id(line.id),
        "at": line.at,
        "logged_at": line.logged_at,
        "person": parsed.person,
        "text": parsed.text,
        "marks": [
            {
                "tag": mark.slug,
                "step": mark.step,
                "actor": mark.actor,
                "strength": mark.strength,
                "note": mark.note,
            }
            for mark in parsed.marks
        ],
        "unknown": [word.word for word in parsed.unknown],
    }
