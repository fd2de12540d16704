"""PostgreSQL shows a transaction the rows of its own municipality only.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_OF_TENANTS = (
    "answered_activity",
    "body",
    "body_change",
    "channel",
    "conversation_context",
    "decision_point",
    "delivery",
    "draft",
    "event",
    "extract",
    "follower",
    "freeze",
    "goal",
    "goal_set",
    "matter",
    "matter_recipient",
    "minutes",
    "notice",
    "outbox",
    "pending_import",
    "person",
    "plan",
    "proposal",
    "proposal_version",
    "question_gap",
    "role_change",
    "strategy_change",
    "subgoal",
    "tenant_word",
    "unit",
    "unit_address",
)


def upgrade() -> None:
    """Upgrade PostgreSQL; SQLite has no such thing. There is no way down: a backup is."""
    if op.get_context().dialect.name == "sqlite":
        return
    _keep_apart("tenant", "id")
    for table in _OF_TENANTS:
        _keep_apart(table, "tenant")


def _keep_apart(table: str, column: str) -> None:
    """Row-level security, for the tables' owner too: the bot is that.

    The settings are asked for in a SELECT of its own, so that they are read once a statement and
    not once a row.
    """
    op.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
    op.execute(f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY')
    op.execute(
        f'CREATE POLICY one_tenant ON "{table}" '
        f"USING ({column} = (SELECT current_setting('delmal.tenant', true)))"
    )
    op.execute(
        f'CREATE POLICY every_tenant ON "{table}" '
        "USING ((SELECT current_setting('delmal.every_tenant', true)) = 'on')"
    )
