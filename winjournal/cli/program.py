"""The command line from its arguments to its exit status, and its one error path."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from winjournal.cli.options import Parser, parser_for, read_options, split_verb
from winjournal.cli.output import Output, look_of, say_aside
from winjournal.cli.passphrase import Passphrases
from winjournal.cli.verbs import function_of, verb_named
from winjournal.domain.errors import Locked, WinJournalError
from winjournal.locking import take_passphrases_from
from winjournal.paths import find_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from winjournal.cli.call import Call
    from winjournal.cli.verb import Verb

INTERNAL, INTERRUPTED = 70, 130

COMPLETE = "complete"
"""A verb for the shells' completion alone: no help, and never an error."""


def run(argv: Sequence[str]) -> int:
    """Do what a command line asks for and return the exit status.

    Whatever goes wrong is one line on standard error; what no sentence explains
    goes to the log, without a word of the user's.

    Args:
        argv: The arguments, without the program's name.
    """
    try:
        _ready_streams()
        if argv and argv[0] == COMPLETE:
            from winjournal.cli.completing import complete

            return complete(argv[1:])
        name, rest = split_verb(argv)
        return _answer(verb_named(name) if name is not None else None, rest)
    except WinJournalError as error:
        say_aside(f"wj: {error}")
        return error.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return 0
    except OSError as error:
        return _explain(error)
    except Exception as error:  # noqa: BLE001 - the last resort; it goes to the log
        return _record(error)


def _answer(verb: Verb | None, argv: list[str]) -> int:
    parser = parser_for(verb)
    args, words = read_options(parser, verb, argv)
    if args.allow_network:
        os.environ["WINJOURNAL_ALLOW_NETWORK"] = "1"
    out = Output(look_of(args, sys.stdout), quiet=args.quiet)
    if args.help or (verb is None and args.version):
        out.text(_said_of_itself(parser, verb, version=not args.help))
        out.close()
        return 0
    from winjournal.cli.call import Call

    paths = find_paths(db=args.db, name=args.journal, config=args.config)
    passphrases = Passphrases(args)
    is_silent = args.quiet and verb is not None and verb.in_prompts
    asks_nobody = is_silent and not passphrases.is_given
    take_passphrases_from(None if asks_nobody else passphrases.to_open)
    try:
        with ExitStack() as closing:
            call = Call(args, words, paths, out, passphrases, closing)
            status = (function_of(verb) if verb else _screens())(call)
    except Locked as error:
        if not is_silent:
            raise
        return error.code
    out.close()
    return status


def _screens() -> Callable[[Call], int]:
    from winjournal.cli.screens import open_screens

    return open_screens


def _said_of_itself(parser: Parser, verb: Verb | None, *, version: bool) -> str:
    """Return the version or the help."""
    if verb is not None:
        return parser.format_help()
    if version:
        import winjournal

        return f"winjournal {winjournal.__version__}"
    from winjournal.cli.guide import all_verbs

    return all_verbs()


def _ready_streams() -> None:
    """See to it that streams are there, and never fail on a character."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            # Where a shell closed it, a journal must not be opened in its place.
            stream = open(os.devnull, mode)  # noqa: PTH123, SIM115 - until the end
            setattr(sys, name, stream)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="surrogateescape" if mode == "r" else "replace")


def _explain(error: OSError) -> int:
    """Say what the system refused, and return the status for it."""
    from winjournal.faults import record_fault
    from winjournal.files import trouble_with

    place = os.fsdecode(error.filename) if error.filename else "A file"
    record_fault(find_paths().log, error)
    say_aside(f"wj: {place}: {error.strerror or type(error).__name__}.")
    _forget_stdout()
    return trouble_with(Path(place), error).code


def _record(error: Exception) -> int:
    """Write a fault that no sentence explains to the log, and say where."""
    from winjournal.faults import record_fault

    log = find_paths().log
    record_fault(log, error)
    say_aside(
        f"wj: Something went wrong inside ({type(error).__name__}); "
        f"what was saved is safe. {log} says where."
    )
    return INTERNAL


def _forget_stdout() -> None:
    """Point standard output nowhere, so that closing it cannot fail again."""
    try:
        handle = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, handle)
    os.close(nowhere)
