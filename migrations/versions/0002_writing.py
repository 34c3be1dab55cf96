"""Free writing, weeks, seals, acts, drafts and the inbox."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables, parents first."""
    _inbox()
    _entry()
    _week_review()
    _vow()
    _vow_test()
    _draft()
    _link()
    _act()


def _columns(names: str) -> list[sa.Column[Any]]:
    """Return columns: text, or with # a whole number; ? may be NULL."""
    return [
        sa.Column(
            name.rstrip("#?"),
            sa.Integer() if "#" in name else sa.Text(),
            nullable=name.endswith("?"),
        )
        for name in names.split()
    ]


def _check(table: str, name: str, law: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(law, name=op.f(f"ck_{table}_{name}"))


def _one_of(table: str, column: str, values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values.split())
    return _check(table, column, f'"{column}" IN ({listed})')


def _key(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{to}.id"],
        name=op.f(f"fk_{table}_{column}_{to}"),
        ondelete="RESTRICT",
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _inbox() -> None:
    table = "inbox"
    op.create_table(
        table,
        *_columns(
            "id line person? at at_offset# has_date# logged_at logged_offset# "
            "filed_at? filed_offset#? entry_id?"
        ),
        _key(table),
        _check(table, "has_date", "has_date IN (0, 1)"),
    )
    _index(table, "filed_at")


def _entry() -> None:
    table = "entry"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at written_at written_offset# written_date "
            "body negotiation_id? inbox_id?"
        ),
        _key(table),
        _check(table, "body", "length(CAST(body AS BLOB)) <= 1048576"),
        _refers(table, "negotiation_id", "negotiation"),
        _refers(table, "inbox_id", "inbox"),
    )
    _index(table, "inbox_id")
    _index(table, "negotiation_id", "written_date", "id")


def _week_review() -> None:
    table = "week_review"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at week reflection sentence? unlogged#? "
            "prompt_id? answer? sealed_at? sealed_offset#? hash?"
        ),
        _key(table),
        _check(table, "week", "week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'"),
        _check(table, "sentence", "length(sentence) <= 200"),
        _check(table, "unlogged", "unlogged >= 0"),
        _check(table, "answer", "length(answer) <= 500"),
        _unique(table, "week"),
    )


def _vow() -> None:
    table = "vow"
    op.create_table(
        table,
        *_columns("id created_at updated_at week cue deed retired_on?"),
        _key(table),
        _check(table, "week", "week GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'"),
        _check(table, "cue", "trim(cue) <> '' AND length(cue) <= 120"),
        _check(table, "deed", "trim(deed) <> '' AND length(deed) <= 120"),
    )
    _index(table, "week")


def _vow_test() -> None:
    table = "vow_test"
    op.create_table(
        table,
        *_columns("id created_at updated_at vow_id negotiation_id occurred# kept#?"),
        _key(table),
        _check(table, "occurred", "occurred IN (0, 1)"),
        _check(table, "kept", "kept IN (0, 1)"),
        _refers(table, "vow_id", "vow"),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "negotiation_id")
    _index(table, "vow_id")


def _draft() -> None:
    table = "draft"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at owner field text cursor# base_version#? "
            "instance updated_offset#"
        ),
        _key(table),
        _unique(table, "owner", "field", "instance"),
    )


def _link() -> None:
    table = "link"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at chain number# kind content_hash "
            "previous_hash? hash sealed_at sealed_offset# content? tombstone#"
        ),
        _key(table),
        _check(table, "number", "number >= 1"),
        _check(table, "tombstone", "tombstone IN (0, 1)"),
        _unique(table, "chain", "number"),
    )


def _act() -> None:
    table = "act"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at number# what subject at at_offset# "
            "undone_at? undone_offset#? changes"
        ),
        _key(table),
        _unique(table, "number"),
    )
