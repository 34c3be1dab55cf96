"""Search: one text for each thing that has words, kept in step by triggers."""

from __future__ import annotations

from typing import NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_MONDAY = (
    "date(substr(new.week, 1, 4) || '-01-04', '-6 days', 'weekday 1',"
    " ((substr(new.week, 7) - 1) * 7) || ' days')"
)


class _Source(NamedTuple):
    """A table that can be searched.

    Attributes:
        words: The columns that hold words.
        negotiation: Where a hit leads, as SQL.
        on: Its date, as SQL.
        watched: Other columns whose change changes the text, besides `words`.
        only: Which rows have a text, as SQL.
    """

    table: str
    words: str
    negotiation: str = "new.negotiation_id"
    on: str = "NULL"
    watched: str = ""
    only: str = ""


_SOURCES = (
    _Source(
        "negotiation",
        "title kind value_case alternative ego_risk smallest_promise"
        " fair_basis_note walk_away_text",
        "new.id",
        "new.listed_on",
        "listed_on",
    ),
    _Source("goalpost", "text what_changed"),
    _Source("criterion", "text"),
    _Source("moment", "note", on="new.at_date", watched="at_date negotiation_id"),
    _Source(
        "entry",
        "body",
        on="new.written_date",
        watched="written_date negotiation_id",
    ),
    _Source("debrief", "better_for_both lesson happened why next_time true_sentence"),
    _Source(
        "counterparty",
        "name alias note",
        "NULL",
        "coalesce(new.since, substr(new.created_at, 1, 10))",
        "since",
    ),
    _Source(
        "inbox",
        "line person",
        "NULL",
        "date(new.at, new.at_offset || ' minutes')",
        "filed_at",
        # a filed line is found as the entry it became
        "new.filed_at IS NULL",
    ),
    _Source("promise", "text", on="new.made_date", watched="negotiation_id"),
    _Source("week_review", "reflection sentence answer", "NULL", _MONDAY),
)


def upgrade() -> None:
    """Make the texts, their index and the triggers; index what is there."""
    op.create_table(
        "search_doc",
        sa.Column("rowid", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("negotiation_id", sa.Text(), nullable=True),
        sa.Column("on_date", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("rowid", name=op.f("pk_search_doc")),
        sa.UniqueConstraint("ref", name=op.f("uq_search_doc_ref")),
    )
    op.create_index(
        op.f("ix_search_doc_negotiation_id"), "search_doc", ["negotiation_id"]
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_fts USING fts5(text, content='search_doc',"
        " content_rowid='rowid', tokenize='unicode61 remove_diacritics 2')"
    )
    # without it the words of a deleted note stay in the index
    op.execute("INSERT INTO search_fts(search_fts, rank) VALUES('secure-delete', 1)")
    _index_triggers()
    for source in _SOURCES:
        _triggers(source)
    op.execute("PRAGMA application_id = 0x574A4E4C")


def _index_triggers() -> None:
    add = "INSERT INTO search_fts(rowid, text) VALUES (new.rowid, new.text)"
    drop = (
        "INSERT INTO search_fts(search_fts, rowid, text)"
        " VALUES ('delete', old.rowid, old.text)"
    )
    for name, event, what in (
        ("insert", "INSERT", (add,)),
        ("delete", "DELETE", (drop,)),
        ("update", "UPDATE OF text", (drop, add)),
    ):
        body = "; ".join(what)
        op.execute(
            f"CREATE TRIGGER search_doc_{name} AFTER {event} ON search_doc"
            f" BEGIN {body}; END"
        )


def _triggers(source: _Source) -> None:
    words = source.words.split()
    listed = ", ".join(f"new.{name}" for name in words)
    text = listed if len(words) == 1 else f"concat_ws(char(10), {listed})"
    only = f"{source.only} AND " if source.only else ""
    add = (
        "INSERT INTO search_doc(kind, ref, negotiation_id, on_date, text)"
        f" SELECT '{source.table}', new.id, {source.negotiation}, {source.on},"
        f" {text} WHERE {only}{text} <> ''"
    )
    drop = "DELETE FROM search_doc WHERE ref = old.id"
    watched = ", ".join(words + source.watched.split())
    for name, event, body in (
        ("insert", "INSERT", f"{add};"),
        ("update", f"UPDATE OF {watched}", f"{drop}; {add};"),
        ("delete", "DELETE", f"{drop};"),
    ):
        op.execute(
            f"CREATE TRIGGER search_{source.table}_{name}"
            f" AFTER {event} ON {source.table} BEGIN {body} END"
        )
