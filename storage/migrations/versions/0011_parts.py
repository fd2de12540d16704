"""How many parts of a message that is too big for one have arrived.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    op.add_column("outbox", sa.Column("parts", sa.Integer(), nullable=False, server_default="0"))
