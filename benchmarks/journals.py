"""Journals of a given size, made once and kept under the cache folder."""

from __future__ import annotations

import hashlib
import os
import shutil
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from benchmarks import invented, words
from benchmarks.inventor import Inventor, instant
from tests.program import ROOT
from winjournal.store import kept
from winjournal.store.connect import TIMEOUT
from winjournal.store.create import SCHEMA, create
from winjournal.store.engine import Transactions
from winjournal.store.kept_form import FORM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from benchmarks.inventor import Values

MODULES = ("invented", "inventor", "journals", "prepared", "words")
"""What decides the content of a journal, beside the schema."""


def entry_rows(
    texts: Iterable[tuple[datetime, str]], seed: int
) -> Iterator[tuple[str, Values]]:
    """Yield table and row of dated free writing."""
    maker = Inventor(seed)
    for when, text in texts:
        yield (
            "entry",
            maker.row(
                when,
                written_date=when.date().isoformat(),
                body=text,
                **instant("written", when),
            ),
        )


def fill(
    path: Path,
    negotiations: int,
    moments: int,
    seed: int,
    texts: Iterable[tuple[datetime, str]] = (),
) -> None:
    """Make a journal at `path` and fill it with invented rows.

    The program itself makes it, empty; its triggers fill the search index.

    Args:
        path: Where; nothing may be there.
        negotiations: How many.
        moments: How many in all.
        seed: Equal seeds give equal journals.
        texts: Dated free writing to add.
    """
    create(path)
    connection = dbapi2.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        insert(connection, invented.rows(negotiations, moments, seed))
        insert(connection, entry_rows(texts, seed + 1))
        connection.execute("COMMIT")
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    settle(path)


def settle(path: Path) -> None:
    """Count what the program would have counted act by act, and let go of the file."""
    transactions = Transactions(path, TIMEOUT)
    with transactions.writing() as connection:
        kept.rebuild(connection)
    transactions.close(wrote=True)


def insert(connection: dbapi2.Connection, rows: Iterable[tuple[str, Values]]) -> None:
    """Insert rows as they come, those of one table and shape together."""
    shape = lambda pair: (pair[0], tuple(pair[1]))  # noqa: E731  a key for groupby
    for (table, columns), group in groupby(rows, key=shape):
        names = ", ".join(columns)
        marks = ", ".join("?" * len(columns))
        connection.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",
            (tuple(row.values()) for _, row in group),
        )


def made_from(*parts: object) -> str:
    """Return a short name for what a journal is made from: sizes, schema, code."""
    digest = hashlib.sha256(repr((*parts, FORM)).encode())
    sources = (ROOT / "benchmarks" / f"{name}.py" for name in MODULES)
    for source in (SCHEMA, *sources):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


def cache_folder() -> Path:
    """Return the folder of what the benchmarks keep between runs."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "winjournal-benchmarks"


def journal(
    cache: Path, into: Path, negotiations: int, moments: int, entries: int = 0
) -> Path:
    """Return a fresh copy of a journal of a given size.

    Args:
        cache: Where it is kept; as a side effect it is made there when missing.
        into: The folder for the copy: what is measured may write to it.
        negotiations: How many.
        moments: How many in all.
        entries: How many pieces of free writing.
    """
    name = made_from(negotiations, moments, entries)
    kept = cache / f"journal-{negotiations}-{moments}-{entries}-{name}.db"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(".partial")
        unfinished.unlink(missing_ok=True)
        texts = words.entries(entries, seed=3) if entries else ()
        fill(unfinished, negotiations, moments, 1, texts)
        unfinished.rename(kept)
    copy = into / f"{negotiations}-{moments}-{entries}.db"
    for beside in ("", "-wal", "-shm"):
        Path(f"{copy}{beside}").unlink(missing_ok=True)
    shutil.copyfile(kept, copy)
    copy.chmod(0o600)
    return copy
