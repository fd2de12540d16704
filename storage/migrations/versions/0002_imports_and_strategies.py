"""Where each wording stands, imports that wait, changes of bodies, and political strategies.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_APPEND_ONLY = ("body_change", "strategy_change")

_REFUSE_IN_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN
    SELECT RAISE(ABORT, '{table} is append-only: what was recorded is never changed');
END
"""


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    for table in ("goal_set", "plan", "matter"):
        op.add_column(table, _text("source_base", needed=False))
    # Columns are added without rebuilding the tables, so their triggers stay.
    for table in ("goal", "subgoal"):
        op.add_column(table, _text("under", needed=False))
        op.add_column(table, sa.Column("line", sa.Integer()))
        op.add_column(table, sa.Column("page", sa.Integer()))
        op.add_column(
            table, sa.Column("by_hand", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.create_table(
        "body_change",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("tenant"),
        _text("body"),
        _text("name"),
        sa.Column("aliases", sa.JSON(), nullable=False),
        _text("by_object_id", needed=False),
        _time("at"),
        sa.PrimaryKeyConstraint("id"),
        _of_body(),
    )
    op.create_table(
        "strategy_change",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("tenant"),
        _text("body"),
        _text("name"),
        _text("link", needed=False),
        sa.Column("date", sa.Date()),
        _text("paragraph", needed=False),
        _word("action"),
        _text("by_object_id", needed=False),
        _time("at"),
        sa.PrimaryKeyConstraint("id"),
        _of_body(),
    )
    op.create_index(op.f("ix_strategy_change_tenant"), "strategy_change", ["tenant"])
    op.create_table(
        "pending_import",
        _text("tenant"),
        _text("id"),
        _text("object_id"),
        _text("name"),
        _text("digest"),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        _word("state"),
        _time("created_at"),
        _time("expires_at"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.ForeignKeyConstraint(["tenant"], ["tenant.id"]),
    )
    op.create_index(op.f("ix_pending_import_expires_at"), "pending_import", ["expires_at"])
    _refuse_changes()


def _text(name: str, *, needed: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=not needed)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(40), nullable=False)


def _time(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _of_body() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["tenant", "body"], ["body.tenant", "body.code"])


def _refuse_changes() -> None:
    if op.get_context().dialect.name == "sqlite":
        for table in _APPEND_ONLY:
            for verb in ("update", "delete"):
                op.execute(_REFUSE_IN_SQLITE.format(table=table, verb=verb))
        return
    for table in _APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
