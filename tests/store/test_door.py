"""What SQLite says comes out in the domain's words, and quotes nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from tests.store.entities import MOMENT, put_parents
from winjournal.domain.errors import (
    Busy,
    DamagedJournal,
    DiskTrouble,
    Invalid,
    NotPermitted,
    WinJournalError,
)
from winjournal.store.door import domain_error, door

if TYPE_CHECKING:
    from pathlib import Path

    from winjournal.store.store import SqlStore

SECRET = "their bid was 41k"


@pytest.fixture(autouse=True)
def parents(store: SqlStore) -> None:
    with store.write("began", "it") as writer:
        put_parents(writer)


def test_no_error_quotes_what_was_written(store: SqlStore) -> None:
    def force(**fields: object) -> None:
        with store.write("forced", "it") as writer:
            writer.put(replace(MOMENT, **fields))  # type: ignore[arg-type]  # past the types

    for fields in (
        {"note": SECRET * 9},
        {"note": SECRET, "strength": 9},
        {"note": SECRET, "strength": 2**63},
        {"note": f"{SECRET} \ud800"},
        {"id": "x", "note": SECRET, "negotiation_id": "nothing"},
    ):
        with pytest.raises(WinJournalError) as told:
            force(**fields)
        error: BaseException | None = told.value
        while error is not None:
            assert SECRET not in str(error)
            error = error.__cause__


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("SQLITE_BUSY", Busy), ("SQLITE_LOCKED", Busy), ("SQLITE_FULL", DiskTrouble),
        ("SQLITE_IOERR", DiskTrouble), ("SQLITE_READONLY", NotPermitted),
        ("SQLITE_CANTOPEN", NotPermitted), ("SQLITE_CORRUPT", DamagedJournal),
        ("SQLITE_NOTADB", DamagedJournal), ("SQLITE_TOOBIG", Invalid),
        ("SQLITE_MISUSE", WinJournalError),
    ],
)  # fmt: skip
def test_each_code_of_sqlite_has_its_sentence(
    code: str, expected: type[WinJournalError], path: Path
) -> None:
    codes = {
        "SQLITE_BUSY": 5, "SQLITE_LOCKED": 6, "SQLITE_FULL": 13, "SQLITE_IOERR": 10,
        "SQLITE_READONLY": 8, "SQLITE_CANTOPEN": 14, "SQLITE_CORRUPT": 11,
        "SQLITE_NOTADB": 26, "SQLITE_TOOBIG": 18, "SQLITE_MISUSE": 21,
    }  # fmt: skip
    error = dbapi2.OperationalError(SECRET)
    error.sqlite_errorcode, error.sqlite_errorname = codes[code] | 1 << 8, code
    told = domain_error(error, path)
    assert type(told) is expected
    assert told.sentence.endswith(".")
    assert told.remedy
    assert SECRET not in str(told)


def test_a_message_that_is_no_text_means_damage_and_is_not_quoted(path: Path) -> None:
    """On damaged pages SQLite's own message may hold a piece of them."""
    error = UnicodeDecodeError("utf-8", SECRET.encode() + b"\xc1", 3, 4, "bad")
    with pytest.raises(DamagedJournal) as told, door(path):
        raise error
    assert told.value.__cause__ is None


def test_what_sqlalchemy_wraps_is_told_apart_by_what_is_inside(path: Path) -> None:
    inside = dbapi2.OperationalError(SECRET)
    inside.sqlite_errorcode = 13
    told = domain_error(OperationalError("INSERT", {}, inside), path)
    assert isinstance(told, DiskTrouble)


def test_other_errors_are_left_alone(path: Path) -> None:
    assert domain_error(ZeroDivisionError(), path) is None
