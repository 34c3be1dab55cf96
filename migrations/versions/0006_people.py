"""Other names of a counterparty, and whom a seal names after two were merged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the columns; nobody has another name yet, and nobody was merged."""
    op.add_column(
        "counterparty",
        sa.Column(
            "nicknames", sa.Text(), server_default=sa.text("'[]'"), nullable=False
        ),
    )
    op.add_column(
        "counterparty",
        sa.Column(
            "nickname_keys", sa.Text(), server_default=sa.text("'[]'"), nullable=False
        ),
    )
    op.add_column("negotiation", sa.Column("sealed_with", sa.Text(), nullable=True))
