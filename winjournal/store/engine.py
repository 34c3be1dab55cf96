"""SQLAlchemy over sqlcipher3: transactions that begin when they say so."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from winjournal.domain.errors import Busy
from winjournal.store.connect import connect
from winjournal.store.door import cause_of, domain_error
from winjournal.store.files import Identity, identity
from winjournal.store.opening import check_same
from winjournal.store.rescuing import log_of, rescue, set_log_aside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_BEGIN = "wj_begin"


class Transactions:
    """Opens transactions on one journal file, whoever renames or replaces it.

    Args:
        path: The real path of a journal at head.
        timeout: Seconds that a write waits for another process.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        self.path = path
        self.file = identity(path)
        self.log: Identity | None = None
        self._timeout = timeout
        self._engine = _engine(path, timeout, self)
        self._writing = self._engine.execution_options(**{_BEGIN: "IMMEDIATE"})

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a snapshot; it sees no write of others and never writes."""
        with _free(self._engine, self.path) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that holds the write lock from its start.

        Raises:
            Busy: Another process holds the lock for too long.
            DamagedJournal: The file was moved, deleted or replaced; SQLite
                would report success and lose what it is given.
        """
        check_same(self.path, self.file)
        with _free(self._writing, self.path) as connection, connection.begin():
            # once more, now that nobody else can put another in its place
            check_same(self.path, self.file)
            yield connection
        self.log = log_of(self.path)

    def version(self) -> tuple[int, int]:
        """Return which connection was asked, and the version of the data it sees.

        A connection's number stays the same over its own commits and changes with
        those of any other (SQLite's `data_version`); no table is read.

        Raises:
            MovedJournal: The file was moved, deleted or replaced.
        """
        check_same(self.path, self.file)
        raw = self._engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("PRAGMA data_version")
            ((number,),) = cursor.fetchall()
            cursor.close()
            return id(raw.dbapi_connection), int(number)
        finally:
            raw.close()

    def rescued(self, now: datetime) -> Transactions:
        """Write all that is open to a new file beside this one, and open that.

        Args:
            now: For the name of the file.

        Raises:
            WinJournalError: It cannot be written; nothing was changed.
        """
        raw = self._engine.raw_connection()
        try:
            target = rescue(raw, self.path, now)
        finally:
            raw.close()
        self._engine.dispose()
        # beside another file this log would damage that (RELIABILITY.md, finding 13)
        set_log_aside(self.path, self.log)
        return Transactions(target, self._timeout)

    def close(self, *, wrote: bool) -> None:
        """Let go of the file; what was written moves from the log into it."""
        if wrote and identity(self.path) == self.file:
            raw = self._engine.raw_connection()
            try:
                cursor = raw.cursor()
                cursor.execute("PRAGMA optimize")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                cursor.close()
            finally:
                raw.close()
        self._engine.dispose()


@contextmanager
def _free(engine: Engine, path: Path) -> Iterator[Connection]:
    try:
        connection = engine.connect()
    except PoolTimeoutError as error:
        raise Busy(f"Too much is being read from {path}.", "Try again.") from error
    with connection:
        yield connection


def _engine(path: Path, timeout: float, owner: Transactions) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, timeout=timeout, expected=owner.file),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=2,
        # the one used last first: as a rule one connection reads and writes all, and
        # its data_version then tells what others wrote
        pool_use_lifo=True,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)

    def tell(context: ExceptionContext) -> None:
        told = domain_error(context.original_exception, path)
        if told is not None:
            raise told from cause_of(context.original_exception)

    event.listen(engine, "handle_error", tell)
    return engine


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get(_BEGIN, "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
