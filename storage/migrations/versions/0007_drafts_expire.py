"""What the author of a draft has been told of its end.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    op.add_column("draft", sa.Column("told", sa.String(40), nullable=True))
