"""Proposals with their versions, drafts, the chain of events, and when a matter takes proposals.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_APPEND_ONLY = ("proposal", "proposal_version", "event")

_REFUSE_IN_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN
    SELECT RAISE(ABORT, '{table} is append-only: what was recorded is never changed');
END
"""


def upgrade() -> None:
    """Upgrade both SQLite and PostgreSQL. There is no way down: a backup is."""
    op.add_column("matter", sa.Column("opens_at", sa.DateTime(timezone=True)))
    op.add_column("matter", sa.Column("closes_at", sa.DateTime(timezone=True)))
    op.add_column("matter", sa.Column("based_on", sa.Integer()))
    op.create_table(
        "draft",
        _text("tenant"),
        _text("id"),
        _text("body"),
        sa.Column("year", sa.Integer(), nullable=False),
        _text("author"),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("base_year", sa.Integer()),
        sa.Column("base_version", sa.Integer()),
        _text("target_text", needed=False),
        _text("completes", needed=False),
        _time("updated_at"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        _of_body(),
    )
    op.create_index(op.f("ix_draft_tenant_author"), "draft", ["tenant", "author"])
    op.create_index(op.f("ix_draft_updated_at"), "draft", ["updated_at"])
    op.create_table(
        "proposal",
        _text("tenant"),
        _text("id"),
        _text("body"),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        _text("author"),
        _word("role"),
        sa.PrimaryKeyConstraint("tenant", "id"),
        sa.UniqueConstraint("tenant", "body", "year", "serial"),
        _of_body(),
    )
    op.create_index(op.f("ix_proposal_tenant_author"), "proposal", ["tenant", "author"])
    op.create_table(
        "proposal_version",
        _text("tenant"),
        _text("proposal_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        _word("kind"),
        sa.Column("target_year", sa.Integer()),
        sa.Column("target_number", sa.Integer()),
        _text("target_code", needed=False),
        _text("target_text", needed=False),
        _text("text", needed=False),
        sa.Column("goal_number", sa.Integer()),
        _text("goal_text", needed=False),
        _text("motivation"),
        _text("consequences", needed=False),
        _text("by_object_id"),
        _time("at"),
        sa.PrimaryKeyConstraint("tenant", "proposal_id", "number"),
        sa.ForeignKeyConstraint(["tenant", "proposal_id"], ["proposal.tenant", "proposal.id"]),
    )
    op.create_table(
        "event",
        _text("tenant"),
        sa.Column("place", sa.Integer(), nullable=False),
        _time("at"),
        _text("what"),
        _text("by_object_id", needed=False),
        sa.Column("role", sa.String(40)),
        _text("body"),
        sa.Column("year", sa.Integer(), nullable=False),
        _text("proposal_id", needed=False),
        _text("state", needed=False),
        sa.Column("data", sa.JSON(), nullable=False),
        _text("digest"),
        sa.PrimaryKeyConstraint("tenant", "place"),
        _of_body(),
    )
    op.create_index(op.f("ix_event_tenant_proposal_id"), "event", ["tenant", "proposal_id"])
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
    for table in _APPEND_ONLY:
        if op.get_context().dialect.name == "sqlite":
            for verb in ("update", "delete"):
                op.execute(_REFUSE_IN_SQLITE.format(table=table, verb=verb))
        else:
            op.execute(
                f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            )
