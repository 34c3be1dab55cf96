"""The question a week's review answered, as it was asked, and what it cited."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add both columns; a review of before has neither."""
    op.add_column("week_review", sa.Column("prompt_text", sa.Text))
    op.add_column("week_review", sa.Column("cited", sa.Text))
