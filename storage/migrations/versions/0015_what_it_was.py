"""What each sub-goal was before the decision that it follows from.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    for name in ("was_year", "was_number"):
        op.add_column("subgoal", sa.Column(name, sa.Integer(), nullable=True))
