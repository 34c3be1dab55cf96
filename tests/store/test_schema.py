"""The form of a journal: models, migrations and `schema.sql` say the same."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.program import ROOT
from tests.store.conftest import HandClock
from tests.store.running import start_module
from tests.store.whole import ask, digest, whole
from winjournal.domain.errors import (
    DamagedJournal,
    NewerJournal,
)
from winjournal.domain.writing import InboxLine
from winjournal.resources import migrations_folder
from winjournal.store import quick
from winjournal.store.backup import check_whole
from winjournal.store.connect import connect
from winjournal.store.create import SCHEMA, blank, create
from winjournal.store.dump_schema import columns_json, schema_sql
from winjournal.store.migrating import connection_for_migrating, upgrade
from winjournal.store.schema import HEAD, known_revisions
from winjournal.store.shapes import COLUMNS, NAMES, TABLES
from winjournal.store.store import open_store
from winjournal.store.tables import metadata

if TYPE_CHECKING:
    from pathlib import Path

    from winjournal.services.ids import SeededIds

SHAPE = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master"
    " WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name"
)


def shape(path: Path) -> list[tuple[Any, ...]]:
    """Return what a journal is made of, whatever the blanks in its statements."""
    return [
        (*row[:3], re.sub(r"\s+", " ", row[3] or "").strip())
        for row in ask(path, SHAPE)
    ]


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    """Return a journal that the migrations made from nothing."""
    path = tmp_path / "migrated.db"
    blank(path)
    upgrade(path)
    return path


def test_schema_sql_is_what_the_migrations_make(migrated: Path, path: Path) -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_sql()
    create(path)
    assert shape(path) == shape(migrated)
    for query in (
        "SELECT * FROM alembic_version",
        "PRAGMA application_id",
        "SELECT * FROM search_fts_config ORDER BY 1",
    ):
        assert ask(path, query) == ask(migrated, query)


def test_the_models_are_what_the_migrations_make(
    migrated: Path, tmp_path: Path
) -> None:
    with connection_for_migrating(migrated) as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: (
                    kind != "table" or not name.startswith("search_fts")
                ),
            },
        )
        assert compare_metadata(context, metadata) == []
    # autogenerate sees no CHECK, so the statements are compared too
    modelled = tmp_path / "modelled.db"
    blank(modelled)
    with connection_for_migrating(modelled) as connection, connection.begin():
        metadata.create_all(connection)
    ours = {row for row in shape(modelled) if row[0] in ("table", "index")}
    theirs = {
        row
        for row in shape(migrated)
        if row[0] in ("table", "index")
        and row[1] != "alembic_version"
        and not row[1].startswith("search_fts")
    }
    assert ours == theirs


def test_the_shapes_are_what_the_models_say() -> None:
    assert COLUMNS.read_text(encoding="utf-8") == columns_json()
    assert set(TABLES) == set(metadata.tables)
    own = {"act", "facts", "search_doc", "row_sum"}
    assert set(NAMES.values()) | own == set(metadata.tables)
    for name, model in metadata.tables.items():
        kinds = {column.name: type(column.type) for column in TABLES[name].columns}
        assert kinds == {column.name: type(column.type) for column in model.columns}


def test_there_is_one_head_and_the_program_knows_it() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    revisions = {script.revision for script in scripts.walk_revisions()}
    assert revisions == known_revisions()


def test_a_migration_knows_no_room() -> None:
    for file in (migrations_folder() / "versions").glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [alias.name for alias in getattr(node, "names", ())]
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if isinstance(node, ast.Import | ast.ImportFrom):
                roots = {name.partition(".")[0] for name in names}
                assert roots <= {"__future__", "typing", "alembic", "sqlalchemy"}


def test_every_constraint_has_a_name() -> None:
    for table in metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints)


@pytest.mark.parametrize("stop", sorted(known_revisions() - {HEAD}))
def test_a_journal_of_any_revision_is_brought_to_head(
    stop: str, tmp_path: Path, clock: HandClock, ids: SeededIds, migrated: Path
) -> None:
    path = tmp_path / "old" / "j.db"
    path.parent.mkdir()
    blank(path)
    upgrade(path, stop)
    raw = connect(path)
    raw.execute(
        "INSERT INTO counterparty(id, created_at, updated_at, name, name_key, kind)"
        " VALUES ('a', '2026', '2026', 'Dana', 'dana', 'person')"
    )
    raw.close()
    before = whole(path)
    open_store(path, clock, ids).close()
    assert shape(path) == shape(migrated)
    after = whole(path)
    ((new,), (old,)) = after["counterparty"], before["counterparty"]
    assert new[: len(old)] == old
    (copy,) = (path.parent / "backups").iterdir()
    assert copy.name == f"j.20260304T090000Z-migration-{stop}.db"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert whole(copy) == before
    assert ask(copy, "PRAGMA application_id") == ask(path, "PRAGMA application_id")


def set_revision(path: Path, *revisions: str) -> None:
    raw = connect(path)
    raw.execute("DELETE FROM alembic_version")
    raw.executemany("INSERT INTO alembic_version VALUES (?)", [(r,) for r in revisions])
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


LINE = InboxLine(id="q", line="hm", at=HandClock().at, logged_at=HandClock().at)


def test_a_newer_journal_is_refused_untouched(
    old: Path, clock: HandClock, ids: SeededIds
) -> None:
    set_revision(old, "zz_future")
    before = digest(old)
    with pytest.raises(NewerJournal, match=f"zz_future; this one knows {HEAD}"):
        open_store(old, clock, ids)
    with pytest.raises(NewerJournal):
        quick.append_line(old, LINE)
    assert digest(old) == before
    assert not (old.parent / "backups").exists()


@pytest.mark.parametrize("revisions", [(), (HEAD, "0001")], ids=["none", "two"])
def test_a_journal_that_does_not_say_its_form_is_refused_untouched(
    revisions: tuple[str, ...], old: Path, clock: HandClock, ids: SeededIds
) -> None:
    set_revision(old, *revisions)
    before = digest(old)
    with pytest.raises(DamagedJournal, match="does not say which version"):
        open_store(old, clock, ids)
    with pytest.raises(DamagedJournal):
        quick.append_line(old, LINE)
    assert digest(old) == before


def test_a_database_without_tables_is_refused(
    path: Path, clock: HandClock, ids: SeededIds
) -> None:
    path.parent.mkdir()
    blank(path)
    with pytest.raises(DamagedJournal):
        open_store(path, clock, ids)


def test_two_processes_migrate_at_once_and_both_go_on(
    tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "old" / "j.db"
    path.parent.mkdir()
    blank(path)
    upgrade(path, "0001")
    programs = [
        start_module(home, "tests.store.opener", str(path), str(number))
        for number in range(2)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    told = [program.communicate(timeout=120) for program in programs]
    assert [program.returncode for program in programs] == [0, 0], told
    check_whole(path)
    assert sorted(ask(path, "SELECT id FROM vow")) == [("vow-0",), ("vow-1",)]
    assert ask(path, "SELECT * FROM alembic_version") == [(HEAD,)]
    assert len(list((path.parent / "backups").iterdir())) == 1


def test_head_is_opened_without_alembic(old: Path, home: Path) -> None:
    program = start_module(home, "tests.store.opener", str(old), "modules")
    out, err = program.communicate("go\n", timeout=120)
    assert program.returncode == 0, err
    assert out.split() == ["ready", "no-alembic"]


def test_env_py_lies_where_the_program_looks() -> None:
    assert (ROOT / "migrations" / "env.py").is_file()
    assert migrations_folder() == ROOT / "migrations"
