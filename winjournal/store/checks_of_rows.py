"""What is looked at in a journal: pages, form, rows, references, the search index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from winjournal.domain.errors import DamagedJournal, NewerJournal
from winjournal.services.saying import say_count
from winjournal.store.backup import faults_of
from winjournal.store.connect import connect, look
from winjournal.store.create import SCHEMA
from winjournal.store.door import door
from winjournal.store.found import damaged, fine, note, to_mend
from winjournal.store.schema import HEAD, revision_of
from winjournal.store.sums import accept as take_as_they_stand
from winjournal.store.sums import add_missing, misfits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from winjournal.store.found import Found

_BACKUP = "wj restore puts a backup in its place."
_SHOWN = 20


def row_checks(path: Path, *, accept: bool = False) -> Iterator[Found]:
    """Yield what is found in a journal.

    Args:
        path: A real path.
        accept: Whether damaged rows may be taken as they stand.

    Raises:
        WinJournalError: It cannot be read at all.
    """
    yield from _pages(path)
    form = _form(path)
    yield form
    if form.finding.state != "fine":
        return
    yield _made_of(path)
    yield from _rows(path, accept=accept)
    yield _references(path)
    yield _index(path)


def _asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    connection = look(path)
    try:
        with door(path):
            found: list[tuple[Any, ...]] = connection.execute(query).fetchall()
            return found
    finally:
        connection.close()


def _pages(path: Path) -> Iterator[Found]:
    connection = look(path)
    try:
        with door(path):
            faults = faults_of(connection, "integrity_check")
    finally:
        connection.close()
    if not faults:
        yield fine("pages", "The file hangs together.")
        return
    yield damaged("pages", f"The file is damaged: {faults[0]}.", _BACKUP)


def _form(path: Path) -> Found:
    try:
        revision = revision_of(path)
    except (NewerJournal, DamagedJournal) as error:
        return damaged("form", error.sentence, error.remedy)
    if revision != HEAD:
        return note(
            "form",
            f"The journal is of revision {revision}; this WinJournal writes {HEAD}.",
            "It is brought up to date when it is opened, after a backup.",
        )
    return fine("form", f"Revision {HEAD}, the present one.")


def _made_of(path: Path) -> Found:
    """Return whether the file holds tables, views or triggers that are not ours."""
    statement = re.compile(
        r"^CREATE (?:UNIQUE )?(?:VIRTUAL )?(TABLE|INDEX|TRIGGER|VIEW) (\w+)", re.M
    )
    script = SCHEMA.read_text(encoding="utf-8")
    ours = {(kind.lower(), name) for kind, name in statement.findall(script)}
    there = {
        (str(kind), str(name))
        for kind, name in _asked(path, "SELECT type, name FROM sqlite_master")
        if not str(name).startswith(("sqlite_", "search_fts_"))
    }
    strange, lacking = sorted(there - ours), sorted(ours - there)
    if not strange and not lacking:
        return fine("made of", "Its tables and triggers are those of WinJournal.")
    said = [f"it holds the {kind} {name[:60]}" for kind, name in strange[:3]]
    said += [f"it lacks the {kind} {name}" for kind, name in lacking[:3]]
    return damaged(
        "made of",
        f"The file is not as WinJournal makes it: {', '.join(said)}.",
        "Do not use a file from somebody else; " + _BACKUP,
    )


def _rows(path: Path, *, accept: bool) -> Iterator[Found]:
    connection = look(path)
    try:
        with door(path):
            found = misfits(connection)
    finally:
        connection.close()
    if found.rows:
        ids = tuple(f"{row.kind} {row.ref}" for row in found.rows)
        count = len(ids)
        yield damaged(
            "rows",
            f"{say_count(count, 'row is', 'rows are')} not as written: by the disk, or"
            " by another program. All others are sound.",
            f"{_BACKUP} wj doctor --fix --accept takes them as they stand.",
            ids,
            _writing(path, lambda c: take_as_they_stand(c, found.rows))
            if accept
            else None,
        )
    else:
        yield fine("rows", "Every row is as it was written.")
    if found.unsummed:
        yield to_mend(
            "rows",
            f"{say_count(found.unsummed, 'row has', 'rows have')} no sum: another"
            " program wrote them.",
            "Give them one.",
            _writing(path, add_missing),
            touches=True,
        )


def _references(path: Path) -> Found:
    loose = _asked(path, "PRAGMA foreign_key_check")
    if not loose:
        return fine("references", "No row points at one that is gone.")
    ids = tuple(f"{row[0]} row {row[1]}" for row in loose[:_SHOWN])
    said = f"{say_count(len(loose), 'row points', 'rows point')} at what is gone."
    return damaged("references", said, _BACKUP, ids)


def _index(path: Path) -> Found:
    """Return whether the search index fits the texts, which SQLite itself can tell."""
    connection = connect(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(
                "INSERT INTO search_fts(search_fts, rank) VALUES ('integrity-check', 1)"
            )
            lost = _unlisted(connection)
        except dbapi2.DatabaseError:
            lost = 1
        finally:
            connection.execute("ROLLBACK")
    finally:
        connection.close()
    if not lost:
        return fine("search", "The index fits what is written.")
    return to_mend(
        "search",
        "The search index does not fit what is written.",
        "Make it again from the texts; nothing of yours is in it alone.",
        _writing(path, rebuild),
        touches=True,
    )


def _unlisted(connection: Any) -> int:
    """Return how many texts the index lists for rows that are not there."""
    kinds = connection.execute("SELECT DISTINCT kind FROM search_doc").fetchall()
    known = set(_searched(connection))
    if {kind for (kind,) in kinds} - known:
        return 1
    lost = 0
    for kind in known:
        (count,) = connection.execute(
            "SELECT count(*) FROM search_doc WHERE kind = ? AND NOT EXISTS"
            f' (SELECT 1 FROM "{kind}" WHERE id = search_doc.ref)',
            (kind,),
        ).fetchone()
        lost += count
    return lost


def _searched(connection: Any) -> dict[str, str]:
    """Return the tables that are searched, each with a column its trigger watches."""
    found = connection.execute(
        "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
        " AND name LIKE 'search!_%!_update' ESCAPE '!' AND tbl_name <> 'search_doc'"
    ).fetchall()
    watched = re.compile(r"AFTER UPDATE OF (\w+)")
    return {table: match[1] for table, sql in found if (match := watched.search(sql))}


def rebuild(connection: Any) -> None:
    """Make the texts and their index again, by the triggers that keep them."""
    connection.execute("INSERT INTO search_fts(search_fts) VALUES ('rebuild')")
    connection.execute("DELETE FROM search_doc")
    for table, column in sorted(_searched(connection).items()):
        connection.execute(f'UPDATE "{table}" SET "{column}" = "{column}"')
    connection.execute("INSERT INTO search_fts(search_fts) VALUES ('rebuild')")


def _writing(path: Path, work: Callable[[Any], object]) -> Callable[[], None]:
    def cure() -> None:
        connection = connect(path)
        try:
            with door(path):
                connection.execute("BEGIN IMMEDIATE")
                work(connection)
                connection.execute("COMMIT")
        finally:
            connection.close()

    return cure
