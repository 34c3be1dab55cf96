"""Negotiations, and what is written before and at the table."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, parents first."""
    _counterparty()
    _negotiation()
    _sitting()
    _offer()
    _goalpost()
    _criterion()


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


def _counterparty() -> None:
    table = "counterparty"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at name name_key kind alias? alias_key? "
            "since? note? archived_at? archived_offset#?"
        ),
        _key(table),
        _check(table, "name", "trim(name) <> '' AND length(name) <= 60"),
        _one_of(table, "kind", "person organisation"),
        _unique(table, "name_key"),
    )
    _index(table, "alias_key")


def _negotiation() -> None:
    table = "negotiation"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at title counterparty_id sphere kind? "
            "planned_for? planned_for_offset#? opened_on closed_on? listed_on "
            "trust_call? smallest_promise? value_case? alternative? ego_risk? "
            "unit currency? direction? fair_low? fair_high? fair_basis? "
            "fair_basis_note? target? walk_away? walk_away_text? "
            "prep_sealed_at? prep_sealed_offset#? prep_hash? sealed_in_time#? "
            "archived_at? archived_offset#? version#"
        ),
        _key(table),
        _check(table, "title", "trim(title) <> '' AND length(title) <= 80"),
        _one_of(table, "sphere", "professional personal household other"),
        _check(table, "kind", "length(kind) <= 30"),
        _one_of(table, "trust_call", "enough not-yet no unsure"),
        _check(table, "smallest_promise", "length(smallest_promise) <= 120"),
        _check(table, "value_case", "length(value_case) <= 200"),
        _check(table, "alternative", "length(alternative) <= 120"),
        _check(table, "ego_risk", "length(ego_risk) <= 100"),
        _one_of(table, "unit", "money percent points none"),
        _check(
            table,
            "currency",
            "coalesce(currency, '') = '' OR (unit = 'money'"
            " AND length(currency) = 3 AND currency = upper(currency))",
        ),
        _one_of(table, "direction", "more less"),
        _check(table, "fair_low", "fair_high IS NULL OR fair_low IS NOT NULL"),
        _check(table, "fair_high", "CAST(fair_high AS REAL) >= CAST(fair_low AS REAL)"),
        *(
            _check(
                table,
                f"{name}_{unit}",
                f"unit <> '{unit}' OR CAST({name} AS REAL) BETWEEN 0 AND {top}",
            )
            for unit, top in (("percent", 100), ("points", 200))
            for name in ("fair_low", "fair_high", "target", "walk_away")
        ),
        _one_of(table, "fair_basis", "market precedent third-party cost own-view"),
        _check(table, "fair_basis_note", "length(fair_basis_note) <= 120"),
        _check(table, "walk_away_text", "length(walk_away_text) <= 120"),
        _check(table, "sealed_in_time", "sealed_in_time IN (0, 1)"),
        _check(table, "version", "version >= 1"),
        _refers(table, "counterparty_id", "counterparty"),
    )
    _index(table, "closed_on")
    _index(table, "counterparty_id", "listed_on")
    _index(table, "listed_on", "id")


def _sitting() -> None:
    table = "sitting"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id started_at "
            "started_offset# started_date ended_at? ended_offset#? "
            "ended_date? zone source"
        ),
        _key(table),
        _one_of(table, "source", "live after"),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "negotiation_id", "started_at")
    _index(table, "started_date", "negotiation_id")


def _offer() -> None:
    table = "offer"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id at at_offset# by amount? text?"
        ),
        _key(table),
        _one_of(table, "by", "me them"),
        _check(
            table, "says_something", "amount IS NOT NULL OR coalesce(text, '') <> ''"
        ),
        _check(table, "text", "length(text) <= 120"),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "negotiation_id", "at")


def _goalpost() -> None:
    table = "goalpost"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id owner version# text "
            "criteria_ids target? recorded_at recorded_offset# shared_at? "
            "shared_offset#? source? change_reason what_changed? announced#?"
        ),
        _key(table),
        _one_of(table, "owner", "me them"),
        _check(table, "version", "version >= 1"),
        _check(table, "text", "trim(text) <> '' AND length(text) <= 200"),
        _one_of(table, "source", "told-me my-guess not-asked"),
        _one_of(
            table,
            "change_reason",
            "initial circumstances new-information leverage correction unknown",
        ),
        _check(
            table,
            "what_changed",
            "change_reason NOT IN ('circumstances', 'new-information')"
            " OR coalesce(what_changed, '') <> ''",
        ),
        _check(table, "announced", "announced IN (0, 1)"),
        _unique(table, "negotiation_id", "owner", "version"),
        _refers(table, "negotiation_id", "negotiation"),
    )


def _criterion() -> None:
    table = "criterion"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id owner text weight# "
            "source? met? met_source? position#"
        ),
        _key(table),
        _one_of(table, "owner", "me them"),
        _check(table, "text", "trim(text) <> '' AND length(text) <= 60"),
        _check(table, "weight", "weight IN (1, 2, 3)"),
        _one_of(table, "source", "told-me my-guess not-asked"),
        _check(table, "met", "CAST(met AS REAL) IN (0, 0.5, 1)"),
        _one_of(table, "met_source", "told-me my-guess not-asked"),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "negotiation_id", "owner", "position")
