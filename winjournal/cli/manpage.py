"""The manual page, `man winjournal`, written from the verbs themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import winjournal
from winjournal.cli.options import Parser, parser_for
from winjournal.cli.topics import TOPICS
from winjournal.cli.verbs import VERBS, options_of

if TYPE_CHECKING:
    import argparse

    from winjournal.cli.verb import Verb

_HEAD = """\
.TH WINJOURNAL 1 "" "WinJournal {version}" "User commands"
.SH NAME
winjournal, wj \\- a journal for people who negotiate
.SH SYNOPSIS
.B wj
.RI [ OPTIONS ]
.RI [ VERB " ...]"
.SH DESCRIPTION
Without a verb the journal opens, where standard input and output are a terminal.
Data go to standard output, all else to standard error. Nothing is sent anywhere.
What reads takes
.B \\-\\-json
and
.BR \\-\\-no\\-pager ,
long lists
.B \\-\\-jsonl
too.
Ids may be shortened while they are unique;
.B last
is the newest, and
.B live
the negotiation whose sitting goes on.
"""

_STATUS = (
    ("0", "done"),
    ("1", "failed"),
    ("2", "usage, or a date or value that is not understood"),
    ("3", "an id or a name that is not found, or ambiguous"),
    ("4", "changed elsewhere, or sealed"),
    ("10", "wj due --quiet: something is due"),
    ("65", "data damaged or not valid"),
    ("66", "no such file, or not a journal"),
    ("70", "a fault in the program"),
    ("73", "cannot create"),
    ("74", "disk full or failing"),
    ("75", "busy"),
    ("77", "not permitted, or a passphrase is wanted"),
    ("78", "a newer schema, or settings that are not followed"),
)

_ENVIRONMENT = (
    ("WINJOURNAL_JOURNAL", "the journal's name, as -j gives it"),
    ("WINJOURNAL_DIR", "the folder of the journals"),
    ("WINJOURNAL_CONFIG", "the settings' file"),
    ("WINJOURNAL_EDITOR, VISUAL, EDITOR", "the editor, with its arguments"),
    ("WINJOURNAL_NOW", "a time that stands still, for tests and demos"),
    ("PAGER", "shows what is longer than the terminal; less -FRX without it"),
    ("NO_COLOR", "not empty: no colour"),
    ("TERM", "dumb: neither colour nor pager"),
    ("XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME", "where files are kept"),
    ("TZ", "the zone in which times are written and read"),
)


def man_page() -> str:
    """Return the page in the language of man."""
    parts = [_HEAD.format(version=winjournal.__version__), ".SH VERBS\n"]
    parts += map(_verb, VERBS)
    parts += [".SH OPTIONS EVERYWHERE\n", _options(parser_for(None))]
    parts += [".SH THE LINE\n", _as_it_is(TOPICS["line"]())]
    parts += [".SH FILTERS\n", _as_it_is(TOPICS["filter"]())]
    parts += [".SH EXIT STATUS\n", *(_item(_bold(n), said) for n, said in _STATUS)]
    parts += [".SH ENVIRONMENT\n", *(_item(_bold(n), said) for n, said in _ENVIRONMENT)]
    return "".join(parts)


def _verb(verb: Verb) -> str:
    parser = Parser(verb)
    add_own = options_of(verb)
    if add_own is not None:
        add_own(parser)
    usage = f"wj {verb.name} {verb.usage}".rstrip()
    does = f"{verb.does[0].upper()}{verb.does[1:]}."
    examples = _as_it_is("\n".join(verb.examples))
    return f".SS {_escaped(usage)}\n{_text(does)}\n{_options(parser)}{examples}"


def _options(parser: argparse.ArgumentParser) -> str:
    said = []
    for action in parser._actions:
        name = ", ".join(map(_bold, action.option_strings))
        value = f" \\fI{_escaped(str(action.metavar))}\\fR" if action.metavar else ""
        said.append(_item(name + value, action.help or ""))
    return "".join(said)


def _item(name: str, said: str) -> str:
    return f".TP\n{name}\n{_text(said)}\n"


def _bold(words: str) -> str:
    return f"\\fB{_escaped(words)}\\fR"


def _as_it_is(text: str) -> str:
    lines = "\n".join(_text(line) for line in text.rstrip().split("\n"))
    return f".PP\n.nf\n{lines}\n.fi\n"


def _text(line: str) -> str:
    """Return a line that begins no request: neither by a point nor a quote."""
    escaped = _escaped(line)
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _escaped(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
