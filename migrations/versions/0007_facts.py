"""What each negotiation comes to, kept; triggers say when it is to be counted again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_PARTS = (
    "blind_rating criterion debrief follow_up goalpost information_gap moment offer"
    " outside_view promise repair sitting value_item vow_test"
)
"""Whatever is part of a negotiation but free writing, read by a measure or not yet."""


def upgrade() -> None:
    """Make the table, one row behind for each negotiation, and the triggers."""
    op.create_table(
        "facts",
        sa.Column("negotiation_id", sa.Text(), nullable=False),
        sa.Column("form", sa.Integer(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("my_handled", "my_slips", "handled", "slips")
        ),
        sa.PrimaryKeyConstraint("negotiation_id", name=op.f("pk_facts")),
    )
    op.create_index(op.f("ix_facts_form"), "facts", ["form"])
    add = "INSERT INTO facts SELECT {}, 0, '', 0, 0, 0, 0"
    op.execute(f"{add.format('id')} FROM negotiation")
    _trigger("negotiation", "INSERT", add.format("new.id"))
    _trigger("negotiation", "UPDATE", _behind("old.id, new.id"))
    _trigger("negotiation", "DELETE", "DELETE FROM facts WHERE negotiation_id = old.id")
    for table in _PARTS.split():
        for event, rows in (
            ("INSERT", ("new",)),
            ("UPDATE", ("old", "new")),
            ("DELETE", ("old",)),
        ):
            of = [f"{row}.negotiation_id" for row in rows]
            if table == "promise":
                # the deed that kept it belongs to a negotiation of its own
                of += [
                    f"(SELECT negotiation_id FROM moment WHERE id = {row}.moment_id)"
                    for row in rows
                ]
            _trigger(table, event, _behind(", ".join(of)))


def _behind(ids: str) -> str:
    return (
        "UPDATE facts SET form = 0, told = ''"
        f" WHERE negotiation_id IN ({ids}) AND form <> 0"
    )


def _trigger(table: str, event: str, body: str) -> None:
    op.execute(
        f"CREATE TRIGGER facts_{table}_{event.lower()}"
        f" AFTER {event} ON {table} BEGIN {body}; END"
    )
