"""An open journal: snapshots to read, one act a transaction, drafts, undo."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from winjournal.domain.errors import WinJournalError
from winjournal.domain.trash import Deleted, Doomed, Purged
from winjournal.domain.writing import Act, Draft
from winjournal.services.settled import Settled, Spare, spare_none
from winjournal.store import history, kept, purging
from winjournal.store.connect import TIMEOUT
from winjournal.store.door import door
from winjournal.store.engine import Transactions
from winjournal.store.images import plain
from winjournal.store.instants import utc_text
from winjournal.store.mapping import mapped
from winjournal.store.reader import SqlReader
from winjournal.store.schema import ensure_schema
from winjournal.store.views import SqlViews
from winjournal.store.writer import SqlWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from winjournal.services.ports import Clock, Ids


def open_store(
    path: Path, clock: Clock, ids: Ids, *, timeout: float = TIMEOUT
) -> SqlStore:
    """Open a journal: made if there is none, brought to head if it is older.

    Args:
        path: Where it is.
        clock: Tells when acts are done.
        ids: Makes the ids of acts.
        timeout: Seconds that a write waits for another process.

    Raises:
        NoJournal: The file is none.
        NewerJournal: A newer program wrote it; not a byte was changed.
        WinJournalError: It cannot be made, read or written.
    """
    real = ensure_schema(path, clock.now(), timeout=timeout)
    return SqlStore(Transactions(real, timeout), clock, ids)


class SqlStore:
    """A journal in SQLite.

    Args:
        transactions: Opens them.
        clock: Tells when acts are done.
        ids: Makes the ids of acts.
    """

    def __init__(self, transactions: Transactions, clock: Clock, ids: Ids) -> None:
        self._transactions = transactions
        self._clock, self._ids = clock, ids
        self._wrote = False
        self._seen: tuple[int, int] | None = None
        self._changes = 0
        self._settled: Settled | None = None

    @property
    def path(self) -> Path:
        """The real path of the journal."""
        return self._transactions.path

    @contextmanager
    def read(self) -> Iterator[SqlReader]:
        """Open a snapshot for reading; it never writes."""
        with self._transactions.reading() as connection:
            yield SqlReader(connection, self._clock.now().date())

    @contextmanager
    def views(self) -> Iterator[SqlViews]:
        """Open a snapshot for the lists; it never writes."""
        with self._transactions.reading() as connection:
            yield SqlViews(connection, self._clock.now().date())

    @contextmanager
    def write(self, what: str, subject: str) -> Iterator[SqlWriter]:
        """Open one act: BEGIN IMMEDIATE, and all of it commits or nothing.

        Args:
            what: The act in words, for undo: "marked ego".
            subject: What it is done to, in words.

        Raises:
            Busy: Another process holds the journal for over five seconds.
            DiskTrouble: It could not be written; nothing was changed.
            DamagedJournal: The file was moved or replaced while open.
        """
        now = self._clock.now()
        with self._transactions.writing() as connection:
            writer = SqlWriter(connection, now)
            if self._settled is not None:
                self._settled.unless()
            yield writer
            if self._settled is not None:
                _forget(connection, self._settled)
            act = Act(id=self._ids.new(now), what=what, subject=subject, at=now)
            history.record(connection, act, writer.changes, now)
            kept.catch_up(connection)
        self._wrote, self._settled = True, None

    @contextmanager
    def settling(self, draft: Settled) -> Iterator[None]:
        """Forget a draft in the transaction of the act that is done meanwhile.

        Where none is done it is forgotten at the end; after an error it stays.
        """
        self._settled = draft
        try:
            yield
            if self._settled is not None:
                self.draft(None, draft.owner, draft.field, draft.spare)
        finally:
            self._settled = None

    def draft(
        self, draft: Draft | None, owner: str, field: str, spare: Spare = spare_none
    ) -> None:
        """Keep one draft, or with None drop it; no act, never undone.

        Args:
            draft: What is kept.
            owner: Whose it is.
            field: Of which field.
            spare: Tells by its instance which drafts stay when it is dropped.

        Raises:
            WinJournalError: As for `write`.
        """
        with self._transactions.writing() as connection:
            if draft is None:
                _forget(connection, Settled(owner=owner, field=field, spare=spare))
            else:
                drafts = plain(mapped(Draft).table.name)
                row = mapped(Draft).stored(draft)
                new = insert(drafts).values(created_at=row["updated_at"], **row)
                renewed = {name: new.excluded[name] for name in row if name != "id"}
                connection.execute(
                    new.on_conflict_do_update(
                        index_elements=["owner", "field", "instance"], set_=renewed
                    )
                )
        self._wrote = True

    def undo(self, now: datetime) -> Act:
        """Take the latest act back that stands, also a logged line.

        Raises:
            NotFound: Nothing is left to undo.
            Conflict: Its rows have changed since, or it is an old seal.
        """
        with self._transactions.writing() as connection:
            act = history.undo(connection, self._ids, now)
            kept.catch_up(connection)
        self._wrote = True
        return act

    def redo(self, now: datetime) -> Act:
        """Do the act again that was undone last, if nothing was done since.

        Raises:
            NotFound: Nothing is left to redo.
            Conflict: Its rows have changed since.
        """
        with self._transactions.writing() as connection:
            act = history.redo(connection, self._ids, now)
            kept.catch_up(connection)
        self._wrote = True
        return act

    def trash(self) -> tuple[Deleted, ...]:
        """Return what undo or redo can still bring back, the latest first."""
        with self._transactions.reading() as connection:
            return purging.trash_of(connection)

    def purge(self, doomed: Doomed) -> Purged:
        """Delete for good, with every undo record, draft and sealed word of it.

        Raises:
            NotFound: It is not there.
        """
        now = self._clock.now()
        with self._transactions.writing() as connection:
            gone = purging.remove_for_good(
                SqlWriter(connection, now),
                deals=doomed.deals,
                person=doomed.person,
                lines=doomed.lines,
            )
            words = doomed.name if doomed.person else ""
            acts = purging.forget_acts(connection, gone, words)
            purging.forget_drafts(connection, gone)
            links = purging.leave_tombstones(connection, utc_text(now))
            still = purging.places_with(connection, doomed.name)
        self._wrote = True
        return Purged(
            rows=len(gone), acts=acts, links=links, still=still,
            is_scrubbed=purging.scrub(self.path),
        )  # fmt: skip

    def empty_trash(self) -> Purged:
        """Forget every undo record, and the words of what was deleted."""
        with self._transactions.writing() as connection:
            acts = purging.forget_all_acts(connection)
            now = self._clock.now()
            rows = purging.remove_filed(connection, SqlWriter(connection, now))
            links = purging.leave_tombstones(connection, utc_text(now))
            purging.forget_lost_drafts(connection)
        self._wrote = True
        return Purged(
            rows=rows, acts=acts, links=links, is_scrubbed=purging.scrub(self.path)
        )

    def rescue(self) -> Path:
        """Write all to a new file and go on with that; return where it is.

        For a file that was moved, deleted or replaced: what is open still has it all.

        Raises:
            WinJournalError: It cannot be written; nothing was changed.
        """
        self._transactions = self._transactions.rescued(self._clock.now())
        return self.path

    def changes(self) -> int:
        """Return a number that is another one once another program has written.

        No table is read. In rare cases, where two connections were in use at once,
        it is another one without cause; it never stays the same with cause.

        Raises:
            MovedJournal: Its file is not the one that was opened.
            WinJournalError: The journal cannot be read.
        """
        with door(self.path):
            seen = self._transactions.version()
        if self._seen is not None and seen != self._seen:
            self._changes += 1
        self._seen = seen
        return self._changes

    def close(self) -> None:
        """Let go of the journal: optimise, checkpoint, close.

        Everything is committed before, so what goes wrong here loses nothing.
        """
        with suppress(WinJournalError), door(self.path):
            self._transactions.close(wrote=self._wrote)


def _forget(connection: Connection, draft: Settled) -> None:
    """Delete what was being typed for one field, but not by somebody elsewhere."""
    drafts = plain(mapped(Draft).table.name)
    its = (drafts.c.owner == draft.owner, drafts.c.field == draft.field)
    found = connection.execute(select(drafts.c.instance).where(*its)).scalars().all()
    gone = [instance for instance in found if not draft.spare(instance)]
    connection.execute(drafts.delete().where(*its, drafts.c.instance.in_(gone)))
