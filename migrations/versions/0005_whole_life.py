"""What one brings and knows, repairs, own tags, and what is said to the report."""

from __future__ import annotations

from typing import Any, NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_STEPS = "trust winning value share ego interests"


class _Source(NamedTuple):
    """A table that can be searched: its words, and the date of a text as SQL."""

    table: str
    words: str
    negotiation: str = "new.negotiation_id"
    on: str = "NULL"


_SOURCES = (
    _Source("value_item", "text evidence differs"),
    _Source("information_gap", "text because"),
    _Source("offer", "text"),
    _Source("repair", "text for_whom effect", on="new.made_date"),
    _Source("follow_up", "note"),
    _Source("vow", "cue deed", "NULL"),
)


def upgrade() -> None:
    """Make the tables, then index the words of the new and of some old ones."""
    _follow_up()
    _value_item()
    _information_gap()
    _own_tag()
    _repair()
    _response()
    _blind_rating()
    for source in _SOURCES:
        _search(source)


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


def _words(table: str, column: str, top: int) -> sa.CheckConstraint:
    return _check(table, column, f"trim({column}) <> '' AND length({column}) <= {top}")


def _at_most(table: str, column: str, top: int) -> sa.CheckConstraint:
    return _check(table, column, f"length({column}) <= {top}")


def _one_of(table: str, column: str, values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values.split())
    return _check(table, column, f'"{column}" IN ({listed})')


def _key(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{to}.id"],
        name=op.f(f"fk_{table}_{column}_{to}"),
        ondelete="RESTRICT",
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _follow_up() -> None:
    op.execute(
        "ALTER TABLE follow_up ADD COLUMN reopened_by TEXT"
        " CONSTRAINT ck_follow_up_reopened_by"
        " CHECK (\"reopened_by\" IN ('nobody', 'me', 'them'))"
    )


def _value_item() -> None:
    table = "value_item"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id text low? high? unit? "
            "evidence? differs? told_at? told_offset#? position#"
        ),
        _key(table),
        _words(table, "text", 120),
        _check(table, "low", "high IS NULL OR low IS NOT NULL"),
        _check(table, "high", "CAST(high AS REAL) >= CAST(low AS REAL)"),
        _at_most(table, "unit", 20),
        _at_most(table, "evidence", 120),
        _at_most(table, "differs", 120),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "negotiation_id", "position")


def _information_gap() -> None:
    table = "information_gap"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id text material#? plan? "
            "because? told_at? told_offset#? position#"
        ),
        _key(table),
        _words(table, "text", 140),
        _check(table, "material", "material IN (0, 1)"),
        _one_of(
            table,
            "plan",
            "tell tell-before-signing they-can-look-it-up not-mine-to-tell keep",
        ),
        _at_most(table, "because", 120),
        _check(table, "kept", "plan <> 'keep' OR coalesce(because, '') <> ''"),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "negotiation_id", "position")


def _own_tag() -> None:
    table = "own_tag"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at slug label step archived_at? archived_offset#?"
        ),
        _key(table),
        _words(table, "slug", 40),
        _words(table, "label", 60),
        _one_of(table, "step", _STEPS),
        sa.UniqueConstraint("slug", name=op.f(f"uq_{table}_slug")),
    )


def _repair() -> None:
    table = "repair"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id moment_id? text for_whom? "
            "made_at made_offset# made_date due? done_on? effect?"
        ),
        _key(table),
        _words(table, "text", 120),
        _at_most(table, "for_whom", 60),
        _at_most(table, "effect", 140),
        _refers(table, "negotiation_id", "negotiation"),
        _refers(table, "moment_id", "moment"),
    )
    _index(table, "negotiation_id")
    _index(table, "moment_id")
    _index(table, "done_on", "due")


def _response() -> None:
    table = "response"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at block period answered_at answered_offset# "
            "agrees# reason? sentence"
        ),
        _key(table),
        _check(table, "agrees", "agrees IN (0, 1)"),
        _at_most(table, "reason", 200),
        _at_most(table, "sentence", 600),
        _check(table, "contest", "agrees = 1 OR coalesce(reason, '') <> ''"),
    )
    _index(table, "block", "period")


def _blind_rating() -> None:
    table = "blind_rating"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id rated_at rated_offset# "
            "my_sat#? step_self?"
        ),
        _key(table),
        _check(table, "my_sat", "my_sat BETWEEN 1 AND 7"),
        _check(
            table, "step_self", "step_self GLOB '[[][1-7],[1-7],[1-7],[1-7],[1-7]]'"
        ),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "negotiation_id")


def _search(source: _Source) -> None:
    words = source.words.split()
    listed = ", ".join(f"new.{name}" for name in words)
    text = listed if len(words) == 1 else f"concat_ws(char(10), {listed})"
    add = (
        "INSERT INTO search_doc(kind, ref, negotiation_id, on_date, text)"
        f" SELECT '{source.table}', new.id, {source.negotiation}, {source.on},"
        f" {text}"
    )
    drop = "DELETE FROM search_doc WHERE ref = old.id"
    watched = ", ".join(words)
    for name, event, body in (
        ("insert", "INSERT", f"{add} WHERE {text} <> '';"),
        ("update", f"UPDATE OF {watched}", f"{drop}; {add} WHERE {text} <> '';"),
        ("delete", "DELETE", f"{drop};"),
    ):
        op.execute(
            f"CREATE TRIGGER search_{source.table}_{name}"
            f" AFTER {event} ON {source.table} BEGIN {body} END"
        )
    op.execute(f"{add} FROM {source.table} AS new WHERE {text} <> ''")
