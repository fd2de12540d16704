"""What is noted at a meeting, until it is recorded.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    op.create_table(
        "minutes",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("meeting", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("noted", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "body", "year", "meeting"),
        sa.ForeignKeyConstraint(["tenant", "body"], ["body.tenant", "body.code"]),
    )
