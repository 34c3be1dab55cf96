"""What can go wrong, in words a person can act on.

Every error carries one sentence and, where there is one, a remedy. `code` is
the exit status that the command line gives for it (SHELL.md's table, after
sysexits); the screens show the same sentence.
"""

from __future__ import annotations

from typing import ClassVar


class WinJournalError(Exception):
    """Something went wrong that a sentence can explain.

    Args:
        sentence: What happened, in one sentence.
        remedy: What to do next, in one sentence; empty when nothing helps.
    """

    code: ClassVar[int] = 1

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()


class EditorFailed(WinJournalError):
    """The editor ended with an error; nothing is saved (exit status 1).

    Args:
        status: Its exit status.
        text: What stood in the file; empty where nothing was changed.
    """

    def __init__(self, status: int, text: str) -> None:
        super().__init__(
            f"The editor ended with status {status}.", "Nothing was changed."
        )
        self.text = text


class NotUnderstood(WinJournalError):
    """A value, a date or a query that is none (exit status 2)."""

    code: ClassVar[int] = 2


class Invalid(NotUnderstood):
    """A field holds what its range forbids (exit status 2).

    Args:
        field: The name of the field, for the form to point at.
        sentence: What is wrong with it.
        remedy: What to write instead.
    """

    def __init__(self, field: str, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence, remedy)
        self.field = field


class NotFound(WinJournalError):
    """No such id or name, or more than one (exit status 3)."""

    code: ClassVar[int] = 3


class Conflict(WinJournalError):
    """The rows have changed since they were read (exit status 4)."""

    code: ClassVar[int] = 4


class Sealed(Conflict):
    """What was sealed cannot be rewritten, only added to (exit status 4)."""


class DamagedJournal(WinJournalError):
    """The data are damaged or not valid (exit status 65)."""

    code: ClassVar[int] = 65


class MovedJournal(DamagedJournal):
    """The file is not the one that was opened (exit status 65)."""


class NoJournal(WinJournalError):
    """No such file, or it is not a journal (exit status 66)."""

    code: ClassVar[int] = 66


class CannotCreate(WinJournalError):
    """A file or folder cannot be made, or would be overwritten (status 73)."""

    code: ClassVar[int] = 73


class DiskTrouble(WinJournalError):
    """The disk is full or fails (exit status 74)."""

    code: ClassVar[int] = 74


class Busy(WinJournalError):
    """Another process holds the journal (exit status 75)."""

    code: ClassVar[int] = 75


class NotPermitted(WinJournalError):
    """The file or folder may not be read or written (exit status 77)."""

    code: ClassVar[int] = 77


class Locked(NotPermitted):
    """The journal is encrypted, and no passphrase was given (exit status 77)."""


class WrongPassphrase(NotPermitted):
    """The passphrase does not open the journal (exit status 77)."""

    def __init__(self) -> None:
        super().__init__("Wrong passphrase, or the file is damaged.")


class NewerJournal(WinJournalError):
    """A newer WinJournal wrote this journal or setting (exit status 78)."""

    code: ClassVar[int] = 78
