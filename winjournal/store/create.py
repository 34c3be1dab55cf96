"""Making a journal where there is none: whole, or not at all.

Without SQLAlchemy and Alembic, so that the very first `wj log` is quick too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from winjournal.store.alone import alone_in
from winjournal.store.connect import check_library
from winjournal.store.door import door
from winjournal.store.files import (
    APPLICATION_ID,
    file_error,
    flush,
    is_missing,
    locate,
    make_folder,
    partial_of,
    premake,
    sweep,
)
from winjournal.store.places import refuse_network

if TYPE_CHECKING:
    from winjournal.store.keys import Key

SCHEMA = Path(__file__).with_name("schema.sql")
"""Everything a new journal starts with; generated, see `dump_schema`."""


def create(path: Path, key: Key | None = None) -> Path:
    """Make an empty journal at head, unless one has appeared meanwhile.

    It is made under another name and then renamed, so that nobody ever sees
    half of one. File 0600; a folder that has to be made, 0700.

    Args:
        path: Where.
        key: What encrypts it; None makes a plain file.

    Returns:
        The real path.

    Raises:
        CannotCreate: The folder cannot be made.
        NotPermitted: It may not be written.
        DiskTrouble: The disk is full or fails.
    """
    check_library()
    make_folder(path.parent)
    target = path.parent.resolve() / path.name
    refuse_network(target)
    try:
        with alone_in(target.parent):
            if is_missing(target):
                _build(target, key)
    except OSError as error:
        raise file_error(error, target) from error
    return locate(target)


def blank(path: Path) -> None:
    """Make a journal without a single table, for the migrations to fill.

    Raises:
        CannotCreate: There is something already.
    """
    premake(path)
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        connection.close()


def _build(target: Path, key: Key | None) -> None:
    partial = partial_of(target)
    # what a killed process left; nobody else is here, for the folder is held
    sweep(partial)
    premake(partial)
    try:
        with door(target):
            connection = dbapi2.connect(str(partial), isolation_level=None)
            try:
                if key is not None:
                    connection.execute(f'PRAGMA key="{key.literal}"')
                _fill(connection)
            finally:
                connection.close()
        flush(partial)
        partial.rename(target)
    except BaseException:
        sweep(partial)
        raise
    flush(target.parent)


def _fill(connection: Any) -> None:
    script = SCHEMA.read_text(encoding="utf-8")
    connection.executescript(f"BEGIN;\n{script}\nCOMMIT;")
    connection.execute("PRAGMA journal_mode=WAL")
