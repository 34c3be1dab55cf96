"""A journal of yesterday under the migrations of tomorrow: whole, or as it was."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import BOTH_FORMS
from tests.store.test_schema import shape
from tests.store.whole import ask, digest, whole
from winjournal.domain.errors import DiskTrouble, WinJournalError
from winjournal.resources import migrations_folder
from winjournal.store import connect as connecting
from winjournal.store import schema
from winjournal.store.connect import connect, look
from winjournal.store.schema import HEAD
from winjournal.store.store import open_store
from winjournal.store.sums import Misfits, Row, misfits

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.conftest import HandClock
    from winjournal.services.ids import SeededIds

pytestmark = BOTH_FORMS


@pytest.fixture
def tomorrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return migrations with one revision more; the program uses them."""
    folder = tmp_path / "migrations 100%"
    shutil.copytree(migrations_folder(), folder, ignore=lambda *_: ["__pycache__"])
    for module in ("schema", "migrating"):
        monkeypatch.setattr(
            f"winjournal.store.{module}.migrations_folder", lambda: folder
        )
    monkeypatch.setattr(schema, "HEAD", "9999")
    return folder


def plant(folder: Path, *lines: str) -> None:
    """Write the next revision; its `upgrade` has these lines."""
    body = "\n    ".join(lines)
    (folder / "versions" / "9999_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\n"
        f'revision = "9999"\ndown_revision = "{HEAD}"\n\n\n'
        f"def upgrade() -> None:\n    {body}\n"
    )


ADD = 'op.add_column("moment", sa.Column("mood", sa.Text()))'


@pytest.mark.parametrize(
    "fault",
    [
        'raise RuntimeError("planted")',
        'op.execute("INSERT INTO nowhere VALUES (1)")',
        'op.execute("DELETE FROM vow")',
        'op.execute("DELETE FROM counterparty")',
        "op.execute(\"UPDATE moment SET negotiation_id = 'nothing'\")",
    ],
    ids=["raises", "bad SQL", "loses rows", "loses parents", "loses its way"],
)
def test_a_failing_migration_leaves_everything_as_it_was(
    fault: str, old: Path, tomorrow: Path, clock: HandClock, ids: SeededIds
) -> None:
    before, form = whole(old, leave_out=()), shape(old)
    plant(tomorrow, ADD, 'op.create_table("mood", sa.Column("a"))', fault)
    for _ in range(2):
        with pytest.raises(WinJournalError) as told:
            open_store(old, clock, ids)
        assert str(told.value)
        assert whole(old, leave_out=()) == before
        assert shape(old) == form
    copies = sorted((old.parent / "backups").iterdir())
    assert [whole(copy, leave_out=()) for copy in copies] == [before] * 2
    plant(tomorrow, ADD)
    open_store(old, clock, ids).close()
    assert ask(old, "SELECT version_num, mood FROM alembic_version, moment") == [
        ("9999", None)
    ]


BATCH = (
    'with op.batch_alter_table("negotiation") as batch:',
    '    batch.alter_column("prep_hash", new_column_name="prep_digest")',
)
TRIGGERS = "SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


def test_a_moved_table_may_not_leave_its_triggers_behind(
    old: Path, tomorrow: Path, clock: HandClock, ids: SeededIds
) -> None:
    before = whole(old)
    plant(tomorrow, *BATCH)
    with pytest.raises(WinJournalError):
        open_store(old, clock, ids)
    assert whole(old) == before
    plant(
        tomorrow,
        f"""found = op.get_bind().exec_driver_sql("{TRIGGERS}").scalars().all()""",
        *BATCH,
        "for statement in found:",
        '    if "ON negotiation" in statement:',
        "        op.execute(sa.DDL(statement))",
    )
    made = ask(old, TRIGGERS)
    open_store(old, clock, ids).close()
    assert ask(old, TRIGGERS) == made
    # the children of a moved table went with it where foreign keys were on
    assert whole(old)["moment"] == before["moment"]
    assert ask(old, "SELECT count(*) FROM search_doc WHERE kind = 'negotiation'") == [
        (1,)
    ]


def test_a_migration_needs_room(
    old: Path, tomorrow: Path, clock: HandClock, ids: SeededIds,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    plant(tomorrow, ADD)
    monkeypatch.setattr("winjournal.store.backup.free_space", lambda folder: 2**20)
    before = digest(old)
    with pytest.raises(DiskTrouble, match="not enough space"):
        open_store(old, clock, ids)
    assert digest(old) == before


def test_a_disk_that_fills_up_within_a_migration_changes_nothing(
    old: Path, tomorrow: Path, clock: HandClock, ids: SeededIds,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    pages = ask(old, "PRAGMA page_count")[0][0]
    plant(tomorrow, ADD, "op.execute('CREATE TABLE big (words TEXT)')",
          "op.execute('INSERT INTO big VALUES (zeroblob(4000000))')")  # fmt: skip
    before, form = whole(old, leave_out=()), shape(old)
    with monkeypatch.context() as full:
        full.setattr(
            connecting,
            "_SETTINGS",
            (*connecting._SETTINGS, f"max_page_count={pages + 20}"),
        )
        for _ in range(2):
            with pytest.raises(WinJournalError) as told:
                open_store(old, clock, ids)
            assert told.value.code == 74
            assert (whole(old, leave_out=()), shape(old)) == (before, form)
    open_store(old, clock, ids).close()
    assert whole(old)["moment"] is not None
    assert ask(old, "SELECT length(words) FROM big") == [(4_000_000,)]


def test_a_migration_that_writes_rows_renews_their_sums_but_hides_no_damage(
    old: Path, tomorrow: Path, clock: HandClock, ids: SeededIds
) -> None:
    connection = connect(old)
    connection.execute("UPDATE vow SET cue = 'I hear cheapes'")
    connection.close()
    plant(tomorrow, ADD, "op.execute(\"UPDATE moment SET mood = 'calm'\")")
    open_store(old, clock, ids).close()
    connection = look(old)
    found = misfits(connection)
    connection.close()
    assert found == Misfits((Row("vow", "vow"),), (), 0)
