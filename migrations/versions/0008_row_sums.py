"""A sum over each row: what a disk changed is seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table; the program fills it before the migration is committed."""
    op.create_table(
        "row_sum",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("sum", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "ref", name=op.f("pk_row_sum")),
        sqlite_with_rowid=False,
    )
