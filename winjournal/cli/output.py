"""What a verb says: data on standard output, all else on standard error."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from winjournal.cli.terminal import (
    draws_marks,
    harmless,
    is_dumb,
    one_line,
    size_of,
)

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable
    from typing import TextIO

_SGR = {"bold": "1", "faint": "2", "green": "32", "orange": "33"}

_LONGEST = 2000
"""Characters of one sentence; a name that was typed may be of any length."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line in one style.

    Attributes:
        text: What is said.
        style: `bold`, `faint`, `green`, `orange` or nothing.
    """

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the output is to look.

    Attributes:
        colour: Whether styles are shown.
        clean: Whether what a terminal would obey is taken out.
        pager: Whether long output goes through a pager.
        width: The terminal's width in cells; None where nothing is cut.
        marks: Whether marks may be other than ASCII.
    """

    colour: bool = False
    clean: bool = False
    pager: bool = False
    width: int | None = None
    marks: bool = True


def look_of(args: Namespace, stdout: TextIO) -> Look:
    """Return the look that options, environment and standard output ask for."""
    is_terminal = stdout.isatty()
    is_plain = getattr(args, "plain", False)
    wanted = "never" if args.no_color or is_plain else args.color
    silenced = bool(os.environ.get("NO_COLOR")) or is_dumb()
    auto = is_terminal and not silenced
    raw = getattr(args, "raw", False)
    pages = not getattr(args, "no_pager", True)
    return Look(
        colour=wanted == "always" or (wanted != "never" and auto),
        clean=is_terminal and not raw,
        pager=is_terminal and not is_plain and not is_dumb() and pages,
        width=size_of(stdout)[0] if is_terminal else None,
        marks=draws_marks(stdout.encoding or "ascii"),
    )


class Output:
    """Collects data for standard output, and says the rest at once.

    Args:
        look: How the data look.
        quiet: Whether only errors are said on standard error.
    """

    def __init__(self, look: Look, *, quiet: bool = False) -> None:
        self.look = look
        self._quiet = quiet
        self._paged: list[str] = []

    def line(self, *parts: str | Span) -> None:
        """Say one line of data."""
        self._write("".join(map(self._shown, parts)).rstrip() + "\n")

    def text(self, text: str) -> None:
        """Say a text of several lines as it stands, with a line end at its end."""
        shown = harmless(text) if self.look.clean else text
        self._write(shown if shown.endswith("\n") else shown + "\n")

    def json(self, document: object) -> None:
        """Say one JSON document."""
        from winjournal.cli.shapes import as_json

        self._write(as_json(document) + "\n")

    def jsonl(self, documents: Iterable[object]) -> None:
        """Say JSON documents, each on a line of its own."""
        from winjournal.cli.shapes import as_json

        for document in documents:
            self._write(as_json(document, indent=None) + "\n")

    def note(self, sentence: str) -> None:
        """Say a sentence on standard error, unless quiet was asked for."""
        if not self._quiet:
            say_aside(sentence)

    def close(self) -> None:
        """Show what was collected, and see to it that all of it was written.

        Raises:
            OSError: Standard output takes no more, as `filename` says.
        """
        text, self._paged = "".join(self._paged), []
        if self.look.pager and text.count("\n") >= size_of(sys.stdout)[1]:
            from winjournal.cli.pager import page

            if page(text):
                return
        self._send(text)

    def _write(self, text: str) -> None:
        if self.look.pager:
            self._paged.append(text)
        else:
            self._send(text, at_once=False)

    def _send(self, text: str, *, at_once: bool = True) -> None:
        try:
            sys.stdout.write(text)
            if at_once:
                sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            error.filename = "Standard output"
            raise

    def _shown(self, part: str | Span) -> str:
        text = part if isinstance(part, str) else part.text
        if self.look.clean:
            text = harmless(text)
        style = part.style if isinstance(part, Span) else ""
        if not style or not text or not self.look.colour:
            return text
        return f"\x1b[{_SGR[style]}m{text}\x1b[0m"


def say_aside(sentence: str) -> None:
    """Say one line on standard error, without what a terminal would obey."""
    with contextlib.suppress(OSError):
        print(harmless(one_line(sentence[:_LONGEST])), file=sys.stderr)
