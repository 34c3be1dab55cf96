"""Where an import comes from: what a file is, and what is read in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from winjournal.domain.dates import read_when
from winjournal.domain.errors import DamagedJournal, NoJournal, NotUnderstood
from winjournal.domain.zones import zone_of
from winjournal.exchange.incoming import Incoming, load_json
from winjournal.exchange.mirror import MANIFEST
from winjournal.reading_files import MIB, as_text, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

OWN, JRNL, DAY_ONE, CSV, MIRROR = "winjournal", "jrnl", "dayone", "csv", "mirror"
SOURCES = (OWN, JRNL, DAY_ONE, CSV, MIRROR)
"""What can be brought in."""

MOST = 256 * MIB
"""The most bytes of a file: some hundred times what a lifetime of talks takes."""

_FILES_MOST = 100_000
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read.

    Attributes:
        whole: By kind its entities.
        notes: One sentence for each thing that was not understood.
    """

    whole: dict[str, list[Any]]
    notes: tuple[str, ...] = ()


def source_of(path: Path, asked: str | None) -> str:
    """Return what a file or a folder is, as asked, else as it looks.

    Raises:
        NoJournal: There is nothing, or it cannot be read.
        DamagedJournal: It looks like nothing that is known.
    """
    if asked is not None:
        return asked
    if path.is_dir():
        return MIRROR if (path / MANIFEST).exists() else JRNL
    data = read_bytes(path, MOST)
    if data.startswith(_ZIP):
        return DAY_ONE
    text = as_text(data, str(path))
    from winjournal.exchange.from_jrnl import is_jrnl_text

    if is_jrnl_text(text):
        return JRNL
    if text.lstrip()[:1] in ("{", "["):
        return _of_json(load_json(text))
    if path.suffix.lower() in (".csv", ".tsv"):
        return CSV
    raise _unknown()


def _of_json(document: Any) -> str:
    from winjournal.exchange.from_day_one import is_day_one
    from winjournal.exchange.from_jrnl import is_jrnl_json

    if is_jrnl_json(document):
        return JRNL
    if is_day_one(document):
        return DAY_ONE
    if isinstance(document, dict) and "format" in document:
        return OWN
    raise _unknown()


def read_source(
    path: Path, source: str, columns: str | None, known: dict[str, str], now: datetime
) -> Found:
    """Read a file or a folder; nothing is written.

    Args:
        path: Where.
        source: One of `SOURCES`.
        columns: What `--map` says.
        known: The ids of people here, by their folded name.
        now: Says the zone, and what year a date without one is in.

    Raises:
        NoJournal: It cannot be read.
        DamagedJournal: It is not what it should be; the sentence says where.
        NotUnderstood: A text is over 1 MiB, or the columns are none.
        NewerJournal: A newer WinJournal wrote it.
    """
    if columns is not None and source != CSV:
        raise NotUnderstood("--map says what the columns of CSV hold.")
    if source == OWN:
        from winjournal.exchange.json_form import read_json

        return Found(read_json(as_text(read_bytes(path, MOST), str(path))))
    into = Incoming()
    if source == JRNL:
        _read_jrnl(path, now, into)
    elif source == DAY_ONE:
        _read_day_one(path, now, into)
    else:
        _read_csv(path, columns, known, now, into)
    return Found(into.whole, into.said())


def _read_jrnl(path: Path, now: datetime, into: Incoming) -> None:
    from winjournal.exchange.from_jrnl import (
        is_jrnl_json,
        read_jrnl_json,
        read_jrnl_text,
    )

    zone = zone_of(now)
    if path.is_dir():
        return read_jrnl_text(_files(path), zone, into)
    text = as_text(read_bytes(path, MOST), str(path))
    if not text.lstrip().startswith("{"):
        return read_jrnl_text([(path.name, text)], zone, into)
    document = load_json(text)
    if not is_jrnl_json(document):
        raise DamagedJournal("This is no JSON of jrnl.")
    return read_jrnl_json(document, zone, into)


def _read_day_one(path: Path, now: datetime, into: Incoming) -> None:
    from winjournal.exchange.from_day_one import (
        documents_in_zip,
        is_day_one,
        read_day_one,
    )

    data = read_bytes(path, MOST)
    if data.startswith(_ZIP):
        documents = list(documents_in_zip(data, MOST))
    else:
        documents = [(path.name, load_json(as_text(data, str(path))))]
    for name, document in documents:
        if not is_day_one(document):
            raise DamagedJournal(f"{name} is no journal of Day One.")
        read_day_one(name, document, zone_of(now), into)


def _read_csv(
    path: Path, columns: str | None, known: dict[str, str], now: datetime,
    into: Incoming,
) -> None:  # fmt: skip
    from winjournal.exchange.from_csv import read_csv, read_map

    def date_of(text: str) -> datetime | None:
        found = read_when(text, now)
        return found.at if found else None

    text = as_text(read_bytes(path, MOST), str(path))
    read_csv(text, read_map(columns or ""), known, date_of, zone_of(now), into)


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the text files of a folder in the order of their days; no link is gone by.

    Raises:
        NoJournal: One cannot be read, or there is too much.
    """
    left, count = MOST, 0
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(name for name in names if name.endswith(".txt")):
            path = Path(root) / name
            count += 1
            if path.is_symlink():
                continue
            if count > _FILES_MOST:
                raise NoJournal(f"{folder} has more than {_FILES_MOST:,} files.")
            data = read_bytes(path, left)
            left -= len(data)
            yield str(path.relative_to(folder)), as_text(data, str(path))


def _unknown() -> DamagedJournal:
    return DamagedJournal(
        "It does not look like a journal that is known.",
        f"Say what it is with --from {'|'.join(SOURCES)}.",
    )
