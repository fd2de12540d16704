"""What of a matter a person has typed in, so that no paper takes its place.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    # A column is added without rebuilding the table, so its triggers stay.
    op.add_column(
        "matter", sa.Column("entered", sa.JSON(), nullable=False, server_default=sa.text("'[]'"))
    )
