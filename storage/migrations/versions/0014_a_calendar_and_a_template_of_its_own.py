"""A municipality's own free days, and the Word file of its papers.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    op.create_table(
        "own_day",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "day"),
        sa.ForeignKeyConstraint(["tenant"], ["tenant.id"]),
    )
    op.create_table(
        "paper_template",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant"),
        sa.ForeignKeyConstraint(["tenant"], ["tenant.id"]),
    )
    if op.get_context().dialect.name != "sqlite":
        for table in ("own_day", "paper_template"):
            _keep_apart(table)


def _keep_apart(table: str) -> None:
    """As 0013 does."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY one_tenant ON {table} "
        "USING (tenant = (SELECT current_setting('delmal.tenant', true)))"
    )
    op.execute(
        f"CREATE POLICY every_tenant ON {table} "
        "USING ((SELECT current_setting('delmal.every_tenant', true)) = 'on')"
    )
