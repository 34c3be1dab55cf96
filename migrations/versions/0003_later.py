"""Moments, debriefs, promises, and what comes later."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, parents first."""
    _moment()
    _debrief()
    _promise()
    _follow_up()
    _outside_view()


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


def _moment() -> None:
    table = "moment"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id sitting_id? entry_id? at "
            "at_offset# at_date precision tag? step_hint? actor strength# "
            "note? recorded"
        ),
        _key(table),
        _one_of(table, "precision", "exact approx"),
        _one_of(table, "step_hint", "trust winning value share ego interests"),
        _one_of(table, "actor", "me them"),
        _check(table, "strength", "strength IN (1, 2, 3)"),
        _check(table, "note", "length(note) <= 140"),
        _one_of(table, "recorded", "live same-day later"),
        _refers(table, "negotiation_id", "negotiation"),
        _refers(table, "sitting_id", "sitting"),
        _refers(table, "entry_id", "entry"),
    )
    _index(table, "at_date")
    _index(table, "entry_id")
    _index(table, "negotiation_id", "actor", "tag", "recorded")
    _index(table, "negotiation_id", "at")
    _index(table, "sitting_id")
    _index(table, "tag", "actor", "negotiation_id")


def _debrief() -> None:
    table = "debrief"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id written_at "
            "written_offset# written_date outcome captured? final_offer? "
            "below_line? my_sat#? their_sat_pred#? deal_again_prob#? "
            "my_win_changed#? their_win_changed#? info_gap? no_deal_reason? "
            "step_self? moments_reviewed# better_for_both? lesson? happened? "
            "why? next_time? true_sentence? sealed_at? sealed_offset#?"
        ),
        _key(table),
        _one_of(table, "outcome", "agreed walked-away they-walked both-stopped open"),
        _check(table, "captured", "captured IS NULL OR outcome = 'agreed'"),
        _one_of(table, "below_line", "yes no unsure"),
        _check(table, "my_sat", "my_sat BETWEEN 1 AND 7"),
        _check(table, "their_sat_pred", "their_sat_pred BETWEEN 1 AND 7"),
        _check(table, "deal_again_prob", "deal_again_prob BETWEEN 0 AND 100"),
        _check(table, "my_win_changed", "my_win_changed IN (0, 1)"),
        _check(table, "their_win_changed", "their_win_changed IN (0, 1)"),
        _one_of(table, "info_gap", "none i-shared-it i-kept-it unsure"),
        _one_of(
            table, "no_deal_reason", "below-line better-alternative trust pride other"
        ),
        _check(
            table, "step_self", "step_self GLOB '[[][1-7],[1-7],[1-7],[1-7],[1-7]]'"
        ),
        _check(table, "moments_reviewed", "moments_reviewed IN (0, 1)"),
        _check(table, "better_for_both", "length(better_for_both) <= 140"),
        _check(table, "lesson", "length(lesson) <= 200"),
        _check(table, "happened", "length(happened) <= 2000"),
        _check(table, "why", "length(why) <= 2000"),
        _check(table, "next_time", "length(next_time) <= 2000"),
        _check(table, "true_sentence", "length(true_sentence) <= 400"),
        _unique(table, "negotiation_id"),
        _refers(table, "negotiation_id", "negotiation"),
    )


def _promise() -> None:
    table = "promise"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at counterparty_id negotiation_id? by text "
            "made_at made_offset# made_date due? state settled_on? moment_id?"
        ),
        _key(table),
        _one_of(table, "by", "me them"),
        _check(table, "text", "trim(text) <> '' AND length(text) <= 120"),
        _one_of(table, "state", "open kept kept-late broken released"),
        _refers(table, "counterparty_id", "counterparty"),
        _refers(table, "negotiation_id", "negotiation"),
        _refers(table, "moment_id", "moment"),
    )
    _index(table, "counterparty_id")
    _index(table, "moment_id")
    _index(table, "negotiation_id")
    _index(table, "state", "due")


def _follow_up() -> None:
    table = "follow_up"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id day# due answered_at? "
            "answered_offset#? skipped# deal_again? their_sat#? "
            "their_sat_source? my_sat_now#? they_discovered? my_commitments? "
            "their_commitments? swap_sign? note?"
        ),
        _key(table),
        _check(table, "day", "day >= 0"),
        _check(table, "skipped", "skipped >= 0"),
        _one_of(table, "deal_again", "yes no unsure"),
        _check(table, "their_sat", "their_sat BETWEEN 1 AND 7"),
        _one_of(
            table,
            "their_sat_source",
            "told-me in-writing third-party my-reading no-answer",
        ),
        _check(table, "my_sat_now", "my_sat_now BETWEEN 1 AND 7"),
        _one_of(table, "they_discovered", "no yes-new yes-knew unknown"),
        _one_of(table, "my_commitments", "all some none na"),
        _one_of(table, "their_commitments", "all some none na"),
        _one_of(table, "swap_sign", "yes no unsure"),
        _check(table, "note", "length(note) <= 2000"),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "answered_at", "due")
    _index(table, "negotiation_id", "day")


def _outside_view() -> None:
    table = "outside_view"
    op.create_table(
        table,
        *_columns(
            "id created_at updated_at negotiation_id by asked_at? "
            "asked_offset#? received_at? received_offset#? sat#? words? "
            "source?"
        ),
        _key(table),
        _one_of(table, "by", "them witness"),
        _check(table, "sat", "sat BETWEEN 1 AND 7"),
        _check(table, "words", "length(words) <= 2000"),
        _one_of(table, "source", "told-me in-writing third-party my-reading no-answer"),
        _refers(table, "negotiation_id", "negotiation"),
    )
    _index(table, "negotiation_id")
