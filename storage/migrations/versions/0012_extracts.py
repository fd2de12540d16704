"""Certified extracts of minutes.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_REFUSE_IN_SQLITE = """
CREATE TRIGGER extract_no_{verb} BEFORE {verb} ON extract
BEGIN
    SELECT RAISE(ABORT, 'extract is append-only: what was recorded is never changed');
END
"""


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    op.create_table(
        "extract",
        sa.Column("tenant", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("by_object_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "body", "year", "number"),
        sa.ForeignKeyConstraint(["tenant", "body"], ["body.tenant", "body.code"]),
    )
    if op.get_context().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(_REFUSE_IN_SQLITE.format(verb=verb))
    else:
        op.execute(
            "CREATE TRIGGER extract_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON extract "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
