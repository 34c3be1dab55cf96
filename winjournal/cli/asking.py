"""Asking before what undo cannot bring back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from winjournal.cli.output import say_aside
from winjournal.domain.errors import NotUnderstood

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from winjournal.cli.call import Call


def add_yes(parser: ArgumentParser) -> None:
    """Add `-y` and `--dry-run`."""
    add = parser.add_argument
    add("-y", "--yes", action="store_true", help="do not ask")
    add("--dry-run", action="store_true", help="say what would be done, do nothing")


def agreed(call: Call, question: str) -> bool:
    """Return whether the user wants it: `-y`, or `y` at the terminal.

    Raises:
        NotUnderstood: There is no terminal to ask at.
    """
    if call.args.yes:
        return True
    if not sys.stdin.isatty():
        raise NotUnderstood(
            "This asks first, and there is no terminal to ask at.",
            "Add -y to do it without.",
        )
    say_aside(f"{question} [y/N]")
    answer = sys.stdin.readline().strip().lower()
    if answer not in ("y", "yes"):
        call.out.note("Nothing was changed.")
        return False
    return True
