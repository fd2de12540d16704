"""Where a person can be reached, and the notes that are owed.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    for name in ("name", "service_url", "conversation_id", "bot_id", "user_id"):
        op.add_column("person", sa.Column(name, sa.String()))
    op.add_column("person", sa.Column("reached_at", sa.DateTime(timezone=True)))
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("address_kind", sa.String(40), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("arguments", sa.JSON(), nullable=False),
        sa.Column("body", sa.String()),
        sa.Column("year", sa.Integer()),
        sa.Column("button", sa.JSON()),
        sa.Column("batch", sa.String(), nullable=False),
        sa.Column("owed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("claim", sa.String()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("delivery_id", sa.String()),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id"),
        sa.ForeignKeyConstraint(["tenant"], ["tenant.id"]),
    )
    op.create_index(op.f("ix_outbox_due_at"), "outbox", ["due_at"])
    op.create_index(
        op.f("ix_outbox_tenant_address_kind_address"),
        "outbox",
        ["tenant", "address_kind", "address"],
    )
