"""The store's door: what SQLite says, in the domain's words.

No sentence holds what a person wrote: SQLite's messages name tables, columns and
constraints only, and the one that quotes a cell is left out.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from winjournal.domain.errors import (
    Busy,
    Conflict,
    DamagedJournal,
    DiskTrouble,
    Invalid,
    NotPermitted,
    WinJournalError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_UNTOUCHED = "Nothing was changed."
_RESTORE = "wj restore puts a backup in its place; nothing was changed."


def _busy(path: Path, _: str) -> WinJournalError:
    return Busy(
        f"Another program is writing to {path}.",
        f"Try again in a moment. {_UNTOUCHED}",
    )


def _full(path: Path, _: str) -> WinJournalError:
    return DiskTrouble(
        f"The disk of {path} is full.", f"Free some space, then try again. {_UNTOUCHED}"
    )


def _failing(path: Path, _: str) -> WinJournalError:
    return DiskTrouble(
        f"The disk of {path} could not read or write.",
        f"Check the disk and its free space. {_UNTOUCHED}",
    )


def _forbidden(path: Path, _: str) -> WinJournalError:
    return NotPermitted(
        f"{path} may not be written, or not in its folder.",
        f"Change the permissions of both. {_UNTOUCHED}",
    )


def _damaged(path: Path, _: str) -> WinJournalError:
    return DamagedJournal(f"{path} is damaged, or is no journal.", _RESTORE)


def _too_big(path: Path, _: str) -> WinJournalError:
    return Invalid("text", "That is too long to be kept.", _UNTOUCHED)


def _broken_law(path: Path, message: str) -> WinJournalError:
    law = re.fullmatch(r"(\w+(?: \w+)*) constraint failed(?:: (.*))?", message)
    kind, name = (law[1], law[2] or "") if law else ("", "")
    if kind == "CHECK":
        field = re.sub(r"^ck_", "", name)
        return Invalid(field, f"A value is out of its range ({field}).", _UNTOUCHED)
    if kind == "NOT NULL":
        return Invalid(name, f"A value is missing ({name}).", _UNTOUCHED)
    if kind == "UNIQUE":
        return Conflict(f"There is one like this already ({name}).", _UNTOUCHED)
    return Conflict("Something else still refers to this.", _UNTOUCHED)


_BY_CODE: dict[int, Callable[[Path, str], WinJournalError]] = {
    3: _forbidden,  # PERM
    5: _busy,
    6: _busy,  # LOCKED
    8: _forbidden,  # READONLY
    10: _failing,  # IOERR
    11: _damaged,  # CORRUPT
    13: _full,
    14: _forbidden,  # CANTOPEN: the header could be read, so the folder forbids it
    18: _too_big,
    19: _broken_law,
    23: _forbidden,  # AUTH
    24: _damaged,  # FORMAT
    26: _damaged,  # NOTADB
}


def domain_error(error: BaseException, path: Path) -> WinJournalError | None:
    """Return the domain's error for one of the database, or None for no such.

    Args:
        error: What was raised; an error of the domain is returned as it is.
        path: The journal, for the sentence.
    """
    # SQLAlchemy wraps what the library raised; only that knows its number
    error = getattr(error, "orig", None) or error
    if isinstance(error, WinJournalError):
        return error
    if isinstance(error, UnicodeEncodeError):
        return Invalid("text", "The text holds half a character.", _UNTOUCHED)
    if isinstance(error, UnicodeDecodeError):
        # on damaged pages, a message of SQLite's quotes them
        return _damaged(path, "")
    if isinstance(error, OverflowError):
        return Invalid("number", "The number is too large to be kept.", _UNTOUCHED)
    message = str(error)
    if "search_fts" in message or message.startswith("fts5: corrupt"):
        return DamagedJournal(
            f"The search index of {path} is damaged; what you wrote is not.",
            "wj doctor --fix makes it again.",
        )
    if message.startswith(("no such table", "no such column", "Could not decode")):
        return _damaged(path, message)
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    told = _BY_CODE.get(code & 0xFF)
    return told(path, message) if told else _unnamed(error, path)


def _unnamed(error: BaseException, path: Path) -> WinJournalError:
    name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    return WinJournalError(f"SQLite refused to go on with {path} ({name}).", _UNTOUCHED)


def cause_of(error: BaseException) -> BaseException | None:
    """Return what may stand as the cause; an error that quotes a note may not."""
    quotes = isinstance(error, UnicodeError) or "Could not decode" in str(error)
    return None if quotes else error


@contextmanager
def door(path: Path) -> Iterator[None]:
    """Turn what the database raises inside into errors of the domain."""
    try:
        yield
    except WinJournalError:
        raise
    except Exception as error:
        told = domain_error(error, path)
        if told is None:
            raise
        raise told from cause_of(error)


def unreadable(table: str) -> DamagedJournal:
    """Return the error for a row that is not what the journal writes."""
    return DamagedJournal(
        f"A row of the table {table} cannot be read.", "The others are safe."
    )
