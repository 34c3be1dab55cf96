"""Bringing an older journal up to date. Imports Alembic, about 140 ms.

Only `schema` imports this, and only when a journal is not at head.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from winjournal.resources import migrations_folder
from winjournal.store.connect import connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60.0
"""Seconds to wait while another process migrates the same journal."""


@contextmanager
def connection_for_migrating(path: Path) -> Iterator[Connection]:
    """Open a connection whose transactions hold the write lock from the start."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, timeout=PATIENCE, foreign_keys=False),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def upgrade(path: Path, revision: str = "head", folder: Path | None = None) -> None:
    """Run the migrations up to `revision`: all of them, or none.

    Args:
        path: The real path of a journal, or of an empty database.
        revision: Where to stop.
        folder: Where the migrations are; None takes the program's own.
    """
    with connection_for_migrating(path) as connection:
        config = Config()
        place = str(folder or migrations_folder())
        config.set_main_option("script_location", place.replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
