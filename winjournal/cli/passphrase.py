"""Where a passphrase comes from: a file, a variable, or whoever sits at the terminal.

Never from the command line itself, where every program of the machine could read it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from winjournal.cli.output import say_aside
from winjournal.domain.errors import Invalid, Locked, NotUnderstood, WrongPassphrase

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from pathlib import Path

VARIABLE = "WINJOURNAL_PASSPHRASE"
TRIES = 3

_LONGEST = 4096
_ENDS = b"\r\n"


class Passphrases:
    """Gives the passphrases of one call.

    What was given by an option is read line by line: the first opens the journal, or
    encrypts a plain one; where a journal gets another passphrase, that is the second.

    Args:
        args: The options.
    """

    def __init__(self, args: Namespace) -> None:
        self._next = _given(args)

    @property
    def is_given(self) -> bool:
        """Whether they come from an option or the environment, so nobody is asked."""
        return self._next is not None

    def to_open(self, path: Path) -> Iterator[str]:
        """Give what to try for a journal: what was given, or up to three answers."""
        if self._next is not None:
            yield self._line(self._next, "passphrase")
            return
        for number in range(TRIES):
            if number:
                _tell(f"{WrongPassphrase()} Try again.")
            answer = _ask(f"Passphrase of {path.name}: ")
            if answer is None:
                return
            yield answer

    def new(self) -> str:
        """Return a new passphrase: the next one given, or one that is typed twice.

        Raises:
            Invalid: It is empty, or the two are not the same.
            Locked: Nobody can be asked.
        """
        if self._next is not None:
            return self._line(self._next, "new passphrase")
        first = _ask("New passphrase: ")
        if first is None:
            raise Locked(
                "A new passphrase is needed, and there is no terminal to ask on.",
                "Give it by --passphrase-fd or --passphrase-file.",
            )
        if not first:
            raise Invalid("passphrase", "A passphrase has at least one character.")
        if _ask("The same again: ") != first:
            raise Invalid(
                "passphrase", "The two are not the same.", "Nothing was changed."
            )
        return first

    def _line(self, following: Callable[[], bytes], what: str) -> str:
        line = following().rstrip(_ENDS)
        if not line:
            raise NotUnderstood(f"There is no {what} in what was given for it.")
        return line.decode("utf-8", "surrogateescape")


def _given(args: Namespace) -> Callable[[], bytes] | None:
    """Return what reads the next line that was given; None where none was."""
    if args.passphrase_fd is not None and args.passphrase_file is not None:
        raise NotUnderstood("--passphrase-fd and --passphrase-file exclude each other.")
    if args.passphrase_fd is not None:
        return lambda: _line_from(args.passphrase_fd)
    if args.passphrase_file is not None:
        return _lines_of(args.passphrase_file)
    if os.environ.get(VARIABLE):
        return _from_environment(quiet=args.quiet)
    return None


def _line_from(handle: int) -> bytes:
    """Read one line, and not a byte beyond it: the rest may be the text of an entry."""
    line = b""
    try:
        while len(line) < _LONGEST:
            byte = os.read(handle, 1)
            line += byte
            if byte in (b"", b"\n"):
                break
    except OSError as error:
        raise NotUnderstood(
            f"--passphrase-fd {handle} cannot be read: {error.strerror}."
        ) from None
    return line


def _lines_of(name: str) -> Callable[[], bytes]:
    handle: list[int] = []

    def following() -> bytes:
        if not handle:
            try:
                handle.append(os.open(name, os.O_RDONLY))
            except OSError as error:
                raise NotUnderstood(
                    f"--passphrase-file {name} cannot be read: {error.strerror}."
                ) from None
            if os.fstat(handle[0]).st_mode & 0o077:
                say_aside(f"{name} can be read by others; chmod 600 it.")
        return _line_from(handle[0])

    return following


def _from_environment(*, quiet: bool) -> Callable[[], bytes]:
    lines = [os.environ.pop(VARIABLE)]

    def following() -> bytes:
        if not lines:
            return b""
        if not quiet:
            say_aside(
                f"{VARIABLE} can be read by other programs of yours;"
                " --passphrase-fd cannot."
            )
        return os.fsencode(lines.pop())

    return following


def _ask(prompt: str) -> str | None:
    """Ask on the terminal, without showing what is typed; None where there is none."""
    if not _has_terminal():
        return None
    # 3 ms, and only where somebody is asked
    from getpass import getpass

    try:
        return getpass(prompt)
    except EOFError:
        return None


def _tell(sentence: str) -> None:
    """Say a sentence on the terminal itself: standard error is for what remains."""
    with open("/dev/tty", "w", encoding="utf-8") as terminal:  # noqa: PTH123 - a device
        terminal.write(f"{sentence}\n")


def _has_terminal() -> bool:
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
