"""Reads the command line: the options of every verb, and those of one."""

from __future__ import annotations

import argparse
import contextlib
import re
from typing import TYPE_CHECKING, NoReturn

from winjournal.cli.verbs import options_of
from winjournal.domain.edge import quoted
from winjournal.domain.errors import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.cli.verb import Verb

_TAKE_A_VALUE = frozenset(
    {"--db", "-j", "--journal", "--config", "--color",
     "--passphrase-fd", "--passphrase-file"}
)  # fmt: skip
_COLOURS = ("auto", "always", "never")
_OPTION = re.compile(r"(?<!\S)--?[a-z][a-z-]*")
_COUNT = re.compile(r"-[0-9]+")


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help of one width: to ask the terminal for its own costs 3 ms each time."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=78)


class Parser(argparse.ArgumentParser):
    """Reads options only, and says in one sentence what it does not understand.

    Args:
        verb: Whose options; None for a command line without a verb.
    """

    def __init__(self, verb: Verb | None) -> None:
        name = f"wj {verb.name}" if verb else "wj"
        usage = f"{name} [OPTIONS] {verb.usage if verb else 'VERB ...'}".rstrip()
        super().__init__(
            prog=name,
            usage=usage,
            description=f"{verb.does[0].upper()}{verb.does[1:]}." if verb else None,
            epilog=_examples(verb) if verb else None,
            formatter_class=_Help,
            add_help=False,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print.

        Raises:
            NotUnderstood: Always.
        """
        said = message.removeprefix("argument ")
        raise NotUnderstood(f"{said}.", f"{self.prog} --help tells more.")


def split_verb(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the verb, and all other arguments in their order."""
    place = 0
    while place < len(argv):
        word = argv[place]
        if not word.startswith("-") or word == "-":
            return word, [*argv[:place], *argv[place + 1 :]]
        place += 2 if word in _TAKE_A_VALUE else 1
    return None, list(argv)


def read_options(
    parser: Parser, verb: Verb | None, argv: Sequence[str]
) -> tuple[argparse.Namespace, list[str]]:
    """Return the options and the words of a command line.

    Words may stand between options; all after `--` are words.

    Raises:
        NotUnderstood: An option is unknown or lacks its value, or there are too
            many words.
    """
    before, after = list(argv), list[str]()
    if "--" in before:
        place = before.index("--")
        before, after = before[:place], before[place + 1 :]
    if verb is not None and verb.counts:
        before = _counted(before)
    args, words = parser.parse_known_args(before)
    unknown = next((w for w in words if _is_option(w)), None)
    if unknown is not None:
        raise NotUnderstood(_unknown(parser, unknown), _remedy(parser, unknown))
    words += after
    most = verb.most if verb else 0
    if most is not None and len(words) > most:
        raise NotUnderstood(
            f"{quoted(words[most])} is one word too many.",
            f"{parser.prog} --help tells more.",
        )
    return args, words


def parser_for(verb: Verb | None) -> Parser:
    """Return what reads the options of a verb, or of a call without one."""
    parser = Parser(verb)
    add_own = options_of(verb) if verb else None
    if add_own is not None:
        add_own(parser)
    add = parser.add_argument_group("everywhere").add_argument
    add("--db", metavar="FILE", help="the journal's file")
    add("-j", "--journal", metavar="NAME", help="the journal's name")
    add("--config", metavar="FILE", help="the settings' file")
    add("--allow-network", action="store_true",
        help="open a journal on a network file system")  # fmt: skip
    add("--passphrase-fd", metavar="N", type=int, help="read the passphrase there")
    add("--passphrase-file", metavar="FILE", help="read the passphrase from a file")
    add("-q", "--quiet", action="store_true", help="say only data and errors")
    add("--color", choices=_COLOURS, default="auto", help="when to use colour")
    add("--no-color", action="store_true", help="the same as --color never")
    if verb is None:
        add("--version", action="store_true", help="the version")
    elif verb.reads:
        add("--json", action="store_true", help="one JSON document")
        if verb.counts:
            add("--jsonl", action="store_true", help="a JSON document a line")
        add("--no-pager", action="store_true", help="all at once")
        with contextlib.suppress(argparse.ArgumentError):
            # a verb that has more to say of it has its own
            add("--plain", action="store_true", help="no pager, no colour")
        add("--raw", action="store_true", help="control characters as they are")
    add("-h", "--help", action="store_true", help="this")
    return parser


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-" and " " not in word


def _counted(words: list[str]) -> list[str]:
    """Return the words with `-3` written as `-n3`."""
    return [
        f"-n{word[1:]}" if _COUNT.fullmatch(word) and before != "-n" else word
        for before, word in zip(["", *words], words, strict=False)
    ]


def _unknown(parser: Parser, word: str) -> str:
    return f"{parser.prog} knows no option {quoted(word.partition('=')[0])}."


def _remedy(parser: Parser, word: str) -> str:
    # About 5 ms, only for an option that was not understood.
    from difflib import get_close_matches

    known = _OPTION.findall(parser.format_help())
    near = get_close_matches(word.partition("=")[0], known, n=1)
    if near:
        return f"Did you mean {near[0]}?"
    return "What begins with a dash and is no option goes after --."


def _examples(verb: Verb) -> str:
    return "examples:\n" + "\n".join(f"  {line}" for line in verb.examples)
