"""`wj complete`: what the word under the cursor may become, for the shells.

Asked at every tab, so it imports little, waits for nothing and never complains:
whatever goes wrong, there is nothing to offer.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from winjournal.cli.terminal import harmless, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from winjournal.cli.offered import Offer

_LONGEST = 60
FILES = ":files"
"""Said alone: the shell's own file names fit here."""


def complete(argv: Sequence[str]) -> int:
    """Print one completion a line and return 0, whatever happens.

    Args:
        argv: The shell, and for zsh and fish the words so far, the one under the
            cursor last; for bash the line, the cursor's place in it, and the signs
            at which bash begins a word of its own.
    """
    try:
        sys.stdout.write("".join(f"{line}\n" for line in _lines(argv)))
        sys.stdout.flush()
    except Exception:  # noqa: BLE001 - a tab must never complain
        return 0
    return 0


def _lines(argv: Sequence[str]) -> list[str]:
    from winjournal.cli.offers import offers

    if argv[0] == "bash":
        return _for_bash(argv[1], int(argv[2]), argv[3])
    found = offers(argv[1:-1], argv[-1])
    return [FILES] if found is None else [_described(offer) for offer in found]


def _described(offer: Offer) -> str:
    value, says = offer
    said = _plain(says)
    if len(said) > _LONGEST:
        said = f"{said[: _LONGEST - 1]}…"
    return f"{_plain(value)}\t{said}" if said else _plain(value)


def _plain(text: str) -> str:
    return one_line(harmless(text)).strip()


def _for_bash(line: str, point: int, breaks: str) -> list[str]:
    """Return what readline is to put in place of what it takes for the word.

    That begins after an open quote, else after the last sign that breaks words.
    """
    from winjournal.cli.offers import offers
    from winjournal.cli.shell_words import escaped, read_words, tail_after

    # readline counts bytes
    before = line.encode(errors="surrogateescape")[:point].decode(errors="replace")
    words, now = read_words(before)
    found = offers(words[1:], now.value)
    if found is None:
        return [FILES]
    if now.quote:
        given = len(now.before_quote)
        return [
            escaped(value[given:], now.quote)
            for value in (_plain(value) for value, _ in found)
            if now.quote not in value or now.quote == '"'
        ]
    skipped = len(now.raw) - len(tail_after(now.raw, breaks))
    return [escaped(_plain(value))[skipped:] for value, _ in found]
